using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features.Outbox;

/// <summary>
/// Messages to send, written in the transaction that causes them and sent after it (rule X2). Conditions name both open states, also where one is meant:
/// the open ones have indexes of their own, which are used only for the condition that they were made with. Only where the next lease ends has one that names a single state.
/// </summary>
public sealed class OutboxStore
{
    /// <summary>Longer than a request can still be stored after we gave it up (reliability, section 1.3).</summary>
    private static readonly Duration Lease = Duration.FromSeconds(30);

    /// <summary>Who was forgotten hears nothing any more.</summary>
    /// <param name="cardKey">Of a card that is edited in place; such rows are written by <see cref="CardStore"/>.</param>
    public Task PostAsync(UnitOfWork unit, Destination to, Card card, string? cardKey = null)
    {
        if (to is Destination.Direct(var member) && member == Member.Former) return Task.CompletedTask;
        unit.Plans(unit.Now);
        return unit.Db.ExecuteAsync(
            """
            insert into outbox (key, workspace_id, platform, destination, card, state, due_at, ordinal, created_at, card_key)
            values (@key, @workspace, @platform, @to, @card, 'pending', @now, @ordinal, @now, @cardKey)
            """,
            new
            {
                key = NewKey(unit.Now),
                workspace = unit.Workspace.Id.Value,
                platform = unit.Workspace.Platform,
                to = to.ToString(),
                card = ChatJson.Write(card),
                now = unit.Now,
                ordinal = unit.NextOrdinal(),
                cardKey,
            });
    }

    public Task TellAsync(UnitOfWork unit, MemberId member, Card card) => PostAsync(unit, new Destination.Direct(member), card);

    public Task TellAsync(UnitOfWork unit, MemberId member, RichText text, long? item = null) =>
        TellAsync(unit, member, new Card(text, Item: item));

    /// <summary>Each half is the first entry of an index, however many wait.</summary>
    public Task<Instant?> NextDueAsync(DbSession db) =>
        db.FirstOrDefaultAsync<Instant?>(
            """
            select min(at) from (
                select min(due_at) as at from outbox where state in ('pending', 'sending') and state = 'pending'
                union all
                select min(lease_until_at) from outbox where state = 'sending') as waiting
            """);

    /// <summary>
    /// Claims what is due, oldest first, at most 50. A row whose lease has run out is claimed again: its key keeps it single. What is being sent was due before,
    /// so that <c>due_at</c> bounds both: without a bound of its own SQLite would read and sort all that wait. What stands behind an earlier message to the same place
    /// that is not due now waits with it: left as it is it would be the next due for ever, and the cycle would never sleep.
    /// </summary>
    /// <returns>Of each place in the order in which they were written.</returns>
    public async Task<IReadOnlyList<OutboxRow>> ClaimAsync(DbSession db, Instant now)
    {
        var waiting = await FirstWaitingAsync(db, now).ConfigureAwait(false);
        while (true)
        {
            var due = await DueAsync(db, now).ConfigureAwait(false);
            var free = new List<OutboxRow>();
            foreach (var row in due.OrderBy(row => row.CreatedAt).ThenBy(row => row.Ordinal))
            {
                if (waiting.TryGetValue(row.Place, out var first) && first.IsBefore(row)) await RetryAsync(db, row.Key, first.DueAt).ConfigureAwait(false);
                else free.Add(row);
            }

            // Where all of them had to wait, others may be behind them.
            if (free.Count == 0 && due.Count > 0) continue;
            foreach (var row in free) await LeaseAsync(db, row, now).ConfigureAwait(false);
            return free;
        }
    }

    /// <summary>Gives back what was claimed and not tried, as if it had not been claimed.</summary>
    public Task GiveBackAsync(DbSession db, OutboxRow row, Instant due) =>
        db.ExecuteAsync(
            "update outbox set state = 'pending', due_at = @due, attempts = @Attempts, first_tried_at = @FirstTriedAt where key = @Key",
            new { row.Key, row.Attempts, row.FirstTriedAt, due });

