using System.Collections.Immutable;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Triage;

/// <summary>What is said about judging, listing and pinning.</summary>
internal static class TriageTexts
{
    public static readonly ReplyText Asks = new("triage.asks", "place", "count", "number", "what");
    public static readonly ReplyText AsksNotYours = new("triage.asks-not-yours", "place", "count", "number", "what");
    public static readonly ReplyText Empty = new("triage.empty");
    public static readonly ReplyText Through = new("triage.through", "count");
    public static readonly ReplyText NotYours = new("triage.not-yours");
    public static readonly ReplyText Own = new("triage.not-yours-own");
    public static readonly ReplyText DeclineProposal = new("triage.decline-proposal", "requester", "what");
    public static readonly ReplyText GiveProposal = new("triage.give-proposal", "what", "owner");
    public static readonly ReplyText NotSent = new("triage.not-sent", "typed");
    public static readonly ReplyText Blank = new("triage.blank");
    public static readonly ReplyText GiveToSelf = new("triage.give-to-self");

    public static readonly ReplyText Listed = new("important.listed", "subject", "count");
    public static readonly ReplyText ListedAlready = new("important.listed-already", "subject");
    public static readonly ReplyText Removed = new("important.removed", "subject");
    public static readonly ReplyText NotListed = new("important.not-listed", "subject");
    public static readonly ReplyText Rules = new("important.rules", "subjects");
    public static readonly ReplyText NoRules = new("important.no-rules");
    public static readonly ReplyText NothingToRemove = new("important.nothing-to-remove");
    public static readonly ReplyText OfCustomer = new("important.customer", "customer");
    public static readonly ReplyText OfValue = new("important.value", "value");
    public static readonly ReplyText TakenBack = new("important.taken-back", "subject", "count");
    public static readonly ReplyText UndoTooLate = new("important.undo-too-late", "subject", "instead");

    public static readonly ReplyText Pinned = new("pin.pinned", "tasks");
    public static readonly ReplyText None = new("pin.none");
    public static readonly ReplyText Numbers = new("pin.numbers", "typed");
    public static readonly ReplyText NotYoursToPin = new("pin.not-yours", "numbers");
    public static readonly ReplyText PinChanged = new("pin.changed");
    public static readonly ReplyText DayOver = new("pin.day-over");
    public static readonly ReplyText PinLine = new("pin.line", "place", "number", "what");

    public static ImmutableArray<ReplyText> All =>
    [
        Asks, AsksNotYours, Empty, Through, NotYours, Own, DeclineProposal, GiveProposal, NotSent, Blank, GiveToSelf,
        Listed, ListedAlready, Removed, NotListed, Rules, NoRules, NothingToRemove, OfCustomer, OfValue, TakenBack, UndoTooLate,
        Pinned, None, Numbers, NotYoursToPin, PinChanged, DayOver, PinLine,
    ];
}
