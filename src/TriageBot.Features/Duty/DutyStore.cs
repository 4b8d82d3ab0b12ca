using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features.Duty;

/// <summary>Names are stored.</summary>
public enum DutySpanKind
{
    /// <summary>From one owner to another, on Accept.</summary>
    HandOff,

    /// <summary>An exception that an admin set.</summary>
    Set,

    /// <summary>Taken, without an end.</summary>
    Take,
}

/// <summary>Names are stored.</summary>
public enum DutySpanState
{
    Offered,

    /// <summary>Agreed, and still to come.</summary>
    Accepted,
    Running,
    Declined,

    /// <summary>Nobody accepted it while it could be.</summary>
    Lapsed,
    Ended,
    TakenBack,
}

/// <summary>A hand-off, an exception or a take: a row.</summary>
public sealed class DutyRow
{
    public long Number { get; init; }

    public DutySpanKind Kind { get; init; }

    public MemberId? GiverId { get; init; }

    public MemberId TakerId { get; init; }

    public Instant FromAt { get; init; }

    public Instant? UntilAt { get; init; }

    public DutySpanState State { get; init; }

    public Instant MadeAt { get; init; }

    public long Revision { get; init; }

    public bool IsOpen => State is DutySpanState.Offered or DutySpanState.Accepted or DutySpanState.Running;
}

/// <summary>The rotation as it was before it was changed: a row.</summary>
public sealed class RotationChange
{
    /// <summary>As <see cref="DutyStore.Stored"/> writes them; empty for no rotation.</summary>
    public string Members { get; init; } = "";

    public LocalDate FromOn { get; init; }

    public MemberId? CoverId { get; init; }

    public MemberId? OnDutyId { get; init; }

    /// <summary>Whom the change put, or left, on duty.</summary>
    public MemberId? SetOnDutyId { get; init; }

    public Instant ChangedAt { get; init; }

    public MemberId ChangedBy { get; init; }
}

/// <summary>Rows of rotation and hand-offs.</summary>
public sealed class DutyStore
{
    private const string Columns = "number, kind, giver_id, taker_id, from_at, until_at, state, made_at, revision";

    /// <summary>What was agreed, without who is named now.</summary>
    public Task<DutyBook> BookAsync(DbSession db, Workspace workspace) => db.RecallAsync("duty", workspace.Id.Value, workspace.Zone, async () =>
    {
        var rotation = await RotationAsync(db, workspace).ConfigureAwait(false);
        var spans = await db.QueryAsync<DutyRow>(
            $"""
             select {Columns} from duty_spans
             where workspace_id = @workspace and state in ('Accepted', 'Running') and kind <> 'Take' order by made_at, number
             """,
            new { workspace = workspace.Id.Value }).ConfigureAwait(false);
        return new DutyBook(
            null,
            rotation.Rotation,
            rotation.Cover,
            [.. spans.Select(span => new DutySpan(span.Number, span.Kind == DutySpanKind.HandOff ? span.GiverId : null, span.TakerId, span.FromAt, span.UntilAt ?? Instant.MaxValue))]);
    });

    public async Task<(Rotation? Rotation, MemberId? Cover)> RotationAsync(DbSession db, Workspace workspace)
    {
        var row = await db.FirstOrDefaultAsync<RotationRow>(
            "select members, from_on, cover_id from duty_rotations where workspace_id = @workspace",
            new { workspace = workspace.Id.Value }).ConfigureAwait(false);
        if (row is null) return (null, null);
        return (row.Members.Length == 0 ? null : new Rotation([.. MembersOf(row.Members)], row.FromOn, workspace.TimeZone, workspace.DayStart), row.CoverId);
    }

    /// <summary>Ids as they are stored, one in a line.</summary>
    public static IReadOnlyList<MemberId> MembersOf(string stored) => [.. stored.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(id => new MemberId(id))];

    public Task SetRotationAsync(UnitOfWork unit, IEnumerable<MemberId> members, LocalDate from, MemberId? cover) =>
        unit.Db.ExecuteAsync(
            """
            insert into duty_rotations (workspace_id, members, from_on, cover_id) values (@workspace, @members, @from, @cover)
            on conflict (workspace_id) do update set members = excluded.members, from_on = excluded.from_on, cover_id = excluded.cover_id
            """,
            new { workspace = unit.Workspace.Id.Value, members = Stored(members), from, cover = cover?.Value });

