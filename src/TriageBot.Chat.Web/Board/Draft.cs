using TriageBot.Core.Chat;

namespace TriageBot.Chat.Web.Board;

/// <summary>A message about to be posted.</summary>
internal sealed record Draft(MemberId? Author, Destination Where, Card Card)
{
    public MemberId? VisibleOnlyTo { get; init; }

    /// <summary>For what a member typed: the act it belongs to.</summary>
    public EventKey? TypedIn { get; init; }

    /// <summary>For a command: only its author sees it, and the answer comes at once; one flush of the disk serves both.</summary>
    public bool IsSoonAnswered { get; init; }
}

/// <summary>Why a message is posted or edited; written in the same transaction, so that a repetition finds it.</summary>
/// <param name="Answers">The act it is the outcome of.</param>
/// <param name="OutgoingKey">The outbox's key.</param>
internal sealed record Cause(EventKey? Answers = null, string? OutgoingKey = null)
{
    public static Cause None { get; } = new();
}

/// <summary>A change that readers see as soon as <paramref name="Saved"/> has ended.</summary>
internal readonly record struct Change<T>(T Value, Task Saved);
