using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>A half-open span of wall time. An end at or before the start is on the next day; 00:00 to 00:00 is the whole day (rule T6).</summary>
public sealed record TimeWindow
{
    /// <exception cref="ArgumentException">Start and end are the same time, and not both midnight: a window of no length.</exception>
    public TimeWindow(LocalTime start, LocalTime end)
    {
        if (IsEmpty(start, end)) throw new ArgumentException($"A window from {start} to {end} has no length.", nameof(end));
        (Start, End) = (start, end);
    }

    public LocalTime Start { get; }

    public LocalTime End { get; }

    public bool IsOverMidnight => End <= Start;

    public static bool IsEmpty(LocalTime start, LocalTime end) => start == end && start != LocalTime.Midnight;

    /// <summary>The wall times it covers when it starts on <paramref name="date"/>.</summary>
    public (LocalDateTime Start, LocalDateTime End) On(LocalDate date) => (date + Start, (IsOverMidnight ? date.PlusDays(1) : date) + End);

    /// <summary>"09:00–17:00"; an end at midnight is written 24:00.</summary>
    public override string ToString() => $"{TimeText.Clock(Start)}–{(End == LocalTime.Midnight ? "24:00" : TimeText.Clock(End))}";

    /// <summary>Windows of one day in order, those that overlap or touch made one. Two stay apart where together they would last a day or longer.</summary>
    public static IReadOnlyList<TimeWindow> Merge(IEnumerable<TimeWindow> windows)
    {
        var merged = new List<TimeWindow>();
        foreach (var next in windows.OrderBy(window => window.Start).ThenBy(window => window.EndTick))
        {
            if (merged is [.., var last] && next.StartTick <= last.EndTick && Union(last, next) is { } both) merged[^1] = both;
            else merged.Add(next);
        }

        return merged;
    }

    private long StartTick => Start.TickOfDay;

    private long EndTick => End.TickOfDay + (IsOverMidnight ? NodaConstants.TicksPerDay : 0);

    private static TimeWindow? Union(TimeWindow first, TimeWindow second)
    {
        if (second.EndTick <= first.EndTick) return first;
        return second.EndTick - first.StartTick < NodaConstants.TicksPerDay ? new TimeWindow(first.Start, second.End) : null;
    }
}
