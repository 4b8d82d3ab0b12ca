using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Time;
using TriageBot.Core.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features.Workspaces;

/// <summary>What owners have set up.</summary>
public sealed class OwnerStore(TeamDefaults defaults)
{
    private static readonly LocalDate FirstVersion = new(1970, 1, 1);

    private const string PlanSql =
        """
        select o.member_id, o.breaks, o.agenda_time, o.agenda_channel, o.buffer_minutes, o.blocks, o.is_quiet, o.quiet_hours, o.closures, o.absences, m.zone, h.valid_from_on, h.hours
        from owners o
        join members m on m.workspace_id = o.workspace_id and m.id = o.member_id
        join owner_hours h on h.workspace_id = o.workspace_id and h.member_id = o.member_id
        where o.workspace_id = @workspace and m.is_owner
        """;

    public Task<OwnerPlan?> FindAsync(DbSession db, Workspace workspace, MemberId owner) =>
        RecallAsync(db, workspace, "plan", owner.Value, async () => Plans(workspace, await db.QueryAsync<Row>(
            PlanSql + " and o.member_id = @owner order by h.valid_from_on",
            new { workspace = workspace.Id.Value, owner = owner.Value }).ConfigureAwait(false)).FirstOrDefault());

    public Task<IReadOnlyList<OwnerPlan>> AllAsync(DbSession db, Workspace workspace) =>
        db.RecallAsync<IReadOnlyList<OwnerPlan>>("plans", workspace.Id.Value, workspace.Zone, async () => [.. Plans(workspace, await db.QueryAsync<Row>(
            PlanSql + " order by o.member_id, h.valid_from_on",
            new { workspace = workspace.Id.Value }).ConfigureAwait(false))]);

    /// <summary>The owner who is named for what names nobody. Who really has it, hand-offs and absences counted, the duty roster says.</summary>
    public Task<OwnerPlan?> OnDutyAsync(DbSession db, Workspace workspace) =>
        RecallAsync(db, workspace, "plan on duty", "", async () => Plans(workspace, await db.QueryAsync<Row>(
            PlanSql + " order by o.is_on_duty desc, o.member_id, h.valid_from_on",
            new { workspace = workspace.Id.Value }).ConfigureAwait(false)).FirstOrDefault());

    /// <summary>Gives a new owner the defaults; one who was an owner before keeps what they had.</summary>
    public async Task AddAsync(DbSession db, WorkspaceId workspace, MemberId owner, string agendaChannel, bool isOnDuty)
    {
        await db.ExecuteAsync(
            """
            insert into owners (workspace_id, member_id, breaks, agenda_time, agenda_channel, is_on_duty)
            values (@workspace, @owner, @breaks, @agendaTime, @agendaChannel, @isOnDuty)
            on conflict (workspace_id, member_id) do nothing
            """,
            new
            {
                workspace = workspace.Value,
                owner = owner.Value,
                breaks = BreakPlanText.Print(defaults.Breaks),
                agendaTime = defaults.AgendaTime,
                agendaChannel,
                isOnDuty,
            }).ConfigureAwait(false);
        await SetHoursAsync(db, workspace, owner, FirstVersion, defaults.Hours, replace: false).ConfigureAwait(false);
    }

