using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Breaks;

/// <summary>Lays an owner's plan and its exceptions out on the calendar.</summary>
public static class BreakSchedule
{
    /// <summary>A forced break takes this long.</summary>
    public static readonly Duration ForcedLength = Duration.FromMinutes(15);

    /// <summary>What was laid out last; everybody who asks for a place in a queue on one day asks for the same.</summary>
    private static readonly ConditionalWeakTable<OwnerPlan, BreakLayout> Layouts = [];

    private const int DaysAhead = 400;
    private const int DaysBack = 7;

    /// <summary>Breaks that end after <paramref name="from"/>, by start; at most 400 days ahead.</summary>
    /// <param name="sessions">Rows of this owner; those of breaks long past do no harm.</param>
    /// <param name="ceiling">Longest working time between two planned breaks; where the plan leaves more, forced ones stand in it (rule H2).</param>
    public static IEnumerable<Break> From(OwnerPlan plan, IReadOnlyCollection<BreakSession> sessions, Instant from, Duration ceiling)
    {
        var replaced = sessions.Select(session => session.Key).ToHashSet();
        // A moved or forced break that was opened has a second row, with the same key.
        var read = sessions.Where(session => session.State is BreakState.Open or BreakState.Ended).Select(session => session.Key).ToHashSet();
        var extra = new PriorityQueue<Break, Instant>(
            sessions.Where(session => session.State == BreakState.Planned && session.EndAt > from && !read.Contains(session.Key) && CanBeOpened(plan, session)).Select(session => (session.AsBreak(), session.StartAt)));
        foreach (var planned in Planned(plan, from, ceiling).Where(planned => planned.End > from && !replaced.Contains(planned.Key)))
        {
            while (extra.TryPeek(out var earlier, out var start) && start <= planned.Start)
            {
                yield return earlier;
                extra.Dequeue();
            }

            yield return planned;
        }

        while (extra.TryDequeue(out var later, out _)) yield return later;
    }

    /// <summary>
    /// False when the owner has closed that day, or gone away, since it was set. At the very end of work a forced one still can; where it was moved to by hand, whatever the hours.
    /// </summary>
    private static bool CanBeOpened(OwnerPlan plan, BreakSession session) => session.Kind == BreakKind.Forced
        ? plan.Calendar.IsOpen(session.StartAt) || plan.Calendar.IsOpen(session.StartAt - Duration.FromMinutes(1))
        : plan.AwayAt(session.StartAt) is null && plan.Calendar.IsWorkingDay(plan.Calendar.Today(session.StartAt));

    /// <summary>The breaks of one working day as the plan has them, forced ones included.</summary>
    public static IReadOnlyList<Break> On(OwnerPlan plan, LocalDate date, Duration ceiling) =>
        [.. Days(plan, date, ceiling).First(day => day.Date == date).Breaks];

    private static IEnumerable<Break> Planned(OwnerPlan plan, Instant from, Duration ceiling)
    {
        var first = plan.Calendar.Today(from).PlusDays(-1);
        if (!Layouts.TryGetValue(plan, out var layout) || layout.First != first || layout.Ceiling != ceiling)
        {
            layout = new BreakLayout(first, ceiling, Days(plan, first, ceiling).Select(day => day.Breaks));
            Layouts.AddOrUpdate(plan, layout);
        }

        return layout.Breaks;
    }

    /// <summary>
    /// Day by day from <paramref name="first"/> on. The walk begins at the last day before with a regular break, so that the same forced breaks come out
    /// whatever day is asked for. Without such a day in a week, every day stands for itself and has its first forced break at its opening.
    /// </summary>
    private static IEnumerable<(LocalDate Date, IReadOnlyList<Break> Breaks)> Days(OwnerPlan plan, LocalDate first, Duration ceiling)
    {
        var regularDay = Enumerable.Range(1, DaysBack).Select(back => first.PlusDays(-back)).Where(date => Regular(plan, date).Any()).Cast<LocalDate?>().FirstOrDefault();
        Instant? last = null;
        for (var date = regularDay ?? first; date < first.PlusDays(DaysAhead); date = date.PlusDays(1))
        {
            if (regularDay is null) last = null;
            var breaks = plan.Calendar.WorkdayOf(date) is { } workday ? On(plan, date, workday, ceiling, ref last) : [];
            if (date >= first) yield return (date, breaks);
        }
    }

    private static List<Break> On(OwnerPlan plan, LocalDate date, Interval workday, Duration ceiling, ref Instant? last)
    {
        var breaks = new List<Break>();
        foreach (var next in Regular(plan, date).Append(null))
        {
            if (last is null && next is null) breaks.Add(Forced(plan, date, workday.Start, ref last));
            var end = next?.Start ?? workday.End;
            // Working time never runs faster than the clock: where the next break is near, the calendar need not be asked.
            while (last is { } previous && FloorTo5Minutes(previous + ceiling) < end && ForcedAfter(previous, plan.Calendar, ceiling) is var start && start > previous && start < end)
            {
                breaks.Add(Forced(plan, date, start, ref last));
            }

            if (next is null) continue;
            breaks.Add(next);
            last = next.Start;
        }

        return breaks;
    }

    private static Break Forced(OwnerPlan plan, LocalDate date, Instant start, ref Instant? last)
    {
        last = start;
        return new Break(KeyOf(date, start, plan.Calendar.Zone), BreakKind.Forced, start, start + ForcedLength);
    }

    /// <summary>Reached exactly at closing time, the ceiling is kept as well at the next opening: no working time lies between.</summary>
    private static Instant ForcedAfter(Instant previous, WorkCalendar calendar, Duration ceiling) =>
        calendar.NextOpen(FloorTo5Minutes(calendar.Deadline(previous, ceiling)));

    private static IEnumerable<Break?> Regular(OwnerPlan plan, LocalDate date)
    {
        var windows = plan.Calendar.WindowsOf(date);
        return plan.Breaks
            .SelectMany(window => new[] { date, date.PlusDays(1) }
                .Select(day => (Start: ZoneTime.ToInstant(day + window.Start, plan.Calendar.Zone), window.Minutes)))
            .Where(candidate => windows.Any(window => window.Contains(candidate.Start)))
            .OrderBy(candidate => candidate.Start)
            .Select(candidate => new Break(
                KeyOf(date, candidate.Start, plan.Calendar.Zone),
                BreakKind.Planned,
                candidate.Start,
                candidate.Start + Duration.FromMinutes(candidate.Minutes)));
    }

    private static Instant FloorTo5Minutes(Instant instant) =>
        Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 300 * 300);

    private static string KeyOf(LocalDate date, Instant start, DateTimeZone zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{date:uuuu-MM-dd}/{start.InZone(zone).TimeOfDay:HH:mm}");
}
