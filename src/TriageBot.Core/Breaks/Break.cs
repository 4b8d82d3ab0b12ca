using NodaTime;

namespace TriageBot.Core.Breaks;

public enum BreakKind
{
    /// <summary>From the owner's plan.</summary>
    Planned,

    /// <summary>Planned, at another time today.</summary>
    Moved,

    /// <summary>Put in because somebody would wait beyond the ceiling (rule H2).</summary>
    Forced,

    /// <summary>Opened or set by the owner outside the plan.</summary>
    Extra,
}

/// <summary>A span in which an owner reads held messages.</summary>
/// <param name="Key">What this break is called in rows and timers. A planned one keeps its key when it is moved.</param>
public sealed record Break(string Key, BreakKind Kind, Instant Start, Instant End)
{
    public Duration Length => End - Start;
}
