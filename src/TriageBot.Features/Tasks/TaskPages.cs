using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Features.Tasks;

/// <summary>A page of a list, and how all of the list divides into quadrants.</summary>
internal sealed record TaskPage(ListPage<TaskItem> Page, IEnumerable<(Quadrant Quadrant, int Count)> Quadrants);

/// <summary>Finds the page of a list: of all open tasks in the database, of what was narrowed down by looking at each.</summary>
internal sealed class TaskPages(OpenPages open, TaskListStore store, OwnOrderStore orders)
{
    /// <summary>In a list of one member the assignee goes without saying; in everybody's, only the reader's own does.</summary>
    public async Task<TaskListView> ViewAsync(Turn turn, TaskPeople people, TaskFilter filter)
    {
        var listOf = filter.Assignee ?? turn.Author.Id;
        var today = people.CalendarOf(listOf).Today(turn.Now);
        var own = filter.Assignee is null ? OwnOrder.None : await orders.FindAsync(turn.Db, turn.Workspace.Id, listOf, today).ConfigureAwait(false);
        return new TaskListView(people, listOf, TaskReader.Only(turn.Author.Id), turn.Now) { Own = own };
    }

    public async Task<TaskPage> FindAsync(Turn turn, TaskFilter filter, TaskListView view, int page)
    {
        var calendar = view.People.CalendarOf(view.ListOf);
        if (!filter.IsNarrowed && filter.State is TaskListState.Open or TaskListState.Untriaged)
        {
            var tasks = new OpenTasks(turn.Workspace.Id, filter.Assignee, calendar.Today(turn.Now), filter.State == TaskListState.Untriaged);
            var layout = await open.LayoutAsync(turn.Unit, tasks, view.Own, calendar).ConfigureAwait(false);
            var number = ListPage.Shown(page, layout.Count);
            var items = await open.TakeAsync(turn.Unit, layout, number * ListPage.Length, ListPage.Length).ConfigureAwait(false);
            return new TaskPage(new ListPage<TaskItem>(items, (number * ListPage.Length) + 1, layout.Count, number), layout.Quadrants);
        }

        var ordered = await OrderedAsync(turn, filter, view, calendar).ConfigureAwait(false);
        var shown = ListPage.Of(ordered, page);
        var whole = await store.WholeAsync(turn.Db, turn.Workspace.Id, shown.Items.Select(ranked => ranked.Task.Number)).ConfigureAwait(false);
        return new TaskPage(
            new ListPage<TaskItem>(whole, shown.First, shown.Count, shown.Page),
            ordered.GroupBy(ranked => ranked.Rank.Quadrant).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())));
    }

    private async Task<IReadOnlyList<RankedTask>> OrderedAsync(Turn turn, TaskFilter filter, TaskListView view, WorkCalendar calendar)
    {
        var today = calendar.Today(turn.Now);
        var all = await store.ScanAsync(turn.Db, turn.Workspace.Id, filter).ConfigureAwait(false);
        var wanted = filter.IsNarrowed ? all.Where(task => filter.Matches(TaskSight.Of(task, view.Sight).Task, calendar)) : all;
        return filter.State switch
        {
            TaskListState.Deferred => [.. TaskOrder.SortAll(wanted.Where(task => !task.IsReadyOn(today)), calendar, turn.Now, view.Own).OrderBy(ranked => ranked.Task.ReadyOn)],
            TaskListState.Open or TaskListState.Untriaged => TaskOrder.Sort(wanted, calendar, turn.Now, view.Own),
            TaskListState.Someday => [.. TaskOrder.SortAll(wanted, calendar, turn.Now).OrderBy(ranked => ranked.Task.CreatedAt).ThenBy(ranked => ranked.Task.Number)],
            _ => [.. TaskOrder.SortAll(wanted, calendar, turn.Now).OrderByDescending(ranked => ranked.Task.ClosedAt ?? Instant.MinValue).ThenByDescending(ranked => ranked.Task.Number)],
        };
    }
}
