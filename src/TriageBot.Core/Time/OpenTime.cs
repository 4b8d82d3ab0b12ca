using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>A calendar's open time as one line of disjoint spans, whatever overlaps between days and at clock changes.</summary>
internal static class OpenTime
{
    /// <summary>Open spans from <paramref name="from"/> on, in order, cut at <paramref name="from"/> and at midnights; ends after so many days without any.</summary>
    public static IEnumerable<Interval> From(WorkCalendar calendar, Instant from, int maxClosedDays)
    {
        // A window started the day before yesterday can reach into today only where a clock change pushes its end.
        var date = from.InZone(calendar.Zone).Date.PlusDays(-2);
        var lastOpen = date.PlusDays(2);
        IReadOnlyList<Interval> pool = [];
        while (Period.DaysBetween(lastOpen, date) <= maxClosedDays + 1)
        {
            // No window of a later date starts before this date does, so up to here the pool is complete.
            pool = pool.Count == 0 ? calendar.WindowsOf(date) : Merge(pool.Concat(calendar.WindowsOf(date)));
            var complete = ZoneTime.ToInstant(date.AtMidnight(), calendar.Zone);
            foreach (var span in pool)
            {
                if (Clip(span, from, complete) is not { } piece) continue;
                lastOpen = date;
                yield return piece;
            }

            pool = [.. pool.Select(span => Clip(span, complete, Instant.MaxValue)).OfType<Interval>()];
            date = date.PlusDays(1);
        }
    }

    /// <summary>In order, those that overlap or touch made one.</summary>
    public static IReadOnlyList<Interval> Merge(IEnumerable<Interval> spans)
    {
        var merged = new List<Interval>();
        foreach (var next in spans.OrderBy(span => span.Start))
        {
            if (merged is [.., var last] && next.Start <= last.End) merged[^1] = new Interval(last.Start, Instant.Max(last.End, next.End));
            else merged.Add(next);
        }

        return merged;
    }

    private static Interval? Clip(Interval span, Instant from, Instant to)
    {
        var (start, end) = (Instant.Max(span.Start, from), Instant.Min(span.End, to));
        return start < end ? new Interval(start, end) : null;
    }
}
