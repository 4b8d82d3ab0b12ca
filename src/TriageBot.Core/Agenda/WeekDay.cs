using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>A day of the master list (rule A2): what is planned for it, and what it has room for.</summary>
/// <param name="Tasks">In the order of rule O3 of that day.</param>
public sealed record WeekDay(LocalDate Date, IReadOnlyList<TaskItem> Tasks, DayArithmetic Day)
{
    /// <summary>The working days after <paramref name="date"/> that belong to its week, Monday to Sunday.</summary>
    public static IReadOnlyList<LocalDate> After(WorkCalendar calendar, LocalDate date)
    {
        var left = (int)IsoDayOfWeek.Sunday - (int)date.DayOfWeek;
        return [.. Enumerable.Range(1, left).Select(date.PlusDays).Where(calendar.IsWorkingDay)];
    }

    /// <summary>Whether an agenda is the first of its week, and so the long one.</summary>
    public static bool IsFirst(WorkCalendar calendar, LocalDate date)
    {
        var before = (int)date.DayOfWeek - (int)IsoDayOfWeek.Monday;
        return calendar.IsWorkingDay(date) && !Enumerable.Range(1, before).Any(days => calendar.IsWorkingDay(date.PlusDays(-days)));
    }

    /// <summary>The day a task belongs to: its do-day, else the logical day on which it is due. An appointment belongs to its own.</summary>
    public static LocalDate? DayOf(TaskItem task, WorkCalendar calendar) =>
        FixedTime.StartOf(task) is { } start ? calendar.Today(start) : task.DoOn ?? TaskDue.DayOf(task, calendar);

    /// <param name="planned">Open important tasks with a day, of any day.</param>
    /// <param name="settings">Of an ordinary day: nothing unplanned has happened yet.</param>
    public static WeekDay Of(WorkCalendar calendar, LocalDate date, IReadOnlyCollection<TaskItem> planned, IReadOnlyList<Block> blocks, DaySettings settings)
    {
        var morning = LogicalDay.Bounds(date, calendar.Zone, calendar.DayStart).Start;
        var tasks = TaskOrder.SortAll(planned.Where(task => DayOf(task, calendar) == date), calendar, morning).Select(ranked => ranked.Task).ToList();
        var open = DayTime.Left(calendar, date, morning);
        var taken = FixedTime.On(calendar, date, blocks, tasks).Select(each => each.Span);
        var minutes = tasks.Where(task => FixedTime.StartOf(task) is null).Sum(task => Estimates.Remaining(task.EstimateMinutes, spent: 0));
        return new WeekDay(
            date,
            tasks,
            new DayArithmetic(DayTime.MinutesOf(open), DayTime.FixedMinutes(open, taken), minutes, settings.Factor, settings.Buffer, Unplanned: 0));
    }
}
