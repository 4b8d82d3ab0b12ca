using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Features.Agenda;

/// <summary>
/// One member's open tasks as an agenda needs them: the first of the order as rows, the rest as counts and sums, so that ten thousand of them cost little.
/// Wall times compare as text within one zone. The few rows with times of another zone than the owner's are all loaded and judged by the rules themselves.
/// </summary>
internal sealed class AgendaTaskStore
{
    /// <summary>No day has room for more, and no list is read to its end that is longer.</summary>
    public const int MostLoaded = 150;

    private const string Columns =
        """
        number, what, customer, creator_id, assignee_id, requester_id, due_on, due_local, due_zone, do_on, estimate_minutes,
        is_important, may_stop_business, value_class, is_private, ready_on, starts_local, starts_zone, series_id, carry_count, carried_on,
        state, created_at, revision
        """;

    // These expressions are those of the indexes in migration 0015: change both or neither.
    private const string Last = "case value_class when 'Hundred' then 0 when 'One' then 2 else 1 end, created_at, number";
    private const string Rest = "(do_on is null), do_on, " + Last;
    private const string Mine = "workspace_id = @workspace and assignee_id = @member and state = 'Open'";
    private const string Home = "(due_zone is null or due_zone = @zone) and (starts_zone is null or starts_zone = @zone)";
    private const string Calm = "is_important = true and not may_stop_business";

    /// <summary>Ready, and no appointment that still waits for its own time.</summary>
    private const string Free = "(ready_on is null or ready_on <= @date) and (starts_local is null or starts_local < @dayStart)";

    private const string Planned = "(may_stop_business or due_on <= @soon or due_local < @soonEnd or do_on <= @date)";
    private const string Undated = "due_on is null and due_local is null and do_on is null and not may_stop_business";

    /// <summary>Each sorted as rule O3 sorts its rows; together they hold the first <see cref="MostLoaded"/> of the whole order.</summary>
    private static readonly IReadOnlyList<(string Which, string Order)> Streams =
    [
        (Calm + " and due_on is not null and due_on <= @soon", "due_on, " + Rest),
        (Calm + " and due_on is null and due_zone is not null and due_zone = @zone and due_local < @soonEnd", "due_local, " + Rest),
        (Calm + " and due_on is null and due_local is null and do_on <= @date", "do_on, " + Last),
        (Calm + " and due_on is not null and due_on > @soon and do_on <= @date", "due_on, " + Rest),
        (Calm + " and due_on is null and due_zone is not null and due_zone = @zone and due_local >= @soonEnd and do_on <= @date", "due_local, " + Rest),
        ("is_important = true and may_stop_business = true", "coalesce(due_on, substr(due_local, 1, 10)) nulls last, due_local nulls last, " + Rest),
        (Calm + " and due_on is null and due_local is null and do_on is null", Last),
    ];

    /// <param name="most">Only tasks that take at most so many minutes by their estimates; null for all.</param>
    public async Task<IReadOnlyList<TaskItem>> LoadAsync(UnitOfWork unit, MemberId member, DayBounds day, int? most = null)
    {
        var parameters = Parameters(unit, member, day, most);
        var size = most is null ? "" : "and coalesce(estimate_minutes, @unknown) <= @most";
        // Two ranges instead of "not equal": an index finds those and passes by what is at home.
        var loaded = new List<TaskItem>(await unit.Db.QueryAsync<TaskItem>(
            $"""
             select {Columns} from tasks where {Mine} and due_zone is not null and (due_zone < @zone or due_zone > @zone) {size}
             union
             select {Columns} from tasks where {Mine} and starts_local is not null and starts_zone <> @zone {size}
             """,
            parameters).ConfigureAwait(false));
        foreach (var (which, order) in Streams)
        {
            loaded.AddRange(await unit.Db.QueryAsync<TaskItem>(
                $"select {Columns} from tasks where {Mine} and {which} and {Free} and {Home} {size} order by {order} limit @limit",
                parameters).ConfigureAwait(false));
        }

        return loaded;
    }

    /// <summary>Appointments of the days around this one, of whatever importance.</summary>
    public Task<IReadOnlyList<TaskItem>> AppointmentsAsync(UnitOfWork unit, MemberId member, LocalDate first, LocalDate last) =>
        unit.Db.QueryAsync<TaskItem>(
            $"select {Columns} from tasks where {Mine} and starts_local is not null and starts_local >= @from and starts_local < @until",
            // Another zone's wall time is at most a day off.
            new { workspace = unit.Workspace.Id.Value, member = member.Value, from = first.PlusDays(-1).AtMidnight(), until = last.PlusDays(3).AtMidnight() });

