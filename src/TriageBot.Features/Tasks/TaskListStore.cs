using System.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Storage;

namespace TriageBot.Features.Tasks;

/// <summary>Reads tasks for lists: of all only what places them, of those on the page the whole row.</summary>
internal sealed class TaskListStore(TaskStore tasks)
{
    /// <summary>As many done and dropped tasks as lists go back, the newest first.</summary>
    private const int MostClosed = 10_000;

    /// <summary>What decides a task's place, and who may see it.</summary>
    private const string PlaceColumns =
        """
        number, creator_id, assignee_id, requester_id, due_on, due_local, due_zone, do_on, is_important, may_stop_business,
        value_class, is_private, ready_on, created_at, closed_at
        """;

    /// <summary>Tasks in the state that a filter names, in no particular order; its other conditions only make fewer of them: whether one matches is left to the caller, who knows the reader.</summary>
    /// <param name="undecidedOnly">Leaves out what is important.</param>
    public Task<IReadOnlyList<TaskItem>> ScanAsync(DbSession db, WorkspaceId workspace, TaskFilter filter, bool undecidedOnly = false)
    {
        var state = filter.State switch
        {
            TaskListState.Done => TaskState.Done,
            TaskListState.Dropped => TaskState.Dropped,
            TaskListState.Someday => TaskState.Someday,
            TaskListState.Open or TaskListState.Deferred or TaskListState.Untriaged => TaskState.Open,
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.State, "Unknown state of a list."),
        };
        // What matching needs beyond the place is read only when something is to be matched.
        var columns = filter.IsNarrowed ? PlaceColumns + ", what, customer, estimate_minutes" : PlaceColumns;
        return db.QueryAsync<TaskItem>(
            $"""
             select {columns}, state from tasks
             where workspace_id = @workspace and state = @state
               {(filter.Assignee is null ? "" : "and assignee_id = @assignee")}
               {(filter.Customer is null ? "" : "and lower(customer) like @customer escape '!'")}
               {(filter.Text is null ? "" : "and lower(what) like @text escape '!'")}
               {(filter.Value is null ? "" : "and coalesce(value_class, 'Ten') = @value")}
               {(filter.OnlyPrivate ? "and is_private" : "")}
               {(filter.State == TaskListState.Untriaged ? "and is_important is null" : "")}
               {(undecidedOnly ? "and (is_important is null or not is_important)" : "")}
             {(state is TaskState.Done or TaskState.Dropped ? "order by closed_at desc, number desc limit @most" : "")}
             """,
            new
            {
                workspace = workspace.Value,
                state = state.ToString(),
                assignee = filter.Assignee?.Value,
                customer = filter.Customer is { } customer ? LikePattern(customer) : null,
                text = filter.Text is { } text ? $"%{LikePattern(text)}%" : null,
                value = filter.Value?.ToString(),
                most = MostClosed,
            });
    }

    /// <summary>
    /// Finds at least what is the same but for capitals. Databases differ in what they know of letters beyond ASCII, so each of those stands for any character;
    /// the caller looks again.
    /// </summary>
    private static string LikePattern(string text)
    {
        var pattern = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsAscii) pattern.Append('_');
            else if (rune.Value is '%' or '_' or '!') pattern.Append('!').Append((char)rune.Value);
            else pattern.Append(char.ToLowerInvariant((char)rune.Value));
        }

        return pattern.ToString();
    }

    /// <summary>The whole rows of the tasks on a page, in its order.</summary>
    public async Task<IReadOnlyList<TaskItem>> WholeAsync(DbSession db, WorkspaceId workspace, IEnumerable<long> page)
    {
        var whole = new List<TaskItem>();
        foreach (var number in page)
        {
            if (await tasks.FindAsync(db, workspace, number).ConfigureAwait(false) is { } found) whole.Add(found);
        }

        return whole;
    }
}
