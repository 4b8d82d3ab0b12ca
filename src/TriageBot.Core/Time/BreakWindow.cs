using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>A break as it recurs every working day, half-open; one late in the evening may end after midnight.</summary>
/// <param name="Minutes">1–240.</param>
public sealed record BreakWindow(LocalTime Start, int Minutes)
{
    public const int MaxMinutes = 240;

    /// <summary>Whether they share a minute when both recur every day.</summary>
    public bool Overlaps(BreakWindow other) => MinutesAfter(other) < other.Minutes || other.MinutesAfter(this) < Minutes;

    /// <summary>"10:30 15m"</summary>
    public override string ToString() => $"{TimeText.Clock(Start)} {Minutes}m";

    private long MinutesAfter(BreakWindow other)
    {
        var ticks = Start.TickOfDay - other.Start.TickOfDay;
        return (ticks < 0 ? ticks + NodaConstants.TicksPerDay : ticks) / NodaConstants.TicksPerMinute;
    }
}
