using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>Places tasks at one moment. Reckons each due date once: ten thousand tasks have few different ones.</summary>
public sealed class TaskRanker(WorkCalendar calendar, Instant now, OwnOrder? own = null)
{
    private readonly Dictionary<(LocalDate?, LocalDateTime?, string?), (Instant Deadline, Urgency Urgency)> reckoned = [];

    public TaskRank Of(TaskItem task)
    {
        var (deadline, byDate) = task is { DueOn: null, DueLocal: null } ? (Instant.MaxValue, Urgency.None) : Reckon(task);
        return new TaskRank(
            own?.PlaceOf(task.Number) ?? OwnOrder.NotPinned,
            Quadrants.Of(task.IsImportant, byDate != Urgency.None || task.MayStopBusiness),
            byDate == Urgency.Overdue,
            deadline,
            task.DoOn ?? LocalDate.MaxIsoValue,
            task.ValueClass ?? ValueClass.Ten,
            task.CreatedAt,
            task.Number);
    }

    private (Instant Deadline, Urgency Urgency) Reckon(TaskItem task)
    {
        var key = (task.DueOn, task.DueLocal, task.DueZone);
        if (reckoned.TryGetValue(key, out var known)) return known;
        return reckoned[key] = (
            TaskDue.DeadlineOf(task, calendar) ?? Instant.MaxValue,
            TaskUrgency.Of(task with { MayStopBusiness = false }, calendar, now));
    }
}
