using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>Tasks that share what decides the first part of their place, and how many they are: a row of a grouped query.</summary>
public sealed record TaskGroup
{
    public bool? IsImportant { get; init; }

    public bool MayStopBusiness { get; init; }

    public LocalDate? DueOn { get; init; }

    public LocalDateTime? DueLocal { get; init; }

    public string? DueZone { get; init; }

    public int Count { get; init; }

    public bool Holds(TaskItem task) =>
        IsImportant == task.IsImportant && MayStopBusiness == task.MayStopBusiness && DueOn == task.DueOn && DueLocal == task.DueLocal && DueZone == task.DueZone;
}

/// <summary>Groups of one quadrant and deadline, whose tasks stand among each other by do-day, value class, age and number alone.</summary>
public sealed record TaskRun(Quadrant Quadrant, IReadOnlyList<TaskGroup> Groups)
{
    public int Count => Groups.Sum(group => group.Count);

    public bool Holds(TaskItem task) => Groups.Any(group => group.Holds(task));
}

/// <summary>The order of rule O3 over groups, so that a page of a long list needs neither all rows nor a second idea of the order.</summary>
public static class TaskRuns
{
    /// <param name="without">Tasks that are counted in the groups but stand elsewhere: the pinned ones.</param>
    public static IReadOnlyList<TaskRun> Of(IEnumerable<TaskGroup> groups, IReadOnlyCollection<TaskItem> without, WorkCalendar calendar, Instant now)
    {
        var ranker = new TaskRanker(calendar, now);
        return
        [
            .. groups.Select(group => group with { Count = group.Count - without.Count(group.Holds) })
                .Where(group => group.Count > 0)
                .Select(group => (Group: group, Rank: ranker.Of(Sample(group))))
                .GroupBy(ranked => (ranked.Rank.Quadrant, ranked.Rank.IsOverdue, ranked.Rank.Deadline))
                .OrderBy(run => run.First().Rank)
                .Select(run => new TaskRun(run.Key.Quadrant, [.. run.Select(ranked => ranked.Group)])),
        ];
    }

    private static TaskItem Sample(TaskGroup group) => new()
    {
        IsImportant = group.IsImportant,
        MayStopBusiness = group.MayStopBusiness,
        DueOn = group.DueOn,
        DueLocal = group.DueLocal,
        DueZone = group.DueZone,
    };
}
