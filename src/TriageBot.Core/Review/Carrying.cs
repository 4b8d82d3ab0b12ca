using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Review;

/// <summary>What becomes of a task whose day ends without it (rule A7). Due date, creation and place in the order stay; only the do-day moves.</summary>
public static class Carrying
{
    private const int DaysAhead = 400;

    /// <summary>
    /// The task as it stands when <paramref name="today"/> begins: planned for today if that is a working day, else for the next. Each worked day since its do-day counts once,
    /// however many of them are made up for together; closed days count nothing.
    /// </summary>
    /// <param name="calendar">Of whoever does the task.</param>
    /// <returns>Null when there is nothing to carry: a second time changes nothing.</returns>
    public static TaskItem? AtDayStart(TaskItem task, WorkCalendar calendar, LocalDate today)
    {
        if (task.State != TaskState.Open || task.DoOn is not { } doOn) return null;
        // A deferred task comes due on no day before it is ready.
        var planned = task.ReadyOn is { } ready && ready > doOn ? ready : doOn;
        if (planned >= today) return null;
        var from = task.CarriedOn is { } counted && counted >= planned ? counted.PlusDays(1) : planned;
        var worked = Days(from, Period.DaysBetween(from, today)).Where(calendar.IsWorkingDay).ToList();
        return task with
        {
            DoOn = Days(today, DaysAhead).Where(calendar.IsWorkingDay).Append(today).First(),
            CarryCount = task.CarryCount + worked.Count,
            CarriedOn = worked is [.., var last] ? last : task.CarriedOn,
        };
    }

    /// <summary>Planned anew on its very day, or later: that day ends without it. Planned anew before its day, nothing slips.</summary>
    public static TaskItem Replanned(TaskItem before, TaskItem after, WorkCalendar calendar, LocalDate today)
    {
        var slips = before.DoOn <= today && !(after.DoOn <= today) && after.State == TaskState.Open
            && calendar.IsWorkingDay(today) && !(before.CarriedOn >= today);
        return slips ? after with { CarryCount = before.CarryCount + 1, CarriedOn = today } : after;
    }

    private static IEnumerable<LocalDate> Days(LocalDate first, int count) => Enumerable.Range(0, Math.Max(0, count)).Select(first.PlusDays);
}
