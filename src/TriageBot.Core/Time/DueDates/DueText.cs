using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>The echo of a due date (rule D2), which reads back to the same value.</summary>
public static class DueText
{
    private const int HoursUntil = 12;
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    /// <summary>"Fri 13 Mar 2026, 17:00 (in 2 days)"; "every other Tuesday at 09:00, from 3 Mar 2026".</summary>
    public static string Echo(DueValue due, Instant now, WorkCalendar calendar) =>
        Distance(due, now, calendar) is { } distance ? $"{Name(due, calendar)} ({distance})" : Name(due, calendar);

    /// <summary>The echo for whoever typed the date, with the same time as whoever does it will read it, where that is another (rule T1).</summary>
    /// <param name="reader">The calendar of whoever reads the echo.</param>
    /// <param name="doer">The calendar of whoever is to keep the date.</param>
    public static string EchoForBoth(DueValue due, Instant now, WorkCalendar reader, WorkCalendar doer)
    {
        if (due is not DueValue.At at || (at.Zone.Id == reader.Zone.Id && at.Zone.Id == doer.Zone.Id)) return Echo(due, now, reader);
        var others = new[] { reader.Zone, doer.Zone }.Where(zone => zone.Id != at.Zone.Id).DistinctBy(zone => zone.Id);
        return others.Aggregate(
            $"{Name(at, at.Zone.Id)} ({Distance(at, now, reader)})",
            (text, zone) => $"{text} = {TimeText.Moment(ZoneTime.ToInstant(at.Local, at.Zone), now, zone, nameZone: true)}");
    }

    /// <summary>The same without the distance: "Fri 13 Mar 2026, 17:00". A zone other than the calendar's is named.</summary>
    public static string Name(DueValue due, WorkCalendar calendar) => due switch
    {
        DueValue.Day day => Name(day.Date),
        DueValue.At at => Name(at, at.Zone.Id == calendar.Zone.Id ? "" : at.Zone.Id),
        DueValue.Repeating series => RecurrenceText.Print(series.Rule, calendar.Zone),
        DueValue.None => "no date",
        DueValue.Someday => "someday",
        _ => throw new ArgumentOutOfRangeException(nameof(due), due, "Unknown kind of due value."),
    };

    /// <summary>"Fri 13 Mar 2026"</summary>
    public static string Name(LocalDate day) => DayPattern.Format(day);

    /// <summary>"today", "in 2 days", "in 3 hours"; null where there is no single date.</summary>
    internal static string? Distance(DueValue due, Instant now, WorkCalendar calendar) => due switch
    {
        DueValue.Day day => Days(day.Date, calendar.Today(now)),
        DueValue.At at => Time(ZoneTime.ToInstant(at.Local, at.Zone), now, calendar),
        _ => null,
    };

    /// <param name="zone">"UTC+02", "America/New_York"; empty for the zone at home.</param>
    private static string Name(DueValue.At at, string zone) =>
        $"{DayPattern.Format(at.Local.Date)}, {TimeText.Clock(at.Local.TimeOfDay)}{(zone.Length == 0 ? "" : " " + zone)}";

    private static string Time(Instant instant, Instant now, WorkCalendar calendar)
    {
        var minutes = (long)(instant - now).TotalMinutes;
        if (minutes < 120) return Counted(Math.Max(minutes, 1), "minute");
        return minutes < HoursUntil * 60 ? Counted(minutes / 60, "hour") : Days(instant.InZone(calendar.Zone).Date, calendar.Today(now));
    }

    private static string Days(LocalDate date, LocalDate today) => Period.DaysBetween(today, date) switch
    {
        <= 0 => "today",
        1 => "tomorrow",
        <= 31 and var days => Counted(days, "day"),
        < 60 and var days => Counted(days / 7, "week"),
        < 730 => Counted(Period.Between(today, date, PeriodUnits.Months).Months, "month"),
        _ => Counted(Period.Between(today, date, PeriodUnits.Years).Years, "year"),
    };

    private static string Counted(long count, string unit) => string.Create(CultureInfo.InvariantCulture, $"in {count} {unit}{(count == 1 ? "" : "s")}");
}
