using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Storage;

namespace TriageBot.Features.Promises;

/// <summary>Rows of promises, and the ledger of all their revisions.</summary>
public sealed class PromiseStore
{
    private const string Values =
        """
        maker_id, recorded_by, requester_id, customer, what, level, due_on, due_local, due_zone, due_at, first_due_at, estimate_minutes, state, made_at, counts_from_at,
        move_count, closed_at, took_ms, cause, reason, offered_to, lent_by, basis_count, basis_usual_ms, basis_available_ms, basis_load, basis_room, last_change
        """;

    public Task<Promise?> FindAsync(DbSession db, WorkspaceId workspace, long number) =>
        db.FirstOrDefaultAsync<Promise>(
            $"select number, {Values}, revision from promises where workspace_id = @workspace and number = @number",
            new { workspace = workspace.Value, number });

    /// <summary>What is still owed, what is due first standing first.</summary>
    public Task<IReadOnlyList<Promise>> OwedAsync(DbSession db, WorkspaceId workspace, string? customer = null) =>
        db.QueryAsync<Promise>(
            $"""
             select number, {Values}, revision from promises
             where workspace_id = @workspace and state in ('Open', 'Broken') and (@customer is null or customer = @customer) order by due_at, number
             """,
            new { workspace = workspace.Value, customer });

    /// <summary>What one member still owes and is due before a moment.</summary>
    public Task<IReadOnlyList<Promise>> OwedByAsync(DbSession db, WorkspaceId workspace, MemberId maker, Instant before) =>
        db.QueryAsync<Promise>(
            $"""
             select number, {Values}, revision from promises
             where workspace_id = @workspace and maker_id = @maker and state in ('Open', 'Broken') and due_at < @before order by due_at, number
             """,
            new { workspace = workspace.Value, maker = maker.Value, before });

    /// <summary>What one member promised for a span of time, what is due first standing first. A promise for a day is due at its very end.</summary>
    public Task<IReadOnlyList<Promise>> DueAsync(DbSession db, WorkspaceId workspace, MemberId maker, Interval span) =>
        db.QueryAsync<Promise>(
            $"""
             select number, {Values}, revision from promises
             where workspace_id = @workspace and maker_id = @maker and state <> 'Draft' and due_at > @from and due_at <= @until order by due_at, number
             """,
            new { workspace = workspace.Value, maker = maker.Value, from = span.Start, until = span.End });

    /// <summary>Kept, renegotiated, late and withdrawn ones that were due after a moment, the latest first.</summary>
    public Task<IReadOnlyList<Promise>> ClosedAsync(DbSession db, WorkspaceId workspace, string? customer, Instant since) =>
        db.QueryAsync<Promise>(
            $"""
             select number, {Values}, revision from promises
             where workspace_id = @workspace and state in ('Kept', 'KeptLate', 'Withdrawn') and due_at >= @since and (@customer is null or customer = @customer)
             order by due_at desc, number desc
             """,
            new { workspace = workspace.Value, customer, since });

    /// <summary>How those that were due after a moment counted (rule C6).</summary>
    public async Task<PromiseTally> TallyAsync(DbSession db, WorkspaceId workspace, string? customer, Instant since) =>
        PromiseTally.Of((await db.QueryAsync<Counted>(
            """
            select state, move_count, count(*) as count from promises
            where workspace_id = @workspace and state <> 'Draft' and due_at >= @since and (@customer is null or customer = @customer) group by state, move_count
            """,
            new { workspace = workspace.Value, customer, since }).ConfigureAwait(false)).Select(row => (row.State, row.MoveCount, row.Count)));

    /// <summary>A new promise. A draft of the same number that nobody gave is replaced.</summary>
    public async Task InsertAsync(UnitOfWork unit, Promise promise, MemberId by)
    {
        var key = new { workspace = unit.Workspace.Id.Value, number = promise.Number };
        await unit.Db.ExecuteAsync(
            """
            delete from promise_versions where workspace_id = @workspace and number = @number
                and exists (select 1 from promises p where p.workspace_id = @workspace and p.number = @number and p.state = 'Draft')
            """,
            key).ConfigureAwait(false);
        await unit.Db.ExecuteAsync("delete from promises where workspace_id = @workspace and number = @number and state = 'Draft'", key).ConfigureAwait(false);
        await unit.Db.ExecuteAsync(
            $"""
             insert into promises (workspace_id, number, {Values}, revision)
             values (@workspace, @Number, @maker, @recordedBy, @requester, @Customer, @What, @Level, @DueOn, @DueLocal, @DueZone, @DueAt, @FirstDueAt, @EstimateMinutes, @state,
                 @MadeAt, @CountsFromAt, @MoveCount, @ClosedAt, @TookMs, @Cause, @Reason, @offeredTo, @lentBy, @BasisCount, @BasisUsualMs, @BasisAvailableMs,
                 @BasisLoad, @BasisRoom, @LastChange, @Revision)
             """,
            Parameters(unit, promise)).ConfigureAwait(false);
        await NoteAsync(unit, promise.Number, promise.State == PromiseState.Draft ? PromiseChangeKind.Drafted : PromiseChangeKind.Made, by.Value).ConfigureAwait(false);
    }

