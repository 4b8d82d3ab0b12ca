using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Storage;

namespace TriageBot.Features.Tasks;

/// <summary>Rows of tasks, the someday-maybe list among them.</summary>
public sealed class TaskStore
{
    private const string Columns =
        """
        number, what, customer, creator_id, assignee_id, requester_id, due_on, due_local, due_zone, do_on, estimate_minutes,
        is_important, may_stop_business, state, created_at, closed_at, last_shown_on, next_review_on, revision
        """;

    public Task<TaskItem?> FindAsync(DbSession db, WorkspaceId workspace, long number) =>
        db.FirstOrDefaultAsync<TaskItem>(
            $"select {Columns} from tasks where workspace_id = @workspace and number = @number",
            new { workspace = workspace.Value, number });

    public Task InsertAsync(DbSession db, WorkspaceId workspace, TaskItem task) =>
        db.ExecuteAsync(
            """
            insert into tasks (workspace_id, number, what, customer, creator_id, assignee_id, requester_id, due_on, due_local, due_zone, do_on,
                estimate_minutes, is_important, may_stop_business, state, created_at, next_review_on, revision)
            values (@workspace, @Number, @What, @Customer, @CreatorId, @AssigneeId, @RequesterId, @DueOn, @DueLocal, @DueZone, @DoOn,
                @EstimateMinutes, @IsImportant, @MayStopBusiness, @state, @CreatedAt, @NextReviewOn, @Revision)
            """,
            new
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
                state = task.State.ToString(),
                task.CreatedAt,
                task.NextReviewOn,
                task.Revision,
            });

    /// <summary>The open task somebody waits for that becomes due first.</summary>
    public Task<TaskItem?> NextOwedAsync(DbSession db, WorkspaceId workspace, MemberId assignee) =>
        db.FirstOrDefaultAsync<TaskItem>(
            $"""
             select {Columns} from tasks
             where workspace_id = @workspace and assignee_id = @assignee and state = 'Open' and requester_id is not null
               and coalesce(due_on, due_local, do_on) is not null
             order by coalesce(due_on, substr(due_local, 1, 10), do_on), number limit 1
             """,
            new { workspace = workspace.Value, assignee = assignee.Value });

    /// <summary>Open tasks that a member does or added, newest first, for completing an item's number.</summary>
    public Task<IReadOnlyList<Choice>> CompleteAsync(DbSession db, WorkspaceId workspace, MemberId member, int limit) =>
        db.QueryAsync<Choice>(
            """
            select cast(number as text) as value, '#' || number || ' ' || substr(what, 1, 60) as label from tasks
            where workspace_id = @workspace and state = 'Open' and (assignee_id = @member or creator_id = @member)
            order by number desc limit @limit
            """,
            new { workspace = workspace.Value, member = member.Value, limit });
}
