using NodaTime;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>The dates of a series. Each is computed from the anchor, so that a short month or a late completion moves no later one (rule R1).</summary>
public static class Occurrences
{
    /// <summary>Further on than any due date; ends the search of a grid that hits nothing more.</summary>
    private const int MaxYear = 9000;

    /// <summary>A pattern that comes true at all does so within 40 periods: 29 February on one weekday. One of working days may never.</summary>
    private const int MaxEmptyPeriods = 100;

    /// <summary>A series whose dates are all skipped is given up after so many.</summary>
    internal const int MaxRejected = 1_000;

    /// <summary>The scheduled dates from the anchor on, ascending, to the end of the series.</summary>
    /// <exception cref="NoOpenTimeException">A pattern of working days, and there are none.</exception>
    public static IEnumerable<LocalDate> Scheduled(Recurrence rule, WorkCalendar calendar) => rule.End switch
    {
        RecurrenceEnd.Until until => Grid(rule, calendar, rule.Anchor).TakeWhile(date => date <= until.Last),
        RecurrenceEnd.Times times => Grid(rule, calendar, rule.Anchor).Take(times.Count),
        _ => Grid(rule, calendar, rule.Anchor),
    };

    /// <summary>The first scheduled date after <paramref name="date"/>; null when the series is over.</summary>
    public static LocalDate? After(Recurrence rule, LocalDate date, WorkCalendar calendar)
    {
        // Only a counted end has to be walked to; every other date is computed where it lies.
        var dates = rule.End is RecurrenceEnd.Times
            ? Scheduled(rule, calendar).SkipWhile(scheduled => scheduled <= date)
            : Grid(rule, calendar, date.PlusDays(1));
        foreach (var next in dates) return rule.End is RecurrenceEnd.Until until && next > until.Last ? null : next;
        return null;
    }

    /// <summary>The day on which a scheduled date is due, after the policy for closed days (rule R4); null when it is skipped.</summary>
    /// <remarks>A weekday that the pattern names itself is meant, also where the week's hours leave it out; a closure still moves it.</remarks>
    public static LocalDate? Due(Recurrence rule, LocalDate scheduled, WorkCalendar calendar)
    {
        if (rule.ClosedDays == ClosedDayPolicy.Keep || calendar.IsWorkingDay(scheduled)) return scheduled;
        if (Names(rule.Pattern, scheduled.DayOfWeek) && !IsClosure(scheduled, calendar)) return scheduled;
        return rule.ClosedDays switch
        {
            ClosedDayPolicy.MoveAfter => calendar.WorkingDayAfter(scheduled),
            ClosedDayPolicy.MoveBefore => calendar.WorkingDayBefore(scheduled),
            _ => null,
        };
    }

    /// <summary>Dates on which the series could begin: its pattern without the interval.</summary>
    internal static IEnumerable<LocalDate> Starts(Recurrence rule, WorkCalendar calendar) =>
        Grid(rule with { Pattern = Singly(rule.Pattern) }, calendar, rule.Anchor).Take(MaxRejected);

    /// <summary>The days on which the series is due, each once: closed days may move two scheduled dates onto one.</summary>
    public static IEnumerable<LocalDate> Dues(Recurrence rule, WorkCalendar calendar)
    {
        LocalDate? last = null;
        foreach (var scheduled in Scheduled(rule, calendar))
        {
            if (Due(rule, scheduled, calendar) is not { } due || due <= last) continue;
            last = due;
            yield return due;
        }
    }

