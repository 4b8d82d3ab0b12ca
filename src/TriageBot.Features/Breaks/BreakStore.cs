using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Breaks;

/// <summary>Rows of breaks that differ from the plan or were really opened, and of what was decided in them.</summary>
public sealed class BreakStore
{
    private const string Columns =
        "id, owner_id, window_key, kind, state, start_at, end_at, opened_at, ended_at, snapshot_count, solved_count";

    /// <summary>Breaks are moved within their day.</summary>
    private static readonly Duration MovedWithin = Duration.FromDays(2);

    /// <summary>Rows that change an owner's plan from a moment on. One that was moved ahead and is over is still among them: it keeps its old time of the same day free.</summary>
    public Task<IReadOnlyList<BreakSession>> SinceAsync(DbSession db, WorkspaceId workspace, MemberId owner, Instant since) =>
        RecallSinceAsync(db, workspace, owner, (since - MovedWithin).InUtc().Date);

    public Task<BreakSession?> FindAsync(DbSession db, WorkspaceId workspace, string id) =>
        db.FirstOrDefaultAsync<BreakSession>(
            $"select {Columns} from break_sessions where workspace_id = @workspace and id = @id",
            new { workspace = workspace.Value, id });

    public Task<BreakSession?> FindOpenAsync(DbSession db, WorkspaceId workspace, MemberId owner) =>
        db.RecallAsync("open break", workspace.Value, owner.Value, () => db.FirstOrDefaultAsync<BreakSession>(
            $"select {Columns} from break_sessions where workspace_id = @workspace and owner_id = @owner and state = 'Open' order by start_at desc limit 1",
            new { workspace = workspace.Value, owner = owner.Value }));

    /// <summary>When the owner's last drain ended; the beginning of time when there was none.</summary>
    public async Task<Instant> LastEndAsync(DbSession db, WorkspaceId workspace, MemberId owner) =>
        await db.FirstOrDefaultAsync<Instant?>(
            "select max(ended_at) from break_sessions where workspace_id = @workspace and owner_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value }).ConfigureAwait(false) ?? Instant.FromUnixTimeSeconds(0);

    /// <summary>Writes a break's row: adds it, or takes over its new kind, state and times.</summary>
    public Task SaveAsync(DbSession db, WorkspaceId workspace, BreakSession session) =>
        db.ExecuteAsync(
            """
            insert into break_sessions (workspace_id, id, owner_id, window_key, kind, state, start_at, end_at, opened_at, ended_at, snapshot_count, solved_count)
            values (@workspace, @id, @owner, @windowKey, @kind, @state, @start, @end, @opened, @ended, @snapshot, @solved)
            on conflict (workspace_id, id) do update set
                kind = excluded.kind, state = excluded.state, start_at = excluded.start_at, end_at = excluded.end_at, opened_at = excluded.opened_at,
                ended_at = excluded.ended_at, snapshot_count = excluded.snapshot_count, solved_count = excluded.solved_count
            """,
            new
            {
                workspace = workspace.Value,
                id = session.Id,
                owner = session.OwnerId.Value,
                windowKey = session.WindowKey,
                kind = session.Kind.ToString(),
                state = session.State.ToString(),
                start = session.StartAt,
                end = session.EndAt,
                opened = session.OpenedAt,
                ended = session.EndedAt,
                snapshot = session.SnapshotCount,
                solved = session.SolvedCount,
            });

    public Task RemoveAsync(DbSession db, WorkspaceId workspace, string id) =>
        db.ExecuteAsync("delete from break_sessions where workspace_id = @workspace and id = @id", new { workspace = workspace.Value, id });

    /// <summary>Takes forced breaks out again that nothing is held for any more.</summary>
    public async Task RemoveUnneededAsync(UnitOfWork unit, MemberId owner)
    {
        // There is hardly ever one, and what breaks there are the writer remembers.
        var known = await SinceAsync(unit.Db, unit.Workspace.Id, owner, unit.Now).ConfigureAwait(false);
        if (!known.Any(session => session.Kind == BreakKind.Forced && session.State == BreakState.Planned && session.StartAt > unit.Now)) return;
        await unit.Db.ExecuteAsync(
            """
            delete from break_sessions
            where workspace_id = @workspace and owner_id = @owner and kind = 'Forced' and state = 'Planned' and start_at > @now
              and not exists (
                select 1 from urgent_messages m
                where m.workspace_id = @workspace and m.owner_id = @owner and m.break_key = break_sessions.id and m.state = 'Held')
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, now = unit.Now }).ConfigureAwait(false);
    }

    public Task ChoseAsync(UnitOfWork unit, string session, long number, string choice, MemberId by) =>
        unit.Db.ExecuteAsync(
            """
            insert into drain_choices (workspace_id, session_id, number, choice, chosen_by, chosen_at)
            values (@workspace, @session, @number, @choice, @by, @now)
            """,
            new { workspace = unit.Workspace.Id.Value, session, number, choice, by = by.Value, now = unit.Now });

    /// <summary>How often each choice was made in a drain.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountChoicesAsync(DbSession db, WorkspaceId workspace, string session) =>
        (await db.QueryAsync<ChoiceCount>(
            "select choice, count(*) as count from drain_choices where workspace_id = @workspace and session_id = @session group by choice",
            new { workspace = workspace.Value, session }).ConfigureAwait(false)).ToDictionary(row => row.Choice, row => row.Count);

    /// <summary>Customers of the messages that were decided in a drain; a blank one stands for messages that name none.</summary>
    public Task<IReadOnlyList<string>> CustomersAsync(DbSession db, WorkspaceId workspace, string session) =>
        db.QueryAsync<string>(
            """
            select distinct u.customer from drain_choices c join urgent_messages u on u.workspace_id = c.workspace_id and u.number = c.number
            where c.workspace_id = @workspace and c.session_id = @session order by u.customer
            """,
            new { workspace = workspace.Value, session });

    /// <summary>Asked by the day, so that all who ask on one day can be told the same.</summary>
    private static Task<IReadOnlyList<BreakSession>> RecallSinceAsync(DbSession db, WorkspaceId workspace, MemberId owner, LocalDate since) =>
        db.RecallAsync("breaks since", workspace.Value, $"{owner.Value} {since.Year}-{since.DayOfYear}", () => db.QueryAsync<BreakSession>(
            $"select {Columns} from break_sessions where workspace_id = @workspace and owner_id = @owner and (end_at > @since or state = 'Open')",
            new { workspace = workspace.Value, owner = owner.Value, since = since.AtMidnight().InUtc().ToInstant() }));

    private sealed class ChoiceCount
    {
        public string Choice { get; init; } = "";

        public int Count { get; init; }
    }
}
