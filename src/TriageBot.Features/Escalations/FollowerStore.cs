using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Escalations;

/// <summary>Rows of who hears what becomes of somebody else's item (rule H11).</summary>
public sealed class FollowerStore
{
    public Task FollowAsync(UnitOfWork unit, long number, MemberId member) =>
        unit.Db.ExecuteAsync(
            """
            insert into followers (workspace_id, number, member_id, since_at) values (@workspace, @number, @member, @now)
            on conflict (workspace_id, number, member_id) do nothing
            """,
            new { workspace = unit.Workspace.Id.Value, number, member = member.Value, now = unit.Now });

    public async Task<IReadOnlyList<MemberId>> OfAsync(DbSession db, WorkspaceId workspace, long number) =>
        [.. (await db.QueryAsync<string>(
            "select member_id from followers where workspace_id = @workspace and number = @number order by since_at, member_id",
            new { workspace = workspace.Value, number }).ConfigureAwait(false)).Select(id => new MemberId(id))];
}
