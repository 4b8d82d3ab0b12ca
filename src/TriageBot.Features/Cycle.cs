using NodaTime;
using TriageBot.Features.Outbox;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;
using Timer = TriageBot.Features.Timers.Timer;

namespace TriageBot.Features;

/// <summary>One pass of timed work over stored state: timers that are due, each in a transaction of its own, then the outbox (architecture, section 3).</summary>
public sealed class Cycle(IDatabase database, FeatureMap map, CycleParts parts, Failures failures, TimeProvider clock)
{
    private static readonly Duration LongestBackOff = Duration.FromMinutes(10);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Does all that is due now.</summary>
    /// <returns>When the next thing becomes due; null when nothing is planned.</returns>
    public async Task<Instant?> RunAsync(CancellationToken ct)
    {
        while (await RunTimersAsync(ct).ConfigureAwait(false) | await parts.Sender.SendAsync(Now, ct).ConfigureAwait(false))
        {
            // What was done may have made more due at this very moment.
        }

        return await NextDueAsync(ct).ConfigureAwait(false);
    }

    public Task<Instant?> NextDueAsync(CancellationToken ct) => database.ReadAsync(
        async db =>
        {
            var timer = await parts.Timers.NextDueAsync(db).ConfigureAwait(false);
            var message = await parts.Outbox.NextDueAsync(db).ConfigureAwait(false);
            return (timer, message) switch
            {
                ({ } a, { } b) => Instant.Min(a, b),
                _ => timer ?? message,
            };
        },
        ct);

    private async Task<bool> RunTimersAsync(CancellationToken ct)
    {
        var due = await database.ReadAsync(db => parts.Timers.DueAsync(db, Now), ct).ConfigureAwait(false);
        foreach (var timer in due)
        {
            try
            {
                await database.WriteAsync(db => RunAsync(db, timer), ct).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failures.InTimer(fault, timer);
                var later = Now + Duration.Min(LongestBackOff, Duration.FromSeconds(1 << Math.Min(timer.Attempts, 10)));
                await database.WriteAsync(db => parts.Timers.PostponeAsync(db, timer, later), ct).ConfigureAwait(false);
            }
        }

        return due.Count > 0;
    }

    private async Task<bool> RunAsync(DbSession db, Timer timer)
    {
        if (!await parts.Timers.TakeAsync(db, timer).ConfigureAwait(false)) return false;
        var workspace = await parts.Workspaces.FindAsync(db, timer.WorkspaceId).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"A timer belongs to no workspace: {timer.WorkspaceId}.");
        var handler = map.FindTimer(timer.Kind) ?? throw new InvalidOperationException($"No feature answers timers of kind '{timer.Kind}'.");
        await handler(new UnitOfWork(db, workspace, Now), timer.Key).ConfigureAwait(false);
        return true;
    }
}

/// <summary>What the cycle works with besides the database.</summary>
public sealed record CycleParts(TimerStore Timers, OutboxStore Outbox, OutboxSender Sender, WorkspaceStore Workspaces);
