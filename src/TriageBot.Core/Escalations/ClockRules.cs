using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Escalations;

/// <summary>
/// The arithmetic of a clock (rules C1–C4, T7). A clock carries what it has counted; every change of pause, level or hours first settles that, so only the rest is ever
/// counted anew. Calendars are those of the service level.
/// </summary>
public static class ClockRules
{
    public const int WarningPercent = 80;
    public const int AgendaPercent = 50;
    private const int ReTieredPercent = 10;

    public static ServiceClock Start(ClockKind kind, int ordinal, Instant at, Duration target, WorkCalendar calendar) => Due(
        new ServiceClock { Kind = kind, Ordinal = ordinal, StartedAt = at, RunningSinceAt = at, Target = target },
        calendar);

    /// <summary>Working time used at a moment that is not before what is already settled.</summary>
    public static Duration UsedAt(ServiceClock clock, Instant at, WorkCalendar calendar) =>
        clock.RunningSinceAt is { } since && at > since ? clock.Used + calendar.WorkingTime(since, at) : clock.Used;

    /// <summary>Negative when it is past.</summary>
    public static Duration LeftAt(ServiceClock clock, Instant at, WorkCalendar calendar) => clock.Target - UsedAt(clock, at, calendar);

    /// <summary>Stands still from now on: we wait for the customer (rule C2).</summary>
    public static ServiceClock Pause(ServiceClock clock, Instant at, WorkCalendar calendar) =>
        clock.IsRunning ? Settled(clock, at, calendar) with { RunningSinceAt = null, DueAt = null } : clock;

    public static ServiceClock Resume(ServiceClock clock, Instant at, WorkCalendar calendar) =>
        clock.IsPaused ? Due(clock with { RunningSinceAt = at }, calendar) : clock;

    /// <summary>What it measured has happened. An end at the very moment of the deadline is in time.</summary>
    public static ServiceClock End(ServiceClock clock, Instant at, WorkCalendar calendar)
    {
        if (clock.EndedAt is not null) return clock;
        var settled = Breach(Settled(clock, at, calendar), at);
        return settled with { RunningSinceAt = null, EndedAt = at };
    }

    /// <summary>Goes on where it ended: the matter was reopened (rule C3).</summary>
    public static ServiceClock Reopen(ServiceClock clock, Instant at, WorkCalendar calendar) =>
        clock.EndedAt is null ? clock : Due(clock with { EndedAt = null, RunningSinceAt = at }, calendar);

    /// <summary>Hours or closures changed at a moment: what was counted stays, the rest is counted in the new ones (rule T7).</summary>
    public static ServiceClock ChangeHours(ServiceClock clock, Instant at, WorkCalendar before, WorkCalendar after) =>
        clock.IsRunning ? Due(Settled(clock, at, before), after) : clock;

    /// <summary>Another level: start and used time stay. What would be past already gets a tenth of the new target from now on, marked (rule C3).</summary>
    public static ServiceClock ChangeLevel(ServiceClock clock, Instant at, WorkCalendar before, WorkCalendar after, Duration target)
    {
        if (clock.EndedAt is not null) return clock;
        if (clock.BreachedAt is not null) return ChangeHours(clock, at, before, after);
        var settled = clock.IsRunning ? Settled(clock, at, before) : clock;
        var isPast = settled.Used >= target;
        var changed = settled with { Target = isPast ? settled.Used + (target * ReTieredPercent / 100) : target, IsReTiered = isPast };
        return changed.IsRunning ? Due(changed, after) : changed;
    }

    /// <summary>The deadline has passed: noted once, with the moment it passed. Nothing changes when it has not.</summary>
    public static ServiceClock Breach(ServiceClock clock, Instant now) =>
        clock is { EndedAt: null, BreachedAt: null, DueAt: { } due } && due < now ? clock with { BreachedAt = due } : clock;

    /// <summary>When so much of the target is used, if nothing changes; null while it stands still.</summary>
    public static Instant? At(ServiceClock clock, int percent, WorkCalendar calendar)
    {
        if (clock.RunningSinceAt is not { } since || clock.EndedAt is not null) return null;
        var wanted = clock.Target * percent / 100;
        return wanted <= clock.Used ? since : calendar.Deadline(since, wanted - clock.Used);
    }

    /// <summary>When so much working time is left, if nothing changes; where there was less from the beginning, its beginning. Null while it stands still.</summary>
    public static Instant? Before(ServiceClock clock, Duration left, WorkCalendar calendar)
    {
        if (clock.RunningSinceAt is not { } since || clock.EndedAt is not null) return null;
        var wanted = clock.Target - left;
        return wanted <= clock.Used ? since : calendar.Deadline(since, wanted - clock.Used);
    }

    public static bool IsPastPercent(ServiceClock clock, int percent, Instant now, WorkCalendar calendar) =>
        UsedAt(clock, now, calendar) * 100 >= clock.Target * percent;

    private static ServiceClock Settled(ServiceClock clock, Instant at, WorkCalendar calendar) => clock.RunningSinceAt is not null && at > clock.RunningSinceAt
        ? clock with { Used = UsedAt(clock, at, calendar), RunningSinceAt = at }
        : clock;

    private static ServiceClock Due(ServiceClock clock, WorkCalendar calendar)
    {
        if (clock.RunningSinceAt is not { } since) return clock with { DueAt = null };
        // What was already past keeps the deadline it missed.
        return clock.Used >= clock.Target
            ? clock with { DueAt = clock.DueAt ?? clock.BreachedAt ?? since }
            : clock with { DueAt = calendar.Deadline(since, clock.Target - clock.Used) };
    }
}
