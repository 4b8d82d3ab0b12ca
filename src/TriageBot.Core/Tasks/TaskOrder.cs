using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>A task's place as the tuple of rule O3. Ascending; total, because numbers are unique within a workspace.</summary>
/// <param name="Deadline">Later than any other where there is none.</param>
/// <param name="DoOn">Later than any other where there is none.</param>
public readonly record struct TaskRank(Quadrant Quadrant, bool IsOverdue, Instant Deadline, LocalDate DoOn, Instant CreatedAt, long Number)
    : IComparable<TaskRank>
{
    public static TaskRank Of(TaskItem task, WorkCalendar calendar, Instant now)
    {
        var urgency = TaskUrgency.Of(task, calendar, now);
        return new TaskRank(
            Quadrants.Of(task.IsImportant, urgency != Urgency.None),
            urgency == Urgency.Overdue,
            TaskDue.DeadlineOf(task, calendar) ?? Instant.MaxValue,
            task.DoOn ?? LocalDate.MaxIsoValue,
            task.CreatedAt,
            task.Number);
    }

    public int CompareTo(TaskRank other)
    {
        var order = Quadrant.CompareTo(other.Quadrant);
        if (order == 0) order = other.IsOverdue.CompareTo(IsOverdue);
        if (order == 0) order = Deadline.CompareTo(other.Deadline);
        if (order == 0) order = DoOn.CompareTo(other.DoOn);
        if (order == 0) order = CreatedAt.CompareTo(other.CreatedAt);
        return order == 0 ? Number.CompareTo(other.Number) : order;
    }
}

public sealed record RankedTask(TaskItem Task, TaskRank Rank);

/// <summary>The one order of tasks, in agenda, lists and <c>/why</c>. Nothing else reorders (rule O3).</summary>
public static class TaskOrder
{
    public static IReadOnlyList<RankedTask> Sort(IEnumerable<TaskItem> tasks, WorkCalendar calendar, Instant now) =>
        [.. tasks.Select(task => new RankedTask(task, TaskRank.Of(task, calendar, now))).OrderBy(ranked => ranked.Rank)];
}