    /// <summary>Keeps what the rotation was before a change, in place of the change before that.</summary>
    public Task KeepChangeAsync(UnitOfWork unit, RotationChange change) =>
        unit.Db.ExecuteAsync(
            """
            insert into duty_rotation_undos (workspace_id, members, from_on, cover_id, on_duty_id, set_on_duty_id, changed_at, changed_by)
            values (@workspace, @Members, @FromOn, @cover, @onDuty, @setOnDuty, @now, @by)
            on conflict (workspace_id) do update set members = excluded.members, from_on = excluded.from_on, cover_id = excluded.cover_id, on_duty_id = excluded.on_duty_id,
                set_on_duty_id = excluded.set_on_duty_id, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                change.Members,
                change.FromOn,
                cover = change.CoverId?.Value,
                onDuty = change.OnDutyId?.Value,
                setOnDuty = change.SetOnDutyId?.Value,
                now = unit.Now,
                by = change.ChangedBy.Value,
            });

    public Task<RotationChange?> LastChangeAsync(UnitOfWork unit) =>
        unit.Db.FirstOrDefaultAsync<RotationChange>(
            "select members, from_on, cover_id, on_duty_id, set_on_duty_id, changed_at, changed_by from duty_rotation_undos where workspace_id = @workspace",
            new { workspace = unit.Workspace.Id.Value });

    public Task ForgetChangeAsync(UnitOfWork unit) =>
        unit.Db.ExecuteAsync("delete from duty_rotation_undos where workspace_id = @workspace", new { workspace = unit.Workspace.Id.Value });

    public Task<DutyRow?> FindAsync(UnitOfWork unit, long number) =>
        unit.Db.FirstOrDefaultAsync<DutyRow>(
            $"select {Columns} from duty_spans where workspace_id = @workspace and number = @number",
            new { workspace = unit.Workspace.Id.Value, number });

    /// <summary>Hand-offs and exceptions that are offered, agreed or going on.</summary>
    public Task<IReadOnlyList<DutyRow>> OpenAsync(UnitOfWork unit) =>
        unit.Db.QueryAsync<DutyRow>(
            $"select {Columns} from duty_spans where workspace_id = @workspace and state in ('Offered', 'Accepted', 'Running') and kind <> 'Take' order by from_at, number",
            new { workspace = unit.Workspace.Id.Value });

    public Task AddAsync(UnitOfWork unit, DutyRow row, MemberId by) =>
        unit.Db.ExecuteAsync(
            """
            insert into duty_spans (workspace_id, number, kind, giver_id, taker_id, from_at, until_at, state, made_by, made_at)
            values (@workspace, @number, @kind, @giver, @taker, @from, @until, @state, @by, @now)
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                number = row.Number,
                kind = row.Kind.ToString(),
                giver = row.GiverId?.Value,
                taker = row.TakerId.Value,
                from = row.FromAt,
                until = row.UntilAt,
                state = row.State.ToString(),
                by = by.Value,
                now = unit.Now,
            });

    /// <returns>False when it is no longer in the state it was read in: somebody was faster.</returns>
    public async Task<bool> BecomesAsync(UnitOfWork unit, DutyRow row, DutySpanState state) =>
        await unit.Db.ExecuteAsync(
            """
            update duty_spans set state = @state, revision = revision + 1
            where workspace_id = @workspace and number = @number and state = @before and revision = @revision
            """,
            new { workspace = unit.Workspace.Id.Value, number = row.Number, state = state.ToString(), before = row.State.ToString(), revision = row.Revision }).ConfigureAwait(false) == 1;

    /// <summary>Notes that a stage of a gap is said (rule W1).</summary>
    /// <returns>False when it was said before.</returns>
    public async Task<bool> WarnedAsync(UnitOfWork unit, string level, Instant gap, int stage) =>
        await unit.Db.ExecuteAsync(
            """
            insert into coverage_warnings (workspace_id, level, gap_at, stage, told_at) values (@workspace, @level, @gap, @stage, @now)
            on conflict (workspace_id, level, gap_at, stage) do nothing
            """,
            new { workspace = unit.Workspace.Id.Value, level, gap, stage, now = unit.Now }).ConfigureAwait(false) == 1;

    /// <summary>Ids as they are stored, one in a line.</summary>
    public static string Stored(IEnumerable<MemberId> members) => string.Join('\n', members.Select(member => member.Value));

    private sealed class RotationRow
    {
        public string Members { get; init; } = "";

        public LocalDate FromOn { get; init; }

        public MemberId? CoverId { get; init; }
    }
}
