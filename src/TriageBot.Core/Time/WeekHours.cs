using System.Collections.Immutable;
using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>Working hours of a week: several windows a day, each belonging to the day it starts on (rule T6).</summary>
public sealed class WeekHours : IEquatable<WeekHours>
{
    public static readonly ImmutableArray<IsoDayOfWeek> Days =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday,
        IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    private readonly ImmutableArray<ImmutableArray<TimeWindow>> byDay;

    /// <summary>Windows of one day that overlap or touch are merged.</summary>
    public WeekHours(IEnumerable<(IsoDayOfWeek Day, TimeWindow Window)> windows)
    {
        var given = windows.ToLookup(entry => entry.Day, entry => entry.Window);
        byDay = [.. Days.Select(day => TimeWindow.Merge(given[day]).ToImmutableArray())];
    }

    public static WeekHours None { get; } = new([]);

    /// <summary>Monday to Friday 09:00–17:00: what a new owner starts with.</summary>
    public static WeekHours Standard { get; } = Daily(Days[..5], new TimeWindow(new LocalTime(9, 0), new LocalTime(17, 0)));

    public bool IsEmpty => byDay.All(windows => windows.IsEmpty);

    /// <summary>In order; empty on a day without hours.</summary>
    public ImmutableArray<TimeWindow> On(IsoDayOfWeek day) => byDay[(int)day - 1];

    public static WeekHours Daily(IEnumerable<IsoDayOfWeek> days, params IReadOnlyList<TimeWindow> windows) =>
        new(days.SelectMany(day => windows.Select(window => (day, window))));

    /// <summary>Reads <c>mon-fri 09:00-17:00, sat 10:00-14:00</c> and whatever <see cref="ToString"/> wrote.</summary>
    public static ParseOutcome<WeekHours> Read(string text) => WeekHoursReader.Read(text);

    /// <summary>"Mon–Fri 09:00–17:00, Sat 10:00–14:00"; "closed" when there are none.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        for (var first = 0; first < Days.Length;)
        {
            var last = first;
            while (last + 1 < Days.Length && byDay[last + 1].SequenceEqual(byDay[first])) last++;
            if (!byDay[first].IsEmpty) parts.Add($"{Names(first, last)} {string.Join(' ', byDay[first])}");
            first = last + 1;
        }

        return parts.Count == 0 ? "closed" : string.Join(", ", parts);
    }

    public bool Equals(WeekHours? other) => other is not null && Days.All(day => On(day).SequenceEqual(other.On(day)));

    public override bool Equals(object? obj) => Equals(obj as WeekHours);

    public override int GetHashCode() => byDay.SelectMany(windows => windows).Aggregate(0, (hash, window) => HashCode.Combine(hash, window));

    private static string Names(int first, int last) =>
        first == last ? TimeText.Weekday(Days[first]) : $"{TimeText.Weekday(Days[first])}–{TimeText.Weekday(Days[last])}";
}
