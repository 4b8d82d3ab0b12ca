using TriageBot.Core.Tasks;

namespace TriageBot.Core.Agenda;

/// <summary>What gives way to unplanned work (rule A6): the buffer first, then the last of the order that could still have been done today.</summary>
public static class GivingWay
{
    /// <summary>The planned tasks that could be done today without it and cannot with it, in their order; empty where the buffer pays.</summary>
    /// <param name="minutes">How long the unplanned work takes, by estimate.</param>
    public static IReadOnlyList<TaskItem> To(AgendaView view, Func<TaskItem, int> remaining, int minutes)
    {
        if (view.Day is not { } day) return [];
        var planned = view.Entries.Select(entry => entry.Task).ToList();
        var (before, after) = (Possible(planned, remaining, day, first: 0), Possible(planned, remaining, day, first: minutes));
        // What has no date was promised to no day, so no day loses it.
        return [.. planned.Skip(after).Take(before - after).Where(task => task.DoOn is not null || TaskDue.Of(task) is not null)];
    }

    /// <summary>How many of the order can be done when nothing is kept for emergencies any more.</summary>
    private static int Possible(IReadOnlyList<TaskItem> planned, Func<TaskItem, int> remaining, DayArithmetic day, int first)
    {
        var sum = first;
        return planned.TakeWhile(task => day.NeedOf(sum += remaining(task)) <= day.Working - day.Fixed).Count();
    }
}
