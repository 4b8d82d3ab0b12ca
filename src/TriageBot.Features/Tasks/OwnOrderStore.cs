using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Storage;

namespace TriageBot.Features.Tasks;

/// <summary>What owners have pinned for their days (rule O5): a row per owner and logical day, so that it lasts that day and no longer.</summary>
internal sealed class OwnOrderStore(TaskStore tasks)
{
    public async Task<OwnOrder> FindAsync(DbSession db, WorkspaceId workspace, MemberId owner, LocalDate date) =>
        await db.FirstOrDefaultAsync<string>(
            "select numbers from own_orders where workspace_id = @workspace and owner_id = @owner and on_date = @date",
            new { workspace = workspace.Value, owner = owner.Value, date }).ConfigureAwait(false) is { } numbers
                ? OwnOrder.Parse(numbers)
                : OwnOrder.None;

    public Task SaveAsync(DbSession db, WorkspaceId workspace, MemberId owner, LocalDate date, OwnOrder order) =>
        db.ExecuteAsync(
            """
            insert into own_orders (workspace_id, owner_id, on_date, numbers) values (@workspace, @owner, @date, @numbers)
            on conflict (workspace_id, owner_id, on_date) do update set numbers = excluded.numbers
            """,
            new { workspace = workspace.Value, owner = owner.Value, date, numbers = order.ToString() });

    /// <summary>The pinned tasks that are still open and still this member's, in their order.</summary>
    public async Task<IReadOnlyList<TaskItem>> TasksAsync(DbSession db, WorkspaceId workspace, MemberId owner, OwnOrder order)
    {
        var pinned = new List<TaskItem>();
        foreach (var number in order.Numbers)
        {
            if (await tasks.FindAsync(db, workspace, number).ConfigureAwait(false) is { State: TaskState.Open } task && task.AssigneeId == owner) pinned.Add(task);
        }

        return pinned;
    }
}
