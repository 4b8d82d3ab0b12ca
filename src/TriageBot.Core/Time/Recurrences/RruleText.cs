using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>Series as RRULE text for calendars (RFC 5545, section 3.3.10), for what an RRULE can say.</summary>
/// <remarks>The start is told beside it (DTSTART): the anchor. Closed days and "keep all" are ours alone and not written; the scheduled dates are.</remarks>
public static class RruleText
{
    private const int SafeDay = 28;
    private static readonly string[] DayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"; null for what an RRULE cannot say: working days, dates counted from completion.</summary>
    public static string? Write(Recurrence rule)
    {
        if (rule.Mode == RecurrenceMode.AfterCompletion || Pattern(rule.Pattern, rule.Anchor) is not { } pattern) return null;
        return pattern + rule.End switch
        {
            RecurrenceEnd.Times times => Part("COUNT", times.Count),
            RecurrenceEnd.Until { Last: var last } when rule.At is { } time => $";UNTIL={Utc.Format(ZoneTime.ToInstant(last + time, rule.Zone))}",
            RecurrenceEnd.Until until => $";UNTIL={Date.Format(until.Last)}",
            _ => "",
        };
    }

    /// <summary>The series that this RRULE describes from that start on.</summary>
    /// <param name="anchor">The date of DTSTART.</param>
    /// <param name="at">Its time; null for a whole day.</param>
    public static ParseOutcome<Recurrence> Read(string text, LocalDate anchor, LocalTime? at, DateTimeZone zone) =>
        RruleReader.Read(text, new Recurrence(new RecurrencePattern.Days(1), anchor, zone) { At = at });

    /// <summary>"MO"</summary>
    internal static string Day(IsoDayOfWeek day) => DayNames[(int)day - 1];

    internal static IsoDayOfWeek? Day(string name) =>
        Array.IndexOf(DayNames, name) is >= 0 and var index ? (IsoDayOfWeek)(index + 1) : null;

    private static string? Pattern(RecurrencePattern pattern, LocalDate anchor) => pattern switch
    {
        RecurrencePattern.Days => Every("DAILY", pattern),
        RecurrencePattern.Weeks { On: Weekdays.None } => Every("WEEKLY", pattern),
        RecurrencePattern.Weeks weeks => $"{Every("WEEKLY", pattern)};BYDAY={string.Join(',', weeks.On.InOrder().Select(Day))}",
        RecurrencePattern.Months { On.IsEmpty: true } when anchor.Day <= SafeDay => Every("MONTHLY", pattern),
        RecurrencePattern.Months { On.IsEmpty: true } => Monthly(pattern, MonthDays.Of(anchor.Day)),
        RecurrencePattern.Months months => Monthly(pattern, months.On),
        RecurrencePattern.NthWeekday nth => $"{Every("MONTHLY", pattern)};BYDAY={nth.Nth.ToString(CultureInfo.InvariantCulture)}{Day(nth.Day)}",
        RecurrencePattern.Years { On: null } when anchor is not { Month: 2, Day: 29 } => Every("YEARLY", pattern),
        RecurrencePattern.Years years => Every("YEARLY", pattern) + Yearly(years.On ?? new AnnualDate(2, 29)),
        _ => null,
    };

    /// <summary>A day that some months lack is, for an RRULE, the last of the days from the 28th on (rule R1).</summary>
    private static string? Monthly(RecurrencePattern pattern, MonthDays days)
    {
        if (days.Numbers is [29 or 30] && !days.HasLast)
            return $"{Every("MONTHLY", pattern)};BYMONTHDAY={string.Join(',', Enumerable.Range(SafeDay, days.Numbers[0] - SafeDay + 1))};BYSETPOS=-1";
        if (days.Numbers.Any(day => day is 29 or 30)) return null;
        var hasLast = days.HasLast || days.Numbers.Contains(31);
        var numbers = days.Numbers.Where(day => day <= SafeDay);
        return $"{Every("MONTHLY", pattern)};BYMONTHDAY={string.Join(',', hasLast ? numbers.Append(-1) : numbers)}";
    }

    private static string Yearly(AnnualDate day) =>
        day is { Month: 2, Day: 29 } ? ";BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1" : Part("BYMONTH", day.Month) + Part("BYMONTHDAY", day.Day);

    private static string Every(string frequency, RecurrencePattern pattern) =>
        pattern.Every == 1 ? $"FREQ={frequency}" : $"FREQ={frequency}{Part("INTERVAL", pattern.Every)}";

    private static string Part(string name, int value) => string.Create(CultureInfo.InvariantCulture, $";{name}={value}");
}
