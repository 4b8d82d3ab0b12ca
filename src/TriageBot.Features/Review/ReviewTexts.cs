using System.Collections.Immutable;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Review;

/// <summary>What is said when a day is closed and the next one is chosen.</summary>
internal static class ReviewTexts
{
    public static readonly ReplyText Evening = new("review.evening", "day", "count");
    public static readonly ReplyText Morning = new("review.morning", "day", "count");
    public static readonly ReplyText More = new("review.more", "count");
    public static readonly ReplyText Item = new("review.item", "day", "left", "line", "carried");
    public static readonly ReplyText Carried = new("review.carried", "count");
    public static readonly ReplyText StillWanted = new("review.still-wanted", "count");
    public static readonly ReplyText ProposeSomeday = new("review.propose-someday", "count");
    public static readonly ReplyText ToDay = new("review.to-day", "number", "day");
    public static readonly ReplyText StaysDue = new("review.stays-due", "day");
    public static readonly ReplyText Kept = new("review.kept", "number", "day");
    public static readonly ReplyText Finished = new("review.finished", "number");
    public static readonly ReplyText Shelved = new("review.shelved", "number");
    public static readonly ReplyText Dropped = new("review.dropped", "number");
    public static readonly ReplyText Delegated = new("review.delegated", "number", "member");
    public static readonly ReplyText Undone = new("review.undone", "number");
    public static readonly ReplyText Rest = new("review.rest", "numbers", "day");
    public static readonly ReplyText Closed = new("review.closed", "day");
    public static readonly ReplyText NextDay = new("review.next-day", "day", "count", "planned", "factor", "need", "fit");
    public static readonly ReplyText NextDayEmpty = new("review.next-day-empty", "day");
    public static readonly ReplyText Fits = new("review.fits", "minutes");
    public static readonly ReplyText EatsBuffer = new("review.eats-buffer", "minutes");
    public static readonly ReplyText Short = new("review.short", "minutes");

    public static ImmutableArray<ReplyText> All =>
    [
        Evening, Morning, More, Item, Carried, StillWanted, ProposeSomeday, ToDay, StaysDue, Kept, Finished, Shelved, Dropped, Delegated, Undone, Rest, Closed,
        NextDay, NextDayEmpty, Fits, EatsBuffer, Short,
    ];
}
