using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>Why a task is urgent, the strongest reason first (rule O1).</summary>
public enum Urgency
{
    Overdue,
    DueToday,
    DueWithin24Hours,
    MayStopBusiness,
    None,
}

/// <summary>What makes a task urgent. Capitals, mentions and repeats do not (rule O6).</summary>
public static class TaskUrgency
{
    private static readonly Duration Soon = Duration.FromHours(24);

    public static Urgency Of(TaskItem task, WorkCalendar calendar, Instant now)
    {
        var deadline = TaskDue.DeadlineOf(task, calendar);
        return deadline switch
        {
            { } due when due <= now => Urgency.Overdue,
            { } when TaskDue.DayOf(task, calendar) <= calendar.Today(now) => Urgency.DueToday,
            { } due when due - now <= Soon => Urgency.DueWithin24Hours,
            _ => task.MayStopBusiness ? Urgency.MayStopBusiness : Urgency.None,
        };
    }
}
