using NodaTime;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>A pattern as periods (days, weeks, months, years) numbered from the anchor's, and the dates in each.</summary>
internal static class PatternDates
{
    private const int LongestMonth = 31;

    /// <summary>The number of the last period that begins on or before the date; 0 holds the anchor.</summary>
    public static int PeriodOf(RecurrencePattern pattern, LocalDate anchor, LocalDate date) => pattern switch
    {
        RecurrencePattern.Days => Period.DaysBetween(anchor, date) / pattern.Every,
        RecurrencePattern.Weeks => Period.DaysBetween(Monday(anchor), date) / (7 * pattern.Every),
        RecurrencePattern.Years => (date.Year - anchor.Year) / pattern.Every,
        _ => Months(anchor, date) / pattern.Every,
    };

    /// <summary>Null beyond the calendar.</summary>
    public static LocalDate? StartOf(RecurrencePattern pattern, LocalDate anchor, int period)
    {
        var units = (long)period * pattern.Every;
        if (units > 1_000_000) return null;
        return pattern switch
        {
            RecurrencePattern.Days => anchor.PlusDays((int)units),
            RecurrencePattern.Weeks => Monday(anchor).PlusWeeks((int)units),
            RecurrencePattern.Years when anchor.Year + units <= 9999 => new LocalDate(anchor.Year + (int)units, 1, 1),
            RecurrencePattern.Years => null,
            _ when Months(anchor, new LocalDate(9999, 1, 1)) > units => FirstOfMonth(anchor).PlusMonths((int)units),
            _ => null,
        };
    }

    /// <summary>The dates in the period that begins on <paramref name="start"/>, ascending; in the first one some may lie before the anchor.</summary>
    public static IEnumerable<LocalDate> In(RecurrencePattern pattern, LocalDate anchor, LocalDate start, WorkCalendar calendar) => pattern switch
    {
        RecurrencePattern.Days => [start],
        RecurrencePattern.Weeks { On: Weekdays.None } => [start.PlusDays((int)anchor.DayOfWeek - 1)],
        RecurrencePattern.Weeks weeks => weeks.On.InOrder().Select(day => start.PlusDays((int)day - 1)),
        RecurrencePattern.Months { On.IsEmpty: true } => [DayIn(start, anchor.Day)],
        RecurrencePattern.Months months => InMonth(start, months.On),
        RecurrencePattern.NthWeekday nth => Nth(Days(start).Where(date => date.DayOfWeek == nth.Day), nth.Nth),
        RecurrencePattern.NthWorkday nth => Nth(Days(start).Where(calendar.IsWorkingDay), nth.Nth),
        RecurrencePattern.Years years => [(years.On ?? new AnnualDate(anchor.Month, anchor.Day)).InYear(start.Year)],
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };

    private static IEnumerable<LocalDate> InMonth(LocalDate start, MonthDays days)
    {
        var numbers = days.HasLast ? days.Numbers.Append(LongestMonth) : days.Numbers;
        return numbers.Select(day => DayIn(start, day)).Distinct().Order();
    }

    private static IEnumerable<LocalDate> Nth(IEnumerable<LocalDate> dates, int nth)
    {
        var all = dates.ToList();
        var index = nth > 0 ? nth - 1 : all.Count + nth;
        return index >= 0 && index < all.Count ? [all[index]] : [];
    }

    /// <summary>The day of that number, or the last of a shorter month (rule R1).</summary>
    private static LocalDate DayIn(LocalDate month, int day) =>
        new(month.Year, month.Month, Math.Min(day, month.Calendar.GetDaysInMonth(month.Year, month.Month)));

    private static IEnumerable<LocalDate> Days(LocalDate month) =>
        Enumerable.Range(0, month.Calendar.GetDaysInMonth(month.Year, month.Month)).Select(month.PlusDays);

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    private static LocalDate FirstOfMonth(LocalDate date) => date.With(DateAdjusters.StartOfMonth);

    private static int Months(LocalDate from, LocalDate to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
