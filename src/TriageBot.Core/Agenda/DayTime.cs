using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>The working time of a day and what is fixed in it (W and F of rule A3).</summary>
public static class DayTime
{
    /// <summary>Open spans of a date from <paramref name="now"/> on; all of them for a day to come, none once work is over.</summary>
    public static IReadOnlyList<Interval> Left(WorkCalendar calendar, LocalDate date, Instant now) =>
        [.. calendar.WindowsOf(date).Where(span => span.End > now).Select(span => new Interval(Instant.Max(span.Start, now), span.End))];

    /// <summary>Whole minutes.</summary>
    public static int MinutesOf(IEnumerable<Interval> spans) => (int)spans.Aggregate(Duration.Zero, (sum, span) => sum + span.Duration).TotalMinutes;

    /// <summary>Minutes of <paramref name="open"/> that fixed spans take; what overlaps counts once, what lies outside does not count.</summary>
    public static int FixedMinutes(IReadOnlyList<Interval> open, IEnumerable<Interval> fixedSpans) =>
        MinutesOf(OpenTime.Merge(fixedSpans).SelectMany(taken => open
            .Where(span => span.Start < taken.End && taken.Start < span.End)
            .Select(span => new Interval(Instant.Max(span.Start, taken.Start), Instant.Min(span.End, taken.End)))));
}
