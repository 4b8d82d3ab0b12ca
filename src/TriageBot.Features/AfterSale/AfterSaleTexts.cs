using TriageBot.Core.Chat;

namespace TriageBot.Features.AfterSale;

/// <summary>What is said about customers to be contacted.</summary>
internal static class AfterSaleTexts
{
    public static readonly ReplyText Sold = new("touch.sold", "what", "name", "day", "next");
    public static readonly ReplyText Dated = new("touch.dated", "what", "name", "next");
    public static readonly ReplyText Interval = new("touch.interval", "name", "days", "next");
    public static readonly ReplyText IntervalOff = new("touch.interval-off", "name");
    public static readonly ReplyText TakenBack = new("touch.taken-back", "what", "name");
    public static readonly ReplyText List = new("touch.list", "count");
    public static readonly ReplyText ListLine = new("touch.list-line", "name", "reason");
    public static readonly ReplyText ListEmpty = new("touch.list-empty");
    public static readonly ReplyText One = new("touch.one", "name", "reason");
    public static readonly ReplyText Trouble = new("touch.trouble", "trouble", "reason");
    public static readonly ReplyText TroubleOpen = new("touch.trouble-open", "number");
    public static readonly ReplyText TroubleBroken = new("touch.trouble-broken", "number");
    public static readonly ReplyText Done = new("touch.done", "name", "next");
    public static readonly ReplyText Later = new("touch.later", "name", "day");
    public static readonly ReplyText Skipped = new("touch.skipped", "name", "next");
    public static readonly ReplyText Nothing = new("touch.nothing", "name");
    public static readonly ReplyText Undone = new("touch.undone");
    public static readonly ReplyText UndoLate = new("touch.undo-late", "name");
    public static readonly ReplyText UndoChanged = new("touch.undo-changed", "name");
    public static readonly ReplyText NoDay = new("touch.no-day", "typed", "example");
    public static readonly ReplyText NoEvery = new("touch.no-every", "typed", "example");
    public static readonly ReplyText PageLine = new("touch.page-line", "reason", "day");

    public static IEnumerable<ReplyText> All =>
    [
        Sold, Dated, Interval, IntervalOff, TakenBack, List, ListLine, ListEmpty, One, Trouble, TroubleOpen, TroubleBroken, Done, Later, Skipped, Nothing, Undone, UndoLate,
        UndoChanged, NoDay, NoEvery, PageLine,
    ];
}

/// <summary>Verbs of the controls about touches. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class TouchVerbs
{
    /// <summary>Shows the customer whose id was chosen.</summary>
    public const string Open = "touch-open";

    /// <summary>Item is the customer; Extra the day of the card.</summary>
    public const string Done = "touch-done";
    public const string Later = "touch-later";

    /// <summary>The button "Skip this time": the touch passes without a contact, and the next one comes in its turn.</summary>
    public const string Skip = "touch-skip";

    /// <summary>Item is the customer; Revision the moment of the decision in milliseconds.</summary>
    public const string Undo = "touch-undo";

    /// <summary>Item is the customer; Revision the days of the interval as it was left, 0 for none; Extra what it was before.</summary>
    public const string UndoInterval = "touch-interval-undo";

    /// <summary>Item is the touch.</summary>
    public const string TakeBack = "touch-take-back";
}
