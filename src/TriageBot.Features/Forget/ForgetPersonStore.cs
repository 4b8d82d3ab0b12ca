using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Forget;

/// <summary>What there is of a person, and what is still open of theirs.</summary>
internal sealed class ForgetPersonStore
{
    public Task<IReadOnlyList<OpenItem>> HeldAsync(DbSession db, WorkspaceId workspace, MemberId member) => ItemsAsync(
        db, workspace, member, "select number, what from urgent_messages where workspace_id = @workspace and requester_id = @id and state = 'Held' order by number");

    /// <summary>Their own, which nobody else waits for.</summary>
    public Task<IReadOnlyList<OpenItem>> OwnTasksAsync(DbSession db, WorkspaceId workspace, MemberId member) => ItemsAsync(
        db,
        workspace,
        member,
        $"""
        select number, case when is_private then 'private' else what end as what from tasks where workspace_id = @workspace and assignee_id = @id and creator_id = @id and coalesce(requester_id, @id) = @id
          and state in ('Open', 'Someday') and number not in ({Owed}) order by number
        """);

    /// <summary>What others gave them.</summary>
    public Task<IReadOnlyList<OpenItem>> GivenTasksAsync(DbSession db, WorkspaceId workspace, MemberId member) => ItemsAsync(
        db,
        workspace,
        member,
        $"""
        select number, case when is_private then 'private' else what end as what from tasks where workspace_id = @workspace and assignee_id = @id and (creator_id <> @id or coalesce(requester_id, @id) <> @id)
          and state in ('Open', 'Someday') and number not in ({Owed}) order by number
        """);

    /// <summary>Open items of others that are known by what this person typed.</summary>
    public Task<IReadOnlyList<OpenItem>> WordsOfOthersAsync(DbSession db, WorkspaceId workspace, MemberId member) => ItemsAsync(
        db,
        workspace,
        member,
        """
        select number, case when is_private then 'private' else what end as what from tasks
        where workspace_id = @workspace and assignee_id <> @id and (creator_id = @id or requester_id = @id) and state in ('Open', 'Someday')
        union all
        select number, what from escalations where workspace_id = @workspace and requester_id = @id and state <> 'Solved'
        order by 1
        """);

    public Task<IReadOnlyList<OpenItem>> PromisesAsync(DbSession db, WorkspaceId workspace, MemberId member) => ItemsAsync(
        db, workspace, member, "select number, what from promises where workspace_id = @workspace and maker_id = @id and state in ('Open', 'Broken') order by number");

    public Task<IReadOnlyList<OpenItem>> EscalationsAsync(DbSession db, WorkspaceId workspace, MemberId member) => ItemsAsync(
        db, workspace, member, "select number, what from escalations where workspace_id = @workspace and state <> 'Solved' and (acknowledged_by = @id or owner_id = @id) order by number");

    public Task<IReadOnlyList<OpenItem>> DutiesAsync(DbSession db, WorkspaceId workspace, MemberId member) => ItemsAsync(
        db,
        workspace,
        member,
        """
        select number, kind as what from duty_spans
        where workspace_id = @workspace and (giver_id = @id or taker_id = @id) and state in ('Offered', 'Accepted', 'Running') and kind <> 'Take' order by number
        """);

    public Task<PersonCounts> CountAsync(DbSession db, WorkspaceId workspace, MemberId member) =>
        db.SingleAsync<PersonCounts>(
            """
            select
              (select count(*) from urgent_messages where workspace_id = @workspace and requester_id = @id) as urgent,
              (select count(*) from tasks where workspace_id = @workspace and (creator_id = @id or requester_id = @id)) as tasks,
              (select count(*) from escalations where workspace_id = @workspace and requester_id = @id) as escalations,
              (select count(*) from promises where workspace_id = @workspace and (maker_id = @id or recorded_by = @id)) as promises,
              (select count(*) from customer_notes where workspace_id = @workspace and noted_by = @id) as notes,
              (select count(*) from time_entries where workspace_id = @workspace and member_id = @id and state not in ('Running', 'Asked')) as times
            """,
            Keys(workspace, member));

    /// <summary>Escalations they reported whose card stands in a place where others read.</summary>
    public Task<IReadOnlyList<long>> CardsAsync(DbSession db, WorkspaceId workspace, MemberId member) =>
        db.QueryAsync<long>(
            """
            select e.number from escalations e join cards c on c.workspace_id = e.workspace_id and c.card_key = 'escalation/' || e.number
            where e.workspace_id = @workspace and (e.requester_id = @id or e.acknowledged_by = @id or e.solved_by = @id) order by e.number
            """,
            Keys(workspace, member));

    /// <summary>Time that they have not stopped.</summary>
    public Task<IReadOnlyList<long>> RunningAsync(DbSession db, WorkspaceId workspace, MemberId member) =>
        db.QueryAsync<long>("select number from time_entries where workspace_id = @workspace and member_id = @id and state in ('Running', 'Asked')", Keys(workspace, member));

    /// <summary>What was theirs and goes on is another's; drafts and offers end.</summary>
    public async Task HandOverAsync(UnitOfWork unit, MemberId member, MemberId taker)
    {
        var keys = new { workspace = unit.Workspace.Id.Value, id = member.Value, taker = taker.Value, now = unit.Now };
        foreach (var sql in (string[])[
            "update promises set state = 'Withdrawn', closed_at = @now, revision = revision + 1 where workspace_id = @workspace and maker_id = @id and state = 'Draft'",
            "update promises set offered_to = null where workspace_id = @workspace and offered_to = @id and closed_at is null",
            "update promises set lent_by = null where workspace_id = @workspace and lent_by = @id and closed_at is null",
            "update escalations set acknowledged_by = @taker, revision = revision + 1 where workspace_id = @workspace and acknowledged_by = @id and state <> 'Solved'",
            "update escalations set owner_id = @taker where workspace_id = @workspace and owner_id = @id and state <> 'Solved'",
            "update customer_touches set keeper_id = '' where workspace_id = @workspace and keeper_id = @id",
            "delete from time_entries where workspace_id = @workspace and member_id = @id and state in ('Running', 'Asked')",
            """
            update duty_spans set state = 'Lapsed', revision = revision + 1
            where workspace_id = @workspace and (giver_id = @id or taker_id = @id) and state in ('Offered', 'Accepted', 'Running')
            """,
        ])
        {
            await unit.Db.ExecuteAsync(sql, keys).ConfigureAwait(false);
        }
    }

    private const string Owed = "select number from promises where workspace_id = @workspace and state in ('Open', 'Broken')";

    private static Task<IReadOnlyList<OpenItem>> ItemsAsync(DbSession db, WorkspaceId workspace, MemberId member, string sql) => db.QueryAsync<OpenItem>(sql, Keys(workspace, member));

    private static object Keys(WorkspaceId workspace, MemberId member) => new { workspace = workspace.Value, id = member.Value };
}

/// <summary>An item that is still open: a row.</summary>
internal sealed class OpenItem
{
    public long Number { get; init; }

    public string What { get; init; } = "";
}

/// <summary>How much there is: a row.</summary>
internal sealed class PersonCounts
{
    public int Urgent { get; init; }

    public int Tasks { get; init; }

    public int Escalations { get; init; }

    public int Promises { get; init; }

    public int Notes { get; init; }

    public int Times { get; init; }
}
