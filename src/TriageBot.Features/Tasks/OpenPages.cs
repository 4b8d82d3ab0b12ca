using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Features.Tasks;

/// <summary>All open tasks of a list without their rows: the pinned ones, and the runs behind them.</summary>
/// <param name="Pinned">In the owner's order.</param>
internal sealed record OpenLayout(OpenTasks Open, IReadOnlyList<RankedTask> Pinned, IReadOnlyList<TaskRun> Runs)
{
    public int Count => Pinned.Count + Runs.Sum(run => run.Count);

    public IEnumerable<(Quadrant Quadrant, int Count)> Quadrants =>
        Pinned.Select(ranked => (ranked.Rank.Quadrant, Count: 1)).Concat(Runs.Select(run => (run.Quadrant, run.Count)))
            .GroupBy(part => part.Quadrant).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum(part => part.Count)));
}

/// <summary>Finds pages and places in long lists of open tasks by a few small queries.</summary>
internal sealed class OpenPages(TaskRunStore runs, TaskListStore lists, OwnOrderStore orders)
{
    public async Task<OpenLayout> LayoutAsync(UnitOfWork unit, OpenTasks open, OwnOrder own, WorkCalendar calendar)
    {
        var pinned = open.Assignee is { } assignee ? await orders.TasksAsync(unit.Db, open.Workspace, assignee, own).ConfigureAwait(false) : [];
        var counted = pinned.Where(task => task.IsReadyOn(open.Today) && !(open.OnlyUntriaged && task.IsImportant is not null)).ToList();
        var groups = await runs.GroupsAsync(unit.Db, open).ConfigureAwait(false);
        return new OpenLayout(open, TaskOrder.Sort(counted, calendar, unit.Now, own), TaskRuns.Of(groups, counted, calendar, unit.Now));
    }

    /// <summary>Whole tasks from a place on, from 0.</summary>
    public async Task<IReadOnlyList<TaskItem>> TakeAsync(UnitOfWork unit, OpenLayout layout, int skip, int take)
    {
        var numbers = layout.Pinned.Skip(skip).Take(take).Select(ranked => ranked.Task.Number).ToList();
        skip = Math.Max(0, skip - layout.Pinned.Count);
        foreach (var run in layout.Runs)
        {
            if (numbers.Count == take) break;
            if (skip < run.Count)
            {
                numbers.AddRange(await runs.NumbersAsync(unit.Db, layout.Open, run, WithoutOf(layout), skip, take - numbers.Count).ConfigureAwait(false));
            }

            skip = Math.Max(0, skip - run.Count);
        }

        return await lists.WholeAsync(unit.Db, layout.Open.Workspace, numbers).ConfigureAwait(false);
    }

    /// <summary>A task's place, from 1; null when it is not among them.</summary>
    public async Task<int?> PlaceAsync(UnitOfWork unit, OpenLayout layout, TaskItem task)
    {
        var pinned = layout.Pinned.Index().Where(entry => entry.Item.Task.Number == task.Number).Select(entry => entry.Index + 1).FirstOrDefault();
        if (pinned > 0) return pinned;
        var before = layout.Pinned.Count;
        foreach (var run in layout.Runs)
        {
            if (run.Holds(task)) return before + 1 + await runs.CountBeforeAsync(unit.Db, layout.Open, run, WithoutOf(layout), task).ConfigureAwait(false);
            before += run.Count;
        }

        return null;
    }

    private static IEnumerable<long> WithoutOf(OpenLayout layout) => layout.Pinned.Select(ranked => ranked.Task.Number);
}
