using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Storage;

namespace TriageBot.Features.Tasks;

/// <summary>Rows of tasks by the customer they are for.</summary>
public sealed class TaskCustomerStore(TaskStore tasks)
{
    public Task<TaskItem?> FindAsync(DbSession db, WorkspaceId workspace, long number) => tasks.FindAsync(db, workspace, number);

    /// <summary>Open and someday-maybe tasks for a customer, oldest first; the plus keeps the database from walking all tasks of all times in that order.</summary>
    public Task<IReadOnlyList<TaskItem>> OpenAsync(DbSession db, WorkspaceId workspace, string customer) =>
        db.QueryAsync<TaskItem>(
            """
            select number, what, customer, creator_id, assignee_id, requester_id, due_on, due_local, due_zone, is_private, state, created_at, revision from tasks
            where workspace_id = @workspace and customer = @customer and customer <> '' and state in ('Open', 'Someday') order by +number
            """,
            new { workspace = workspace.Value, customer });

    public Task<IReadOnlyList<string>> NamesAsync(DbSession db, WorkspaceId workspace) =>
        db.QueryAsync<string>("select distinct customer from tasks where workspace_id = @workspace and customer <> ''", new { workspace = workspace.Value });

    /// <summary>In the tasks, and in what Undo would bring back.</summary>
    public async Task<int> RenameAsync(UnitOfWork unit, string from, string to)
    {
        var names = new { workspace = unit.Workspace.Id.Value, from, to };
        await unit.Db.ExecuteAsync("update task_changes set customer = @to where workspace_id = @workspace and customer = @from and customer <> ''", names).ConfigureAwait(false);
        return await unit.Db.ExecuteAsync("update tasks set customer = @to where workspace_id = @workspace and customer = @from and customer <> ''", names).ConfigureAwait(false);
    }

    public Task NameAsync(UnitOfWork unit, long number, string customer) =>
        unit.Db.ExecuteAsync(
            "update tasks set customer = @customer where workspace_id = @workspace and number = @number",
            new { workspace = unit.Workspace.Id.Value, number, customer });
}