    /// <summary>The pattern without its interval and the first date it may hit, when the interval counts from a completion.</summary>
    internal static (RecurrencePattern Pattern, LocalDate Earliest) FromCompletion(RecurrencePattern pattern, LocalDate on, WorkCalendar calendar)
    {
        // A pattern that names its days has them found again after the intervals left out; the others have none but the interval.
        var named = pattern is not (RecurrencePattern.Days or RecurrencePattern.Workdays or RecurrencePattern.Weeks { On: Weekdays.None }
            or RecurrencePattern.Months { On.IsEmpty: true } or RecurrencePattern.Years { On: null });
        var intervals = named ? pattern.Every - 1 : pattern.Every;
        var date = pattern switch
        {
            RecurrencePattern.Days => on.PlusDays(intervals),
            RecurrencePattern.Workdays => calendar.AddWorkingDays(on, intervals),
            RecurrencePattern.Weeks => on.PlusWeeks(intervals),
            RecurrencePattern.Years => on.PlusYears(intervals),
            _ => on.PlusMonths(intervals),
        };
        return (Singly(pattern), named ? date.PlusDays(1) : date);
    }

    /// <summary>Dates of the pattern from <paramref name="from"/> on, not before the anchor.</summary>
    private static IEnumerable<LocalDate> Grid(Recurrence rule, WorkCalendar calendar, LocalDate from)
    {
        if (from < rule.Anchor) from = rule.Anchor;
        return rule.Pattern is RecurrencePattern.Workdays workdays ? Workdays(workdays, rule.Anchor, from, calendar) : Periods(rule, calendar, from);
    }

    private static IEnumerable<LocalDate> Periods(Recurrence rule, WorkCalendar calendar, LocalDate from)
    {
        var empty = 0;
        for (var index = PatternDates.PeriodOf(rule.Pattern, rule.Anchor, from); empty < MaxEmptyPeriods; index++)
        {
            empty++;
            if (PatternDates.StartOf(rule.Pattern, rule.Anchor, index) is not { Year: < MaxYear } start) yield break;
            foreach (var date in PatternDates.In(rule.Pattern, rule.Anchor, start, calendar))
            {
                if (date < from) continue;
                empty = 0;
                yield return date;
            }
        }
    }

    private static IEnumerable<LocalDate> Workdays(RecurrencePattern.Workdays pattern, LocalDate anchor, LocalDate from, WorkCalendar calendar)
    {
        var date = calendar.WorkingDayOnOrAfter(anchor);
        if (pattern.Every == 1 && from > date) date = calendar.WorkingDayOnOrAfter(from);
        for (; date.Year < MaxYear; date = calendar.AddWorkingDays(date, pattern.Every))
        {
            if (date >= from) yield return date;
        }
    }

    private static bool Names(RecurrencePattern pattern, IsoDayOfWeek day) => pattern switch
    {
        RecurrencePattern.Weeks weeks => weeks.On.Holds(day),
        RecurrencePattern.NthWeekday nth => nth.Day == day,
        _ => false,
    };

    /// <summary>Closed on that date, not merely on that day of every week.</summary>
    private static bool IsClosure(LocalDate date, WorkCalendar calendar) =>
        calendar.IsWorkingDay(date.PlusWeeks(-1)) || calendar.IsWorkingDay(date.PlusWeeks(1));

    private static RecurrencePattern Singly(RecurrencePattern pattern) => pattern switch
    {
        RecurrencePattern.Days => new RecurrencePattern.Days(1),
        RecurrencePattern.Workdays => new RecurrencePattern.Workdays(1),
        RecurrencePattern.Weeks { On: Weekdays.None } => new RecurrencePattern.Days(1),
        RecurrencePattern.Weeks weeks => new RecurrencePattern.Weeks(1, weeks.On),
        RecurrencePattern.Months { On.IsEmpty: true } => new RecurrencePattern.Days(1),
        RecurrencePattern.Months months => new RecurrencePattern.Months(1, months.On),
        RecurrencePattern.NthWeekday nth => new RecurrencePattern.NthWeekday(1, nth.Nth, nth.Day),
        RecurrencePattern.NthWorkday nth => new RecurrencePattern.NthWorkday(1, nth.Nth),
        RecurrencePattern.Years { On: null } => new RecurrencePattern.Days(1),
        RecurrencePattern.Years years => new RecurrencePattern.Years(1, years.On),
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };
}
