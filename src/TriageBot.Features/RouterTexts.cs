using TriageBot.Core.Chat;

namespace TriageBot.Features;

/// <summary>What is said about input and rights in general.</summary>
internal static class RouterTexts
{
    public static readonly ReplyText NotKnown = new("router.not-known");
    public static readonly ReplyText Problem = new("router.problem", "sentence", "typed", "example");
    public static readonly ReplyText BadValue = new("router.bad-value", "sentence", "typed");
    public static readonly ReplyText Fault = new("router.fault", "reference", "typed");
    public static readonly ReplyText NotSaved = new("router.not-saved", "sentence", "typed");
    public static readonly ReplyText NoSuchItem = new("router.no-such-item", "number");
    public static readonly ReplyText NoSuchMember = new("router.no-such-member", "typed", "members");
    public static readonly ReplyText Refused = new("router.refused", "what", "who");

    public static IEnumerable<ReplyText> All => [NotKnown, Problem, BadValue, Fault, NotSaved, NoSuchItem, NoSuchMember, Refused];
}
