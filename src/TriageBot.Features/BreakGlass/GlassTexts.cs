using TriageBot.Core.Chat;

namespace TriageBot.Features.BreakGlass;

/// <summary>What is said about what cannot wait.</summary>
internal static class GlassTexts
{
    public static readonly ReplyText Interrupted = new("glass.interrupted", "owner", "number", "count", "most");
    public static readonly ReplyText Closed = new("glass.closed", "open");
    public static readonly ReplyText Already = new("glass.already", "number", "owner");
    public static readonly ReplyText NeedsSecond = new("glass.needs-second", "count", "number");
    public static readonly ReplyText AskSecond = new("glass.ask-second", "member", "number", "what", "harm", "happens");
    public static readonly ReplyText Confirmed = new("glass.confirmed", "member", "number", "owner");
    public static readonly ReplyText OwnConfirm = new("glass.own-confirm", "number");
    public static readonly ReplyText WaitsAlready = new("glass.waits-already", "number");
    public static readonly ReplyText Focus = new("glass.focus", "owner", "until", "promise", "harm", "happens");
    public static readonly ReplyText Card = new("glass.card", "number", "customer", "what", "member");
    public static readonly ReplyText CardHarm = new("glass.card-harm", "harm", "happens");
    public static readonly ReplyText CardSafety = new("glass.card-safety", "word");
    public static readonly ReplyText CardSecond = new("glass.card-second", "member");
    public static readonly ReplyText CardBuffer = new("glass.card-buffer", "minutes");
    public static readonly ReplyText NextBreak = new("glass.next-break", "number", "break");
    public static readonly ReplyText NextBreakSafety = new("glass.next-break-safety", "number", "break");
    public static readonly ReplyText TellNextBreak = new("glass.tell-next-break", "owner", "number", "break", "promise");
    public static readonly ReplyText SafetyFirst = new("glass.safety-first");
    public static readonly ReplyText SafetyText = new("glass.safety-text", "emergency");
    public static readonly ReplyText SafetyNumber = new("glass.safety-number", "number", "what");
    public static readonly ReplyText SafetyTold = new("glass.safety-told", "owner");

    public static IEnumerable<ReplyText> All =>
    [
        Interrupted, Closed, Already, NeedsSecond, AskSecond, Confirmed, OwnConfirm, WaitsAlready, Focus, Card, CardHarm, CardSafety, CardSecond, CardBuffer, NextBreak, NextBreakSafety, TellNextBreak,
        SafetyFirst, SafetyText, SafetyNumber, SafetyTold,
    ];
}
