using TriageBot.Core.Chat;

namespace TriageBot.Features.Escalations;

/// <summary>What is said about escalations.</summary>
internal static class EscalationTexts
{
    public static readonly ReplyText Head = new("escalation.head", "number", "customer", "what", "level");
    public static readonly ReplyText FirstDue = new("escalation.first-due", "customer", "due");
    public static readonly ReplyText FirstLate = new("escalation.first-late", "customer", "due");
    public static readonly ReplyText NextDue = new("escalation.next-due", "customer", "due");
    public static readonly ReplyText NextLate = new("escalation.next-late", "customer", "due");
    public static readonly ReplyText AnsweredAt = new("escalation.answered-at", "when");
    public static readonly ReplyText SolveDue = new("escalation.solve-due", "due");
    public static readonly ReplyText SolveLate = new("escalation.solve-late", "due");
    public static readonly ReplyText WantedBy = new("escalation.wanted-by", "due");
    public static readonly ReplyText WaitingFor = new("escalation.waiting-for", "reason");
    public static readonly ReplyText WaitingUntil = new("escalation.waiting-until", "reason", "until");
    public static readonly ReplyText HasIt = new("escalation.has-it", "member", "when");
    public static readonly ReplyText Nobody = new("escalation.nobody", "when");
    public static readonly ReplyText SolvedAt = new("escalation.solved-at", "member", "when");
    public static readonly ReplyText LinkedTo = new("escalation.linked-to", "number");

    public static readonly ReplyText Receipt = new("escalation.receipt", "number", "customer", "level", "what");
    public static readonly ReplyText ReceiptFirst = new("escalation.receipt-first", "customer", "due");
    public static readonly ReplyText ReceiptReader = new("escalation.receipt-reader", "owner", "break", "promise");
    public static readonly ReplyText ReceiptForced = new("escalation.receipt-forced", "owner", "break", "promise");
    public static readonly ReplyText ReceiptAtOnce = new("escalation.receipt-at-once", "owner");
    public static readonly ReplyText ReceiptTooLate = new("escalation.receipt-too-late", "owner", "break");
    public static readonly ReplyText ReceiptClosed = new("escalation.receipt-closed", "open");
    public static readonly ReplyText ReceiptEmergency = new("escalation.receipt-emergency", "emergency");
    public static readonly ReplyText ReceiptNext = new("escalation.receipt-next", "number");
    public static readonly ReplyText SameOpen = new("escalation.same-open", "number");
    public static readonly ReplyText Similar = new("escalation.similar", "number", "what");
    public static readonly ReplyText Joined = new("escalation.joined", "number", "other");
    public static readonly ReplyText AlreadyJoined = new("escalation.already-joined");

    public static readonly ReplyText Warning = new("escalation.warning", "number", "customer", "what", "due");
    public static readonly ReplyText WarningSolve = new("escalation.warning-solve", "number", "customer", "what", "due");
    public static readonly ReplyText Breach = new("escalation.breach", "number", "customer", "what", "due");
    public static readonly ReplyText BreachSolve = new("escalation.breach-solve", "number", "customer", "what", "due");
    public static readonly ReplyText Rung = new("escalation.rung", "number", "customer", "what", "due", "told");
    public static readonly ReplyText RungFreed = new("escalation.rung-freed", "number", "customer", "what", "due", "member");
    public static readonly ReplyText TimedOut = new("escalation.timed-out", "number", "customer", "what", "due", "member");
    public static readonly ReplyText NobodyTold = new("escalation.nobody-told", "number", "customer", "what", "due", "told");
    public static readonly ReplyText WaitOver = new("escalation.wait-over", "number", "customer", "what", "due", "reason");
    public static readonly ReplyText TellAnswered = new("escalation.tell-answered", "member", "number", "customer", "note");
    public static readonly ReplyText TellSolved = new("escalation.tell-solved", "member", "number", "customer", "note");
    public static readonly ReplyText TellMoved = new("escalation.tell-moved", "number", "customer", "old", "new", "reason");

    public static readonly ReplyText AnswerFirst = new("escalation.answer-first", "number");
    public static readonly ReplyText AlreadySolved = new("escalation.already-solved", "number");
    public static readonly ReplyText Same = new("escalation.same", "number");
    public static readonly ReplyText Stale = new("escalation.stale", "change");
    public static readonly ReplyText NotSaved = new("escalation.not-saved", "typed");
    public static readonly ReplyText NoEscalation = new("escalation.no-escalation", "number");
    public static readonly ReplyText Reopened = new("escalation.reopened-as", "number", "old");
    public static readonly ReplyText ListEmpty = new("escalation.list-empty");
    public static readonly ReplyText List = new("escalation.list", "count");
    public static readonly ReplyText ListLine = new("escalation.list-line", "number", "customer", "what", "state");
    public static readonly ReplyText ListMore = new("escalation.list-more", "count");

    public static readonly ReplyText WhyHead = new("escalation.why-head", "number", "customer", "what", "level", "hours");
    public static readonly ReplyText WhyClock = new("escalation.why-clock", "clock", "target", "since", "used", "left", "due");
    public static readonly ReplyText WhyEnded = new("escalation.why-ended", "clock", "target", "used", "outcome");
    public static readonly ReplyText WhyPaused = new("escalation.why-paused", "clock", "target", "used", "reason");
    public static readonly ReplyText WhyLimit = new("escalation.why-limit", "latest", "due", "owner", "break");
    public static readonly ReplyText WhyClosures = new("escalation.why-closures", "closures");
    public static readonly ReplyText WhyEvent = new("escalation.why-event", "when", "what", "who");

    public static IEnumerable<ReplyText> All =>
    [
        Head, FirstDue, FirstLate, NextDue, NextLate, AnsweredAt, SolveDue, SolveLate, WantedBy, WaitingFor, WaitingUntil, HasIt, Nobody, SolvedAt, LinkedTo,
        Receipt, ReceiptFirst, ReceiptReader, ReceiptForced, ReceiptAtOnce, ReceiptTooLate, ReceiptClosed, ReceiptEmergency, ReceiptNext, SameOpen, Similar, Joined, AlreadyJoined,
        Warning, WarningSolve, Breach, BreachSolve, Rung, RungFreed, TimedOut, NobodyTold, WaitOver, TellAnswered, TellSolved, TellMoved,
        AnswerFirst, AlreadySolved, Same, Stale, NotSaved, NoEscalation, Reopened, ListEmpty, List, ListLine, ListMore,
        WhyHead, WhyClock, WhyEnded, WhyPaused, WhyLimit, WhyClosures, WhyEvent,
    ];
}
