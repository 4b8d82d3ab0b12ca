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

    /// <summary>The same without the distance: "Fri 13 Mar 2026, 17:00". A zone other than the calendar's is named.</summary>
    public static string Name(DueValue due, WorkCalendar calendar) => due switch
    {
        DueValue.Day day => DayPattern.Format(day.Date),
        DueValue.At at => $"{DayPattern.Format(at.Local.Date)}, {TimeText.Clock(at.Local.TimeOfDay)}{ZoneName(at.Zone, calendar.Zone)}",
        DueValue.Repeating series => RecurrenceText.Print(series.Rule, calendar.Zone),
        DueValue.None => "no date",
        DueValue.Someday => "someday",
        _ => throw new ArgumentOutOfRangeException(nameof(due), due, "Unknown kind of due value."),
    };

    /// <summary>"today", "in 2 days", "in 3 hours"; null where there is no single date.</summary>
    internal static string? Distance(DueValue due, Instant now, WorkCalendar calendar) => due switch
    {
        DueValue.Day day => Days(day.Date, calendar.Today(now)),
        DueValue.At at => Time(ZoneTime.ToInstant(at.Local, at.Zone), now, calendar),
        _ => null,
    };

    /// <summary>" UTC+02", " America/New_York"; nothing for the zone at home.</summary>
    private static string ZoneName(DateTimeZone zone, DateTimeZone home) => zone.Id == home.Id ? "" : " " + zone.Id;

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
