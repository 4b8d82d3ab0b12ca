using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Workspaces;

/// <summary>Rows of members.</summary>
public sealed class MemberStore
{
    private const string Columns = "id, name, zone, date_order, is_owner, is_admin";

    public Task<Member?> FindAsync(DbSession db, WorkspaceId workspace, MemberId id) =>
        db.RecallAsync("member", workspace.Value, id.Value, () => db.FirstOrDefaultAsync<Member>(
            $"select {Columns} from members where workspace_id = @workspace and id = @id",
            new { workspace = workspace.Value, id = id.Value }));

    /// <summary>A member to speak of or to: whom the bot has never seen goes by their id.</summary>
    public async Task<Member> MemberAsync(UnitOfWork unit, MemberId id) =>
        await FindAsync(unit.Db, unit.Workspace.Id, id).ConfigureAwait(false) ?? new Member { Id = id, Name = id.Value };

    /// <summary>The name of such a member, for a sentence.</summary>
    public async Task<TextRun> NameAsync(UnitOfWork unit, MemberId id) => (await MemberAsync(unit, id).ConfigureAwait(false)).AsRun();

    public Task<IReadOnlyList<Member>> AllAsync(DbSession db, WorkspaceId workspace) =>
        db.RecallAsync("members", workspace.Value, "", () => db.QueryAsync<Member>(
            $"select {Columns} from members where workspace_id = @workspace order by name, id",
            new { workspace = workspace.Value }));

    public Task<IReadOnlyDictionary<MemberId, Member>> ByIdAsync(DbSession db, WorkspaceId workspace) =>
        db.RecallAsync("members by id", workspace.Value, "", async () => (IReadOnlyDictionary<MemberId, Member>)(await AllAsync(db, workspace).ConfigureAwait(false)).ToDictionary(member => member.Id));

    /// <summary>Finds a member by what a person typed: <c>@kim</c>, an id, or a name, without regard to case. Compared here: SQLite knows the capitals of ASCII only.</summary>
    public async Task<Member?> FindTypedAsync(DbSession db, WorkspaceId workspace, string typed)
    {
        var wanted = typed.TrimStart('@');
        var all = (await AllAsync(db, workspace).ConfigureAwait(false)).OrderBy(member => member.Id.Value, StringComparer.Ordinal).ToList();
        return all.Find(member => wanted.Equals(member.Id.Value, StringComparison.OrdinalIgnoreCase)) ?? all.Find(member => wanted.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Adds a member, or takes over the name and right that the platform shows now. One that is shown as an account only keeps both.</summary>
    public Task SeenAsync(DbSession db, WorkspaceId workspace, Author author) =>
        db.ExecuteAsync(
            """
            insert into members (workspace_id, id, name, is_admin) values (@workspace, @id, @name, @isAdmin)
            on conflict (workspace_id, id) do update set
                name = case when @isShown then excluded.name else members.name end,
                is_admin = case when @isShown then excluded.is_admin else members.is_admin end
            """,
            new { workspace = workspace.Value, id = author.Id.Value, name = author.Name, isAdmin = author.IsAdmin ?? false, isShown = author.IsAdmin is not null });

    public Task SetOwnerAsync(DbSession db, WorkspaceId workspace, MemberId id, bool isOwner) =>
        db.ExecuteAsync(
            "update members set is_owner = @isOwner where workspace_id = @workspace and id = @id",
            new { workspace = workspace.Value, id = id.Value, isOwner });

    public Task SetDateOrderAsync(DbSession db, WorkspaceId workspace, MemberId id, string? order) =>
        db.ExecuteAsync(
            "update members set date_order = @order where workspace_id = @workspace and id = @id",
            new { workspace = workspace.Value, id = id.Value, order });

    public Task SetZoneAsync(DbSession db, WorkspaceId workspace, MemberId id, string? zone) =>
        db.ExecuteAsync(
            "update members set zone = @zone where workspace_id = @workspace and id = @id",
            new { workspace = workspace.Value, id = id.Value, zone });
}
