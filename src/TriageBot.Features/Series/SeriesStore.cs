using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Time.Recurrences;
using TriageBot.Storage;

namespace TriageBot.Features.Series;

/// <summary>Rows of series, and which task stands for which of their dates.</summary>
public sealed class SeriesStore
{
    private const string Columns =
        """
        i.number, i.ordinal, i.scheduled_on, s.id, s.pattern, s.anchor_on, s.at_time, s.zone, s.mode, s.closed_days, s.until_on, s.times, s.paused_until_on
        """;

    private const string Join = "series_instances i join task_series s on s.workspace_id = i.workspace_id and s.id = i.series_id";

    /// <summary>A series with the task that is its instance now.</summary>
    public async Task InsertAsync(UnitOfWork unit, long number, TaskInSeries instance)
    {
        var (series, rule) = (instance.Series, instance.Series.Rule);
        await unit.Db.ExecuteAsync(
            """
            insert into task_series
              (workspace_id, id, pattern, anchor_on, at_time, zone, mode, closed_days, until_on, times, paused_until_on, created_at)
            values (@workspace, @id, @pattern, @anchor, @at, @zone, @mode, @closedDays, @until, @times, @pausedUntil, @now)
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                id = series.Id,
                pattern = PatternText.Print(rule.Pattern),
                anchor = rule.Anchor,
                at = rule.At,
                zone = rule.Zone.Id,
                mode = rule.Mode.ToString(),
                closedDays = rule.ClosedDays.ToString(),
                until = (rule.End as RecurrenceEnd.Until)?.Last,
                times = (rule.End as RecurrenceEnd.Times)?.Count,
                pausedUntil = series.PausedUntil,
                now = unit.Now,
            }).ConfigureAwait(false);
        await AddInstanceAsync(unit, number, instance).ConfigureAwait(false);
    }

    public Task AddInstanceAsync(UnitOfWork unit, long number, TaskInSeries instance) =>
        unit.Db.ExecuteAsync(
            """
            insert into series_instances (workspace_id, series_id, ordinal, number, scheduled_on) values (@workspace, @series, @ordinal, @number, @scheduled)
            """,
            new { workspace = unit.Workspace.Id.Value, series = instance.Series.Id, ordinal = instance.Ordinal, number, scheduled = instance.Scheduled });

    public Task RemoveInstanceAsync(UnitOfWork unit, string series, int ordinal) =>
        unit.Db.ExecuteAsync(
            "delete from series_instances where workspace_id = @workspace and series_id = @series and ordinal = @ordinal",
            new { workspace = unit.Workspace.Id.Value, series, ordinal });

    public async Task<TaskInSeries?> FindAsync(DbSession db, WorkspaceId workspace, TaskItem task) => task.SeriesId is not { } series
        ? null
        : (await db.FirstOrDefaultAsync<Row>(
            $"select {Columns} from {Join} where i.workspace_id = @workspace and i.series_id = @series and i.number = @number",
            new { workspace = workspace.Value, series, number = task.Number }).ConfigureAwait(false))?.Read();

    /// <summary>The task that follows as the next of the series; null when there is none.</summary>
    public Task<long?> FindNextAsync(DbSession db, WorkspaceId workspace, TaskInSeries instance) =>
        db.FirstOrDefaultAsync<long?>(
            "select number from series_instances where workspace_id = @workspace and series_id = @series and ordinal = @ordinal + 1",
            new { workspace = workspace.Value, series = instance.Series.Id, ordinal = instance.Ordinal });

    /// <summary>All open tasks that repeat, by their number.</summary>
    public async Task<IReadOnlyDictionary<long, TaskInSeries>> OpenAsync(DbSession db, WorkspaceId workspace) =>
        (await db.QueryAsync<Row>(
            $"""
             select {Columns}
             from tasks t join series_instances i on i.workspace_id = t.workspace_id and i.series_id = t.series_id and i.number = t.number
               join task_series s on s.workspace_id = i.workspace_id and s.id = i.series_id
             where t.workspace_id = @workspace and t.state = 'Open' and t.series_id is not null
             """,
            new { workspace = workspace.Value }).ConfigureAwait(false)).ToDictionary(row => row.Number, row => row.Read());

    private sealed class Row
    {
        public long Number { get; init; }

        public int Ordinal { get; init; }

        public LocalDate ScheduledOn { get; init; }

        public string Id { get; init; } = "";

        public string Pattern { get; init; } = "";

        public LocalDate AnchorOn { get; init; }

        public LocalTime? AtTime { get; init; }

        public string Zone { get; init; } = "";

        public RecurrenceMode Mode { get; init; }

        public ClosedDayPolicy ClosedDays { get; init; }

        public LocalDate? UntilOn { get; init; }

        public int? Times { get; init; }

        public LocalDate? PausedUntilOn { get; init; }

        public TaskInSeries Read() => new(new TaskSeries(Id, Rule(), PausedUntilOn), ScheduledOn, Ordinal);

        private Recurrence Rule() => new(PatternText.Read(Pattern), AnchorOn, ZoneTime.Find(Zone) ?? DateTimeZone.Utc)
        {
            At = AtTime,
            Mode = Mode,
            ClosedDays = ClosedDays,
            End = (UntilOn, Times) switch
            {
                ({ } last, _) => new RecurrenceEnd.Until(last),
                (_, { } times) => new RecurrenceEnd.Times(times),
                _ => new RecurrenceEnd.Never(),
            },
        };
    }
}
