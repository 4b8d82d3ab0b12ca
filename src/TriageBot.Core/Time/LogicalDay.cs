using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>The day a person would call today: it begins at the day start (04:00 unless set), not at midnight (rule T2).</summary>
public static class LogicalDay
{
    public static LocalTime DefaultStart { get; } = new(4, 0);

    /// <summary>The only date whose <see cref="Bounds"/> hold <paramref name="instant"/>, also when the clock changes at the day start.</summary>
    public static LocalDate Of(Instant instant, DateTimeZone zone, LocalTime dayStart)
    {
        // One day ahead: a clock set back over midnight shows yesterday's date after today has begun.
        var date = instant.InZone(zone).Date.PlusDays(1);
        while (StartOf(date, zone, dayStart) > instant) date = date.PlusDays(-1);
        return date;
    }

    /// <summary>From the day start to the next one, half-open; 23 to 25 hours where clocks change, empty for a date the zone left out.</summary>
    public static Interval Bounds(LocalDate date, DateTimeZone zone, LocalTime dayStart) =>
        new(StartOf(date, zone, dayStart), StartOf(date.PlusDays(1), zone, dayStart));

    private static Instant StartOf(LocalDate date, DateTimeZone zone, LocalTime dayStart) => ZoneTime.ToInstant(date + dayStart, zone);
}
