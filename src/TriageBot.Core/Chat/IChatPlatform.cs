namespace TriageBot.Core.Chat;

/// <summary>A chat platform as the outbox sees it.</summary>
public interface IChatPlatform
{
    /// <summary>Short name, stored with the workspaces it reaches: "local", "discord".</summary>
    string Name { get; }

    /// <summary>What its messages can hold.</summary>
    ChatCapabilities Capabilities => ChatCapabilities.Roomy;

    /// <summary>
    /// Posts or edits one message. The same <see cref="Outgoing.Key"/> never makes two messages: a repeated call returns the first one's id.
    /// An exception means that the outcome is not known; the outbox calls again with the same key.
    /// </summary>
    Task<SendOutcome> SendAsync(Outgoing outgoing, CancellationToken ct);
}

/// <param name="Key">Unique per message, at most 25 characters: the platform's idempotency key (rule X2).</param>
/// <param name="EditOf">Id of the message to edit in place; null for a new one.</param>
public sealed record Outgoing(string Key, WorkspaceId Workspace, Destination To, Card Card, string? EditOf = null)
{
    /// <summary>Unix milliseconds of the first attempt, null at the first: platforms remember keys for a short time only.</summary>
    public long? FirstTriedAt { get; init; }
}

public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    public sealed record Sent(string MessageId) : SendOutcome;

    /// <summary>Nothing was sent; it may be after this time.</summary>
    public sealed record Later(TimeSpan After) : SendOutcome;

    /// <summary>Will never work: the channel is gone, the message was deleted. <paramref name="Reason"/> is for the owner.</summary>
    public sealed record Refused(string Reason) : SendOutcome;
}
