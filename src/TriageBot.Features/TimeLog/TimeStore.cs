using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.TimeLog;
using TriageBot.Storage;

namespace TriageBot.Features.TimeLog;

/// <summary>Rows of time spent.</summary>
public sealed class TimeStore
{
    private const string Columns =
        "number, member_id, on_date, function, customer, item, minutes, started_at, is_unplanned, source, state, created_at, revision";

    /// <returns>The entry with its number.</returns>
    public async Task<TimeEntry> AddAsync(UnitOfWork unit, TimeEntry entry) => entry with
    {
        Number = await unit.Db.SingleAsync<long>(
            """
            insert into time_entries (workspace_id, number, member_id, on_date, function, customer, item, minutes, started_at, is_unplanned, source, state, created_at)
            select @workspace, coalesce(max(number), 0) + 1, @MemberId, @OnDate, @Function, @Customer, @Item, @Minutes, @StartedAt, @IsUnplanned, @Source, @state, @CreatedAt
            from time_entries where workspace_id = @workspace
            returning number
            """,
            Parameters(unit.Workspace.Id, entry)).ConfigureAwait(false),
    };

    /// <summary>Saves a new revision.</summary>
    /// <returns>False, and nothing changed, when the row is not at the revision before it any more.</returns>
    public async Task<bool> SaveAsync(UnitOfWork unit, TimeEntry entry) =>
        await unit.Db.ExecuteAsync(
            """
            update time_entries set function = @Function, customer = @Customer, minutes = @Minutes, is_unplanned = @IsUnplanned, source = @Source,
                started_at = @StartedAt, state = @state, revision = @Revision
            where workspace_id = @workspace and number = @Number and revision = @Revision - 1
            """,
            Parameters(unit.Workspace.Id, entry)).ConfigureAwait(false) == 1;

    public Task<TimeEntry?> FindAsync(DbSession db, WorkspaceId workspace, long number) =>
        db.FirstOrDefaultAsync<TimeEntry>(
            $"select {Columns} from time_entries where workspace_id = @workspace and number = @number",
            new { workspace = workspace.Value, number });

    public Task<TimeEntry?> FindRunningAsync(DbSession db, WorkspaceId workspace, MemberId member) =>
        db.FirstOrDefaultAsync<TimeEntry>(
            $"select {Columns} from time_entries where workspace_id = @workspace and member_id = @member and state = 'Running'",
            new { workspace = workspace.Value, member = member.Value });

    /// <summary>What everybody works on at this moment; only those who let the bot measure it.</summary>
    public Task<IReadOnlyList<TimeEntry>> AllRunningAsync(DbSession db, WorkspaceId workspace) =>
        db.QueryAsync<TimeEntry>(
            $"select {Columns} from time_entries where workspace_id = @workspace and state = 'Running'",
            new { workspace = workspace.Value });

    public Task<TimeEntry?> FindBySourceAsync(DbSession db, WorkspaceId workspace, string source) =>
        db.FirstOrDefaultAsync<TimeEntry>(
            $"select {Columns} from time_entries where workspace_id = @workspace and source = @source",
            new { workspace = workspace.Value, source });

    /// <summary>All entries of a day but those taken back, in the order in which they were made.</summary>
    public Task<IReadOnlyList<TimeEntry>> OfDayAsync(DbSession db, WorkspaceId workspace, MemberId member, LocalDate day) =>
        db.QueryAsync<TimeEntry>(
            $"""
             select {Columns} from time_entries
             where workspace_id = @workspace and member_id = @member and on_date = @day and state <> 'Undone'
             order by number
             """,
            new { workspace = workspace.Value, member = member.Value, day });

    /// <summary>Functions that the team has logged time for, the commonest first, at most 25.</summary>
    public Task<IReadOnlyList<string>> FunctionsAsync(DbSession db, WorkspaceId workspace) =>
        db.QueryAsync<string>(
            """
            select function from time_entries where workspace_id = @workspace and state = 'Kept'
            group by function order by count(*) desc, function limit 25
            """,
            new { workspace = workspace.Value });

    private static object Parameters(WorkspaceId workspace, TimeEntry entry) => new
    {
        workspace = workspace.Value,
        entry.Number,
        entry.MemberId,
        entry.OnDate,
        entry.Function,
        entry.Customer,
        entry.Item,
        entry.Minutes,
        entry.StartedAt,
        entry.IsUnplanned,
        entry.Source,
        state = entry.State.ToString(),
        entry.CreatedAt,
        entry.Revision,
    };
}
