using NodaTime;

namespace TriageBot.Core.Satisfaction;

/// <summary>A question how an answer was, and what was said to it: a row (rule C11).</summary>
public sealed record SatisfactionAsk
{
    /// <summary>Of the item that was answered.</summary>
    public long Number { get; init; }

    public string MemberId { get; init; } = "";

    /// <summary>Empty where the item is about none.</summary>
    public string Customer { get; init; } = "";

    public string AnsweredBy { get; init; } = "";

    /// <summary>1–5; null while nothing was said, which is no rating.</summary>
    public int? Rating { get; init; }

    /// <summary>The person wants to say nothing.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>Whom to ask how an answer was, and what follows (rule C11).</summary>
public static class SatisfactionRules
{
    public const int Worst = 1;
    public const int Best = 5;

    /// <summary>Nobody is asked twice within this time.</summary>
    public static readonly Duration Rest = Duration.FromDays(30);

    /// <param name="lastAsked">Null for who was never asked.</param>
    public static bool MayAsk(Instant? lastAsked, Instant now) => lastAsked is not { } at || at + Rest <= now;

    /// <summary>An owner reads about it in the next break; nobody is alarmed.</summary>
    public static bool IsPoor(int rating) => rating <= 2;

    /// <summary>With one decimal.</summary>
    public static decimal Average(int sum, int count) => Math.Round((decimal)sum / count, 1, MidpointRounding.AwayFromZero);
}
