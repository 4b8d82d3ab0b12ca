using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TriageBot.Core.Time;

/// <summary>Times, dates and durations in the bot's sentences (rule T8). English, 24-hour clock.</summary>
public static class TimeText
{
    private static readonly LocalTimePattern ClockPattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalDatePattern DayAndYearPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    /// <summary>"11:00"</summary>
    public static string Clock(LocalTime time) => ClockPattern.Format(time);

    /// <summary>A time of day as typed: <c>8:30</c>, <c>08.30</c>, <c>0830</c>, <c>8am</c>; null when it is none.</summary>
    public static LocalTime? ReadClock(string text)
    {
        var scanner = new TextScanner(text.Trim());
        return TypedClock.Take(scanner) is { Minutes: < TypedClock.MinutesOfDay } clock && scanner.AtEnd ? clock.Time : null;
    }

    /// <summary>"Mon"</summary>
    public static string Weekday(IsoDayOfWeek day) => day.ToString()[..3];

    /// <summary>"Mon 16 Mar", with the year when it is not this year: "Mon 15 Mar 2027".</summary>
    public static string Day(LocalDate date, LocalDate today) =>
        (date.Year == today.Year ? DayPattern : DayAndYearPattern).Format(date);

    /// <summary>"11:00" on the reader's own date, else "Mon 16 Mar 09:45".</summary>
    /// <param name="nameZone">Appends " (Europe/Oslo)": for a place whose readers have other zones.</param>
    public static string Moment(Instant moment, Instant now, DateTimeZone zone, bool nameZone = false)
    {
        var local = moment.InZone(zone);
        var today = now.InZone(zone).Date;
        var text = local.Date == today ? Clock(local.TimeOfDay) : $"{Day(local.Date, today)} {Clock(local.TimeOfDay)}";
        return nameZone ? $"{text} ({zone.Id})" : text;
    }

    /// <summary>"38 min", "1h 20m", "2h"; from two days on only whole days: "3 d". Seconds are dropped; a minus sign stands before a negative one.</summary>
    public static string Span(Duration duration)
    {
        if (duration < Duration.Zero) return "-" + Span(-duration);
        var minutes = (long)duration.TotalMinutes;
        return minutes switch
        {
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            >= 48 * 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes / (24 * 60)} d"),
            _ when minutes % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h {minutes % 60}m"),
        };
    }
}
