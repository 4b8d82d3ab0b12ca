using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A time of day as it was said (<see cref="TimeMeaning"/>).</summary>
/// <param name="Zone">Null: the zone of whoever typed it.</param>
internal sealed record TimeSaid(ClockSaid? Clock, PartSaid? Part = null, DateTimeZone? Zone = null);

/// <param name="Today">"this morning", "tonight".</param>
internal sealed record PartSaid(PartOfDay Part, bool Today);

internal abstract record ClockSaid
{
    private ClockSaid()
    {
    }

    /// <param name="Hour">As typed; may be impossible.</param>
    /// <param name="Style">How it was written, which decides whether it may be am or pm.</param>
    public sealed record Hours(int Hour, int Minute, ClockStyle Style) : ClockSaid;

    public sealed record Noon : ClockSaid;

    /// <summary>24:00 of the day named.</summary>
    public sealed record Midnight : ClockSaid;

    /// <summary>"end of day": when work begins or ends.</summary>
    public sealed record WorkEdge(bool IsEnd) : ClockSaid;

    /// <summary>"quarter past six", "15 minutes from 1pm".</summary>
    public sealed record Shifted(ClockSaid From, int Minutes) : ClockSaid;
}

internal enum ClockStyle
{
    /// <summary>"5" without anything: a time only after "at" or with a part of the day.</summary>
    Bare,

    /// <summary>"5:20", "at 5": am or pm.</summary>
    TwelveHour,
    Am,
    Pm,

    /// <summary>"05:20", "17:20".</summary>
    TwentyFour,

    /// <summary>"16h": the time, or hours from now.</summary>
    HSuffix,
}
