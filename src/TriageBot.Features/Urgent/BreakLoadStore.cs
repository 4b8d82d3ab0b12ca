using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Storage;

namespace TriageBot.Features.Urgent;

/// <summary>
/// How many messages wait for each break, counted as they come and go: a message that joins a queue of thousands costs no more than the first one.
/// What a running drain has taken does not count.
/// </summary>
public sealed class BreakLoadStore
{
    /// <summary>By the key of the break.</summary>
    public async Task<IReadOnlyDictionary<string, int>> AllAsync(DbSession db, WorkspaceId workspace, MemberId owner) =>
        (await db.QueryAsync<Row>(
            "select break_key, held from break_loads where workspace_id = @workspace and owner_id = @owner and held > 0",
            new { workspace = workspace.Value, owner = owner.Value }).ConfigureAwait(false)).ToDictionary(row => row.BreakKey, row => row.Held);

    /// <summary>Counts one message that now waits for this break.</summary>
    public Task CameAsync(DbSession db, WorkspaceId workspace, MemberId owner, string breakKey) => AddAsync(db, workspace, owner, breakKey, 1);

    /// <summary>Counts one message that no longer waits for its break.</summary>
    public Task WentAsync(DbSession db, WorkspaceId workspace, HeldMessage message) => AddAsync(db, workspace, message.OwnerId, message.BreakKey, -1);

    /// <summary>After many of an owner's messages came or went at once. Forgets the breaks that nothing waits for.</summary>
    public async Task RecountAsync(DbSession db, WorkspaceId workspace, MemberId owner)
    {
        var of = new { workspace = workspace.Value, owner = owner.Value };
        await db.ExecuteAsync("delete from break_loads where workspace_id = @workspace and owner_id = @owner", of).ConfigureAwait(false);
        await db.ExecuteAsync(
            """
            insert into break_loads (workspace_id, owner_id, break_key, held)
            select workspace_id, owner_id, break_key, count(*) from urgent_messages
            where workspace_id = @workspace and owner_id = @owner and state = 'Held' and session_id is null
            group by workspace_id, owner_id, break_key
            """,
            of).ConfigureAwait(false);
    }

    private static Task AddAsync(DbSession db, WorkspaceId workspace, MemberId owner, string breakKey, int change) =>
        db.ExecuteAsync(
            """
            insert into break_loads (workspace_id, owner_id, break_key, held) values (@workspace, @owner, @breakKey, @change)
            on conflict (workspace_id, owner_id, break_key) do update set held = break_loads.held + excluded.held
            """,
            new { workspace = workspace.Value, owner = owner.Value, breakKey, change });

    private sealed class Row
    {
        public string BreakKey { get; init; } = "";

        public int Held { get; init; }
    }
}
