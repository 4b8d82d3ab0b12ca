using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;

namespace TriageBot.Core.Time;

/// <summary>Hours of a week, valid from a date until the next version begins (rule T6).</summary>
public sealed record HourVersion(LocalDate From, WeekHours Hours);

/// <summary>There is no open time within 400 days: hours or closures are set up wrongly (rule T6). Shown to an admin as such, never swallowed.</summary>
public sealed class NoOpenTimeException(LocalDate date)
    : InvalidOperationException($"No working hours within 400 days of {date:uuuu-MM-dd}. Check the hours and closures.");

/// <summary>When a person or team works: weekly hours in versions, dated closures and extra hours, in one zone (rules T2, T6, T7).</summary>
public sealed class WorkCalendar
{
    private const int MaxClosedDays = 400;

    private readonly ImmutableArray<HourVersion> versions;
    private readonly ImmutableHashSet<LocalDate> closures;
    private readonly ImmutableDictionary<LocalDate, ImmutableArray<TimeWindow>> extraHours;
    private readonly ImmutableArray<Interval> away;

    /// <summary>What was reckoned once; a queue or a plan asks for the same few days again and again.</summary>
    private readonly ConcurrentDictionary<LocalDate, IReadOnlyList<Interval>> windowsByDate = [];
    private readonly ConcurrentDictionary<LocalDate, IReadOnlyList<Interval>> spansByDate = [];

    /// <param name="versions">In any order. Before the first one begins, the first one is valid.</param>
    /// <param name="closures">Dates whose weekly hours do not count.</param>
    /// <param name="extraHours">Windows added on a date; they count on a closed date too.</param>
    /// <param name="away">Spans that are not open whatever the hours say.</param>
    public WorkCalendar(
        DateTimeZone zone,
        LocalTime dayStart,
        IEnumerable<HourVersion> versions,
        IEnumerable<LocalDate> closures,
        IEnumerable<KeyValuePair<LocalDate, ImmutableArray<TimeWindow>>> extraHours,
        IEnumerable<Interval>? away = null)
    {
        Zone = zone;
        DayStart = dayStart;
        this.versions = [.. versions.OrderBy(version => version.From)];
        this.closures = [.. closures];
        this.extraHours = extraHours.ToImmutableDictionary();
        this.away = [.. away ?? []];
    }

    /// <summary>The same hours every week, the day beginning at 04:00 unless said otherwise.</summary>
    public WorkCalendar(DateTimeZone zone, WeekHours hours, LocalTime? dayStart = null)
        : this(zone, dayStart ?? LogicalDay.DefaultStart, [new HourVersion(LocalDate.MinIsoValue, hours)], [], [])
    {
    }

    public DateTimeZone Zone { get; }

    /// <summary>The same wall-clock hours in another zone: what a requester elsewhere means by "end of work" (rule T1).</summary>
    public WorkCalendar In(DateTimeZone zone) => new(zone, DayStart, versions, closures, extraHours, away);

    public LocalTime DayStart { get; }

    /// <summary>The logical day (rule T2).</summary>
    public LocalDate Today(Instant now) => LogicalDay.Of(now, Zone, DayStart);

    /// <summary>The wall-time windows that start on this date, merged and in order.</summary>
    public IReadOnlyList<TimeWindow> HoursOf(LocalDate date)
    {
        var weekly = closures.Contains(date) ? [] : HoursValidOn(date).On(date.DayOfWeek);
        return extraHours.TryGetValue(date, out var extra) ? TimeWindow.Merge(weekly.Concat(extra)) : weekly;
    }

    /// <summary>The spans of open time that belong to this date: disjoint, in order, half-open. One that ends where a clock change shifted its start to is left out.</summary>
    public IReadOnlyList<Interval> WindowsOf(LocalDate date) => windowsByDate.GetOrAdd(date, static (on, calendar) => calendar.ReckonWindows(on), this);

    /// <summary>The spans of open time between the midnights of this date: disjoint, in order, half-open.</summary>
    internal IReadOnlyList<Interval> SpansOn(LocalDate date) => spansByDate.GetOrAdd(date, static (on, calendar) => OpenTime.On(calendar, on), this);

    public bool IsWorkingDay(LocalDate date) => WindowsOf(date).Count > 0;

    /// <summary>From the first start to the last end; null on a day without hours.</summary>
    public Interval? WorkdayOf(LocalDate date) =>
        WindowsOf(date) is [var first, ..] spans ? new Interval(first.Start, spans[^1].End) : null;

