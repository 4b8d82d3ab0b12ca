using TriageBot.Core.Chat;
using TriageBot.Core.Promises;

namespace TriageBot.Features.Promises;

/// <summary>What is said about promises.</summary>
internal static class PromiseTexts
{
    public static readonly ReplyText Head = new("promise.head", "number", "customer", "what");
    public static readonly ReplyText Facts = new("promise.facts", "due", "maker", "state");
    public static readonly ReplyText Reason = new("promise.reason", "reason");
    public static readonly ReplyText Cause = new("promise.cause", "cause");
    public static readonly ReplyText NoCause = new("promise.no-cause");
    public static readonly ReplyText OfferedTo = new("promise.offered-to", "member", "maker");
    public static readonly ReplyText Lent = new("promise.lent", "member");

    public static readonly ReplyText Made = new("promise.made", "number", "due");
    public static readonly ReplyText NotYet = new("promise.not-yet", "promise", "due");
    public static readonly ReplyText TooSoon = new("promise.too-soon", "usual", "count", "available");
    public static readonly ReplyText TooMuch = new("promise.too-much", "load", "room");
    public static readonly ReplyText Closed = new("promise.closed-time", "due", "level");
    public static readonly ReplyText Once = new("promise.once");
    public static readonly ReplyText NoDate = new("promise.no-date", "typed");
    public static readonly ReplyText Missing = new("promise.missing", "typed");

    public static readonly ReplyText EchoKept = new("promise.echo-kept", "number");
    public static readonly ReplyText EchoKeptLate = new("promise.echo-kept-late", "number");
    public static readonly ReplyText EchoMoved = new("promise.echo-moved", "number");
    public static readonly ReplyText EchoOffered = new("promise.echo-offered", "number");
    public static readonly ReplyText EchoHandedOver = new("promise.echo-handed-over", "number");
    public static readonly ReplyText EchoDeclined = new("promise.echo-declined", "number");
    public static readonly ReplyText EchoWithdrawn = new("promise.echo-withdrawn", "number");
    public static readonly ReplyText EchoCause = new("promise.echo-cause", "number");
    public static readonly ReplyText EchoUndone = new("promise.echo-undone", "number");

    public static readonly ReplyText NoPromise = new("promise.no-promise", "number");
    public static readonly ReplyText PastDue = new("promise.past-due", "number", "state", "due");
    public static readonly ReplyText AlreadyClosed = new("promise.already-closed", "number", "state", "due");
    public static readonly ReplyText UndoTooLate = new("promise.undo-too-late", "number", "state", "due");
    public static readonly ReplyText Same = new("promise.same", "number", "state", "due");
    public static readonly ReplyText Stale = new("promise.stale", "change");
    public static readonly ReplyText NotSaved = new("promise.not-saved", "typed");

    public static readonly ReplyText Message = new("promise.message", "customer", "what", "old", "new", "member");
    public static readonly ReplyText MessageDraft = new("promise.message-draft", "text");
    public static readonly ReplyText MessageReady = new("promise.message-ready", "text");

    public static readonly ReplyText RemindHalf = new("promise.remind-half", "promise", "due", "need");
    public static readonly ReplyText RemindLast = new("promise.remind-last", "promise", "due", "need");
    public static readonly ReplyText BrokenYours = new("promise.broken-yours", "promise", "due", "maker");
    public static readonly ReplyText BrokenTheirs = new("promise.broken-theirs", "promise", "due", "maker");
    public static readonly ReplyText TellGiven = new("promise.tell-given", "promise", "due", "member");
    public static readonly ReplyText TellOffered = new("promise.tell-offered", "promise", "due", "member");
    public static readonly ReplyText TellAccepted = new("promise.tell-accepted", "promise", "due", "member");
    public static readonly ReplyText TellDeclined = new("promise.tell-declined", "promise", "due", "member");
    public static readonly ReplyText TellKept = new("promise.tell-kept", "promise", "due", "member");
    public static readonly ReplyText TellMoved = new("promise.tell-moved", "promise", "due", "member");
    public static readonly ReplyText TellWithdrawn = new("promise.tell-withdrawn", "promise", "due", "member");
    public static readonly ReplyText TellUndone = new("promise.tell-undone", "promise", "due", "member");
    public static readonly ReplyText Displaced = new("promise.displaced", "promise", "due", "day", "by");
    public static readonly ReplyText Gives = new("promise.gives", "number", "customer", "due");

