using TriageBot.Core.Chat;
using TriageBot.Core.Focus;
using TriageBot.Storage;

namespace TriageBot.Features.Focus;

/// <summary>Rows of focuses.</summary>
internal sealed class FocusStore
{
    private const string Columns = "id, owner_id, customer, started_at, ends_at, ended_at";

    /// <summary>The latest one that nobody has ended; whether it is over is a matter of the clock.</summary>
    public Task<FocusSession?> FindOpenAsync(DbSession db, WorkspaceId workspace, MemberId owner) =>
        db.RecallAsync("focus", workspace.Value, owner.Value, () => db.FirstOrDefaultAsync<FocusSession>(
            $"select {Columns} from focuses where workspace_id = @workspace and owner_id = @owner and ended_at is null order by id desc",
            new { workspace = workspace.Value, owner = owner.Value }));

    public Task<FocusSession?> FindAsync(DbSession db, WorkspaceId workspace, long id) =>
        db.FirstOrDefaultAsync<FocusSession>(
            $"select {Columns} from focuses where workspace_id = @workspace and id = @id",
            new { workspace = workspace.Value, id });

    public async Task<FocusSession> InsertAsync(UnitOfWork unit, FocusSession focus) => focus with
    {
        Id = await unit.Db.SingleAsync<long>(
            """
            insert into focuses (workspace_id, id, owner_id, customer, started_at, ends_at)
            select @workspace, coalesce(max(id), 0) + 1, @owner, @customer, @start, @end from focuses where workspace_id = @workspace
            returning id
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                owner = focus.OwnerId.Value,
                customer = focus.Customer,
                start = focus.StartedAt,
                end = focus.EndsAt,
            }).ConfigureAwait(false),
    };

    public Task SaveAsync(UnitOfWork unit, FocusSession focus) =>
        unit.Db.ExecuteAsync(
            "update focuses set customer = @customer, ends_at = @end, ended_at = @ended where workspace_id = @workspace and id = @id",
            new { workspace = unit.Workspace.Id.Value, id = focus.Id, customer = focus.Customer, end = focus.EndsAt, ended = focus.EndedAt });
}
