using TriageBot.Core.Chat;

namespace TriageBot.Features.Setup;

/// <summary>Names are stored.</summary>
internal enum SettingKind
{
    /// <summary>IANA id of the zone of everybody who has set none.</summary>
    TeamZone,

    /// <summary>IANA id; blank while the member follows the team's zone.</summary>
    Zone,

    /// <summary>Weekly hours from the day in <see cref="Setting.Detail"/> on; blank where no version begins on it.</summary>
    Hours,

    Breaks,

    /// <summary>Closed days, as <see cref="Core.Time.ClosureText"/> prints them; blank for none.</summary>
    Closures,

    /// <summary>Clock time and channel id.</summary>
    Agenda,

    /// <summary>Minutes kept free each day.</summary>
    Buffer,

    /// <summary>What is reserved for which function, as <see cref="Core.Agenda.BlockPlanText"/> prints it; blank for nothing.</summary>
    Blocks,

    /// <summary>"yes": no agenda is posted on a day with nothing to do; "no": it says so.</summary>
    Quiet,

    /// <summary>"yes": outside of the working hours whoever mentions the owner is answered as in a focus; "no": not.</summary>
    QuietHours,

    /// <summary>Member id of the owner on duty; blank while there is no owner.</summary>
    OnDuty,

    /// <summary>"yes" or "no".</summary>
    Owner,

    /// <summary>How a member writes 5/12, DMY or MDY; blank while they follow the team.</summary>
    DateOrder,

    /// <summary>The same for everybody who has set none; blank asks them.</summary>
    TeamDateOrder,

    /// <summary>What receipts say about things that cannot wait; blank for the built-in sentence.</summary>
    Emergency,

    /// <summary>Words that are never held, in a list; blank for none.</summary>
    SafetyWords,

    /// <summary>"person" or "customer": somebody was forgotten. Nothing is set up by it, and it cannot be taken back.</summary>
    Forgotten,
}

/// <summary>Something that is set up; its value is text.</summary>
/// <param name="Member">Whose it is; blank for what holds for the whole team.</param>
internal sealed record Setting(SettingKind Kind, MemberId Member, string Detail = "")
{
    public static Setting OfTeam(SettingKind kind) => new(kind, new MemberId(""));

    /// <summary>How somebody writes dates is no part of a plan.</summary>
    public bool ChangesPlan => Kind is not (SettingKind.DateOrder or SettingKind.TeamDateOrder);

    /// <summary>A change of it can move breaks, and with them what was promised.</summary>
    public bool MovesBreaks => Kind is SettingKind.TeamZone or SettingKind.Zone or SettingKind.Hours or SettingKind.Breaks or SettingKind.Closures;
}

internal sealed record SettingChange(Setting Setting, string Old, string New)
{
    public SettingChange Back => new(Setting, New, Old);
}
