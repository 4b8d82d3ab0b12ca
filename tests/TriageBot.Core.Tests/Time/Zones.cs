using NodaTime;

namespace TriageBot.Core.Tests.Time;

internal static class Zones
{
    public static DateTimeZone Oslo { get; } = Get("Europe/Oslo");

    public static DateTimeZone NewYork { get; } = Get("America/New_York");

    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>Reads "2026-03-16 09:45" as wall time of the zone, by NodaTime's own lenient rule.</summary>
    public static Instant At(this DateTimeZone zone, string wallTime) =>
        zone.AtLeniently(NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(wallTime).Value).ToInstant();
}
