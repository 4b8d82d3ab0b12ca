using System.Globalization;
using NodaTime;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>A pattern as it is stored: "2 weeks on 2,5" (ISO weekdays), "1 months on 15,last". Unlike words for people, these never change.</summary>
public static class PatternText
{
    private const string Last = "last";

    public static string Print(RecurrencePattern pattern) => Every(pattern) + pattern switch
    {
        RecurrencePattern.Days => "days",
        RecurrencePattern.Workdays => "workdays",
        RecurrencePattern.Weeks { On: Weekdays.None } => "weeks",
        RecurrencePattern.Weeks weeks => $"weeks on {string.Join(',', weeks.On.InOrder().Select(day => (int)day))}",
        RecurrencePattern.Months { On.IsEmpty: true } => "months",
        RecurrencePattern.Months months => $"months on {string.Join(',', DaysOf(months.On))}",
        RecurrencePattern.NthWeekday nth => string.Create(CultureInfo.InvariantCulture, $"months nth {nth.Nth},{(int)nth.Day}"),
        RecurrencePattern.NthWorkday nth => string.Create(CultureInfo.InvariantCulture, $"months workday {nth.Nth}"),
        RecurrencePattern.Years { On: { } day } => string.Create(CultureInfo.InvariantCulture, $"years on {day.Month},{day.Day}"),
        RecurrencePattern.Years => "years",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };

    /// <exception cref="FormatException">The text was not written by <see cref="Print"/>.</exception>
    public static RecurrencePattern Read(string text) => text.Split(' ') switch
    {
        [var every, "days"] => new RecurrencePattern.Days(Number(every)),
        [var every, "workdays"] => new RecurrencePattern.Workdays(Number(every)),
        [var every, "weeks"] => new RecurrencePattern.Weeks(Number(every)),
        [var every, "weeks", "on", var days] =>
            new RecurrencePattern.Weeks(Number(every), Numbers(days).Aggregate(Weekdays.None, (set, day) => set | ((IsoDayOfWeek)day).AsSet())),
        [var every, "months"] => new RecurrencePattern.Months(Number(every)),
        [var every, "months", "on", var days] => new RecurrencePattern.Months(Number(every), days.Split(',').Select(DayOf).Aggregate((all, day) => all.With(day))),
        [var every, "months", "nth", var nth] when Numbers(nth) is [var rank, var day] => new RecurrencePattern.NthWeekday(Number(every), rank, (IsoDayOfWeek)day),
        [var every, "months", "workday", var nth] => new RecurrencePattern.NthWorkday(Number(every), Number(nth)),
        [var every, "years"] => new RecurrencePattern.Years(Number(every)),
        [var every, "years", "on", var date] when Numbers(date) is [var month, var day] => new RecurrencePattern.Years(Number(every), new AnnualDate(month, day)),
        _ => throw new FormatException($"'{text}' is no stored pattern."),
    };

    private static string Every(RecurrencePattern pattern) => string.Create(CultureInfo.InvariantCulture, $"{pattern.Every} ");

    private static IEnumerable<string> DaysOf(MonthDays days)
    {
        var numbers = days.Numbers.Select(day => day.ToString(CultureInfo.InvariantCulture));
        return days.HasLast ? numbers.Append(Last) : numbers;
    }

    private static MonthDays DayOf(string text) => text == Last ? MonthDays.Last : MonthDays.Of(Number(text));

    private static int[] Numbers(string text) => [.. text.Split(',').Select(Number)];

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
