using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Storage;

namespace TriageBot.Features.Tasks;

/// <summary>Rows of tasks, the someday-maybe list among them, and of what was changed in them.</summary>
public sealed class TaskStore
{
    private const string Values =
        """
        what, customer, creator_id, assignee_id, requester_id, due_on, due_local, due_zone, do_on, estimate_minutes,
        is_important, may_stop_business, value_class, is_private, ready_on, starts_local, starts_zone, series_id, carry_count, carried_on,
        state, created_at, closed_at, last_shown_on, next_review_on, review_days, unanswered_count
        """;

    /// <summary>What lists and the agenda need to know of a task.</summary>
    private const string ListColumns =
        """
        number, what, customer, creator_id, assignee_id, requester_id, due_on, due_local, due_zone, do_on, estimate_minutes,
        is_important, may_stop_business, value_class, is_private, ready_on, starts_local, starts_zone, series_id, carry_count, carried_on,
        state, created_at, revision
        """;

    /// <summary>Not deferred beyond <c>@date</c>.</summary>
    private const string Ready = "(ready_on is null or ready_on <= @date)";

    public Task<TaskItem?> FindAsync(DbSession db, WorkspaceId workspace, long number) =>
        db.FirstOrDefaultAsync<TaskItem>(
            $"select number, {Values}, revision from tasks where workspace_id = @workspace and number = @number",
            new { workspace = workspace.Value, number });

    public Task InsertAsync(DbSession db, WorkspaceId workspace, TaskItem task) =>
        db.ExecuteAsync(
            """
            insert into tasks (workspace_id, number, what, customer, creator_id, assignee_id, requester_id, due_on, due_local, due_zone, do_on,
                estimate_minutes, is_important, may_stop_business, value_class, is_private, ready_on, starts_local, starts_zone, series_id, carry_count, carried_on,
                state, created_at, next_review_on, review_days, unanswered_count, revision)
            values (@workspace, @Number, @What, @Customer, @CreatorId, @AssigneeId, @RequesterId, @DueOn, @DueLocal, @DueZone, @DoOn,
                @EstimateMinutes, @IsImportant, @MayStopBusiness, @valueClass, @IsPrivate, @ReadyOn, @StartsLocal, @StartsZone, @SeriesId, @CarryCount, @CarriedOn,
                @state, @CreatedAt, @NextReviewOn, @ReviewDays, @UnansweredCount, @Revision)
            """,
            Parameters(workspace, task));

    /// <summary>Saves a new revision and keeps what was before it.</summary>
    /// <returns>False, and nothing changed, when the row is not at the revision before it any more.</returns>
    public async Task<bool> SaveAsync(UnitOfWork unit, TaskItem task, TaskChangeKind kind, MemberId by)
    {
        var workspace = unit.Workspace.Id;
        await unit.Db.ExecuteAsync(
            $"""
             insert into task_changes (workspace_id, number, revision, kind, changed_by, changed_at, {Values})
             select workspace_id, number, @revision, @kind, @by, @now, {Values}
             from tasks where workspace_id = @workspace and number = @number and revision = @revision - 1
             """,
            new { workspace = workspace.Value, number = task.Number, revision = task.Revision, kind = kind.ToString(), by, now = unit.Now }).ConfigureAwait(false);
        return await unit.Db.ExecuteAsync(
            """
            update tasks set what = @What, customer = @Customer, assignee_id = @AssigneeId, requester_id = @RequesterId,
                due_on = @DueOn, due_local = @DueLocal, due_zone = @DueZone, do_on = @DoOn, estimate_minutes = @EstimateMinutes,
                is_important = @IsImportant, may_stop_business = @MayStopBusiness, value_class = @valueClass, is_private = @IsPrivate, ready_on = @ReadyOn,
                starts_local = @StartsLocal, starts_zone = @StartsZone, series_id = @SeriesId, carry_count = @CarryCount, carried_on = @CarriedOn,
                state = @state, closed_at = @ClosedAt, last_shown_on = @LastShownOn, next_review_on = @NextReviewOn,
                review_days = @ReviewDays, unanswered_count = @UnansweredCount, revision = @Revision
            where workspace_id = @workspace and number = @Number and revision = @Revision - 1
            """,
            Parameters(workspace, task)).ConfigureAwait(false) == 1;
    }

