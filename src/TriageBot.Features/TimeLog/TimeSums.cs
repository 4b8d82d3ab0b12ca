using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.TimeLog;

/// <summary>Sums of time spent, for the day's arithmetic and for reports. Only what is kept counts; what nobody logged is not guessed (rule M1).</summary>
public sealed class TimeSums
{
    /// <summary>Unplanned minutes of one logical day: U of rule A3.</summary>
    public Task<int> UnplannedAsync(DbSession db, WorkspaceId workspace, MemberId member, LocalDate day) =>
        db.SingleAsync<int>(
            """
            select coalesce(sum(minutes), 0) from time_entries
            where workspace_id = @workspace and member_id = @member and on_date = @day and state = 'Kept' and is_unplanned
            """,
            new { workspace = workspace.Value, member = member.Value, day });

    /// <summary>Unplanned minutes of each logical day from <paramref name="first"/> to <paramref name="last"/> on which anything was logged, in their order (rule M4).</summary>
    public Task<IReadOnlyList<DayMinutes>> UnplannedByDayAsync(DbSession db, WorkspaceId workspace, MemberId member, LocalDate first, LocalDate last) =>
        db.QueryAsync<DayMinutes>(
            """
            select on_date, sum(case when is_unplanned then minutes else 0 end) as minutes from time_entries
            where workspace_id = @workspace and member_id = @member and on_date between @first and @last and state = 'Kept'
            group by on_date order by on_date
            """,
            new { workspace = workspace.Value, member = member.Value, first, last });

    /// <summary>What each of the member's last finished tasks with an estimate and logged time took, the latest first: the pairs of rule A4, not capped.</summary>
    public Task<IReadOnlyList<FinishedTime>> FinishedAsync(DbSession db, WorkspaceId workspace, MemberId member) =>
        db.QueryAsync<FinishedTime>(
            """
            select t.number, t.estimate_minutes,
              (select sum(e.minutes) from time_entries e where e.workspace_id = t.workspace_id and e.item = t.number and e.state = 'Kept') as actual_minutes
            from tasks t
            where t.workspace_id = @workspace and t.assignee_id = @member and t.state = 'Done' and t.estimate_minutes is not null
              and exists (select 1 from time_entries e where e.workspace_id = t.workspace_id and e.item = t.number and e.state = 'Kept')
            order by t.closed_at desc, t.number desc limit @limit
            """,
            new { workspace = workspace.Value, member = member.Value, limit = Estimates.Considered });

    /// <summary>Minutes already spent on each open task of a member that has any, for what remains of its estimate (rule A3).</summary>
    public Task<IReadOnlyList<ItemMinutes>> SpentOnOpenAsync(DbSession db, WorkspaceId workspace, MemberId assignee) =>
        db.QueryAsync<ItemMinutes>(
            """
            select e.item as number, sum(e.minutes) as minutes
            from time_entries e join tasks t on t.workspace_id = e.workspace_id and t.number = e.item
            where e.workspace_id = @workspace and e.item is not null and e.state = 'Kept' and t.assignee_id = @assignee and t.state = 'Open'
            group by e.item
            """,
            new { workspace = workspace.Value, assignee = assignee.Value });
}

/// <summary>Minutes of a logical day.</summary>
public sealed class DayMinutes
{
    public LocalDate OnDate { get; init; }

    public int Minutes { get; init; }
}

/// <summary>Minutes spent on an item.</summary>
public sealed class ItemMinutes
{
    public long Number { get; init; }

    public int Minutes { get; init; }
}

/// <summary>A finished task's estimate and what it took.</summary>
public sealed class FinishedTime
{
    public long Number { get; init; }

    public int EstimateMinutes { get; init; }

    /// <summary>Of everybody who logged time on it.</summary>
    public int ActualMinutes { get; init; }
}
