using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Storage;

namespace TriageBot.Features.Escalations;

/// <summary>Rows of escalations and of what happened to them. Their clocks are <see cref="ClockStore"/>'s.</summary>
public sealed class EscalationStore(ClockStore clocks)
{
    private const string Columns =
        """
        number, customer, what, level, state, requester_id, owner_id, opened_at, due_on, due_local, due_zone, first_answered_at, acknowledged_by,
        acknowledged_at, rung, nobody_answered_at, wait_reason, wait_until_at, solved_at, solved_by, linked_number, card_to, last_change, revision
        """;

    public async Task<Escalation?> FindAsync(DbSession db, WorkspaceId workspace, long number)
    {
        var row = await db.FirstOrDefaultAsync<Escalation>(
            $"select {Columns} from escalations where workspace_id = @workspace and number = @number",
            new { workspace = workspace.Value, number }).ConfigureAwait(false);
        return row is null ? null : row with { Clocks = await clocks.OfAsync(db, workspace, number).ConfigureAwait(false) };
    }

    /// <summary>Open and waiting ones, all or a customer's, oldest first.</summary>
    public Task<IReadOnlyList<Escalation>> OpenAsync(DbSession db, WorkspaceId workspace, string? customer = null) =>
        WithClocksAsync(db, workspace, customer is null ? "state <> 'Solved'" : "state <> 'Solved' and customer = @value", customer);

    /// <summary>Those solved since, newest first, at most 100, by number, customer and text only: enough of them to look for one by its words.</summary>
    public Task<IReadOnlyList<Escalation>> SolvedSinceAsync(DbSession db, WorkspaceId workspace, Instant since) =>
        db.QueryAsync<Escalation>(
            """
            select number, customer, what from escalations
            where workspace_id = @workspace and state = 'Solved' and solved_at >= @since
            order by solved_at desc, number desc limit 100
            """,
            new { workspace = workspace.Value, since });

    /// <summary>Where a clock runs and this member reads it or has it: those due first, and how many there are.</summary>
    public async Task<(IReadOnlyList<Escalation> First, int Count)> DueOfMemberAsync(DbSession db, WorkspaceId workspace, MemberId member, int most)
    {
        const string due =
            """
            from (select e.number, (select min(c.due_at) from escalation_clocks c
                                    where c.workspace_id = e.workspace_id and c.number = e.number and c.ended_at is null) as due_at
                  from escalations e
                  where e.workspace_id = @workspace and e.state <> 'Solved' and (e.owner_id = @member or e.acknowledged_by = @member)) as running
            where due_at is not null
            """;
        var parameters = new { workspace = workspace.Value, member = member.Value, most };
        var numbers = await db.QueryAsync<long>($"select number {due} order by due_at, number limit @most", parameters).ConfigureAwait(false);
        var first = new List<Escalation>(numbers.Count);
        foreach (var number in numbers) if (await FindAsync(db, workspace, number).ConfigureAwait(false) is { } escalation) first.Add(escalation);
        return (first, numbers.Count < most ? numbers.Count : await db.FirstOrDefaultAsync<int>($"select count(*) {due}", parameters).ConfigureAwait(false));
    }

    /// <summary>Open and waiting ones of a level, oldest first.</summary>
    public Task<IReadOnlyList<Escalation>> OpenOfLevelAsync(DbSession db, WorkspaceId workspace, string level) =>
        WithClocksAsync(db, workspace, "state <> 'Solved' and level = @value", level);

    public async Task InsertAsync(UnitOfWork unit, Escalation escalation)
    {
        await unit.Db.ExecuteAsync(
            """
            insert into escalations (workspace_id, number, customer, what, level, state, requester_id, owner_id, opened_at, due_on, due_local, due_zone, linked_number, card_to)
            values (@workspace, @Number, @Customer, @What, @Level, @state, @requester, @owner, @OpenedAt, @DueOn, @DueLocal, @DueZone, @LinkedNumber, @CardTo)
            """,
            Parameters(unit, escalation)).ConfigureAwait(false);
        await clocks.SaveAsync(unit, escalation).ConfigureAwait(false);
    }

    /// <summary>Saves a new revision with its clocks; not its customer, who has a way of their own (<see cref="SetCustomerAsync"/>) and whose index each change would touch.</summary>
    /// <returns>False, and nothing saved, when the row is not at the revision before it any more.</returns>
    public async Task<bool> SaveAsync(UnitOfWork unit, Escalation escalation)
    {
        var saved = await unit.Db.ExecuteAsync(
            """
            update escalations set level = @Level, state = @state, owner_id = @owner, first_answered_at = @FirstAnsweredAt,
                acknowledged_by = @acknowledgedBy, acknowledged_at = @AcknowledgedAt, rung = @Rung, nobody_answered_at = @NobodyAnsweredAt,
                wait_reason = @WaitReason, wait_until_at = @WaitUntilAt, solved_at = @SolvedAt, solved_by = @solvedBy, linked_number = @LinkedNumber,
                card_to = @CardTo, last_change = @LastChange, revision = @Revision
            where workspace_id = @workspace and number = @Number and revision = @Revision - 1
            """,
            Parameters(unit, escalation)).ConfigureAwait(false) == 1;
        if (saved) await clocks.SaveAsync(unit, escalation).ConfigureAwait(false);
        return saved;
    }

