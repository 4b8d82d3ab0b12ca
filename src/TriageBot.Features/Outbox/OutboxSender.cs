using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features.Outbox;

/// <summary>Sends what is due: claims, posts outside of any transaction, records the outcome (rule X2).</summary>
public sealed class OutboxSender(IDatabase database, OutboxParts parts, IEnumerable<IChatPlatform> platforms, Failures failures, TimeProvider clock)
{
    private static readonly Duration LongestBackOff = Duration.FromMinutes(1);

    /// <summary>Nobody sets a platform up within less.</summary>
    private static readonly Duration UntilSetUp = Duration.FromMinutes(10);

    /// <summary>After this a pass begins nothing more: timers wait for its end.</summary>
    private static readonly TimeSpan LongestPass = TimeSpan.FromSeconds(10);

    private readonly OutboxStore outbox = parts.Outbox;
    private readonly CardStore cards = parts.Cards;
    private readonly Dictionary<string, IChatPlatform> byName = platforms.ToDictionary(platform => platform.Name);
    private bool resumed;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <returns>True when anything was claimed.</returns>
    public async Task<bool> SendAsync(Instant now, CancellationToken ct)
    {
        if (!resumed) await ResumeAsync(ct).ConfigureAwait(false);
        if (await database.ReadAsync(outbox.NextDueAsync, ct).ConfigureAwait(false) is not { } due || due > now) return false;
        var rows = await database.WriteAsync(db => outbox.ClaimAsync(db, now), ct).ConfigureAwait(false);
        var began = clock.GetTimestamp();
        await Task.WhenAll(rows.GroupBy(row => row.Platform).Select(ofPlatform => SendAsync(ofPlatform.Key, [.. ofPlatform], began, ct))).ConfigureAwait(false);
        return rows.Count > 0;
    }

    /// <summary>A slow place holds up no other.</summary>
    private Task SendAsync(string name, IReadOnlyList<OutboxRow> rows, long began, CancellationToken ct)
    {
        if (!byName.TryGetValue(name, out var platform)) return GiveBackAsync(rows, _ => Now + UntilSetUp, ct);
        var atOnce = platform.Capabilities.PlacesAtOnce;
        IEnumerable<IReadOnlyList<OutboxRow>> queues = atOnce == 1 ? [rows] : rows.GroupBy(row => row.Place).Select(ofPlace => ofPlace.ToList());
        return Parallel.ForEachAsync(
            queues,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct },
            async (queue, stop) => await SendQueueAsync(platform, queue, began, stop).ConfigureAwait(false));
    }

    private async Task SendQueueAsync(IChatPlatform platform, IReadOnlyList<OutboxRow> queue, long began, CancellationToken ct)
    {
        while (queue is [var row, ..])
        {
            if (clock.GetElapsedTime(began) >= LongestPass)
            {
                await GiveBackAsync(queue, unsent => unsent.DueAt, ct).ConfigureAwait(false);
                return;
            }

            var outcome = await TrySendAsync(platform, row, ct).ConfigureAwait(false);
            var rest = queue.Skip(1).ToList();
            queue = await database.WriteAsync(db => RecordAsync(db, row, outcome, rest), ct).ConfigureAwait(false);
        }
    }

    private Task GiveBackAsync(IReadOnlyList<OutboxRow> rows, Func<OutboxRow, Instant> due, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            foreach (var row in rows) await outbox.GiveBackAsync(db, row, due(row)).ConfigureAwait(false);
            return true;
        },
        ct);

    /// <summary>Whom a crash has kept waiting hears at the first pass after the start, not when the lease of the dead has run out.</summary>
    private async Task ResumeAsync(CancellationToken ct)
    {
        var inUse = await database.WriteAsync(
            async db =>
            {
                await outbox.ReleaseAllAsync(db).ConfigureAwait(false);
                return await parts.Workspaces.PlatformsAsync(db).ConfigureAwait(false);
            },
            ct).ConfigureAwait(false);
        foreach (var platform in inUse.Where(platform => !byName.ContainsKey(platform))) failures.NotSetUp(platform);
        resumed = true;
    }

    private async Task<SendOutcome?> TrySendAsync(IChatPlatform platform, OutboxRow row, CancellationToken ct)
    {
        try
        {
            return await SendAsync(platform, row, ct).ConfigureAwait(false);
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

    /// <param name="rest">What else was to be sent after it.</param>
    /// <returns>What of that is still to be sent now: what goes to the same place waits with a message that is tried again, and is overtaken by none.</returns>
    private async Task<IReadOnlyList<OutboxRow>> RecordAsync(DbSession db, OutboxRow row, SendOutcome? outcome, IReadOnlyList<OutboxRow> rest)
    {
        if (await RecordAsync(db, row, outcome).ConfigureAwait(false) is not { } again) return rest;
        await outbox.RetryAsync(db, row.Key, again).ConfigureAwait(false);
        foreach (var behind in rest.Where(other => other.Place == row.Place)) await outbox.GiveBackAsync(db, behind, again).ConfigureAwait(false);
        return [.. rest.Where(other => other.Place != row.Place)];
    }

    /// <returns>When it is tried again; null when it is settled.</returns>
    private async Task<Instant?> RecordAsync(DbSession db, OutboxRow row, SendOutcome? outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                await outbox.SentAsync(db, row.Key, sent.MessageId).ConfigureAwait(false);
                await outbox.DeliveredAsync(db, row).ConfigureAwait(false);
                if (row.CardKey is { } key) await cards.PostedAsync(db, row.WorkspaceId, key, sent.MessageId).ConfigureAwait(false);
                return null;
            case SendOutcome.Refused when row.CardKey is { } card && await cards.MessageOfAsync(db, row.WorkspaceId, card).ConfigureAwait(false) is not null:
                // Somebody deleted the message: the card is posted anew.
                await cards.LostAsync(db, row.WorkspaceId, card).ConfigureAwait(false);
                return Now;
            case SendOutcome.Refused refused:
                failures.Refused(refused.Reason, row.Key);
                await outbox.FailedAsync(db, row.Key, refused.Reason).ConfigureAwait(false);
                await parts.Undelivered.TellAsync(db, row, refused.Reason, Now).ConfigureAwait(false);
                return null;
            case SendOutcome.Later later:
                return Now + Duration.FromTimeSpan(later.After);
            default:
                return Now + Duration.Min(LongestBackOff, Duration.FromSeconds(1 << Math.Min(row.Attempts, 6)));
        }
    }
}

/// <summary>What the sender works with besides the database.</summary>
public sealed record OutboxParts(OutboxStore Outbox, CardStore Cards, Undelivered Undelivered, WorkspaceStore Workspaces);
