using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Outbox;

/// <summary>A message waiting to be sent.</summary>
public sealed class OutboxRow
{
    /// <summary>At most 25 characters; the platform's idempotency key (rule X2).</summary>
    public string Key { get; init; } = "";

    public WorkspaceId WorkspaceId { get; init; }

    public string Platform { get; init; } = "";

    public string Destination { get; init; } = "";

    public string Card { get; init; } = "";

    public int Attempts { get; init; }

    /// <summary>Null while this is the first attempt.</summary>
    public Instant? FirstTriedAt { get; init; }

    /// <summary>Key of the card that this message posts or edits; null for a message of its own.</summary>
    public string? CardKey { get; init; }

    /// <param name="editOf">The message that the card became; null for a new message.</param>
    public Outgoing ToOutgoing(string? editOf = null) => new(Key, WorkspaceId, Core.Chat.Destination.Parse(Destination), ChatJson.ReadCard(Card), editOf)
    {
        FirstTriedAt = FirstTriedAt?.ToUnixTimeMilliseconds(),
    };
}
