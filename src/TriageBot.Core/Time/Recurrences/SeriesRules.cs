using NodaTime;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>The open instance of a series; there is at most one (rule R2).</summary>
/// <param name="Scheduled">The date of the grid it was made for; its due date is <see cref="Occurrences.Due"/> of it.</param>
/// <param name="LastScheduled">The last date of the grid that it stands for, since later ones came while it was open.</param>
/// <param name="Missed">How many those are.</param>
/// <param name="Number">How many instances the series has had, this one included.</param>
public sealed record SeriesInstance(LocalDate Scheduled, LocalDate LastScheduled, int Missed = 0, int Number = 1);

/// <summary>What follows what in a series (rules R2–R5).</summary>
public static class SeriesRules
{
    /// <summary>The first instance; null when every date is skipped or paused.</summary>
    /// <param name="pausedUntil">Dates before it make no instance (rule R5).</param>
    public static SeriesInstance? First(Recurrence rule, WorkCalendar calendar, LocalDate? pausedUntil = null) =>
        Next(rule, rule.Anchor.PlusDays(-1), calendar, pausedUntil) is { } scheduled ? new SeriesInstance(scheduled, scheduled) : null;

    /// <summary>The open instance with the dates counted as missed that came due since; its own due date stays (rule R2).</summary>
    public static SeriesInstance CaughtUp(Recurrence rule, SeriesInstance open, LocalDate today, WorkCalendar calendar, LocalDate? pausedUntil = null)
    {
        if (rule.Mode == RecurrenceMode.AfterCompletion) return open;
        var lastDue = Occurrences.Due(rule, open.LastScheduled, calendar) ?? open.LastScheduled;
        while (Next(rule, open.LastScheduled, calendar, pausedUntil) is { } next && Occurrences.Due(rule, next, calendar) is { } due && due <= today)
        {
            // A closed day may move two dates onto one, which then is missed once.
            open = open with { LastScheduled = next, Missed = due > lastDue ? open.Missed + 1 : open.Missed };
            lastDue = due;
        }

        return open;
    }

    /// <summary>The instance that follows when the open one is done; null when the series is over.</summary>
    /// <param name="on">The logical day of completion.</param>
    public static SeriesInstance? Done(Recurrence rule, SeriesInstance open, LocalDate on, WorkCalendar calendar, LocalDate? pausedUntil = null)
    {
        var next = rule.Mode switch
        {
            RecurrenceMode.AfterCompletion => AfterCompletion(rule, open.Number, on, calendar, pausedUntil),
            RecurrenceMode.KeepAll => NextDay(rule, open.Scheduled, open.Scheduled, calendar, pausedUntil),
            _ => NextDay(rule, LocalDate.Max(open.LastScheduled, on), open.LastScheduled, calendar, pausedUntil),
        };
        return next is { } scheduled ? new SeriesInstance(scheduled, scheduled, Missed: 0, open.Number + 1) : null;
    }

    /// <summary>The instance that follows when the open one is dropped (rule R5): as when it is done, but nothing was completed to count from.</summary>
    public static SeriesInstance? Skipped(Recurrence rule, SeriesInstance open, LocalDate today, WorkCalendar calendar, LocalDate? pausedUntil = null) =>
        Done(rule, open, LocalDate.Max(open.Scheduled, today.PlusDays(-1)), calendar, pausedUntil);

    /// <summary>The open instance put to the first date that a pause leaves (rule R5); one that is owed already stays. Null when none is left.</summary>
    /// <param name="until">The first date that may make an instance again; null goes on from today.</param>
    public static SeriesInstance? Paused(Recurrence rule, SeriesInstance open, LocalDate today, WorkCalendar calendar, LocalDate? until)
    {
        if (open.Scheduled < today) return open;
        var next = Next(rule, today.PlusDays(-1), calendar, until);
        return next is { } scheduled ? open with { Scheduled = scheduled, LastScheduled = scheduled, Missed = 0 } : null;
    }

    /// <summary>When an instance is due: its scheduled date after the policy for closed days, at the series' wall time (rules R4, T4).</summary>
    public static DueValue DueOf(Recurrence rule, LocalDate scheduled, WorkCalendar calendar)
    {
        var date = Occurrences.Due(rule, scheduled, calendar) ?? scheduled;
        return rule.At is { } time ? Candidates.Fitted(new DueValue.At(date + time, rule.Zone)) : new DueValue.Day(date);
    }

    /// <summary>Until when nothing new comes: a pause of its own, or being away if it is daily (rule R5).</summary>
    /// <param name="back">The first day of whoever does it after being away; null for somebody who is there.</param>
    public static LocalDate? PausedUntil(Recurrence rule, LocalDate? pausedUntil, LocalDate? back)
    {
        if (back is not { } first || !PausesWhenAway(rule)) return pausedUntil;
        return pausedUntil is { } paused ? LocalDate.Max(paused, first) : first;
    }

    /// <summary>Whether being away pauses it: only what repeats daily (rule R5).</summary>
    public static bool PausesWhenAway(Recurrence rule) => rule.Pattern is { Every: 1 } and (RecurrencePattern.Days or RecurrencePattern.Workdays);

    /// <summary>"missed ×3 since Mon"; null when nothing is missed.</summary>
    public static string? MissedText(Recurrence rule, SeriesInstance open, LocalDate today, WorkCalendar calendar)
    {
        if (open.Missed == 0) return null;
        var since = Occurrences.Due(rule, open.Scheduled, calendar) ?? open.Scheduled;
        return $"missed ×{open.Missed} since {(Period.DaysBetween(since, today) < 7 ? TimeText.Weekday(since.DayOfWeek) : TimeText.Day(since, today))}";
    }

    /// <summary>The first scheduled date after <paramref name="after"/> that is neither paused nor skipped for a closed day.</summary>
    private static LocalDate? Next(Recurrence rule, LocalDate after, WorkCalendar calendar, LocalDate? pausedUntil)
    {
        if (pausedUntil is { } until && until.PlusDays(-1) > after) after = until.PlusDays(-1);
        var next = Occurrences.After(rule, after, calendar);
        for (var rejected = 0; next is { } date && Occurrences.Due(rule, date, calendar) is null; rejected++)
        {
            next = rejected < Occurrences.MaxRejected ? Occurrences.After(rule, date, calendar) : null;
        }

        return next;
    }

    /// <summary>As <see cref="Next"/>, but on another day than the instance before it: closed days may move two dates onto one.</summary>
    private static LocalDate? NextDay(Recurrence rule, LocalDate after, LocalDate before, WorkCalendar calendar, LocalDate? pausedUntil)
    {
        var lastDue = Occurrences.Due(rule, before, calendar) ?? before;
        var next = Next(rule, after, calendar, pausedUntil);
        while (next is { } date && Occurrences.Due(rule, date, calendar) <= lastDue) next = Next(rule, date, calendar, pausedUntil);
        return next;
    }

    private static LocalDate? AfterCompletion(Recurrence rule, int made, LocalDate on, WorkCalendar calendar, LocalDate? pausedUntil)
    {
        if (rule.End is RecurrenceEnd.Times times && made >= times.Count) return null;
        var (pattern, earliest) = Occurrences.FromCompletion(rule.Pattern, on, calendar);
        var counted = rule with { Pattern = pattern, Anchor = earliest, End = rule.End is RecurrenceEnd.Until until ? until : new RecurrenceEnd.Never() };
        return Next(counted, earliest.PlusDays(-1), calendar, pausedUntil);
    }
}
