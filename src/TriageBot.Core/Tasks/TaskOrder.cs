using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>A task's place as the tuple of rule O3, behind what the owner has pinned (rule O5). Ascending; total, because numbers are unique within a workspace.</summary>
/// <param name="Pin">Place in the owner's own order of the day, from 0; <see cref="OwnOrder.NotPinned"/> where it has none.</param>
/// <param name="Deadline">Later than any other where there is none.</param>
/// <param name="DoOn">Later than any other where there is none.</param>
public readonly record struct TaskRank(
    int Pin, Quadrant Quadrant, bool IsOverdue, Instant Deadline, LocalDate DoOn, ValueClass Value, Instant CreatedAt, long Number)
    : IComparable<TaskRank>
{
    public bool IsPinned => Pin != OwnOrder.NotPinned;

    public static TaskRank Of(TaskItem task, WorkCalendar calendar, Instant now, OwnOrder? own = null) => new TaskRanker(calendar, now, own).Of(task);

    public int CompareTo(TaskRank other)
    {
        var order = Pin.CompareTo(other.Pin);
        if (order == 0) order = Quadrant.CompareTo(other.Quadrant);
        if (order == 0) order = other.IsOverdue.CompareTo(IsOverdue);
        if (order == 0) order = Deadline.CompareTo(other.Deadline);
        if (order == 0) order = DoOn.CompareTo(other.DoOn);
        if (order == 0) order = Value.CompareTo(other.Value);
        if (order == 0) order = CreatedAt.CompareTo(other.CreatedAt);
        return order == 0 ? Number.CompareTo(other.Number) : order;
    }
}

public sealed record RankedTask(TaskItem Task, TaskRank Rank);

/// <summary>The one order of tasks, in agenda, lists and <c>/why</c>. Nothing else reorders (rule O3).</summary>
public static class TaskOrder
{
    /// <summary>Tasks that are not ready yet are left out.</summary>
    /// <param name="own">What the owner has pinned for the day of <paramref name="now"/>; null for nothing.</param>
    public static IReadOnlyList<RankedTask> Sort(IEnumerable<TaskItem> tasks, WorkCalendar calendar, Instant now, OwnOrder? own = null)
    {
        var today = calendar.Today(now);
        return SortAll(tasks.Where(task => task.IsReadyOn(today)), calendar, now, own);
    }

    /// <summary>With those that are not ready yet: for lists of just these.</summary>
    public static IReadOnlyList<RankedTask> SortAll(IEnumerable<TaskItem> tasks, WorkCalendar calendar, Instant now, OwnOrder? own = null)
    {
        var ranker = new TaskRanker(calendar, now, own);
        var ranked = tasks.Select(task => new RankedTask(task, ranker.Of(task))).ToArray();
        // Places are unique, so the fast sort, which is not stable, is as good as a stable one.
        Array.Sort(ranked, (one, other) => one.Rank.CompareTo(other.Rank));
        return ranked;
    }
}