    /// <summary>The change that made a revision; null for the first one.</summary>
    public Task<TaskChangeRow?> FindChangeAsync(DbSession db, WorkspaceId workspace, long number, long revision) =>
        db.FirstOrDefaultAsync<TaskChangeRow>(
            """
            select c.kind, c.changed_by, m.name as changed_by_name, c.changed_at
            from task_changes c left join members m on m.workspace_id = c.workspace_id and m.id = c.changed_by
            where c.workspace_id = @workspace and c.number = @number and c.revision = @revision
            """,
            new { workspace = workspace.Value, number, revision });

    /// <summary>The task as it was before a revision; null for the first one.</summary>
    public Task<TaskItem?> FindBeforeAsync(DbSession db, WorkspaceId workspace, long number, long revision) =>
        db.FirstOrDefaultAsync<TaskItem>(
            $"select number, {Values}, revision - 1 as revision from task_changes where workspace_id = @workspace and number = @number and revision = @revision",
            new { workspace = workspace.Value, number, revision });

    /// <summary>Open tasks of one member, in no particular order.</summary>
    public Task<IReadOnlyList<TaskItem>> OpenAsync(DbSession db, WorkspaceId workspace, MemberId assignee) =>
        db.QueryAsync<TaskItem>(
            $"select {ListColumns} from tasks where workspace_id = @workspace and assignee_id = @assignee and state = 'Open'",
            new { workspace = workspace.Value, assignee = assignee.Value });

    /// <summary>
    /// Open, judged tasks of one member that may be urgent, planned or due soon on a day: what a promise is weighed against, without the undated bulk of a long list.
    /// What is due is compared by its wall date, so the caller leaves room for other zones in <paramref name="soon"/>.
    /// </summary>
    public Task<IReadOnlyList<TaskItem>> OpenForDayAsync(DbSession db, WorkspaceId workspace, MemberId assignee, LocalDate date, LocalDate soon) =>
        db.QueryAsync<TaskItem>(
            $"""
             select {ListColumns} from tasks
             where workspace_id = @workspace and assignee_id = @assignee and state = 'Open' and is_important is not null
               and {Ready} and (may_stop_business or do_on <= @date or coalesce(due_on, substr(due_local, 1, 10)) <= @soon)
             """,
            new { workspace = workspace.Value, assignee = assignee.Value, date, soon });

    /// <summary>Open tasks of one member that are planned for a day or before, or important and without a do-day due by <paramref name="soon"/>: all that a review of that day can be about.</summary>
    public Task<IReadOnlyList<TaskItem>> OpenPlannedAsync(DbSession db, WorkspaceId workspace, MemberId assignee, LocalDate day, LocalDate soon) =>
        db.QueryAsync<TaskItem>(
            $"""
             select {ListColumns} from tasks
             where workspace_id = @workspace and assignee_id = @assignee and state = 'Open'
               and (do_on <= @day or (do_on is null and is_important and coalesce(due_on, substr(due_local, 1, 10)) <= @soon))
             """,
            new { workspace = workspace.Value, assignee = assignee.Value, day, soon });

    /// <summary>The someday-maybe list of one member, oldest first.</summary>
    public Task<IReadOnlyList<TaskItem>> SomedayAsync(DbSession db, WorkspaceId workspace, MemberId assignee) =>
        db.QueryAsync<TaskItem>(
            $"select {ListColumns} from tasks where workspace_id = @workspace and assignee_id = @assignee and state = 'Someday' order by created_at, number",
            new { workspace = workspace.Value, assignee = assignee.Value });

    /// <summary>Someday-maybe items whose next review has come (rule S2), of the work list or the private one.</summary>
    public Task<IReadOnlyList<TaskItem>> SomedayEligibleAsync(DbSession db, WorkspaceId workspace, MemberId assignee, LocalDate today, bool isPrivate = false) =>
        db.QueryAsync<TaskItem>(
            """
            select number, what, creator_id, assignee_id, requester_id, estimate_minutes, is_private, created_at, last_shown_on, next_review_on, unanswered_count, revision
            from tasks
            where workspace_id = @workspace and assignee_id = @assignee and state = 'Someday' and (next_review_on is null or next_review_on <= @today)
              and is_private = @isPrivate
            """,
            new { workspace = workspace.Value, assignee = assignee.Value, today, isPrivate });

