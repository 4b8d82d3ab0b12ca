using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Storage;

namespace TriageBot.Features.Review;

/// <summary>What became of each owner's days: whether they were asked about, whether they are closed, and what was chosen for each item.</summary>
public sealed class ReviewStore
{
    /// <returns>False when the day was decided already: nobody is asked twice about one day.</returns>
    public async Task<bool> AddAsync(UnitOfWork unit, MemberId owner, LocalDate day, bool isAsked) =>
        await unit.Db.ExecuteAsync(
            """
            insert into reviews (workspace_id, owner_id, on_date, outcome, decided_at) values (@workspace, @owner, @day, @outcome, @now)
            on conflict (workspace_id, owner_id, on_date) do nothing
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, day, outcome = isAsked ? "Asked" : "Quiet", now = unit.Now }).ConfigureAwait(false) == 1;

    /// <summary>A day is asked about once in the evening and once on the morning after.</summary>
    public Task AskedAgainAsync(UnitOfWork unit, MemberId owner, LocalDate day) =>
        unit.Db.ExecuteAsync(
            """
            insert into reviews (workspace_id, owner_id, on_date, outcome, decided_at) values (@workspace, @owner, @day, 'Morning', @now)
            on conflict (workspace_id, owner_id, on_date) do update set outcome = excluded.outcome
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, day, now = unit.Now });

    public Task CloseAsync(UnitOfWork unit, MemberId owner, LocalDate day) =>
        unit.Db.ExecuteAsync(
            """
            insert into reviews (workspace_id, owner_id, on_date, outcome, decided_at, closed_at) values (@workspace, @owner, @day, 'Quiet', @now, @now)
            on conflict (workspace_id, owner_id, on_date) do update set closed_at = excluded.closed_at
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, day, now = unit.Now });

    /// <param name="by">Null where the day's start chose by itself.</param>
    public Task ChoseAsync(UnitOfWork unit, MemberId owner, LocalDate day, long number, string choice, MemberId? by) =>
        unit.Db.ExecuteAsync(
            """
            insert into review_choices (workspace_id, owner_id, on_date, number, choice, chosen_by, chosen_at)
            values (@workspace, @owner, @day, @number, @choice, @by, @now)
            on conflict (workspace_id, owner_id, on_date, number) do update set choice = excluded.choice, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, day, number, choice, by = by?.Value, now = unit.Now });

    public Task ForgetChoiceAsync(UnitOfWork unit, MemberId owner, LocalDate day, long number) =>
        unit.Db.ExecuteAsync(
            "delete from review_choices where workspace_id = @workspace and owner_id = @owner and on_date = @day and number = @number",
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, day, number });

    /// <summary>The latest day before <paramref name="today"/> on which something was carried by default; null when it has been closed since, or there is none.</summary>
    /// <param name="isFirstTime">Only if it was not asked about in a morning yet.</param>
    public Task<LocalDate?> LastNotClosedAsync(DbSession db, WorkspaceId workspace, MemberId owner, LocalDate today, bool isFirstTime) =>
        db.FirstOrDefaultAsync<LocalDate?>(
            """
            select c.on_date from review_choices c left join reviews r on r.workspace_id = c.workspace_id and r.owner_id = c.owner_id and r.on_date = c.on_date
            where c.workspace_id = @workspace and c.owner_id = @owner and c.choice = 'default' and c.on_date < @today and r.closed_at is null
              and not (@isFirstTime and coalesce(r.outcome, '') = 'Morning')
              and c.on_date = (select max(l.on_date) from review_choices l where l.workspace_id = @workspace and l.owner_id = @owner and l.on_date < @today)
            limit 1
            """,
            new { workspace = workspace.Value, owner = owner.Value, today, isFirstTime });

    /// <summary>What a day's end carried by default and nobody has decided since: open tasks of the owner.</summary>
    public async Task<IReadOnlySet<long>> CarriedByDefaultAsync(DbSession db, WorkspaceId workspace, MemberId owner, LocalDate day) =>
        (await db.QueryAsync<long>(
            "select number from review_choices where workspace_id = @workspace and owner_id = @owner and on_date = @day and choice = 'default'",
            new { workspace = workspace.Value, owner = owner.Value, day }).ConfigureAwait(false)).ToHashSet();

    /// <summary>Open tasks whose do-day has passed, of one member or of all (null).</summary>
    public Task<IReadOnlyList<TaskItem>> PassedAsync(DbSession db, WorkspaceId workspace, MemberId? assignee, LocalDate before) =>
        db.QueryAsync<TaskItem>(
            """
            select number, assignee_id, do_on, ready_on, carry_count, carried_on, state, revision from tasks
            where workspace_id = @workspace and state = 'Open' and do_on is not null and do_on < @before and assignee_id = coalesce(@assignee, assignee_id)
            order by number
            """,
            new { workspace = workspace.Value, assignee = assignee?.Value, before });

    /// <summary>Moves a do-day at the day's start. That is no change of the task: buttons keep their revision, and Done on yesterday's card still works.</summary>
    public Task CarryAsync(UnitOfWork unit, TaskItem before, TaskItem after) =>
        unit.Db.ExecuteAsync(
            """
            update tasks set do_on = @DoOn, carry_count = @CarryCount, carried_on = @CarriedOn
            where workspace_id = @workspace and number = @Number and state = 'Open' and do_on = @was
            """,
            new { workspace = unit.Workspace.Id.Value, after.DoOn, after.CarryCount, after.CarriedOn, after.Number, was = before.DoOn });
}