    public static readonly ReplyText TaskKept = new("promise.task-kept", "customer", "state");
    public static readonly ReplyText TaskReopened = new("promise.task-reopened", "customer", "due");
    public static readonly ReplyText TaskShared = new("promise.task-shared", "number", "customer");
    public static readonly ReplyText TaskOnly = new("promise.task-only", "number", "customer", "due");

    public static readonly ReplyText ListEmpty = new("promise.list-empty");
    public static readonly ReplyText List = new("promise.list", "count", "label");
    public static readonly ReplyText ListLine = new("promise.list-line", "number", "customer", "what", "due", "maker", "state");
    public static readonly ReplyText Tally = new("promise.tally", "days", "percent", "kept", "judged", "late", "broken", "renegotiated", "withdrawn");
    public static readonly ReplyText NoTally = new("promise.no-tally", "days", "renegotiated", "withdrawn");

    public static readonly ReplyText WhyDue = new("promise.why-due", "due", "state", "time", "since", "level", "hours");
    public static readonly ReplyText WhyLeft = new("promise.why-left", "time");
    public static readonly ReplyText WhyOver = new("promise.why-over", "time");
    public static readonly ReplyText WhyClosures = new("promise.why-closures", "closures");
    public static readonly ReplyText WhyLike = new("promise.why-like", "usual", "count", "available", "verdict");
    public static readonly ReplyText WhyFew = new("promise.why-few", "count");
    public static readonly ReplyText WhyLoad = new("promise.why-load", "load", "room", "verdict");
    public static readonly ReplyText WhyVersion = new("promise.why-version", "version", "when", "what", "due", "who");

    public static IEnumerable<ReplyText> All =>
    [
        Head, Facts, Reason, Cause, NoCause, OfferedTo, Lent, Made, NotYet, TooSoon, TooMuch, Closed, Once, NoDate, Missing,
        EchoKept, EchoKeptLate, EchoMoved, EchoOffered, EchoHandedOver, EchoDeclined, EchoWithdrawn, EchoCause, EchoUndone,
        NoPromise, PastDue, AlreadyClosed, UndoTooLate, Same, Stale, NotSaved, Message, MessageDraft, MessageReady,
        RemindHalf, RemindLast, BrokenYours, BrokenTheirs, TellGiven, TellOffered, TellAccepted, TellDeclined, TellKept, TellMoved, TellWithdrawn, TellUndone, Displaced, Gives,
        TaskKept, TaskReopened, TaskShared, TaskOnly, ListEmpty, List, ListLine, Tally, NoTally, WhyDue, WhyLeft, WhyOver, WhyClosures, WhyLike, WhyFew, WhyLoad, WhyVersion,
    ];

    /// <summary>What was just done, for whoever did it.</summary>
    public static ReplyText EchoOf(Promise promise, PromiseChangeKind kind) => kind switch
    {
        PromiseChangeKind.Kept => promise.State == PromiseState.Kept ? EchoKept : EchoKeptLate,
        PromiseChangeKind.Offered => EchoOffered,
        PromiseChangeKind.Declined => EchoDeclined,
        PromiseChangeKind.HandedOver => EchoHandedOver,
        PromiseChangeKind.Withdrawn => EchoWithdrawn,
        PromiseChangeKind.CauseGiven => EchoCause,
        PromiseChangeKind.Undone => EchoUndone,
        _ => EchoMoved,
    };

    public static ReplyText TellOf(PromiseChangeKind kind) => kind switch
    {
        PromiseChangeKind.Kept => TellKept,
        PromiseChangeKind.Moved => TellMoved,
        PromiseChangeKind.Undone => TellUndone,
        _ => TellWithdrawn,
    };
}
