using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Setup;

/// <summary>Reads and writes settings as text, so that every change can be kept and taken back in one way.</summary>
internal sealed class Settings(WorkspaceStore workspaces, MemberStore members, OwnerStore owners, Arrivals arrivals)
{
    public const string Yes = "yes";
    public const string No = "no";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A change from the present value to another.</summary>
    public async Task<SettingChange> ToAsync(UnitOfWork unit, Setting setting, string value) =>
        new(setting, await ReadAsync(unit, setting).ConfigureAwait(false), value);

    public async Task<string> ReadAsync(UnitOfWork unit, Setting setting)
    {
        var (db, workspace) = (unit.Db, unit.Workspace);
        return setting.Kind switch
        {
            SettingKind.TeamZone => workspace.Zone,
            SettingKind.Zone => (await members.FindAsync(db, workspace.Id, setting.Member).ConfigureAwait(false))?.Zone ?? "",
            SettingKind.Hours => (await owners.HoursAsync(db, workspace.Id, setting.Member).ConfigureAwait(false))
                .FirstOrDefault(version => version.From == DayOf(setting))?.Hours.ToString() ?? "",
            SettingKind.Breaks or SettingKind.Agenda or SettingKind.Buffer or SettingKind.Blocks or SettingKind.Quiet or SettingKind.QuietHours or SettingKind.Closures =>
                await owners.FindAsync(db, workspace, setting.Member).ConfigureAwait(false) is { } plan ? OfPlan(plan, setting.Kind) : "",
            SettingKind.OnDuty => (await owners.OnDutyAsync(db, workspace).ConfigureAwait(false))?.Owner.Value ?? "",
            SettingKind.Owner => await members.FindAsync(db, workspace.Id, setting.Member).ConfigureAwait(false) is { IsOwner: true } ? Yes : No,
            SettingKind.DateOrder => (await members.FindAsync(db, workspace.Id, setting.Member).ConfigureAwait(false))?.DateOrder ?? "",
            SettingKind.TeamDateOrder => workspace.DateOrder ?? "",
            SettingKind.Emergency => workspace.Emergency,
            SettingKind.SafetyWords => workspace.SafetyWords,
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "This setting cannot be read."),
        };
    }

    public Task WriteAsync(UnitOfWork unit, Setting setting, string value)
    {
        var (db, id) = (unit.Db, unit.Workspace.Id);
        return setting.Kind switch
        {
            SettingKind.TeamZone => workspaces.SetZoneAsync(db, id, value),
            SettingKind.Zone => members.SetZoneAsync(db, id, setting.Member, value.Length == 0 ? null : value),
            SettingKind.Hours when value.Length == 0 => owners.RemoveHoursAsync(db, id, setting.Member, DayOf(setting)),
            SettingKind.Hours => owners.SetHoursAsync(db, id, setting.Member, DayOf(setting), Stored(WeekHours.Read(value))),
            SettingKind.Breaks => owners.SetBreaksAsync(db, id, setting.Member, Stored(BreakPlanText.Read(value))),
            SettingKind.Agenda => value.Split(' ', 2) is [var time, var channel]
                ? owners.SetAgendaAsync(db, id, setting.Member, Clock.Parse(time).Value, channel)
                : throw new FormatException("A stored agenda cannot be read."),
            SettingKind.Buffer => owners.SetBufferAsync(db, id, setting.Member, int.Parse(value, CultureInfo.InvariantCulture)),
            SettingKind.Blocks => owners.SetBlocksAsync(db, id, setting.Member, BlockPlanText.Parse(value)),
            SettingKind.Quiet => owners.SetQuietAsync(db, id, setting.Member, value == Yes),
            SettingKind.QuietHours => owners.SetQuietHoursAsync(db, id, setting.Member, value == Yes),
            SettingKind.Closures => owners.SetClosuresAsync(db, id, setting.Member, ClosureText.Parse(value)),
            SettingKind.OnDuty => value.Length == 0 ? Task.CompletedTask : owners.SetOnDutyAsync(db, id, new MemberId(value)),
            SettingKind.Owner when value == Yes => arrivals.MakeOwnerAsync(unit, setting.Member, isOnDuty: false),
            SettingKind.Owner => members.SetOwnerAsync(db, id, setting.Member, isOwner: false),
            SettingKind.DateOrder => members.SetDateOrderAsync(db, id, setting.Member, value.Length == 0 ? null : value),
            SettingKind.TeamDateOrder => workspaces.SetDateOrderAsync(db, id, value.Length == 0 ? null : value),
            SettingKind.Emergency => workspaces.SetEmergencyAsync(db, id, value),
            SettingKind.SafetyWords => workspaces.SetSafetyWordsAsync(db, id, value),
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "This setting cannot be written."),
        };
    }

    private static string OfPlan(OwnerPlan plan, SettingKind kind) => kind switch
    {
        SettingKind.Breaks => BreakPlanText.Print(plan.Breaks),
        SettingKind.Agenda => AgendaText(plan.AgendaTime, plan.AgendaChannel),
        SettingKind.Buffer => plan.BufferMinutes.ToString(CultureInfo.InvariantCulture),
        SettingKind.Blocks => BlockPlanText.Print(plan.Blocks),
        SettingKind.Quiet => plan.IsQuiet ? Yes : No,
        SettingKind.QuietHours => plan.HasQuietHours ? Yes : No,
        SettingKind.Closures => ClosureText.Print(plan.Closures),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is no part of an owner's plan."),
    };

    public static Setting HoursFrom(MemberId owner, LocalDate day) => new(SettingKind.Hours, owner, LocalDatePattern.Iso.Format(day));

    public static string AgendaText(LocalTime time, string channel) => $"{Clock.Format(time)} {channel}";

    /// <summary>The first day on which these hours count.</summary>
    public static LocalDate DayOf(Setting hours) => LocalDatePattern.Iso.Parse(hours.Detail).Value;

    /// <summary>What is kept was written by the printers of the same types, so a text that cannot be read is a fault of the program.</summary>
    private static T Stored<T>(ParseOutcome<T> outcome) =>
        outcome is ParseOutcome<T>.Success read ? read.Value : throw new FormatException("A kept setting cannot be read.");
}
