using TriageBot.Core.Chat;

namespace TriageBot.Features.Breaks;

/// <summary>What is said in and about breaks.</summary>
internal static class BreakTexts
{
    public static readonly ReplyText Empty = new("break.empty", "solved", "promise", "next");
    public static readonly ReplyText NextDue = new("break.next-due", "number", "what", "due");
    public static readonly ReplyText NoneDue = new("break.none-due");
    public static readonly ReplyText CardHead = new("break.card-head", "index", "count", "number", "customer", "waiting", "limit", "asked");
    public static readonly ReplyText CardBody = new("break.card-body", "requester", "what");
    public static readonly ReplyText CardLink = new("break.card-link", "link");
    public static readonly ReplyText CardHarm = new("break.card-harm", "harm");
    public static readonly ReplyText CardDue = new("break.card-due", "due");
    public static readonly ReplyText CardPromise = new("break.card-promise", "promise");
    public static readonly ReplyText CardAtOnce = new("break.card-at-once");
    public static readonly ReplyText CardDecide = new("break.card-decide");
    public static readonly ReplyText Stale = new("break.stale", "number", "change");
    public static readonly ReplyText NotSent = new("break.not-sent", "typed");
    public static readonly ReplyText Done = new("break.done", "number", "choice");
    public static readonly ReplyText Leased = new("break.leased", "number", "member", "until");
    public static readonly ReplyText AllLeased = new("break.all-leased", "member", "until");
    public static readonly ReplyText AlreadyDone = new("break.already-done", "number", "state", "member");
    public static readonly ReplyText Summary = new("break.summary", "counts", "solved");
    public static readonly ReplyText Over = new("break.over");
    public static readonly ReplyText Carried = new("break.carried", "break");
    public static readonly ReplyText SolvedOne = new("break.solved-one");
    public static readonly ReplyText Solved = new("break.solved", "count");
    public static readonly ReplyText NotOpen = new("break.not-open", "next");
    public static readonly ReplyText Skipped = new("break.skipped", "break", "next", "later");
    public static readonly ReplyText SkipForced = new("break.skip-forced", "break");
    public static readonly ReplyText Undone = new("break.undone", "next");
    public static readonly ReplyText NothingToSkip = new("break.nothing-to-skip");
    public static readonly ReplyText MovedTo = new("break.moved", "old", "new", "later");
    public static readonly ReplyText Added = new("break.added", "new", "later");
    public static readonly ReplyText MovePast = new("break.move-past", "typed");
    public static readonly ReplyText LaterTold = new("break.later-told", "count");
    public static readonly ReplyText Nudge = new("break.nudge", "break", "count", "promise");
    public static readonly ReplyText NudgeAtOnce = new("break.nudge-at-once", "break", "count");
    public static readonly ReplyText Forced = new("break.forced", "number", "what", "limit");
    public static readonly ReplyText ForcedByLevel = new("break.forced-by-level", "number", "what", "due");
    public static readonly ReplyText MissedGiven = new("break.missed-given", "count", "member");
    public static readonly ReplyText ForcedLate = new("break.forced-late", "number", "what", "due");
    public static readonly ReplyText Missed = new("break.missed", "break", "count", "next");
    public static readonly ReplyText Answered = new("break.answered", "number", "what", "owner", "answer");
    public static readonly ReplyText Promised = new("break.promised", "number", "what", "owner", "customer", "due");
    public static readonly ReplyText Today = new("break.today", "number", "what", "owner");
    public static readonly ReplyText Scheduled = new("break.scheduled", "number", "what", "owner", "day");
    public static readonly ReplyText Delegated = new("break.delegated", "number", "what", "owner", "member");
    public static readonly ReplyText Given = new("break.given", "number", "what", "owner", "requester");
    public static readonly ReplyText Declined = new("break.declined", "number", "what", "owner", "answer");
    public static readonly ReplyText Someday = new("break.someday", "number", "what", "owner");
    public static readonly ReplyText DeclineProposal = new("break.decline-proposal", "requester", "what");

    public static IEnumerable<ReplyText> All =>
    [
        Empty, NextDue, NoneDue, CardHead, CardBody, CardLink, CardHarm, CardDue, CardPromise, CardAtOnce, CardDecide, Stale, NotSent, Done, Leased, AllLeased, AlreadyDone, Summary, Over, Carried,
        SolvedOne, Solved, NotOpen, Skipped, SkipForced, Undone, NothingToSkip, MovedTo, Added, MovePast, LaterTold, Nudge, NudgeAtOnce, Forced, ForcedByLevel, ForcedLate, Missed, MissedGiven, Answered, Promised, Today, Scheduled, Delegated, Given,
        Declined, Someday, DeclineProposal,
    ];
}
