using TriageBot.Core.Chat;

namespace TriageBot.Features.Focus;

/// <summary>What is said about focus and quiet hours.</summary>
internal static class FocusTexts
{
    public static readonly ReplyText On = new("focus.on", "until", "left", "with");
    public static readonly ReplyText With = new("focus.with", "customer");
    public static readonly ReplyText Off = new("focus.off", "quiet");
    public static readonly ReplyText QuietOn = new("focus.quiet-on");
    public static readonly ReplyText QuietOff = new("focus.quiet-off");
    public static readonly ReplyText BreakWithin = new("focus.break-within", "break");
    public static readonly ReplyText ForcedWithin = new("focus.forced-within", "break");
    public static readonly ReplyText AskedSoFar = new("focus.asked-so-far", "asked", "held");
    public static readonly ReplyText Over = new("focus.over", "minutes", "with", "asked");
    public static readonly ReplyText QuietOver = new("focus.quiet-over", "asked");
    public static readonly ReplyText Asked = new("focus.asked", "people", "held");
    public static readonly ReplyText NobodyAsked = new("focus.nobody-asked");
    public static readonly ReplyText AlreadyOver = new("focus.already-over");
    public static readonly ReplyText NoLength = new("focus.no-length", "typed", "example");
    public static readonly ReplyText NotToday = new("focus.not-today", "typed");
    public static readonly ReplyText Mention = new("focus.mention", "owner", "until", "promise");
    public static readonly ReplyText MentionClient = new("focus.mention-client", "owner", "until", "promise");
    public static readonly ReplyText MentionQuiet = new("focus.mention-quiet", "owner", "until", "promise");
    public static readonly ReplyText Cover = new("focus.cover", "cover");
    public static readonly ReplyText Emergency = new("focus.emergency", "emergency");
    public static readonly ReplyText AlreadyHeld = new("focus.already-held", "number");

    public static IEnumerable<ReplyText> All =>
    [
        On, With, Off, QuietOn, QuietOff, BreakWithin, ForcedWithin, AskedSoFar, Over, QuietOver, Asked, NobodyAsked, AlreadyOver, NoLength, NotToday,
        Mention, MentionClient, MentionQuiet, Cover, Emergency, AlreadyHeld,
    ];
}
