using TriageBot.Core.Chat;

namespace TriageBot.Features.Satisfaction;

/// <summary>What is said about how answers were.</summary>
internal static class SatisfactionTexts
{
    public static readonly ReplyText Ask = new("satisfaction.ask");
    public static readonly ReplyText Thanks = new("satisfaction.thanks", "rating", "number");
    public static readonly ReplyText Poor = new("satisfaction.poor", "rating", "number", "owner", "promise", "held");
    public static readonly ReplyText Held = new("satisfaction.held", "rating", "number");
    public static readonly ReplyText Closed = new("satisfaction.closed", "number");
    public static readonly ReplyText Already = new("satisfaction.already", "number", "rating");
    public static readonly ReplyText NotAsked = new("satisfaction.not-asked", "number");
    public static readonly ReplyText Page = new("satisfaction.page", "average", "count", "days");

    public static IEnumerable<ReplyText> All => [Ask, Thanks, Poor, Held, Closed, Already, NotAsked, Page];
}

/// <summary>Verbs of the controls about satisfaction. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class SatisfactionVerbs
{
    /// <summary>Item is what was answered; Extra 1–5.</summary>
    public const string Rate = "rate";
    public const string Close = "rate-close";
}
