using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Escalations;

/// <summary>What has become due for one clock.</summary>
public enum ClockNews
{
    /// <summary>80 % are used (rule C4).</summary>
    Warning,

    /// <summary>The deadline has passed, and its reader is at work.</summary>
    Breach,
}

/// <summary>When an escalation next needs looking at, and what is to be said then (rule C4). Warnings and breaches are each said once, never outside the reader's hours.</summary>
public static class EscalationTimes
{
    private static readonly Duration JustAfter = Duration.FromMilliseconds(1);

    /// <summary>All breaches that have happened, noted at the moment they happened.</summary>
    public static Escalation Breached(Escalation escalation, Instant now) =>
        escalation with { Clocks = [.. escalation.Clocks.Select(clock => ClockRules.Breach(clock, now))] };

    /// <summary>What is to be said now, for each clock at most one thing: once it is late there is no point in a warning.</summary>
    /// <param name="escalation">After <see cref="Breached"/>.</param>
    public static IReadOnlyList<(ServiceClock Clock, ClockNews News)> NewsAt(Escalation escalation, Instant now, WorkCalendar service, WorkCalendar reader)
    {
        var news = new List<(ServiceClock, ClockNews)>();
        foreach (var clock in escalation.Clocks)
        {
            if (IsBreachUntold(clock) && reader.IsOpen(now)) news.Add((clock, ClockNews.Breach));
            else if (WarningAt(clock, service, reader) <= now) news.Add((clock, ClockNews.Warning));
        }

        return news;
    }

    /// <summary>Null when nothing is to come: everything is said, or stands still.</summary>
    public static Instant? NextAt(Escalation escalation, Instant now, WorkCalendar service, WorkCalendar reader)
    {
        Instant? next = null;
        foreach (var clock in escalation.Clocks)
        {
            Instant? at = IsBreachUntold(clock) ? reader.NextOpen(now)
                : clock is { EndedAt: null, BreachedAt: null, DueAt: { } due } ? Earlier(WarningAt(clock, service, reader), due + JustAfter)
                : null;
            next = Earlier(next, at);
        }

        return next;
    }

    /// <summary>Null where it was given, or would come no earlier than the breach.</summary>
    private static Instant? WarningAt(ServiceClock clock, WorkCalendar service, WorkCalendar reader)
    {
        if (clock is not { EndedAt: null, BreachedAt: null, WarnedAt: null, DueAt: { } due }) return null;
        if (ClockRules.At(clock, ClockRules.WarningPercent, service) is not { } wanted) return null;
        var at = ReaderHours.For(wanted, clock.RunningSinceAt ?? clock.StartedAt, reader);
        return at < due ? at : null;
    }

    /// <summary>An end in the meantime makes a late message pointless.</summary>
    private static bool IsBreachUntold(ServiceClock clock) => clock is { EndedAt: null, BreachedAt: not null, BreachToldAt: null };

    private static Instant? Earlier(Instant? first, Instant? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        ({ } a, { } b) => Instant.Min(a, b),
    };
}
