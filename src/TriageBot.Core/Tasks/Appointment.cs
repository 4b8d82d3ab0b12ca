using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>A task with a time of its own. Its day is the logical day on which it begins, and moves with it.</summary>
public static class Appointment
{
    public static TaskItem At(TaskItem task, LocalDateTime local, DateTimeZone zone, WorkCalendar calendar) => task with
    {
        StartsLocal = local,
        StartsZone = zone.Id,
        DoOn = calendar.Today(ZoneTime.ToInstant(local, zone)),
    };

    /// <summary>The do-day set, or taken away: an appointment is then at the same time of the new day, or none any more.</summary>
    public static TaskItem Moved(TaskItem task, LocalDate? day)
    {
        if (task.StartsLocal is not { } start) return task with { DoOn = day };
        return day is { } date
            ? task with { DoOn = date, StartsLocal = start.PlusDays(Period.DaysBetween(task.DoOn ?? start.Date, date)) }
            : task with { DoOn = null, StartsLocal = null, StartsZone = null };
    }
}
