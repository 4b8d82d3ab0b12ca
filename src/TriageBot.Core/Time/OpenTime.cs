using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>A calendar's open time as one line of disjoint spans, whatever overlaps between days and at clock changes.</summary>
internal static class OpenTime
{
    /// <summary>Open spans from <paramref name="from"/> on, in order, cut at <paramref name="from"/> and at midnights; ends after so many days without any.</summary>
    public static IEnumerable<Interval> From(WorkCalendar calendar, Instant from, int maxClosedDays)
    {
        var date = from.InZone(calendar.Zone).Date;
        for (var closedDays = 0; closedDays <= maxClosedDays; closedDays++, date = date.PlusDays(1))
        {
            foreach (var span in calendar.SpansOn(date))
            {
                if (Clip(span, from, Instant.MaxValue) is not { } piece) continue;
                closedDays = -1;
                yield return piece;
            }
        }
    }

    /// <summary>What is open between the midnights of a date, whichever date's hours it belongs to.</summary>
    public static IReadOnlyList<Interval> On(WorkCalendar calendar, LocalDate date)
    {
        var (begins, ends) = (ZoneTime.ToInstant(date.AtMidnight(), calendar.Zone), ZoneTime.ToInstant(date.PlusDays(1).AtMidnight(), calendar.Zone));
        // A window started the day before yesterday can reach into this date only where a clock change pushes its end; none of a later date starts before that date does.
        var near = new[] { -2, -1, 0 }.SelectMany(days => calendar.WindowsOf(date.PlusDays(days)));
        return Merge(near.Select(window => Clip(window, begins, ends)).OfType<Interval>());
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
