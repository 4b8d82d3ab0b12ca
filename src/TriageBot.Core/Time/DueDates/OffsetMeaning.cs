using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Calendar arithmetic with durations (rule T4): a month later is the same day of the month, or its last.</summary>
internal static class OffsetMeaning
{
    private const int MaxYears = 1000;
    private const int MaxWorkdays = 500;

    /// <param name="sign">1 ahead, −1 back.</param>
    public static Meant<DateMeant> Shift(LocalDate from, OffsetSaid offset, int sign, DueContext context)
    {
        if (offset.HasClockUnit) return new DueReading.Refusal("Minutes and hours are counted from now, not from a date.", 0, "in 2 hours");
        return Sum(from, offset, sign, context.Calendar) is { } date
            ? new DateMeant(date, $"{offset} counted in the calendar")
            : new DueReading.Refusal("That is too far away for a due date.", 0, "in 2 weeks");
    }

    /// <summary>The date after the calendar units alone; null when it is too far away.</summary>
    public static LocalDate? Sum(LocalDate from, OffsetSaid offset, int sign, WorkCalendar calendar)
    {
        foreach (var (count, unit) in offset.Parts)
        {
            if (count > (unit switch { DueUnit.Year => MaxYears, DueUnit.Workday => MaxWorkdays, _ => int.MaxValue })) return null;
            from = Add(from, sign * count, unit, calendar);
        }

        return from;
    }

    private static LocalDate Add(LocalDate from, int count, DueUnit unit, WorkCalendar calendar) => unit switch
    {
        DueUnit.Day => from.PlusDays(count),
        DueUnit.Workday => calendar.AddWorkingDays(from, count),
        DueUnit.Week => from.PlusWeeks(count),
        DueUnit.Fortnight => from.PlusWeeks(2 * count),
        DueUnit.Month => from.PlusMonths(count),
        DueUnit.Quarter => from.PlusMonths(3 * count),
        DueUnit.Year => from.PlusYears(count),
        _ => from,
    };
}