    /// <summary>What is planned or due on later days, for the master list of a week.</summary>
    public Task<IReadOnlyList<TaskItem>> WeekAsync(UnitOfWork unit, MemberId member, LocalDate after, LocalDate last) =>
        unit.Db.QueryAsync<TaskItem>(
            $"""
             select {Columns} from tasks
             where {Mine} and is_important = true and (do_on > @after and do_on <= @last
               or do_on is null and (due_on > @after and due_on <= @last or due_local >= @from and due_local < @until))
             order by coalesce(do_on, due_on, substr(due_local, 1, 10)), number limit @limit
             """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                member = member.Value,
                after,
                last,
                from = after.AtMidnight(),
                until = last.PlusDays(2).AtMidnight(),
                limit = MostLoaded,
            });

    /// <summary>All home rows, loaded or not.</summary>
    public Task<Counts> CountAsync(UnitOfWork unit, MemberId member, DayBounds day) =>
        unit.Db.SingleAsync<Counts>(
            $"""
             select
               coalesce(sum(case when is_important and {Planned} then 1 else 0 end), 0) as planned,
               coalesce(sum(case when is_important and {Planned} then coalesce(estimate_minutes, @unknown) else 0 end), 0) as planned_minutes,
               coalesce(sum(case when is_important and {Undated} then 1 else 0 end), 0) as undated,
               coalesce(sum(case when is_important is null then 1 else 0 end), 0) as untriaged,
               coalesce(sum(case when not is_important and (may_stop_business or due_on <= @urgentOn or due_local <= @urgentUntil) then 1 else 0 end), 0) as not_yours
             from tasks where {Mine} and {Free} and {Home}
             """,
            Parameters(unit, member, day, most: null));

    /// <summary>How many were finished in a span of time.</summary>
    public Task<int> CountDoneAsync(UnitOfWork unit, MemberId member, Interval span) =>
        unit.Db.SingleAsync<int>(
            """
            select count(*) from tasks
            where workspace_id = @workspace and assignee_id = @member and state = 'Done' and closed_at >= @from and closed_at < @until
            """,
            new { workspace = unit.Workspace.Id.Value, member = member.Value, from = span.Start, until = span.End });

    /// <summary>Planned tasks that a worked day ended without (rule A7).</summary>
    public Task<int> CountCarriedAsync(UnitOfWork unit, MemberId member, LocalDate day) =>
        unit.Db.SingleAsync<int>(
            "select count(*) from tasks where workspace_id = @workspace and assignee_id = @member and carried_on is not null and carried_on = @day",
            new { workspace = unit.Workspace.Id.Value, member = member.Value, day });

    private static object Parameters(UnitOfWork unit, MemberId member, DayBounds day, int? most) => new
    {
        workspace = unit.Workspace.Id.Value,
        member = member.Value,
        zone = day.Zone.Id,
        date = day.Date,
        dayStart = day.Start,
        soon = day.Date.PlusDays(AgendaView.SoonDays),
        soonEnd = day.SoonEnd,
        urgentOn = day.Date,
        urgentUntil = day.UrgentUntil,
        unknown = Estimates.Unknown,
        most = most ?? 0,
        limit = MostLoaded,
    };

    public sealed class Counts
    {
        public int Planned { get; init; }

        public int PlannedMinutes { get; init; }

        public int Undated { get; init; }

        public int Untriaged { get; init; }

        public int NotYours { get; init; }
    }
}

/// <summary>The limits of a logical day as wall times of one zone, for comparing with what is stored.</summary>
/// <param name="Start">When the logical day begins.</param>
/// <param name="SoonEnd">When the last day ends that is soon.</param>
/// <param name="UrgentUntil">Due by then is urgent (rule O1).</param>
internal sealed record DayBounds(LocalDate Date, DateTimeZone Zone, LocalDateTime Start, LocalDateTime SoonEnd, LocalDateTime UrgentUntil)
{
    /// <param name="now">The moment that decides what is urgent.</param>
    public static DayBounds Of(WorkCalendar calendar, LocalDate date, Instant now)
    {
        var urgent = Instant.Max(now + Duration.FromHours(24), LogicalDay.Bounds(calendar.Today(now), calendar.Zone, calendar.DayStart).End - Duration.FromMinutes(1));
        return new DayBounds(
            date,
            calendar.Zone,
            date + calendar.DayStart,
            date.PlusDays(AgendaView.SoonDays + 1) + calendar.DayStart,
            urgent.InZone(calendar.Zone).LocalDateTime);
    }
}
