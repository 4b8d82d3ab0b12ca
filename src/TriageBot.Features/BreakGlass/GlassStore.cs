using NodaTime;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Chat;

namespace TriageBot.Features.BreakGlass;

/// <summary>Names are stored.</summary>
public enum GlassState
{
    /// <summary>For a second member.</summary>
    Waiting,

    /// <summary>The owner was interrupted.</summary>
    Told,

    /// <summary>The owner saw it and reads it in the next break.</summary>
    NextBreak,

    /// <summary>A safety word interrupted the owner by itself.</summary>
    Safety,
}

/// <summary>Something that could not wait: a row.</summary>
public sealed class GlassRow
{
    public long Number { get; init; }

    public MemberId RequesterId { get; init; }

    public MemberId OwnerId { get; init; }

    /// <summary>What happens otherwise, in the requester's words.</summary>
    public string Harm { get; init; } = "";

    /// <summary>When it happens, in the requester's words.</summary>
    public string Happens { get; init; } = "";

    public GlassState State { get; init; }
}

/// <summary>Rows of what could not wait.</summary>
public sealed class GlassStore
{
    public Task<GlassRow?> FindAsync(UnitOfWork unit, long number) =>
        unit.Db.FirstOrDefaultAsync<GlassRow>(
            "select number, requester_id, owner_id, harm, happens, state from break_glass where workspace_id = @workspace and number = @number",
            new { workspace = unit.Workspace.Id.Value, number });

    /// <summary>How often a member has interrupted somebody since a moment; what a safety word did does not count.</summary>
    public Task<int> CountAsync(UnitOfWork unit, MemberId requester, Instant since) =>
        unit.Db.SingleAsync<int>(
            """
            select count(*) from break_glass
            where workspace_id = @workspace and requester_id = @requester and asked_at >= @since and state in ('Told', 'NextBreak')
            """,
            new { workspace = unit.Workspace.Id.Value, requester = requester.Value, since });

    public Task AddAsync(UnitOfWork unit, GlassRow row) =>
        unit.Db.ExecuteAsync(
            """
            insert into break_glass (workspace_id, number, requester_id, owner_id, harm, happens, asked_at, state)
            values (@workspace, @number, @requester, @owner, @harm, @happens, @now, @state)
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                number = row.Number,
                requester = row.RequesterId.Value,
                owner = row.OwnerId.Value,
                harm = row.Harm,
                happens = row.Happens,
                now = unit.Now,
                state = row.State.ToString(),
            });

    /// <returns>False when it is no longer in that state: somebody was faster.</returns>
    public async Task<bool> BecomesAsync(UnitOfWork unit, GlassRow row, GlassState state, MemberId? confirmedBy = null) =>
        await unit.Db.ExecuteAsync(
            """
            update break_glass set state = @state, confirmed_by = coalesce(@by, confirmed_by)
            where workspace_id = @workspace and number = @number and state = @before
            """,
            new { workspace = unit.Workspace.Id.Value, number = row.Number, state = state.ToString(), before = row.State.ToString(), by = confirmedBy?.Value }).ConfigureAwait(false) == 1;

    public Task ToldAsync(UnitOfWork unit, long number, MemberId owner) =>
        unit.Db.ExecuteAsync(
            "update break_glass set told_at = @now, owner_id = @owner where workspace_id = @workspace and number = @number",
            new { workspace = unit.Workspace.Id.Value, number, owner = owner.Value, now = unit.Now });

    /// <param name="verdict">Null takes it back.</param>
    public Task JudgeAsync(UnitOfWork unit, long number, LaterVerdict? verdict) =>
        unit.Db.ExecuteAsync(
            "update break_glass set verdict = @verdict where workspace_id = @workspace and number = @number",
            new { workspace = unit.Workspace.Id.Value, number, verdict = verdict?.ToString() });

    /// <summary>A member's last judged interruptions, the latest first (rule M2); what a safety word did is not among them.</summary>
    public Task<IReadOnlyList<Interruption>> JudgedAsync(UnitOfWork unit, MemberId requester) =>
        unit.Db.QueryAsync<Interruption>(
            """
            select number, verdict from break_glass
            where workspace_id = @workspace and requester_id = @requester and verdict is not null and state in ('Told', 'NextBreak')
            order by told_at desc, number desc limit @limit
            """,
            new { workspace = unit.Workspace.Id.Value, requester = requester.Value, limit = BreakGlassRules.JudgedShown });
}
