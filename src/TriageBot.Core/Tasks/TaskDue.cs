using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>What a task's due date means on the calendar of whoever does it.</summary>
public static class TaskDue
{
    /// <summary>The instant from which it is overdue; a date counts as the end of its logical day (rule O3). Null without a due date.</summary>
    public static Instant? DeadlineOf(TaskItem task, WorkCalendar calendar) => task switch
    {
        { DueLocal: { } local, DueZone: { } zone } => ZoneTime.ToInstant(local, ZoneTime.Find(zone) ?? calendar.Zone),
        { DueOn: { } date } => LogicalDay.Bounds(date, calendar.Zone, calendar.DayStart).End,
        _ => null,
    };

    /// <summary>The logical day on which it is due: with a day start of 04:00, 00:30 belongs to the day before (rule T2).</summary>
    public static LocalDate? DayOf(TaskItem task, WorkCalendar calendar) =>
        task.DueLocal is null ? task.DueOn : calendar.Today(DeadlineOf(task, calendar) ?? Instant.MaxValue);

    /// <summary>"due 11:00", "due today", "due Thu 12 Mar", "overdue, was due Tue 10 Mar 17:00"; null without a due date.</summary>
    public static string? Text(TaskItem task, WorkCalendar calendar, Instant now)
    {
        if (DeadlineOf(task, calendar) is not { } deadline) return null;
        var today = calendar.Today(now);
        var when = task switch
        {
            { DueLocal: not null } => TimeText.Moment(deadline, now, calendar.Zone),
            { DueOn: { } date } when date == today => "today",
            { DueOn: { } date } => TimeText.Day(date, today),
            _ => "",
        };
        return deadline <= now ? $"overdue, was due {when}" : $"due {when}";
    }
}
