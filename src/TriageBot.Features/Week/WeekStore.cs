using NodaTime;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Week;
using TriageBot.Features.Promises;

namespace TriageBot.Features.Week;

/// <summary>Reads what is stored about one owner's week.</summary>
public sealed class WeekStore(PromiseStore promises)
{
    /// <param name="calendar">The owner's: their logical days bound the week.</param>
    public async Task<WeekFacts> FactsAsync(UnitOfWork unit, MemberId owner, WorkCalendar calendar, ReportWeek week)
    {
        var span = week.Bounds(calendar);
        var key = new { workspace = unit.Workspace.Id.Value, owner = owner.Value, first = week.First, last = week.Last, from = span.Start, until = span.End };
        return new WeekFacts
        {
            Logged = await LoggedAsync(unit, owner, week.First, week.Last).ConfigureAwait(false),
            Closed = await unit.Db.QueryAsync<ClosedTasks>(
                """
                select state, value_class, count(*) as count from tasks
                where workspace_id = @workspace and assignee_id = @owner and state in ('Done', 'Dropped') and closed_at >= @from and closed_at < @until
                group by state, value_class
                """,
                key).ConfigureAwait(false),
            // A task knows only the last day that ended without it; what the reviews of the week decided is kept beside it.
            Carried = await unit.Db.SingleAsync<int>(
                """
                select count(*) from (
                    select number from tasks
                    where workspace_id = @workspace and assignee_id = @owner and carried_on is not null and carried_on between @first and @last
                    union
                    select number from review_choices
                    where workspace_id = @workspace and owner_id = @owner and on_date between @first and @last and choice in ('default', 'tomorrow', 'day', 'keep')) as carried
                """,
                key).ConfigureAwait(false),
            Asked = await unit.Db.SingleAsync<int>(
                """
                select count(*) from urgent_messages
                where workspace_id = @workspace and owner_id = @owner and (state = 'Held' or closed_at >= @from) and waiting_since_at >= @from and waiting_since_at < @until
                """,
                key).ConfigureAwait(false),
            Interruptions = await unit.Db.QueryAsync<Interruption>(
                """
                select b.number, u.what, u.customer, b.state = 'Safety' as is_safety, b.verdict
                from break_glass b join urgent_messages u on u.workspace_id = b.workspace_id and u.number = b.number
                where b.workspace_id = @workspace and b.owner_id = @owner and b.state <> 'Waiting' and b.told_at >= @from and b.told_at < @until
                order by b.told_at, b.number
                """,
                key).ConfigureAwait(false),
            Promises = await promises.DueAsync(unit.Db, unit.Workspace.Id, owner, span).ConfigureAwait(false),
            Someday = await unit.Db.QueryAsync<TaskItem>(
                """
                select number, is_private, created_at, last_shown_on, next_review_on from tasks
                where workspace_id = @workspace and assignee_id = @owner and state = 'Someday'
                """,
                key).ConfigureAwait(false),
        };
    }

    /// <summary>What an owner logged from one day to another, both included.</summary>
    public Task<IReadOnlyList<LoggedMinutes>> LoggedAsync(UnitOfWork unit, MemberId owner, LocalDate first, LocalDate last) =>
        unit.Db.QueryAsync<LoggedMinutes>(
            """
            select e.on_date, e.function, e.customer, e.is_unplanned, t.value_class, sum(e.minutes) as minutes
            from time_entries e left join tasks t on t.workspace_id = e.workspace_id and t.number = e.item
            where e.workspace_id = @workspace and e.member_id = @owner and e.on_date between @first and @last and e.state = 'Kept'
            group by e.on_date, e.function, e.customer, e.is_unplanned, t.value_class
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, first, last });

    /// <summary>
    /// An owner's important open tasks as they were at the end of a week, by what is left of them: an agenda plans no others.
    /// Every change keeps what a task was before it, so what the first change afterwards kept is how it stood; without one it stands so still.
    /// </summary>
    public Task<IReadOnlyList<OpenWork>> OpenAtEndAsync(UnitOfWork unit, MemberId owner, WorkCalendar calendar, ReportWeek week) =>
        unit.Db.QueryAsync<OpenWork>(
            """
            select estimate_minutes, spent, count(*) as count from (
                select s.estimate_minutes, coalesce((
                    select sum(e.minutes) from time_entries e
                    where e.workspace_id = @workspace and e.item = s.number and e.item is not null and e.state = 'Kept' and e.on_date <= @last), 0) as spent
                from (
                    select t.number, t.assignee_id, t.state, t.is_important, t.estimate_minutes from tasks t
                    where t.workspace_id = @workspace and t.created_at < @until
                      and not exists (select 1 from task_changes c where c.workspace_id = t.workspace_id and c.number = t.number and c.changed_at >= @until)
                    union all
                    select c.number, c.assignee_id, c.state, c.is_important, c.estimate_minutes from task_changes c
                    where c.workspace_id = @workspace and c.created_at < @until and c.changed_at >= @until
                      and c.revision = (
                        select min(f.revision) from task_changes f where f.workspace_id = c.workspace_id and f.number = c.number and f.changed_at >= @until)) as s
                where s.assignee_id = @owner and s.state = 'Open' and s.is_important) as work
            group by estimate_minutes, spent
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, last = week.Last, until = week.Bounds(calendar).End });
}
