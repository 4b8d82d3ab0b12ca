using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>
/// What gives way to unplanned work (rule A6): the buffer first, then the last of the order that could still have been done today. Only what was meant for today can lose it:
/// planned for it, or due by its end. What is merely due soon, or has no date, waits anyway.
/// </summary>
public static class GivingWay
{
    /// <summary>The planned tasks that could be done today without it and cannot with it, in their order; empty where the buffer pays.</summary>
    /// <param name="minutes">How long the unplanned work takes, by estimate.</param>
    public static IReadOnlyList<TaskItem> To(AgendaView view, WorkCalendar calendar, Func<TaskItem, int> remaining, int minutes)
    {
        if (view.Day is not { } day) return [];
        var planned = view.Entries.Select(entry => entry.Task)
            .Where(task => task.DoOn <= view.Date || TaskDue.DayOf(task, calendar) <= view.Date || view.Own.PlaceOf(task.Number) is not null).ToList();
        var (before, after) = (Possible(planned, remaining, day, first: 0), Possible(planned, remaining, day, first: minutes));
        return [.. planned.Skip(after).Take(before - after)];
    }

    /// <summary>How many of the order can be done when nothing is kept for emergencies any more.</summary>
    private static int Possible(IReadOnlyList<TaskItem> planned, Func<TaskItem, int> remaining, DayArithmetic day, int first)
    {
        var sum = first;
        return planned.TakeWhile(task => day.NeedOf(sum += remaining(task)) <= day.Working - day.Fixed).Count();
    }
}