    // Without open time near, the default interval is empty and contains nothing.
    public bool IsOpen(Instant instant) => FindWindow(instant) is not null || OpenTime.From(this, instant, maxClosedDays: 1).FirstOrDefault().Contains(instant);

    /// <summary><paramref name="instant"/> itself when open.</summary>
    /// <exception cref="NoOpenTimeException"/>
    public Instant NextOpen(Instant instant)
    {
        if (FindWindow(instant) is not null) return instant;
        foreach (var span in OpenTime.From(this, instant, MaxClosedDays)) return span.Start;
        throw new NoOpenTimeException(instant.InZone(Zone).Date);
    }

    /// <summary>The first instant with <paramref name="workingTime"/> between it and <paramref name="from"/>; <paramref name="from"/> itself for none (rule T7).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The working time is negative.</exception>
    /// <exception cref="NoOpenTimeException"/>
    public Instant Deadline(Instant from, Duration workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, Duration.Zero);
        if (workingTime == Duration.Zero) return from;
        if (FindWindow(from) is { } window && from + workingTime <= window.End) return from + workingTime;
        var left = workingTime;
        var reached = from;
        foreach (var span in OpenTime.From(this, from, MaxClosedDays))
        {
            if (span.Duration >= left) return span.Start + left;
            left -= span.Duration;
            reached = span.End;
        }

        throw new NoOpenTimeException(reached.InZone(Zone).Date);
    }

    /// <summary>Open time between two instants; negative when <paramref name="to"/> is the earlier, so that times add up in any order.</summary>
    public Duration WorkingTime(Instant from, Instant to)
    {
        if (to < from) return -WorkingTime(to, from);
        if (FindWindow(from) is { } window && to <= window.End) return to - from;
        var sum = Duration.Zero;
        foreach (var span in OpenTime.From(this, from, MaxClosedDays).TakeWhile(span => span.Start < to))
        {
            sum += Instant.Min(span.End, to) - span.Start;
        }

        return sum;
    }

    /// <exception cref="NoOpenTimeException"/>
    public LocalDate WorkingDayOnOrAfter(LocalDate date) => NearestWorkingDay(date, step: 1);

    /// <exception cref="NoOpenTimeException"/>
    public LocalDate WorkingDayAfter(LocalDate date) => NearestWorkingDay(date.PlusDays(1), step: 1);

    /// <exception cref="NoOpenTimeException"/>
    public LocalDate WorkingDayBefore(LocalDate date) => NearestWorkingDay(date.PlusDays(-1), step: -1);

    /// <summary>Counts working days from the day after (before, when negative); with 0 the date itself, whether working or not.</summary>
    /// <exception cref="NoOpenTimeException"/>
    public LocalDate AddWorkingDays(LocalDate date, int days)
    {
        for (; days > 0; days--) date = WorkingDayAfter(date);
        for (; days < 0; days++) date = WorkingDayBefore(date);
        return date;
    }

    /// <summary>A window of this date that contains the instant. Mostly that answers what is asked, and nobody has to walk over the days.</summary>
    private Interval? FindWindow(Instant instant)
    {
        foreach (var window in WindowsOf(instant.InZone(Zone).Date))
        {
            if (window.Contains(instant)) return window;
        }

        return null;
    }

    private IReadOnlyList<Interval> ReckonWindows(LocalDate date)
    {
        var spans = new List<Interval>();
        foreach (var window in HoursOf(date))
        {
            var (start, end) = window.On(date);
            var (opens, closes) = (ZoneTime.ToInstant(start, Zone), ZoneTime.ToInstant(end, Zone));
            if (opens < closes) spans.Add(new Interval(opens, closes));
        }

        return away.Aggregate(OpenTime.Merge(spans), (open, absence) => [.. open.SelectMany(span => Without(span, absence))]);
    }

    private static IEnumerable<Interval> Without(Interval span, Interval absence)
    {
        if (absence.End <= span.Start || absence.Start >= span.End)
        {
            yield return span;
            yield break;
        }

        if (span.Start < absence.Start) yield return new Interval(span.Start, absence.Start);
        if (absence.End < span.End) yield return new Interval(absence.End, span.End);
    }

    private WeekHours HoursValidOn(LocalDate date)
    {
        if (versions.IsEmpty) return WeekHours.None;
        return (versions.LastOrDefault(version => version.From <= date) ?? versions[0]).Hours;
    }

    private LocalDate NearestWorkingDay(LocalDate date, int step)
    {
        var candidate = date;
        for (var days = 0; days <= MaxClosedDays; days++, candidate = candidate.PlusDays(step))
        {
            if (IsWorkingDay(candidate)) return candidate;
        }

        throw new NoOpenTimeException(date);
    }
}
