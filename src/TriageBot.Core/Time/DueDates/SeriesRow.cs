using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A series as the labelled rows write it: like an RRULE without its start, with the time as <c>AT=09:00</c>.</summary>
internal static class SeriesRow
{
    private const string WorkingWeek = "BYDAY=MO,TU,WE,TH,FR";

    public static string Of(Recurrence rule) =>
        string.Join(';', Parts(rule.Pattern).Concat(rule.At is { } time ? [$"AT={TimeText.Clock(time)}"] : []));

    private static IEnumerable<string> Parts(RecurrencePattern pattern) => pattern switch
    {
        RecurrencePattern.Days => Every("DAILY", pattern),
        RecurrencePattern.Workdays { Every: 1 } => ["FREQ=WEEKLY", WorkingWeek],
        RecurrencePattern.Workdays => [.. Every("DAILY", pattern), WorkingWeek],
        RecurrencePattern.Weeks { On: Weekdays.None } => Every("WEEKLY", pattern),
        RecurrencePattern.Weeks weeks => [.. Every("WEEKLY", pattern), $"BYDAY={string.Join(',', weeks.On.InOrder().Select(RruleText.Day))}"],
        RecurrencePattern.Months { On.IsEmpty: true } => Every("MONTHLY", pattern),
        RecurrencePattern.Months months => [.. Every("MONTHLY", pattern), $"BYMONTHDAY={Numbers(months.On)}"],
        RecurrencePattern.NthWeekday nth => [.. Every("MONTHLY", pattern), $"BYDAY={nth.Nth}{RruleText.Day(nth.Day)}"],
        RecurrencePattern.NthWorkday nth => [.. Every("MONTHLY", pattern), WorkingWeek, $"BYSETPOS={nth.Nth}"],
        RecurrencePattern.Years { On: { } day } => [.. Every("YEARLY", pattern), $"BYMONTH={day.Month}", $"BYMONTHDAY={day.Day}"],
        RecurrencePattern.Years => Every("YEARLY", pattern),
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };

    private static string Numbers(MonthDays days) => string.Join(',', days.HasLast ? days.Numbers.Append(-1) : days.Numbers);

    private static IEnumerable<string> Every(string frequency, RecurrencePattern pattern) =>
        pattern.Every == 1 ? [$"FREQ={frequency}"] : [$"FREQ={frequency}", $"INTERVAL={pattern.Every}"];
}
