using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Outbox;

/// <summary>Sends what is due: claims, posts outside of any transaction, records the outcome (rule X2).</summary>
public sealed class OutboxSender(IDatabase database, OutboxParts parts, IEnumerable<IChatPlatform> platforms, Failures failures, TimeProvider clock)
{
    private static readonly Duration LongestBackOff = Duration.FromMinutes(1);

    private readonly OutboxStore outbox = parts.Outbox;
    private readonly CardStore cards = parts.Cards;
    private readonly Dictionary<string, IChatPlatform> byName = platforms.ToDictionary(platform => platform.Name);
    private bool resumed;

    /// <returns>True when anything was claimed.</returns>
    public async Task<bool> SendAsync(Instant now, CancellationToken ct)
    {
        if (!resumed) resumed = await database.WriteAsync(ResumeAsync, ct).ConfigureAwait(false);
        if (await database.ReadAsync(outbox.NextDueAsync, ct).ConfigureAwait(false) is not { } due || due > now) return false;
        var rows = await database.WriteAsync(db => outbox.ClaimAsync(db, now), ct).ConfigureAwait(false);
        foreach (var ofPlatform in rows.GroupBy(row => row.Platform)) await SendAsync([.. ofPlatform], AtOnce(ofPlatform.Key), ct).ConfigureAwait(false);
        return rows.Count > 0;
    }

    /// <summary>A slow place holds up no other; to one place messages go in the order in which they were written.</summary>
    private async Task SendAsync(IReadOnlyList<OutboxRow> rows, int atOnce, CancellationToken ct)
    {
        IEnumerable<IEnumerable<OutboxRow>> queues = atOnce == 1 ? [rows] : rows.GroupBy(row => (row.WorkspaceId, row.Destination));
        await Parallel.ForEachAsync(queues, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct }, async (queue, stop) =>
        {
            foreach (var row in queue)
            {
                var outcome = await TrySendAsync(row, stop).ConfigureAwait(false);
                await database.WriteAsync(db => RecordAsync(db, row, outcome), stop).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    private int AtOnce(string platform) => byName.TryGetValue(platform, out var found) ? found.Capabilities.PlacesAtOnce : 1;

    /// <summary>Whom a crash has kept waiting hears at the first pass after the start, not when the lease of the dead has run out.</summary>
    private async Task<bool> ResumeAsync(DbSession db)
    {
        await outbox.ReleaseAllAsync(db).ConfigureAwait(false);
        return true;
    }

    private async Task<SendOutcome?> TrySendAsync(OutboxRow row, CancellationToken ct)
    {
        try
        {
            return byName.TryGetValue(row.Platform, out var platform)
                ? await SendAsync(platform, row, ct).ConfigureAwait(false)
                : new SendOutcome.Refused($"The platform '{row.Platform}' is not configured.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            failures.InSending(fault, row.Key);
            return null;
        }
    }

    /// <summary>An edit of a card waits for the message that it edits.</summary>
    private async Task<SendOutcome?> SendAsync(IChatPlatform platform, OutboxRow row, CancellationToken ct)
    {
        if (row.CardKey is not { } key) return await platform.SendAsync(row.ToOutgoing(), ct).ConfigureAwait(false);
        var (isLater, message) = await database.ReadAsync(
            async db => (
                await cards.HasEarlierAsync(db, row).ConfigureAwait(false),
                await cards.MessageOfAsync(db, row.WorkspaceId, key).ConfigureAwait(false)),
            ct).ConfigureAwait(false);
        return isLater ? null : await platform.SendAsync(row.ToOutgoing(message), ct).ConfigureAwait(false);
    }

    private async Task<bool> RecordAsync(DbSession db, OutboxRow row, SendOutcome? outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                await outbox.SentAsync(db, row.Key, sent.MessageId).ConfigureAwait(false);
                await outbox.DeliveredAsync(db, row).ConfigureAwait(false);
                if (row.CardKey is { } key) await cards.PostedAsync(db, row.WorkspaceId, key, sent.MessageId).ConfigureAwait(false);
                return true;
            case SendOutcome.Refused when row.CardKey is { } card && await cards.MessageOfAsync(db, row.WorkspaceId, card).ConfigureAwait(false) is not null:
                // Somebody deleted the message: the card is posted anew.
                await cards.LostAsync(db, row.WorkspaceId, card).ConfigureAwait(false);
                await outbox.RetryAsync(db, row.Key, Instant.FromDateTimeOffset(clock.GetUtcNow())).ConfigureAwait(false);
                return true;
            case SendOutcome.Refused refused:
                failures.Refused(refused.Reason, row.Key);
                await outbox.FailedAsync(db, row.Key, refused.Reason).ConfigureAwait(false);
                await parts.Undelivered.TellAsync(db, row, refused.Reason, Instant.FromDateTimeOffset(clock.GetUtcNow())).ConfigureAwait(false);
                return true;
            case SendOutcome.Later later:
                await outbox.RetryAsync(db, row.Key, Instant.FromDateTimeOffset(clock.GetUtcNow() + later.After)).ConfigureAwait(false);
                return true;
            default:
                var pause = Duration.Min(LongestBackOff, Duration.FromSeconds(1 << Math.Min(row.Attempts, 6)));
                await outbox.RetryAsync(db, row.Key, Instant.FromDateTimeOffset(clock.GetUtcNow()) + pause).ConfigureAwait(false);
                return true;
        }
    }
}

/// <summary>What the sender works with besides the database.</summary>
public sealed record OutboxParts(OutboxStore Outbox, CardStore Cards, Undelivered Undelivered);
