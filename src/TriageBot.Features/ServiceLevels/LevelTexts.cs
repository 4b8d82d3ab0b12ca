using TriageBot.Core.Chat;

namespace TriageBot.Features.ServiceLevels;

/// <summary>What is said about service levels.</summary>
internal static class LevelTexts
{
    public static readonly ReplyText Head = new("level.head", "level", "hours", "zone");
    public static readonly ReplyText Targets = new("level.targets", "first", "next", "resolution");
    public static readonly ReplyText Emergency = new("level.emergency", "emergency");
    public static readonly ReplyText NotClosed = new("level.not-closed");
    public static readonly ReplyText Closed = new("level.closed", "days");
    public static readonly ReplyText Kept = new("level.kept", "days", "first", "next", "resolution");
    public static readonly ReplyText From = new("level.from", "day", "hours", "first", "next", "resolution");
    public static readonly ReplyText OfCustomer = new("level.of-customer", "customer", "level");
    public static readonly ReplyText OfUnknown = new("level.of-unknown", "level", "levels");
    public static readonly ReplyText Published = new("level.published", "channel");
    public static readonly ReplyText NoChannel = new("level.no-channel");
    public static readonly ReplyText Saved = new("level.saved", "level", "day");
    public static readonly ReplyText Unchanged = new("level.unchanged");
    public static readonly ReplyText Notice = new("level.notice", "worse", "day");
    public static readonly ReplyText TooEarly = new("level.too-early", "worse", "day", "typed", "example");
    public static readonly ReplyText WouldNotBeKept = new("level.would-not-be-kept", "level", "count", "kept", "target");
    public static readonly ReplyText Moved = new("level.moved", "count");
    public static readonly ReplyText ClosedNow = new("level.closed-now", "day", "name", "whose");
    public static readonly ReplyText OpenNow = new("level.open-now", "day", "whose");
    public static readonly ReplyText DayChanged = new("level.day-changed", "day");
    public static readonly ReplyText WasOpen = new("level.was-open", "day");
    public static readonly ReplyText Missing = new("level.missing", "what", "typed", "example");
    public static readonly ReplyText Wrong = new("level.wrong", "sentence", "typed", "example");
    public static readonly ReplyText NoLevel = new("level.no-level", "typed", "levels");
    public static readonly ReplyText NoFile = new("level.no-file", "file");
    public static readonly ReplyText FileFaults = new("level.file-faults", "file", "faults");
    public static readonly ReplyText Imported = new("level.imported", "levels", "closures");

    public static IEnumerable<ReplyText> All =>
    [
        Head, Targets, Emergency, Closed, NotClosed, Kept, From, OfCustomer, OfUnknown, Published, NoChannel, Saved, Unchanged, Notice, TooEarly, WouldNotBeKept, Moved, ClosedNow,
        OpenNow, DayChanged, WasOpen, Missing, Wrong, NoLevel, NoFile, FileFaults, Imported,
    ];
}
