using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>A series in words that read back to the same series: "every other Tuesday at 09:00, from 3 Mar 2026".</summary>
public static class RecurrenceText
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <param name="home">The zone that need not be named.</param>
    public static string Print(Recurrence rule, DateTimeZone home) =>
        $"{Pattern(rule.Pattern)}{Time(rule, home)}, from {DatePattern.Format(rule.Anchor)}{End(rule.End)}{Mode(rule.Mode)}{ClosedDays(rule.ClosedDays)}";

    /// <summary>"every month on the 15th and last day"</summary>
    public static string Pattern(RecurrencePattern pattern) => pattern switch
    {
        RecurrencePattern.Days => Every(pattern.Every, "day"),
        RecurrencePattern.Workdays => Every(pattern.Every, "workday"),
        RecurrencePattern.Weeks weeks => Weeks(weeks),
        RecurrencePattern.Months { On.IsEmpty: true } => Every(pattern.Every, "month"),
        RecurrencePattern.Months months => $"{Every(pattern.Every, "month")} on the {Joined(Days(months.On))}",
        RecurrencePattern.NthWeekday nth => $"{Every(pattern.Every, "month")} on the {Rank(nth.Nth)} {nth.Day}",
        RecurrencePattern.NthWorkday nth => $"{Every(pattern.Every, "month")} on the {Rank(nth.Nth)} workday",
        RecurrencePattern.Years { On: { } day } => $"{Every(pattern.Every, "year")} on {day.Day} {MonthName(day.Month)}",
        RecurrencePattern.Years => Every(pattern.Every, "year"),
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };

    private static string Weeks(RecurrencePattern.Weeks weeks) => weeks switch
    {
        { On: Weekdays.None } => Every(weeks.Every, "week"),
        { On: Weekdays.MondayToFriday, Every: 1 } => "every weekday",
        { On: Weekdays.Weekend, Every: 1 } => "every weekend",
        { Every: 1 } => $"every {Names(weeks.On)}",
        { Every: 2 } when weeks.On.InOrder().Count == 1 => $"every other {Names(weeks.On)}",
        _ => $"{Every(weeks.Every, "week")} on {Names(weeks.On)}",
    };

    private static string Every(int interval, string unit) => interval switch
    {
        1 => $"every {unit}",
        2 => $"every other {unit}",
        _ => string.Create(CultureInfo.InvariantCulture, $"every {interval} {unit}s"),
    };

    private static string Names(Weekdays days) => Joined([.. days.InOrder().Select(day => day.ToString())]);

    private static IReadOnlyList<string> Days(MonthDays days)
    {
        var names = days.Numbers.Select(Ordinal);
        return [.. days.HasLast ? names.Append("last day") : names];
    }

    private static string Joined(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";

    private static string Rank(int nth)
    {
        if (nth == -1) return "last";
        var rank = Math.Abs(nth) <= Ordinals.Length ? Ordinals[Math.Abs(nth) - 1] : Ordinal(Math.Abs(nth));
        return nth < 0 ? $"{rank} last" : rank;
    }

    /// <summary>"1st", "12th", "23rd"</summary>
    internal static string Ordinal(int number) => (number % 10, number / 10) switch
    {
        (1, not 1) => $"{number}st",
        (2, not 1) => $"{number}nd",
        (3, not 1) => $"{number}rd",
        _ => $"{number}th",
    };

    private static string MonthName(int month) => new LocalDate(2000, month, 1).ToString("MMMM", CultureInfo.InvariantCulture);

    private static string Time(Recurrence rule, DateTimeZone home) => rule.At switch
    {
        null => "",
        { } time when rule.Zone.Id == home.Id => $" at {TimeText.Clock(time)}",
        { } time => $" at {TimeText.Clock(time)} {rule.Zone.Id}",
    };

    private static string End(RecurrenceEnd end) => end switch
    {
        RecurrenceEnd.Until until => $", until {DatePattern.Format(until.Last)}",
        RecurrenceEnd.Times times => $", {times.Count} times",
        _ => "",
    };

    private static string Mode(RecurrenceMode mode) => mode switch
    {
        RecurrenceMode.AfterCompletion => ", after completion",
        RecurrenceMode.KeepAll => ", keep all",
        _ => "",
    };

    private static string ClosedDays(ClosedDayPolicy policy) => policy switch
    {
        ClosedDayPolicy.MoveBefore => ", moved before closed days",
        ClosedDayPolicy.Skip => ", skipping closed days",
        ClosedDayPolicy.Keep => ", also on closed days",
        _ => "",
    };
}