    public Task SetBreaksAsync(DbSession db, WorkspaceId workspace, MemberId owner, IReadOnlyCollection<BreakWindow> breaks) =>
        db.ExecuteAsync(
            "update owners set breaks = @breaks where workspace_id = @workspace and member_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value, breaks = BreakPlanText.Print(breaks) });

    public Task SetClosuresAsync(DbSession db, WorkspaceId workspace, MemberId owner, IEnumerable<Closure> closures) =>
        db.ExecuteAsync(
            "update owners set closures = @closures where workspace_id = @workspace and member_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value, closures = ClosureText.Print(closures) });

    public Task SetAbsencesAsync(DbSession db, WorkspaceId workspace, MemberId owner, IEnumerable<Absence> absences) =>
        db.ExecuteAsync(
            "update owners set absences = @absences where workspace_id = @workspace and member_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value, absences = Absences.Print(absences) });

    public Task SetAgendaAsync(DbSession db, WorkspaceId workspace, MemberId owner, LocalTime time, string channel) =>
        db.ExecuteAsync(
            "update owners set agenda_time = @time, agenda_channel = @channel where workspace_id = @workspace and member_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value, time, channel });

    public Task SetBufferAsync(DbSession db, WorkspaceId workspace, MemberId owner, int minutes) =>
        db.ExecuteAsync(
            "update owners set buffer_minutes = @minutes where workspace_id = @workspace and member_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value, minutes });

    public Task SetBlocksAsync(DbSession db, WorkspaceId workspace, MemberId owner, IEnumerable<Block> blocks) =>
        db.ExecuteAsync(
            "update owners set blocks = @blocks where workspace_id = @workspace and member_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value, blocks = BlockPlanText.Print(blocks) });

    public Task SetQuietAsync(DbSession db, WorkspaceId workspace, MemberId owner, bool isQuiet) =>
        db.ExecuteAsync(
            "update owners set is_quiet = @isQuiet where workspace_id = @workspace and member_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value, isQuiet });

    public Task SetQuietHoursAsync(DbSession db, WorkspaceId workspace, MemberId owner, bool hasQuietHours) =>
        db.ExecuteAsync(
            "update owners set quiet_hours = @hasQuietHours where workspace_id = @workspace and member_id = @owner",
            new { workspace = workspace.Value, owner = owner.Value, hasQuietHours });

    public Task SetOnDutyAsync(DbSession db, WorkspaceId workspace, MemberId owner) =>
        db.ExecuteAsync(
            "update owners set is_on_duty = (member_id = @owner) where workspace_id = @workspace",
            new { workspace = workspace.Value, owner = owner.Value });

    /// <summary>Hours valid from a date on; earlier days keep theirs (rule T6).</summary>
    public Task SetHoursAsync(DbSession db, WorkspaceId workspace, MemberId owner, LocalDate validFrom, WeekHours hours, bool replace = true) =>
        db.ExecuteAsync(
            "insert into owner_hours (workspace_id, member_id, valid_from_on, hours) values (@workspace, @owner, @validFrom, @hours) "
            + (replace
                ? "on conflict (workspace_id, member_id, valid_from_on) do update set hours = excluded.hours"
                : "on conflict (workspace_id, member_id, valid_from_on) do nothing"),
            new { workspace = workspace.Value, owner = owner.Value, validFrom, hours = hours.ToString() });

    /// <summary>All versions of an owner's hours, the earliest first.</summary>
    public async Task<IReadOnlyList<HourVersion>> HoursAsync(DbSession db, WorkspaceId workspace, MemberId owner) =>
        [.. (await db.QueryAsync<Row>(
            "select valid_from_on, hours from owner_hours where workspace_id = @workspace and member_id = @owner order by valid_from_on",
            new { workspace = workspace.Value, owner = owner.Value }).ConfigureAwait(false))
            .Select(row => new HourVersion(row.ValidFromOn, Stored(WeekHours.Read(row.Hours))))];

    /// <summary>Takes the version that begins on a date away; the one before it then goes on.</summary>
    public Task RemoveHoursAsync(DbSession db, WorkspaceId workspace, MemberId owner, LocalDate validFrom) =>
        db.ExecuteAsync(
            "delete from owner_hours where workspace_id = @workspace and member_id = @owner and valid_from_on = @validFrom",
            new { workspace = workspace.Value, owner = owner.Value, validFrom });

    /// <summary>The zone comes with the workspace that the caller holds, which may be older than its row: it belongs to the name of what is remembered.</summary>
    private static Task<OwnerPlan?> RecallAsync(DbSession db, Workspace workspace, string what, string owner, Func<Task<OwnerPlan?>> read) =>
        db.RecallAsync(what, workspace.Id.Value, $"{owner} {workspace.Zone}", read);

    private static IEnumerable<OwnerPlan> Plans(Workspace workspace, IEnumerable<Row> rows) =>
        rows.GroupBy(row => row.MemberId).Select(versions => Plan(workspace, [.. versions]));

    private static OwnerPlan Plan(Workspace workspace, IReadOnlyList<Row> versions)
    {
        var row = versions[0];
        var zone = row.Zone is null ? workspace.TimeZone : DateTimeZoneProviders.Tzdb[row.Zone];
        var hours = versions.Select(version => new HourVersion(version.ValidFromOn, Stored(WeekHours.Read(version.Hours))));
        var closures = ClosureText.Parse(row.Closures);
        var absences = Absences.Parse(row.Absences);
        return new OwnerPlan(
            row.MemberId,
            new WorkCalendar(zone, workspace.DayStart, hours, closures.SelectMany(closure => closure.Days), [], absences.Select(away => new Interval(away.From, away.Until))),
            Stored(BreakPlanText.Read(row.Breaks)),
            row.AgendaTime,
            row.AgendaChannel)
        {
            BufferMinutes = row.BufferMinutes,
            Blocks = BlockPlanText.Parse(row.Blocks),
            IsQuiet = row.IsQuiet,
            HasQuietHours = row.QuietHours,
            Closures = closures,
            Absences = absences,
        };
    }

    /// <summary>Stored texts were written by the printers of the same types, so one that cannot be read is a fault of the program.</summary>
    private static T Stored<T>(ParseOutcome<T> outcome) => outcome switch
    {
        ParseOutcome<T>.Success read => read.Value,
        ParseOutcome<T>.Problem problem => throw new FormatException($"A stored plan cannot be read: {problem.Sentence}"),
        _ => throw new FormatException("A stored plan cannot be read."),
    };

    private sealed class Row
    {
        public MemberId MemberId { get; init; }

        public string Breaks { get; init; } = "";

        public string Closures { get; init; } = "";

        public string Absences { get; init; } = "";

        public LocalTime AgendaTime { get; init; }

        public string AgendaChannel { get; init; } = "";

        public int BufferMinutes { get; init; }

        public string Blocks { get; init; } = "";

        public bool IsQuiet { get; init; }

        public bool QuietHours { get; init; }

        public string? Zone { get; init; }

        public LocalDate ValidFromOn { get; init; }

        public string Hours { get; init; } = "";
    }
}
