using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;
using TriageBot.Core.Commands;

namespace TriageBot.Core.Time;

/// <summary>Whether a wall time happens once in a zone. What is not <see cref="Exact"/> is said in the echo (rule T4).</summary>
public enum ZoneFit
{
    Exact,

    /// <summary>The clock jumps over it; it moves forward by the length of the jump.</summary>
    Shifted,

    /// <summary>It happens twice; the earlier one is meant.</summary>
    Ambiguous,
}

/// <summary>Wall time to instant, by one policy (rule T4), and zones by their IANA ids (rule T1).</summary>
public static class ZoneTime
{
    private const int MaxSuggestions = 3;
    private const int MaxIdLength = 64;
    private const int MinPrefixLength = 3;

    // Without an area tzdb still knows EST or CET: fixed or ambiguous abbreviations that would be an hour wrong half the year.
    private static readonly FrozenDictionary<string, string> Ids = DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id.Contains('/') || id == "UTC")
        .ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private static readonly IReadOnlyList<TzdbZoneLocation> Places = [.. TzdbDateTimeZoneSource.Default.ZoneLocations ?? []];

    /// <summary>A time in a gap moves forward by the gap's length, even where the gap is a whole day; of a time that happens twice the earlier is taken.</summary>
    public static Instant ToInstant(LocalDateTime local, DateTimeZone zone) => zone.AtLeniently(local).ToInstant();

    public static ZoneFit Fit(LocalDateTime local, DateTimeZone zone) => zone.MapLocal(local).Count switch
    {
        0 => ZoneFit.Shifted,
        1 => ZoneFit.Exact,
        _ => ZoneFit.Ambiguous,
    };

    /// <summary>The zone with this IANA id, in any case and with spaces for underscores; null when there is none. Only ids with an area, and UTC: never an abbreviation.</summary>
    public static DateTimeZone? Find(string id) =>
        Ids.TryGetValue(Tidy(id), out var known) ? DateTimeZoneProviders.Tzdb[known] : null;

    /// <summary>At most three ids that somebody who typed <paramref name="text"/> may have meant, the nearest first: a city, a country, the beginning of one, or a slip in it.</summary>
    public static IReadOnlyList<string> Suggest(string text)
    {
        var typed = Tidy(text);
        if (typed.Length is 0 or > MaxIdLength) return [];
        return [.. Places
            .Select(place => (Id: place.ZoneId, Distance: Distance(place, typed)))
            .Where(near => near.Distance <= Spelling.Tolerance(typed))
            .OrderBy(near => near.Distance).ThenBy(near => near.Id, StringComparer.Ordinal)
            .Select(near => near.Id).Distinct().Take(MaxSuggestions)];
    }

    private static int Distance(TzdbZoneLocation place, string typed)
    {
        var city = place.ZoneId[(place.ZoneId.LastIndexOf('/') + 1)..];
        string[] names = [place.ZoneId, city, Tidy(place.CountryName)];
        var distance = names.Min(name => Spelling.Distance(name, typed));
        return typed.Length >= MinPrefixLength && names.Any(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            ? Math.Min(distance, 1)
            : distance;
    }

    private static string Tidy(string text) => text.Trim().Replace(' ', '_');
}
