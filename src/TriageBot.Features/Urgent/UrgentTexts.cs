using TriageBot.Core.Chat;

namespace TriageBot.Features.Urgent;

/// <summary>What is said about held messages.</summary>
internal static class UrgentTexts
{
    public static readonly ReplyText Held = new("urgent.held", "number", "what", "owner", "break", "promise");
    public static readonly ReplyText Again = new("urgent.again", "number", "what", "owner", "break", "promise", "count");
    public static readonly ReplyText Place = new("urgent.place", "place");
    public static readonly ReplyText Closed = new("urgent.closed", "owner", "open");
    public static readonly ReplyText Running = new("urgent.running", "owner", "break", "promise");
    public static readonly ReplyText DueKept = new("urgent.due-kept", "due");
    public static readonly ReplyText DueMissed = new("urgent.due-missed", "due");
    public static readonly ReplyText Harm = new("urgent.harm", "harm");
    public static readonly ReplyText AskHarm = new("urgent.ask-harm", "promise");
    public static readonly ReplyText Once = new("urgent.once");
    public static readonly ReplyText AskDue = new("urgent.ask-due");
    public static readonly ReplyText CannotWait = new("urgent.cannot-wait", "owner");
    public static readonly ReplyText CannotWaitHere = new("urgent.cannot-wait-here", "emergency");
    public static readonly ReplyText NoOwner = new("urgent.no-owner");
    public static readonly ReplyText NotAnOwner = new("urgent.not-an-owner", "member", "owners");
    public static readonly ReplyText Moved = new("urgent.moved", "number", "what", "owner", "old", "new", "reason");
    public static readonly ReplyText Withdrawn = new("urgent.withdrawn", "number", "what");
    public static readonly ReplyText Solved = new("urgent.solved", "number", "what");
    public static readonly ReplyText AlreadyClosed = new("urgent.already-closed", "number", "state");
    public static readonly ReplyText RequestsEmpty = new("urgent.requests-empty");
    public static readonly ReplyText RequestsHead = new("urgent.requests-head", "held", "closed");
    public static readonly ReplyText RequestHeld = new("urgent.request-held", "number", "what", "promise", "asked");
    public static readonly ReplyText RequestAtOnce = new("urgent.request-at-once", "number", "what", "asked");
    public static readonly ReplyText RequestClosed = new("urgent.request-closed", "number", "what", "state");
    public static readonly ReplyText RequestsJudged = new("urgent.requests-judged", "count", "judged");
    public static readonly ReplyText QueueEmpty = new("urgent.queue-empty", "next");
    public static readonly ReplyText QueueHead = new("urgent.queue-head", "count", "next");
    public static readonly ReplyText QueueLine = new("urgent.queue-line", "place", "number", "what", "requester", "waiting", "break", "asked");
    public static readonly ReplyText QueueAtOnce = new("urgent.queue-at-once", "place", "number", "what", "requester", "waiting", "asked");
    public static readonly ReplyText QueueMore = new("urgent.queue-more", "count");
    public static readonly ReplyText Why = new("urgent.why", "number", "what", "waiting", "limit", "deadline", "asked", "place", "count", "break", "promise");
    public static readonly ReplyText WhyAtOnce = new("urgent.why-at-once", "number", "what", "waiting", "asked", "place", "count");
    public static readonly ReplyText WhyClosed = new("urgent.why-closed", "number", "what", "state");
    public static readonly ReplyText Similar = new("urgent.similar", "number", "what");
    public static readonly ReplyText SimilarOfAnother = new("urgent.similar-of-another", "number", "customer");
    public static readonly ReplyText Joined = new("urgent.joined", "number", "other", "promise");
    public static readonly ReplyText JoinedAtOnce = new("urgent.joined-at-once", "number", "other");
    public static readonly ReplyText NotJoined = new("urgent.not-joined", "number");
    public static readonly ReplyText FollowedGone = new("urgent.followed-gone", "number", "member");
    public static readonly ReplyText TalkHint = new("urgent.talk-hint", "typed");

    public static IEnumerable<ReplyText> All =>
    [
        Held, Again, Place, Closed, Running, DueKept, DueMissed, Harm, AskHarm, AskDue, Once, CannotWait, CannotWaitHere, NoOwner, NotAnOwner, Moved, Withdrawn,
        Solved, AlreadyClosed, RequestsEmpty, RequestsHead, RequestHeld, RequestClosed, RequestsJudged, QueueEmpty, QueueHead, QueueLine, QueueMore, Why, WhyClosed,
        Similar, SimilarOfAnother, Joined, NotJoined, FollowedGone, TalkHint,
        RequestAtOnce, QueueAtOnce, WhyAtOnce, JoinedAtOnce,
    ];
}
