using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Timers;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Breaks;

/// <summary>
/// What a break does by itself: a forced one asks at its start, a planned one that stays closed gets one nudge and is carried at its end (rules H2, H13, H16).
/// Catch-up: each looks at what is held now; after its break is over a nudge is dropped.
/// </summary>
internal sealed class BreakTimers(UrgentStore urgent, BreakStore breaks, OwnerStore owners, Drain drain, BreakNotices notices)
{
    public const string Forced = "break-forced";
    public const string Nudge = "break-nudge";
    public const string End = "break-end";

    private static readonly Duration NudgeAfter = Duration.FromMinutes(10);

    /// <summary>Sets the timers of a break that has something held for it. Moving a break moves them, for it keeps its key.</summary>
    public static async Task WatchAsync(TimerStore timers, UnitOfWork unit, MemberId owner, Break span)
    {
        var key = owner.Value + "|" + span.Key;
        if (span.Kind == BreakKind.Forced) await timers.KeepAsync(unit, Forced, key, span.Start).ConfigureAwait(false);
        await timers.KeepAsync(unit, Nudge, key, span.Start + (span.Length > NudgeAfter ? NudgeAfter : span.Length / 2)).ConfigureAwait(false);
        await timers.KeepAsync(unit, End, key, span.End).ConfigureAwait(false);
    }

    public static Task WatchEndAsync(TimerStore timers, UnitOfWork unit, BreakSession session, Instant due) =>
        timers.SetAsync(unit, End, session.OwnerId.Value + "|" + session.Key, due);

    public async Task AskForForcedAsync(UnitOfWork unit, string key)
    {
        if (await FindNowClosedAsync(unit, key).ConfigureAwait(false) is not var (plan, waiting)) return;
        await notices.AskForForcedAsync(unit, plan, waiting).ConfigureAwait(false);
    }

    public async Task NudgeAsync(UnitOfWork unit, string key)
    {
        if (await FindNowClosedAsync(unit, key).ConfigureAwait(false) is not var (plan, waiting)) return;
        await notices.NudgeAsync(unit, plan, waiting).ConfigureAwait(false);
    }

    public async Task EndAsync(UnitOfWork unit, string key)
    {
        var (owner, breakKey) = Split(key);
        var open = await breaks.FindOpenAsync(unit.Db, unit.Workspace.Id, owner).ConfigureAwait(false);
        if (open?.Key == breakKey)
        {
            await drain.EndOverdueAsync(unit, open).ConfigureAwait(false);
            return;
        }

        if (await FindClosedAsync(unit, key).ConfigureAwait(false) is not var (plan, waiting)) return;
        await drain.CarryMissedAsync(unit, plan, waiting[0].ReleaseAt).ConfigureAwait(false);
    }

    /// <summary>The same while the break is not yet over: nobody is asked to open a break that has passed.</summary>
    private async Task<(OwnerPlan Plan, IReadOnlyList<HeldMessage> Waiting)?> FindNowClosedAsync(UnitOfWork unit, string key)
    {
        if (await FindClosedAsync(unit, key).ConfigureAwait(false) is not var (plan, waiting)) return null;
        return await drain.IsNowAsync(unit, plan, Split(key).BreakKey).ConfigureAwait(false) ? (plan, waiting) : null;
    }

    /// <summary>What is held for a break that was not opened; null when nothing is, or its owner is an owner no longer.</summary>
    private async Task<(OwnerPlan Plan, IReadOnlyList<HeldMessage> Waiting)?> FindClosedAsync(UnitOfWork unit, string key)
    {
        var (owner, breakKey) = Split(key);
        var held = await urgent.HeldAsync(unit.Db, unit.Workspace.Id, owner).ConfigureAwait(false);
        var waiting = held.Where(message => message.SessionId is null && message.BreakKey == breakKey).ToList();
        return waiting.Count > 0 && await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is { } plan ? (plan, waiting) : null;
    }

    private static (MemberId Owner, string BreakKey) Split(string key)
    {
        var bar = key.LastIndexOf('|');
        return (new MemberId(key[..bar]), key[(bar + 1)..]);
    }
}
