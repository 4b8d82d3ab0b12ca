using System.Globalization;
using NodaTime;

namespace TriageBot.Core.Tests.Recurrences;

/// <summary>An RRULE worked out day by day, as the prose of RFC 5545 section 3.3.10 puts it. Slow, and independent of the product.</summary>
internal sealed class RfcCalendar
{
    private static readonly string[] DayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private readonly Dictionary<string, string> parts;
    private readonly LocalDate start;

    private RfcCalendar(string rule, LocalDate start)
    {
        parts = rule.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        this.start = start;
    }

    public static IReadOnlyList<LocalDate> Dates(string rule, LocalDate start, LocalDate end) => new RfcCalendar(rule, start).Dates(end);

    private List<LocalDate> Dates(LocalDate end)
    {
        // BYSETPOS picks from the set of a whole interval, so the first one is looked at from its beginning
        var first = PeriodStart(start);
        // and the last one to its end.
        var days = Enumerable.Range(0, Period.DaysBetween(first, end.PlusYears(1))).Select(first.PlusDays);
        var found = days.GroupBy(PeriodStart).Where(period => InInterval(period.Key)).SelectMany(period => Positions([.. period.Where(Matches)]));
        var kept = found.Where(date => date >= start && date <= end);
        if (parts.TryGetValue("COUNT", out var count)) kept = kept.Take(Number(count));
        if (parts.TryGetValue("UNTIL", out var until)) kept = kept.Where(date => string.CompareOrdinal(date.ToString("uuuuMMdd", null), until[..8]) <= 0);
        return [.. kept];
    }

    private LocalDate PeriodStart(LocalDate date) => parts["FREQ"] switch
    {
        "DAILY" => date,
        "WEEKLY" => date.PlusDays(1 - (int)date.DayOfWeek),
        "MONTHLY" => new LocalDate(date.Year, date.Month, 1),
        _ => new LocalDate(date.Year, 1, 1),
    };

    private bool InInterval(LocalDate period)
    {
        var first = PeriodStart(start);
        var passed = parts["FREQ"] switch
        {
            "DAILY" => Period.DaysBetween(first, period),
            "WEEKLY" => Period.DaysBetween(first, period) / 7,
            "MONTHLY" => ((period.Year - first.Year) * 12) + period.Month - first.Month,
            _ => period.Year - first.Year,
        };
        return passed % Number(parts.GetValueOrDefault("INTERVAL", "1")) == 0;
    }

    private bool Matches(LocalDate date)
    {
        if (parts.TryGetValue("BYMONTH", out var months) && !months.Split(',').Select(Number).Contains(date.Month)) return false;
        if (parts.TryGetValue("BYMONTHDAY", out var monthDays))
            return monthDays.Split(',').Select(Number).Any(day => date.Day == (day > 0 ? day : Length(date) + 1 + day));
        if (parts.TryGetValue("BYDAY", out var days)) return days.Split(',').Any(day => IsDay(date, day));
        // Information missing from the rule is taken from DTSTART.
        return parts["FREQ"] switch
        {
            "DAILY" => true,
            "WEEKLY" => date.DayOfWeek == start.DayOfWeek,
            "MONTHLY" => date.Day == start.Day,
            _ => date.Day == start.Day && date.Month == start.Month,
        };
    }

    private static bool IsDay(LocalDate date, string day)
    {
        if (day[^2..] != DayNames[(int)date.DayOfWeek - 1]) return false;
        if (day.Length == 2) return true;
        var nth = Number(day[..^2]);
        return nth > 0 ? (date.Day - 1) / 7 == nth - 1 : (Length(date) - date.Day) / 7 == -nth - 1;
    }

    private IEnumerable<LocalDate> Positions(IReadOnlyList<LocalDate> set)
    {
        if (!parts.TryGetValue("BYSETPOS", out var position)) return set;
        var index = Number(position) > 0 ? Number(position) - 1 : set.Count + Number(position);
        return index >= 0 && index < set.Count ? [set[index]] : [];
    }

    private static int Length(LocalDate date) => date.Calendar.GetDaysInMonth(date.Year, date.Month);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
