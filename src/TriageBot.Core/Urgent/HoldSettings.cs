using NodaTime;

namespace TriageBot.Core.Urgent;

/// <summary>How holding is reckoned.</summary>
/// <param name="Ceiling">Working time after which nothing is held any longer (rule H2); 180 minutes by default.</param>
/// <param name="AnswerMargin">Time after the end of a break in which an answer may still be written (rule H1); 15 minutes by default.</param>
/// <param name="TimePerItem">What one held message is expected to take in a break. A break has room for its length divided by this (rule H1); 2 minutes by default.</param>
public sealed record HoldSettings(Duration Ceiling, Duration AnswerMargin, Duration TimePerItem)
{
    public static HoldSettings Standard { get; } = new(Duration.FromMinutes(180), Duration.FromMinutes(15), Duration.FromMinutes(2));
}
