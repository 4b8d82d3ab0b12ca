using NodaTime;

namespace TriageBot.Testing;

/// <summary>
/// A service's open time, minute by minute, reckoned in the plainest way: a list of minutes, each open or not. Shares nothing with the calendar under test
/// but the meaning of wall times that a clock change skips (moved on by the gap) or repeats (the first of the two).
/// </summary>
public sealed class NaiveService
{
    private readonly Instant first;
    private readonly int[] localMinutes;
    private readonly Dictionary<int, int> minuteOf = [];
    private readonly LocalDateTime origin;

    /// <param name="first">Start of the line of minutes, at a whole minute.</param>
    public NaiveService(DateTimeZone zone, Instant first, int days)
    {
        this.first = first;
        origin = first.InUtc().LocalDateTime;
        localMinutes = new int[days * 24 * 60];
        for (var minute = 0; minute < localMinutes.Length; minute++)
        {
            localMinutes[minute] = minute + (zone.GetUtcOffset(first + Duration.FromMinutes(minute)).Seconds / 60);
            minuteOf.TryAdd(localMinutes[minute], minute);
        }
    }

    public int Count => localMinutes.Length;

    public Instant At(int minute) => first + Duration.FromMinutes(minute);

    public LocalDate DateAt(int minute) => origin.PlusMinutes(localMinutes[minute]).Date;

    /// <summary>Which minutes are open, by weekly windows (start and end in minutes of the day, an end beyond 1440 after midnight) and closed dates.</summary>
    public bool[] Open(IReadOnlyList<(IsoDayOfWeek Day, int Start, int End)> windows, IReadOnlySet<LocalDate> closed)
    {
        var open = new bool[Count];
        for (var date = DateAt(0).PlusDays(-1); date <= DateAt(Count - 1); date = date.PlusDays(1))
        {
            if (closed.Contains(date)) continue;
            foreach (var (_, start, end) in windows.Where(window => window.Day == date.DayOfWeek))
            {
                var (from, to) = (MinuteOf(date, start), MinuteOf(date, end));
                for (var minute = Math.Max(0, from); minute < Math.Min(Count, to); minute++) open[minute] = true;
            }
        }

        return open;
    }

    /// <summary>The minute at which a wall time happens; of two the first; a skipped one as much later as the clock was put forward.</summary>
    private int MinuteOf(LocalDate date, int minuteOfDay)
    {
        var local = (Period.DaysBetween(origin.Date, date) * 24 * 60) + minuteOfDay - (origin.Hour * 60) - origin.Minute;
        if (local < localMinutes[0]) return -1;
        if (local > localMinutes[^1]) return Count;
        if (minuteOf.TryGetValue(local, out var minute)) return minute;
        var after = Array.FindIndex(localMinutes, other => other > local);
        return minuteOf[local + localMinutes[after] - localMinutes[after - 1] - 1];
    }
}