    /// <summary>Saves a new revision and adds it to the ledger.</summary>
    /// <param name="by">Blank for the bot.</param>
    /// <returns>False, and nothing saved, when the row is not at the revision before it any more.</returns>
    public async Task<bool> SaveAsync(UnitOfWork unit, Promise promise, PromiseChangeKind kind, string by)
    {
        var saved = await unit.Db.ExecuteAsync(
            """
            update promises set maker_id = @maker, due_on = @DueOn, due_local = @DueLocal, due_zone = @DueZone, due_at = @DueAt, first_due_at = @FirstDueAt,
                estimate_minutes = @EstimateMinutes, state = @state, made_at = @MadeAt, counts_from_at = @CountsFromAt, move_count = @MoveCount, closed_at = @ClosedAt,
                took_ms = @TookMs, cause = @Cause, reason = @Reason, offered_to = @offeredTo, lent_by = @lentBy, basis_count = @BasisCount,
                basis_usual_ms = @BasisUsualMs, basis_available_ms = @BasisAvailableMs, basis_load = @BasisLoad, basis_room = @BasisRoom, last_change = @LastChange,
                revision = @Revision
            where workspace_id = @workspace and number = @Number and revision = @Revision - 1
            """,
            Parameters(unit, promise)).ConfigureAwait(false) == 1;
        if (saved) await NoteAsync(unit, promise.Number, kind, by).ConfigureAwait(false);
        return saved;
    }

    /// <summary>A revision as it was; null where there was none.</summary>
    public Task<PromiseVersion?> VersionAsync(DbSession db, WorkspaceId workspace, long number, long revision) =>
        db.FirstOrDefaultAsync<PromiseVersion>(
            "select revision, kind, changed_by, changed_at, due_on, due_local, due_zone, due_at, maker_id from promise_versions where workspace_id = @workspace and number = @number and revision = @revision",
            new { workspace = workspace.Value, number, revision });

    /// <summary>The promise as a revision left it.</summary>
    public Task<Promise?> AtAsync(DbSession db, WorkspaceId workspace, long number, long revision) =>
        db.FirstOrDefaultAsync<Promise>(
            $"select number, {Values}, revision from promise_versions where workspace_id = @workspace and number = @number and revision = @revision",
            new { workspace = workspace.Value, number, revision });

    /// <summary>All revisions, the first one first.</summary>
    public Task<IReadOnlyList<PromiseVersion>> VersionsAsync(DbSession db, WorkspaceId workspace, long number) =>
        db.QueryAsync<PromiseVersion>(
            "select revision, kind, changed_by, changed_at, due_on, due_local, due_zone, due_at, maker_id from promise_versions where workspace_id = @workspace and number = @number order by revision",
            new { workspace = workspace.Value, number });

    public Task<IReadOnlyList<string>> CustomersAsync(DbSession db, WorkspaceId workspace) =>
        db.QueryAsync<string>("select distinct customer from promises where workspace_id = @workspace", new { workspace = workspace.Value });

    /// <summary>The customer's name is no part of what was promised: it follows the customer, in the promises only.</summary>
    public Task<int> RenameCustomerAsync(UnitOfWork unit, string from, string to) =>
        unit.Db.ExecuteAsync(
            "update promises set customer = @to where workspace_id = @workspace and customer = @from",
            new { workspace = unit.Workspace.Id.Value, from, to });

    public Task SetCustomerAsync(UnitOfWork unit, long number, string customer) =>
        unit.Db.ExecuteAsync(
            "update promises set customer = @customer where workspace_id = @workspace and number = @number",
            new { workspace = unit.Workspace.Id.Value, number, customer });

    private static Task NoteAsync(UnitOfWork unit, long number, PromiseChangeKind kind, string by) =>
        unit.Db.ExecuteAsync(
            $"""
             insert into promise_versions (workspace_id, number, revision, kind, changed_by, changed_at, {Values})
             select workspace_id, number, revision, @kind, @by, @now, {Values} from promises where workspace_id = @workspace and number = @number
             """,
            new { workspace = unit.Workspace.Id.Value, number, kind = kind.ToString(), by, now = unit.Now });

    private static object Parameters(UnitOfWork unit, Promise promise) => new
    {
        workspace = unit.Workspace.Id.Value,
        promise.Number,
        maker = promise.MakerId.Value,
        recordedBy = promise.RecordedBy.Value,
        requester = promise.RequesterId?.Value,
        promise.Customer,
        promise.What,
        promise.Level,
        promise.DueOn,
        promise.DueLocal,
        promise.DueZone,
        promise.DueAt,
        promise.FirstDueAt,
        promise.EstimateMinutes,
        state = promise.State.ToString(),
        promise.MadeAt,
        promise.CountsFromAt,
        promise.MoveCount,
        promise.ClosedAt,
        promise.TookMs,
        promise.Cause,
        promise.Reason,
        offeredTo = promise.OfferedTo?.Value,
        lentBy = promise.LentBy?.Value,
        promise.BasisCount,
        promise.BasisUsualMs,
        promise.BasisAvailableMs,
        promise.BasisLoad,
        promise.BasisRoom,
        promise.LastChange,
        promise.Revision,
    };

    private sealed class Counted
    {
        public PromiseState State { get; init; }

        public int MoveCount { get; init; }

        public int Count { get; init; }
    }
}

/// <summary>One row of the ledger, in short.</summary>
public sealed class PromiseVersion
{
    public long Revision { get; init; }

    public PromiseChangeKind Kind { get; init; }

    /// <summary>A member's id; blank for the bot.</summary>
    public string ChangedBy { get; init; } = "";

    public Instant ChangedAt { get; init; }

    public LocalDate? DueOn { get; init; }

    public LocalDateTime? DueLocal { get; init; }

    public string? DueZone { get; init; }

    public Instant DueAt { get; init; }

    public MemberId MakerId { get; init; }
}
