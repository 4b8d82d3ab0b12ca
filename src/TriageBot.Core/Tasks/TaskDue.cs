using NodaTime;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tasks;

/// <summary>What a task's due date means on the calendar of whoever does it.</summary>
public static class TaskDue
{
    /// <summary>The due date as it was typed (rules T3, T5); null without one.</summary>
    public static DueValue? Of(TaskItem task) => task switch
    {
        { DueLocal: { } local, DueZone: { } zone } => new DueValue.At(local, ZoneTime.Find(zone) ?? DateTimeZone.Utc),
        { DueOn: { } date } => new DueValue.Day(date),
        _ => null,
    };

    /// <summary>The instant from which it is overdue; a date counts as the end of its logical day (rule O3). Null without a due date.</summary>
    public static Instant? DeadlineOf(TaskItem task, WorkCalendar calendar) => Of(task) is { } due ? DueValue.DeadlineOf(due, calendar) : null;

    /// <summary>The logical day on which it is due: with a day start of 04:00, 00:30 belongs to the day before (rule T2).</summary>
    public static LocalDate? DayOf(TaskItem task, WorkCalendar calendar) => Of(task) switch
    {
        DueValue.Day day => day.Date,
        DueValue.At at => calendar.Today(ZoneTime.ToInstant(at.Local, at.Zone)),
        _ => null,
    };

    /// <summary>"due 11:00", "due today", "due Thu 12 Mar", "overdue, was due Tue 10 Mar 17:00"; null without a due date.</summary>
    /// <param name="saysToday">Names the day of a time today as well: "due today 11:00".</param>
    public static string? Text(TaskItem task, WorkCalendar calendar, Instant now, bool saysToday = false)
    {
        if (DeadlineOf(task, calendar) is not { } deadline) return null;
        var today = calendar.Today(now);
        var isToday = saysToday && deadline.InZone(calendar.Zone).Date == now.InZone(calendar.Zone).Date;
        var when = task.DueOn switch
        {
            null => (isToday ? "today " : "") + TimeText.Moment(deadline, now, calendar.Zone),
            { } date when date == today => "today",
            { } date => TimeText.Day(date, today),
        };
        return deadline <= now ? $"overdue, was due {when}" : $"due {when}";
    }
}
