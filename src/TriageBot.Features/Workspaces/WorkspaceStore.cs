using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Workspaces;

/// <summary>Rows of workspaces and their channels; gives out the small numbers of items.</summary>
public sealed class WorkspaceStore
{
    public Task<Workspace?> FindAsync(DbSession db, WorkspaceId id) =>
        db.RecallAsync("workspace", id.Value, "", () => db.FirstOrDefaultAsync<Workspace>(
            "select id, platform, name, zone, day_start, emergency, safety_words, date_order, left_at, greeted_at from workspaces where id = @id",
            new { id = id.Value }));

    /// <summary>Ids and names, by name.</summary>
    public async Task<IReadOnlyList<(WorkspaceId Id, string Name)>> AllAsync(DbSession db) =>
        [.. (await db.QueryAsync<Workspace>("select id, name from workspaces order by name, id").ConfigureAwait(false)).Select(workspace => (workspace.Id, workspace.Name))];

    public Task InsertAsync(DbSession db, Workspace workspace, Instant now) =>
        db.ExecuteAsync(
            """
            insert into workspaces (id, platform, name, zone, day_start, emergency, created_at)
            values (@Id, @Platform, @Name, @Zone, @DayStart, @Emergency, @now)
            """,
            new { workspace.Id, workspace.Platform, workspace.Name, workspace.Zone, workspace.DayStart, workspace.Emergency, now });

    /// <summary>Where the bot is in any workspace.</summary>
    public Task<IReadOnlyList<string>> PlatformsAsync(DbSession db) =>
        db.QueryAsync<string>("select distinct platform from workspaces where left_at is null order by platform", new { });

    public Task<IReadOnlyList<WorkspaceId>> PresentAsync(DbSession db, string platform) =>
        db.QueryAsync<WorkspaceId>("select id from workspaces where platform = @platform and left_at is null", new { platform });

    /// <summary>Where somebody is known who speaks outside of any workspace. The one query about several of them: it gives away only names, and those to a member.</summary>
    public Task<IReadOnlyList<WorkspaceKnown>> OfMemberAsync(DbSession db, string platform, MemberId member) =>
        db.QueryAsync<WorkspaceKnown>(
            """
            select w.id, w.name from workspaces w
            join members m on m.workspace_id = w.id
            where w.platform = @platform and w.left_at is null and m.id = @member
            order by w.name, w.id
            """,
            new { platform, member = member.Value });

    public Task RenameAsync(DbSession db, WorkspaceId id, string name) =>
        db.ExecuteAsync("update workspaces set name = @name where id = @id", new { id = id.Value, name });

    /// <summary>Marks a workspace as left, or as one the bot is in again; whoever comes back says hello again.</summary>
    public Task<int> SetLeftAsync(DbSession db, WorkspaceId id, Instant? left) =>
        db.ExecuteAsync("update workspaces set left_at = @left, greeted_at = null where id = @id", new { id = id.Value, left });

    public Task SetGreetedAsync(UnitOfWork unit) =>
        unit.Db.ExecuteAsync("update workspaces set greeted_at = @now where id = @id", new { id = unit.Workspace.Id.Value, now = unit.Now });

    /// <summary>
    /// The next number for an item: 1, 2, 3, … within the workspace, never given twice: whoever has changed the row is alone with it until the commit.
    /// Two short statements, for <c>returning</c> makes SQLite open a table for what it returns, which costs more than both.
    /// </summary>
    public async Task<long> NextNumberAsync(DbSession db, WorkspaceId id)
    {
        await db.ExecuteAsync("update workspaces set last_number = last_number + 1 where id = @id", new { id = id.Value }).ConfigureAwait(false);
        return await db.SingleAsync<long>("select last_number from workspaces where id = @id", new { id = id.Value }).ConfigureAwait(false);
    }

    public Task SetZoneAsync(DbSession db, WorkspaceId id, string zone) =>
        db.ExecuteAsync("update workspaces set zone = @zone where id = @id", new { id = id.Value, zone });

    public Task SetDateOrderAsync(DbSession db, WorkspaceId id, string? order) =>
        db.ExecuteAsync("update workspaces set date_order = @order where id = @id", new { id = id.Value, order });

    public Task SetEmergencyAsync(DbSession db, WorkspaceId id, string emergency) =>
        db.ExecuteAsync("update workspaces set emergency = @emergency where id = @id", new { id = id.Value, emergency });

    public Task SetSafetyWordsAsync(DbSession db, WorkspaceId id, string words) =>
        db.ExecuteAsync("update workspaces set safety_words = @words where id = @id", new { id = id.Value, words });

    public Task ChannelSeenAsync(DbSession db, WorkspaceId id, ChannelSeen channel) =>
        db.ExecuteAsync(
            """
            insert into channels (workspace_id, id, name) values (@workspace, @channel, @name)
            on conflict (workspace_id, id) do update set name = excluded.name
            """,
            new { workspace = id.Value, channel = channel.Id, name = channel.Name });

    /// <summary>Finds a channel by what a person typed: <c>#team</c> or its id, without regard to case. Compared here: SQLite knows the capitals of ASCII only.</summary>
    public async Task<ChannelSeen?> FindChannelAsync(DbSession db, WorkspaceId id, string typed)
    {
        var wanted = typed.TrimStart('#');
        var all = await ChannelsAsync(db, id).ConfigureAwait(false);
        return all.FirstOrDefault(channel => wanted.Equals(channel.Id, StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault(channel => wanted.Equals(channel.Name, StringComparison.OrdinalIgnoreCase));
    }

    public Task<IReadOnlyList<ChannelSeen>> ChannelsAsync(DbSession db, WorkspaceId id) =>
        db.QueryAsync<ChannelSeen>("select id, name from channels where workspace_id = @workspace order by name", new { workspace = id.Value });
}