    /// <summary>Someday-maybe items that were dropped after <paramref name="since"/>, the latest first; what was an open task is not among them.</summary>
    public Task<IReadOnlyList<TaskItem>> ArchivedSomedayAsync(DbSession db, WorkspaceId workspace, MemberId assignee, Instant since) =>
        db.QueryAsync<TaskItem>(
            $"""
             select {ListColumns}, closed_at from tasks
             where workspace_id = @workspace and assignee_id = @assignee and state = 'Dropped' and next_review_on is not null and closed_at > @since
             order by closed_at desc, number desc
             """,
            new { workspace = workspace.Value, assignee = assignee.Value, since });

    /// <summary>Passes the turn on (rule S2), once a day. Being shown is no change of the item: buttons keep their revision.</summary>
    public async Task ShownAsync(UnitOfWork unit, IEnumerable<TaskItem> items, LocalDate today)
    {
        foreach (var item in items)
        {
            await unit.Db.ExecuteAsync(
                """
                update tasks set last_shown_on = @today, unanswered_count = unanswered_count + 1
                where workspace_id = @workspace and number = @number and (last_shown_on is null or last_shown_on < @today)
                """,
                new { workspace = unit.Workspace.Id.Value, number = item.Number, today }).ConfigureAwait(false);
        }
    }

    /// <summary>The open task somebody waits for that becomes due first.</summary>
    public Task<TaskItem?> NextOwedAsync(DbSession db, WorkspaceId workspace, MemberId assignee) =>
        db.FirstOrDefaultAsync<TaskItem>(
            $"""
             select {ListColumns} from tasks
             where workspace_id = @workspace and assignee_id = @assignee and state = 'Open'
               and (requester_id is not null or exists (select 1 from promises p where p.workspace_id = tasks.workspace_id and p.number = tasks.number and p.state = 'Open'))
               and coalesce(due_on, due_local, do_on) is not null
             order by coalesce(due_on, substr(due_local, 1, 10), do_on), number limit 1
             """,
            new { workspace = workspace.Value, assignee = assignee.Value });

    /// <summary>The newest open tasks that a member does or added, by number and text only: enough of them to look for one by its words.</summary>
    public Task<IReadOnlyList<TaskItem>> NewestOfAsync(DbSession db, WorkspaceId workspace, MemberId member) =>
        db.QueryAsync<TaskItem>(
            """
            select number, what from tasks
            where workspace_id = @workspace and state = 'Open' and (assignee_id = @member or creator_id = @member)
            order by number desc limit 1000
            """,
            new { workspace = workspace.Value, member = member.Value });

    private static object Parameters(WorkspaceId workspace, TaskItem task) => new
    {
        workspace = workspace.Value,
        task.Number,
        task.What,
        task.Customer,
        task.CreatorId,
        task.AssigneeId,
        task.RequesterId,
        task.DueOn,
        task.DueLocal,
        task.DueZone,
        task.DoOn,
        task.EstimateMinutes,
        task.IsImportant,
        task.MayStopBusiness,
        valueClass = task.ValueClass?.ToString(),
        task.IsPrivate,
        task.ReadyOn,
        task.StartsLocal,
        task.StartsZone,
        task.SeriesId,
        task.CarryCount,
        task.CarriedOn,
        state = task.State.ToString(),
        task.CreatedAt,
        task.ClosedAt,
        task.LastShownOn,
        task.NextReviewOn,
        task.ReviewDays,
        task.UnansweredCount,
        task.Revision,
    };
}

/// <summary>A change's row, without what was before it.</summary>
public sealed class TaskChangeRow
{
    public TaskChangeKind Kind { get; init; }

    public MemberId ChangedBy { get; init; }

    public string? ChangedByName { get; init; }

    public Instant ChangedAt { get; init; }
}
