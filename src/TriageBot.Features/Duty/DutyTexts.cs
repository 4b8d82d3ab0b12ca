using TriageBot.Core.Chat;

namespace TriageBot.Features.Duty;

/// <summary>What is said about duty, cover and being away.</summary>
internal static class DutyTexts
{
    public static readonly ReplyText CoverMissed = new("duty.cover-missed", "member", "count");

    public static readonly ReplyText WhoNow = new("duty.who-now", "member");
    public static readonly ReplyText WhoNobody = new("duty.who-nobody");
    public static readonly ReplyText WhoInstead = new("duty.who-instead", "member");
    public static readonly ReplyText WhoClosed = new("duty.who-closed", "open");
    public static readonly ReplyText WhoNext = new("duty.who-next", "member", "when");
    public static readonly ReplyText WhoCover = new("duty.who-cover", "member");
    public static readonly ReplyText WhoNoCover = new("duty.who-no-cover");
    public static readonly ReplyText WhoAway = new("duty.who-away", "member", "until", "cover");
    public static readonly ReplyText WhoWillBeAway = new("duty.who-will-be-away", "member", "from", "until", "cover");
    public static readonly ReplyText WhoHandOff = new("duty.who-hand-off", "giver", "taker", "from", "until", "state");
    public static readonly ReplyText WhoRotation = new("duty.who-rotation", "members", "day");
    public static readonly ReplyText HowRotation = new("duty.how-rotation");

    public static readonly ReplyText NotAway = new("duty.not-away");
    public static readonly ReplyText AwayNow = new("duty.away-now", "until", "cover");
    public static readonly ReplyText AwayLater = new("duty.away-later", "from", "until", "cover");
    public static readonly ReplyText AwayMoved = new("duty.away-moved", "count", "member");
    public static readonly ReplyText AwayWaits = new("duty.away-waits", "count", "open");
    public static readonly ReplyText AwayPast = new("duty.away-past", "typed");
    public static readonly ReplyText AwayLong = new("duty.away-long", "days", "typed");
    public static readonly ReplyText AwayWhen = new("duty.away-when", "typed");
    public static readonly ReplyText AwayCover = new("duty.away-cover", "member", "typed");
    public static readonly ReplyText IsBack = new("duty.is-back", "count");
    public static readonly ReplyText TellCover = new("duty.tell-cover", "member", "until", "count");
    public static readonly ReplyText ReceiptAway = new("duty.receipt-away", "owner", "until", "cover");

    public static readonly ReplyText Offered = new("duty.offered", "member", "from", "until");
    public static readonly ReplyText Offer = new("duty.offer", "member", "from", "until", "count");
    public static readonly ReplyText Accepted = new("duty.accepted", "member", "from", "until");
    public static readonly ReplyText TellAccepted = new("duty.tell-accepted", "member", "from", "until");
    public static readonly ReplyText Begun = new("duty.begun", "giver", "until", "count");
    public static readonly ReplyText Declined = new("duty.declined", "member");
    public static readonly ReplyText TellDeclined = new("duty.tell-declined", "member");
    public static readonly ReplyText NotAccepted = new("duty.not-accepted", "member", "until");
    public static readonly ReplyText Recalled = new("duty.recalled");
    public static readonly ReplyText TellRecalled = new("duty.tell-recalled", "member");
    public static readonly ReplyText Delta = new("duty.delta", "member", "new", "answered", "promised", "other", "held", "returned");
    public static readonly ReplyText OverForTaker = new("duty.over-for-taker", "member", "held");
    public static readonly ReplyText AlreadyDecided = new("duty.already-decided", "state");
    public static readonly ReplyText HandOffWhen = new("duty.hand-off-when", "typed");
    public static readonly ReplyText HandOffSelf = new("duty.hand-off-self", "typed");
    public static readonly ReplyText HandOffAway = new("duty.hand-off-away", "member", "typed");
    public static readonly ReplyText NoHandOffs = new("duty.no-hand-offs");

    public static readonly ReplyText Taken = new("duty.taken", "member", "count");
    public static readonly ReplyText TakenAlone = new("duty.taken-alone");
    public static readonly ReplyText TellTaken = new("duty.tell-taken", "member", "count");
    public static readonly ReplyText TakeAway = new("duty.take-away", "until");
    public static readonly ReplyText HasAlready = new("duty.has-already");
    public static readonly ReplyText Undone = new("duty.undone", "member");
    public static readonly ReplyText TellUndone = new("duty.tell-undone", "member");
    public static readonly ReplyText UndoLate = new("duty.undo-late");

    public static readonly ReplyText RotationSet = new("duty.rotation-set", "members", "day", "member", "when");
    public static readonly ReplyText RotationGone = new("duty.rotation-gone", "member");
    public static readonly ReplyText CoverSet = new("duty.cover-set", "member");
    public static readonly ReplyText ExceptionSet = new("duty.exception-set", "member", "from", "until");
    public static readonly ReplyText ExceptionGone = new("duty.exception-gone", "member", "from", "until");
    public static readonly ReplyText ExceptionOver = new("duty.exception-over");
    public static readonly ReplyText RotationUndone = new("duty.rotation-undone");
    public static readonly ReplyText RotationUndoneTo = new("duty.rotation-undone-to", "members", "day");
    public static readonly ReplyText RotationUndoLate = new("duty.rotation-undo-late");
    public static readonly ReplyText RotationMembers = new("duty.rotation-members", "typed");
    public static readonly ReplyText RotationDates = new("duty.rotation-dates", "typed");
    public static readonly ReplyText Turn = new("duty.turn", "until");
    public static readonly ReplyText TurnOver = new("duty.turn-over", "member");

    public static readonly ReplyText Gaps = new("duty.gaps");
    public static readonly ReplyText Gap = new("duty.gap", "level", "from", "until");
    public static readonly ReplyText GapMore = new("duty.gap-more", "count");

    public static IEnumerable<ReplyText> All =>
    [
        CoverMissed, WhoNow, WhoNobody, WhoInstead, WhoClosed, WhoNext, WhoCover, WhoNoCover, WhoAway, WhoWillBeAway, WhoHandOff, WhoRotation, HowRotation,
        NotAway, AwayNow, AwayLater, AwayMoved, AwayWaits, AwayPast, AwayLong, AwayWhen, AwayCover, IsBack, TellCover, ReceiptAway,
        Offered, Offer, Accepted, TellAccepted, Begun, Declined, TellDeclined, NotAccepted, Recalled, TellRecalled, Delta, OverForTaker, AlreadyDecided,
        HandOffWhen, HandOffSelf, HandOffAway, NoHandOffs, Taken, TakenAlone, TellTaken, TakeAway, HasAlready, Undone, TellUndone, UndoLate,
        RotationSet, RotationGone, CoverSet, ExceptionSet, ExceptionGone, ExceptionOver, RotationUndone, RotationUndoneTo, RotationUndoLate, RotationMembers, RotationDates, Turn, TurnOver, Gaps, Gap, GapMore,
    ];
}