    public Task SentAsync(DbSession db, string key, string messageId) =>
        db.ExecuteAsync("update outbox set state = 'sent', message_id = @messageId where key = @key", new { key, messageId });

    public Task FailedAsync(DbSession db, string key, string reason) =>
        db.ExecuteAsync("update outbox set state = 'failed', failure = @reason where key = @key", new { key, reason });

    /// <summary>True for the first refusal at a place since something was last delivered there: its owner is told once, not for every message.</summary>
    public async Task<bool> IsFirstRefusalAsync(DbSession db, OutboxRow row, string reason, Instant now) =>
        await db.ExecuteAsync(
            """
            insert into refused_places (workspace_id, destination, reason, refused_at) values (@workspace, @place, @reason, @now)
            on conflict (workspace_id, destination) do nothing
            """,
            new { workspace = row.WorkspaceId.Value, place = row.Destination, reason, now }).ConfigureAwait(false) == 1;

    public Task DeliveredAsync(DbSession db, OutboxRow row) =>
        db.ExecuteAsync(
            "delete from refused_places where workspace_id = @workspace and destination = @place",
            new { workspace = row.WorkspaceId.Value, place = row.Destination });

    public Task RetryAsync(DbSession db, string key, Instant due) =>
        db.ExecuteAsync("update outbox set state = 'pending', due_at = @due where key = @key", new { key, due });

    /// <summary>After a start nobody else is sending: what was left in sending is sent again under its old key.</summary>
    public Task ReleaseAllAsync(DbSession db) => db.ExecuteAsync("update outbox set state = 'pending' where state in ('pending', 'sending') and state = 'sending'");

    public Task ForgetBeforeAsync(DbSession db, WorkspaceId workspace, Instant before) =>
        db.ExecuteAsync(
            "delete from outbox where workspace_id = @workspace and state in ('sent', 'failed') and created_at < @before",
            new { workspace = workspace.Value, before });

    private Task<IReadOnlyList<OutboxRow>> DueAsync(DbSession db, Instant now) =>
        db.QueryAsync<OutboxRow>(
            """
            select key, workspace_id, platform, destination, card, created_at, ordinal, due_at, attempts, first_tried_at, card_key from outbox
            where state in ('pending', 'sending') and due_at <= @now and (state = 'pending' or lease_until_at <= @now)
            order by due_at, created_at, ordinal, key limit 50
            """,
            new { now });

    /// <summary>The first message of each place that cannot be sent now, due when it can: it has failed, or is being sent by somebody who may be dead. Mostly there is none.</summary>
    private async Task<IReadOnlyDictionary<(WorkspaceId, string), OutboxRow>> FirstWaitingAsync(DbSession db, Instant now)
    {
        var waiting = await db.QueryAsync<OutboxRow>(
            """
            select workspace_id, destination, created_at, ordinal, due_at from outbox where state in ('pending', 'sending') and due_at > @now
            union all
            select workspace_id, destination, created_at, ordinal, lease_until_at from outbox where state = 'sending' and lease_until_at > @now
            """,
            new { now }).ConfigureAwait(false);
        return waiting.GroupBy(row => row.Place).ToDictionary(place => place.Key, place => place.Aggregate((first, row) => row.IsBefore(first) ? row : first));
    }

    private Task LeaseAsync(DbSession db, OutboxRow row, Instant now) =>
        db.ExecuteAsync(
            """
            update outbox set state = 'sending', lease_until_at = @until, attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, @now)
            where key = @Key and (state = 'pending' or (state = 'sending' and lease_until_at <= @now))
            """,
            new { row.Key, now, until = now + Lease });

    /// <summary>22 characters: Discord takes at most 25.</summary>
    private static string NewKey(Instant now) =>
        Convert.ToBase64String(Guid.CreateVersion7(now.ToDateTimeOffset()).ToByteArray(bigEndian: true)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
