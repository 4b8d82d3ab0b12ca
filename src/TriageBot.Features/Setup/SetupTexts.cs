using TriageBot.Core.Chat;

namespace TriageBot.Features.Setup;

/// <summary>What is said about the set-up.</summary>
internal static class SetupTexts
{
    public static readonly ReplyText Your = new("setup.your");
    public static readonly ReplyText YourWithin = new("setup.your-within");
    public static readonly ReplyText You = new("setup.you");
    public static readonly ReplyText Theirs = new("setup.theirs", "member");

    public static readonly ReplyText Breaks = new("setup.breaks", "whose", "breaks");
    public static readonly ReplyText Forced = new("setup.forced", "ceiling", "whom", "times", "length");
    public static readonly ReplyText Outside = new("setup.outside", "whose", "times");
    public static readonly ReplyText Hours = new("setup.hours", "whose", "hours", "zone");
    public static readonly ReplyText HoursFrom = new("setup.hours-from", "day", "hours");
    public static readonly ReplyText Closures = new("setup.closures", "whose");
    public static readonly ReplyText NoClosures = new("setup.no-closures", "whose");
    public static readonly ReplyText ClosedDay = new("setup.closed-day", "day", "why");
    public static readonly ReplyText ClosedDays = new("setup.closed-days", "first", "last", "why");
    public static readonly ReplyText HowClosures = new("setup.how-closures");
    public static readonly ReplyText ClosurePast = new("setup.closure-past", "typed");
    public static readonly ReplyText ClosureSpan = new("setup.closure-span", "days", "typed");
    public static readonly ReplyText ClosureDays = new("setup.closure-days", "typed");
    public static readonly ReplyText ManyClosures = new("setup.many-closures", "count", "typed");
    public static readonly ReplyText Zone = new("setup.zone", "whose", "zone", "clock");
    public static readonly ReplyText ZoneOfTeam = new("setup.zone-of-team", "whose", "zone", "clock");
    public static readonly ReplyText TeamZone = new("setup.team-zone", "zone", "clock");
    public static readonly ReplyText Agenda = new("setup.agenda", "whose", "time", "channel");
    public static readonly ReplyText AgendaNowhere = new("setup.agenda-nowhere", "whose", "time");
    public static readonly ReplyText Buffer = new("setup.buffer", "whose", "minutes");
    public static readonly ReplyText BufferAdvised = new("setup.buffer-advised", "minutes", "days");
    public static readonly ReplyText NoBuffer = new("setup.no-buffer", "typed");
    public static readonly ReplyText Quiet = new("setup.quiet", "whose");
    public static readonly ReplyText QuietHours = new("setup.quiet-hours", "whose");
    public static readonly ReplyText NoQuietHours = new("setup.no-quiet-hours", "whose");
    public static readonly ReplyText NotQuiet = new("setup.not-quiet", "whose");
    public static readonly ReplyText Block = new("setup.block", "whose", "function", "hours");
    public static readonly ReplyText NoBlocks = new("setup.no-blocks", "whose");
    public static readonly ReplyText NoFunction = new("setup.no-function", "typed");
    public static readonly ReplyText NoBlockHours = new("setup.no-block-hours", "typed");
    public static readonly ReplyText ManyBlocks = new("setup.many-blocks", "count", "typed");
    public static readonly ReplyText HowBlocks = new("setup.how-blocks");
    public static readonly ReplyText OnDuty = new("setup.on-duty", "owner");
    public static readonly ReplyText IsOwner = new("setup.is-owner", "member", "hours", "breaks");
    public static readonly ReplyText IsNoOwner = new("setup.is-no-owner", "member");
    public static readonly ReplyText Emergency = new("setup.emergency", "emergency");
    public static readonly ReplyText SafetyWords = new("setup.safety-words", "words");
    public static readonly ReplyText NoSafetyWords = new("setup.no-safety-words");
    public static readonly ReplyText ManySafetyWords = new("setup.many-safety-words", "count", "typed");
    public static readonly ReplyText EmergencyBuiltIn = new("setup.emergency-built-in");

