using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>A span of a day that is taken: a block or an appointment.</summary>
/// <param name="Block">Null for an appointment.</param>
/// <param name="Task">The appointment; null for a block.</param>
public sealed record FixedTime(Interval Span, Block? Block, TaskItem? Task)
{
    /// <summary>When an appointment begins; null for what can be done at any time.</summary>
    public static Instant? StartOf(TaskItem task) => task is { StartsLocal: { } local, StartsZone: { } zone }
        ? ZoneTime.ToInstant(local, ZoneTime.Find(zone) ?? DateTimeZone.Utc)
        : null;

    /// <summary>An appointment that still lies ahead on the logical day, or on a later one: it has its own time, so it is not in the list of what to do when there is time. One that passed undone is.</summary>
    public static bool Waits(TaskItem task, WorkCalendar calendar, LocalDate date) =>
        StartOf(task) is { } start && start >= LogicalDay.Bounds(date, calendar.Zone, calendar.DayStart).Start;

    /// <summary>Blocks and appointments of a logical day, by start; a block before an appointment of the same minute.</summary>
    /// <param name="appointments">Tasks with a start, of any day.</param>
    public static IReadOnlyList<FixedTime> On(WorkCalendar calendar, LocalDate date, IEnumerable<Block> blocks, IEnumerable<TaskItem> appointments)
    {
        var day = LogicalDay.Bounds(date, calendar.Zone, calendar.DayStart);
        var ofBlocks = blocks.SelectMany(block => block.On(date, calendar.Zone).Select(span => new FixedTime(span, block, null)));
        var ofTasks = appointments
            .Select(task => (Task: task, Start: StartOf(task)))
            .Where(each => each.Start is { } start && day.Contains(start))
            .Select(each => new FixedTime(SpanOf(each.Task, each.Start ?? day.Start), null, each.Task));
        return [.. ofBlocks.Concat(ofTasks).OrderBy(each => each.Span.Start).ThenBy(each => each.Task?.Number ?? 0)];
    }

    private static Interval SpanOf(TaskItem task, Instant start) =>
        new(start, start + Duration.FromMinutes(task.EstimateMinutes ?? Estimates.Unknown));
}
