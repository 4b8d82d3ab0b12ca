using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Time;

namespace TriageBot.Simulate;

/// <summary>The moment a script has reached, in its zone.</summary>
public sealed partial record ScriptClock(DateTimeZone Zone, Instant Now)
{
    private static readonly LocalDateTimePattern DateAndTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalTimePattern TimeOnly = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The moment in English, whatever the machine's language.</summary>
    public string Display => Now.InZone(Zone).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Reads a date with time, a time of the same day, or a span; the last two need a previous moment. Null when it is none of them.</summary>
    public static Instant? Read(string text, DateTimeZone zone, ScriptClock? previous)
    {
        if (DateAndTime.Parse(text).TryGetValue(default, out var moment)) return ZoneTime.ToInstant(moment, zone);
        if (previous is null) return null;
        if (TimeOnly.Parse(text).TryGetValue(default, out var time)) return ZoneTime.ToInstant(previous.Now.InZone(zone).Date + time, zone);
        return ReadSpan(text) is { } span ? previous.Now + span : null;
    }

    private static Duration? ReadSpan(string text)
    {
        var match = Span().Match(text);
        return match.Success
            ? Duration.FromHours(Number(match.Groups["hours"])) + Duration.FromMinutes(Number(match.Groups["minutes"]))
            : null;
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\+(?=\d)(?:(?<hours>\d{1,4})h)?(?:(?<minutes>\d{1,6})m)?$")]
    private static partial Regex Span();
}