    /// <summary>Saves how far the ladder got and what the clocks noted, without a new revision.</summary>
    public async Task NoteAsync(UnitOfWork unit, Escalation escalation)
    {
        await unit.Db.ExecuteAsync(
            "update escalations set rung = @Rung, nobody_answered_at = @NobodyAnsweredAt where workspace_id = @workspace and number = @Number",
            new { workspace = unit.Workspace.Id.Value, escalation.Number, escalation.Rung, escalation.NobodyAnsweredAt }).ConfigureAwait(false);
        await clocks.SaveAsync(unit, escalation).ConfigureAwait(false);
    }

    public Task AddEventAsync(UnitOfWork unit, long number, EscalationEventKind kind, string by, string detail = "") =>
        unit.Db.ExecuteAsync(
            """
            insert into escalation_events (workspace_id, number, ordinal, happened_at, kind, by_id, detail)
            values (@workspace, @number, (select coalesce(max(ordinal), 0) + 1 from escalation_events where workspace_id = @workspace and number = @number),
                @now, @kind, @by, @detail)
            """,
            new { workspace = unit.Workspace.Id.Value, number, now = unit.Now, kind = kind.ToString(), by, detail });

    /// <summary>In the order in which they happened.</summary>
    public Task<IReadOnlyList<EscalationEvent>> EventsAsync(DbSession db, WorkspaceId workspace, long number) =>
        db.QueryAsync<EscalationEvent>(
            "select happened_at, kind, by_id, detail from escalation_events where workspace_id = @workspace and number = @number order by ordinal",
            new { workspace = workspace.Value, number });

    /// <summary>Whether any matter, open or solved, is kept under exactly this name.</summary>
    public async Task<bool> HasCustomerAsync(DbSession db, WorkspaceId workspace, string customer) =>
        await db.FirstOrDefaultAsync<long?>(
            "select number from escalations where workspace_id = @workspace and customer = @customer limit 1",
            new { workspace = workspace.Value, customer }).ConfigureAwait(false) is not null;

    public Task<IReadOnlyList<string>> CustomersAsync(DbSession db, WorkspaceId workspace) =>
        db.QueryAsync<string>("select distinct customer from escalations where workspace_id = @workspace", new { workspace = workspace.Value });

    public Task<int> RenameCustomerAsync(UnitOfWork unit, string from, string to) =>
        unit.Db.ExecuteAsync(
            "update escalations set customer = @to where workspace_id = @workspace and customer = @from",
            new { workspace = unit.Workspace.Id.Value, from, to });

    public Task SetCustomerAsync(UnitOfWork unit, long number, string customer) =>
        unit.Db.ExecuteAsync(
            "update escalations set customer = @customer where workspace_id = @workspace and number = @number",
            new { workspace = unit.Workspace.Id.Value, number, customer });

    private async Task<IReadOnlyList<Escalation>> WithClocksAsync(DbSession db, WorkspaceId workspace, string condition, string? value)
    {
        var rows = await db.QueryAsync<Escalation>(
            $"select {Columns} from escalations where workspace_id = @workspace and {condition} order by +number",
            new { workspace = workspace.Value, value }).ConfigureAwait(false);
        var full = new List<Escalation>(rows.Count);
        foreach (var row in rows) full.Add(row with { Clocks = await clocks.OfAsync(db, workspace, row.Number).ConfigureAwait(false) });
        return full;
    }

    private static object Parameters(UnitOfWork unit, Escalation escalation) => new
    {
        workspace = unit.Workspace.Id.Value,
        escalation.Number,
        escalation.Customer,
        escalation.What,
        escalation.Level,
        state = escalation.State.ToString(),
        requester = escalation.RequesterId.Value,
        owner = escalation.OwnerId.Value,
        escalation.OpenedAt,
        escalation.DueOn,
        escalation.DueLocal,
        escalation.DueZone,
        escalation.FirstAnsweredAt,
        acknowledgedBy = escalation.AcknowledgedBy?.Value,
        escalation.AcknowledgedAt,
        escalation.Rung,
        escalation.NobodyAnsweredAt,
        escalation.WaitReason,
        escalation.WaitUntilAt,
        escalation.SolvedAt,
        solvedBy = escalation.SolvedBy?.Value,
        escalation.LinkedNumber,
        escalation.CardTo,
        escalation.LastChange,
        escalation.Revision,
    };
}

/// <summary>What can happen to an escalation. Names are stored.</summary>
public enum EscalationEventKind
{
    Opened,
    Answered,
    CustomerWrote,
    Waiting,
    WentOn,
    Acknowledged,
    AcknowledgementTimedOut,
    Told,
    Warned,
    Breached,
    NobodyAnswered,
    LevelChanged,
    HoursChanged,
    Solved,
    Reopened,
    Joined,
    Note,
}

/// <summary>An event's row.</summary>
public sealed class EscalationEvent
{
    public Instant HappenedAt { get; init; }

    public EscalationEventKind Kind { get; init; }

    /// <summary>A member's id; blank for the bot.</summary>
    public string ById { get; init; } = "";

    public string Detail { get; init; } = "";
}
