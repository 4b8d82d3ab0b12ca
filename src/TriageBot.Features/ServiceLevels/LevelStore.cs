using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;
using TriageBot.Storage;

namespace TriageBot.Features.ServiceLevels;

/// <summary>Rows of service levels, closures, and where cards of levels stand.</summary>
public sealed class LevelStore
{
    private const string Columns = "name, valid_from_on, zone, hours, first_minutes, next_minutes, resolution_minutes, emergency";

    /// <summary>All versions of all levels, by name and first day.</summary>
    public async Task<IReadOnlyList<ServiceLevel>> AllAsync(DbSession db, WorkspaceId workspace) =>
        [.. (await db.QueryAsync<Row>(
            $"select {Columns} from service_levels where workspace_id = @workspace order by name, valid_from_on",
            new { workspace = workspace.Value }).ConfigureAwait(false)).Select(row => row.ToLevel())];

    /// <summary>All versions of one level, the earliest first.</summary>
    public async Task<IReadOnlyList<ServiceLevel>> VersionsAsync(DbSession db, WorkspaceId workspace, string name) =>
        [.. (await db.QueryAsync<Row>(
            $"select {Columns} from service_levels where workspace_id = @workspace and name = @name order by valid_from_on",
            new { workspace = workspace.Value, name }).ConfigureAwait(false)).Select(row => row.ToLevel())];

    /// <summary>Saves a version; one that begins on the same day is replaced.</summary>
    public Task SaveAsync(UnitOfWork unit, ServiceLevel level, MemberId by) =>
        unit.Db.ExecuteAsync(
            """
            insert into service_levels (workspace_id, name, valid_from_on, zone, hours, first_minutes, next_minutes, resolution_minutes, emergency, saved_by, saved_at)
            values (@workspace, @name, @from, @zone, @hours, @first, @next, @resolution, @emergency, @by, @now)
            on conflict (workspace_id, name, valid_from_on) do update set zone = excluded.zone, hours = excluded.hours, first_minutes = excluded.first_minutes,
                next_minutes = excluded.next_minutes, resolution_minutes = excluded.resolution_minutes, emergency = excluded.emergency,
                saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                name = level.Name,
                from = level.From,
                zone = level.Zone.Id,
                hours = level.Hours.ToString(),
                first = (int)level.Targets.FirstAnswer.TotalMinutes,
                next = (int)level.Targets.NextAnswer.TotalMinutes,
                resolution = (int)level.Targets.Resolution.TotalMinutes,
                emergency = level.Emergency,
                by = by.Value,
                now = unit.Now,
            });

    public async Task<IReadOnlyList<LevelClosure>> ClosuresAsync(DbSession db, WorkspaceId workspace) =>
        [.. (await db.QueryAsync<ClosureRow>(
            "select level, on_date, name from service_closures where workspace_id = @workspace order by on_date, level",
            new { workspace = workspace.Value }).ConfigureAwait(false)).Select(row => new LevelClosure(row.Level, row.OnDate, row.Name))];

    public Task CloseAsync(UnitOfWork unit, LevelClosure closure) =>
        unit.Db.ExecuteAsync(
            """
            insert into service_closures (workspace_id, level, on_date, name) values (@workspace, @level, @on, @name)
            on conflict (workspace_id, level, on_date) do update set name = excluded.name
            """,
            new { workspace = unit.Workspace.Id.Value, level = closure.Level, on = closure.On, name = closure.Name });

    /// <returns>False when nothing was closed on that day.</returns>
    public async Task<bool> ReopenAsync(UnitOfWork unit, string level, LocalDate on) =>
        await unit.Db.ExecuteAsync(
            "delete from service_closures where workspace_id = @workspace and level = @level and on_date = @on",
            new { workspace = unit.Workspace.Id.Value, level, on }).ConfigureAwait(false) > 0;

    public Task PublishAsync(UnitOfWork unit, string level, Destination to) =>
        unit.Db.ExecuteAsync(
            """
            insert into level_cards (workspace_id, level, destination) values (@workspace, @level, @to)
            on conflict (workspace_id, level, destination) do nothing
            """,
            new { workspace = unit.Workspace.Id.Value, level, to = to.ToString() });

    /// <summary>Where cards stand, and of which level; blank for all levels.</summary>
    public async Task<IReadOnlyList<(string Level, Destination To)>> CardsAsync(DbSession db, WorkspaceId workspace) =>
        [.. (await db.QueryAsync<CardRow>(
            "select level, destination from level_cards where workspace_id = @workspace order by level, destination",
            new { workspace = workspace.Value }).ConfigureAwait(false)).Select(row => (row.Level, Destination.Parse(row.Destination)))];

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public LocalDate ValidFromOn { get; init; }

        public string Zone { get; init; } = "";

        public string Hours { get; init; } = "";

        public int FirstMinutes { get; init; }

        public int NextMinutes { get; init; }

        public int ResolutionMinutes { get; init; }

        public string Emergency { get; init; } = "";

        /// <summary>Stored hours were written by the printer of the same type, so ones that cannot be read are a fault of the program.</summary>
        public ServiceLevel ToLevel() => new(
            Name,
            ValidFromOn,
            DateTimeZoneProviders.Tzdb[Zone],
            WeekHours.Read(Hours) is ParseOutcome<WeekHours>.Success read ? read.Value : throw new FormatException($"The stored hours of '{Name}' cannot be read."),
            new LevelTargets(Duration.FromMinutes(FirstMinutes), Duration.FromMinutes(NextMinutes), Duration.FromMinutes(ResolutionMinutes)),
            Emergency);
    }

    private sealed class ClosureRow
    {
        public string Level { get; init; } = "";

        public LocalDate OnDate { get; init; }

        public string Name { get; init; } = "";
    }

    private sealed class CardRow
    {
        public string Level { get; init; } = "";

        public string Destination { get; init; } = "";
    }
}
