using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Breaks;

/// <summary>Forced breaks that are the same on all working days from <paramref name="First"/> to <paramref name="Last"/>.</summary>
public sealed record ForcedRun(IsoDayOfWeek First, IsoDayOfWeek Last, ImmutableArray<LocalTime> Times);

/// <summary>What a plan comes to in a week, for telling its owner when it is saved (rule H2).</summary>
/// <param name="Forced">In the order of the week; empty where the plan keeps the ceiling by itself.</param>
/// <param name="IsEveryDayAlike">All working days have the same forced breaks.</param>
/// <param name="Outside">Breaks of the plan that lie in no working hours, so that they never happen.</param>
public sealed record WeekOutlook(ImmutableArray<ForcedRun> Forced, bool IsEveryDayAlike, ImmutableArray<BreakWindow> Outside)
{
    /// <summary>Looks at the seven days from <paramref name="first"/> on.</summary>
    public static WeekOutlook Of(OwnerPlan plan, LocalDate first, Duration ceiling)
    {
        var zone = plan.Calendar.Zone;
        var days = Enumerable.Range(0, 7).Select(first.PlusDays)
            .Where(plan.Calendar.IsWorkingDay)
            .Select(date => (date.DayOfWeek, Breaks: BreakSchedule.On(plan, date, ceiling)))
            .OrderBy(day => day.DayOfWeek)
            .ToList();
        var runs = Runs(days.Select(day => (day.DayOfWeek, Times(day.Breaks, BreakKind.Forced, zone))));
        var happening = days.SelectMany(day => Times(day.Breaks, BreakKind.Planned, zone)).ToHashSet();
        return new WeekOutlook(
            [.. runs.Where(run => !run.Times.IsEmpty)],
            runs.Count <= 1,
            [.. plan.Breaks.Where(window => !happening.Contains(window.Start))]);
    }

    private static List<ForcedRun> Runs(IEnumerable<(IsoDayOfWeek Day, ImmutableArray<LocalTime> Times)> days)
    {
        var runs = new List<ForcedRun>();
        foreach (var (day, times) in days)
        {
            if (runs is [.., var last] && last.Times.SequenceEqual(times)) runs[^1] = last with { Last = day };
            else runs.Add(new ForcedRun(day, day, times));
        }

        return runs;
    }

    private static ImmutableArray<LocalTime> Times(IEnumerable<Break> breaks, BreakKind kind, DateTimeZone zone) =>
        [.. breaks.Where(span => span.Kind == kind).Select(span => span.Start.InZone(zone).TimeOfDay)];
}