    public static readonly ReplyText Head = new("setup.head", "workspace");
    public static readonly ReplyText Owners = new("setup.owners", "owners");
    public static readonly ReplyText Ceiling = new("setup.ceiling", "ceiling");
    public static readonly ReplyText NextOwner = new("setup.next-owner");
    public static readonly ReplyText NextChannel = new("setup.next-channel");
    public static readonly ReplyText NextEmergency = new("setup.next-emergency");
    public static readonly ReplyText NextNothing = new("setup.next-nothing");

    public static readonly ReplyText HowBreaks = new("setup.how-breaks");
    public static readonly ReplyText HowHours = new("setup.how-hours");
    public static readonly ReplyText HowZone = new("setup.how-zone");

    public static readonly ReplyText Dates = new("setup.dates", "whose", "dates");
    public static readonly ReplyText DatesOfTeam = new("setup.dates-of-team", "whose", "dates");
    public static readonly ReplyText TeamDates = new("setup.team-dates", "dates");
    public static readonly ReplyText DayFirst = new("setup.day-first");
    public static readonly ReplyText MonthFirst = new("setup.month-first");
    public static readonly ReplyText DatesAsked = new("setup.dates-asked");

    public static readonly ReplyText Later = new("setup.later", "held", "later");
    public static readonly ReplyText NoneLater = new("setup.none-later", "held");
    public static readonly ReplyText Unchanged = new("setup.unchanged");
    public static readonly ReplyText TakenBack = new("setup.taken-back");
    public static readonly ReplyText ChangedSince = new("setup.changed-since", "member", "when");

    public static readonly ReplyText ChangedForYou = new("setup.changed-for-you", "member");
    public static readonly ReplyText YouAreOwner = new("setup.you-are-owner", "member", "hours", "breaks", "agenda");
    public static readonly ReplyText YouAreNoOwner = new("setup.you-are-no-owner", "member");

    public static readonly ReplyText Whose = new("setup.whose", "example", "typed");
    public static readonly ReplyText NoHours = new("setup.no-hours", "typed");
    public static readonly ReplyText PastDay = new("setup.past-day", "day", "typed");
    public static readonly ReplyText NoDay = new("setup.no-day", "typed");
    public static readonly ReplyText NoZone = new("setup.no-zone", "typed", "example");
    public static readonly ReplyText NoZoneButNear = new("setup.no-zone-but-near", "typed", "near", "example");
    public static readonly ReplyText NoTime = new("setup.no-time", "typed");
    public static readonly ReplyText AgendaTooLate = new("setup.agenda-too-late", "time", "typed");
    public static readonly ReplyText NoChannel = new("setup.no-channel", "typed", "channels");
    public static readonly ReplyText LastOwner = new("setup.last-owner", "member");
    public static readonly ReplyText OwnerHolds = new("setup.owner-holds", "member", "held");
    public static readonly ReplyText OwnerReads = new("setup.owner-reads", "member");
    public static readonly ReplyText DutyNeedsOwner = new("setup.duty-needs-owner", "member");

    public static IEnumerable<ReplyText> All =>
    [
        Closures, NoClosures, ClosedDay, ClosedDays, HowClosures, ClosurePast, ClosureSpan, ClosureDays, ManyClosures,
        Your, YourWithin, You, Theirs, Breaks, Forced, Outside, Hours, HoursFrom, Zone, ZoneOfTeam, TeamZone, Agenda, AgendaNowhere,
        Buffer, BufferAdvised, NoBuffer, Quiet, NotQuiet, QuietHours, NoQuietHours, Block, NoBlocks, NoFunction, NoBlockHours, ManyBlocks, HowBlocks, OnDuty, IsOwner, IsNoOwner,
        Emergency, SafetyWords, NoSafetyWords, ManySafetyWords, EmergencyBuiltIn, Head, Owners, Ceiling, NextOwner, NextChannel, NextEmergency, NextNothing, HowBreaks, HowHours, HowZone,
        Dates, DatesOfTeam, TeamDates, DayFirst, MonthFirst, DatesAsked, Later, NoneLater,
        Unchanged, TakenBack, ChangedSince, ChangedForYou, YouAreOwner, YouAreNoOwner, Whose, NoHours, PastDay, NoDay, NoZone, NoZoneButNear, NoTime,
        AgendaTooLate, NoChannel, LastOwner, OwnerHolds, OwnerReads, DutyNeedsOwner,
    ];
}
