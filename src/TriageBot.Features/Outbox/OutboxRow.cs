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

    /// <summary>With <see cref="Ordinal"/>: where it stands among the messages to its place.</summary>
    public Instant CreatedAt { get; init; }

    public int Ordinal { get; init; }

    /// <summary>From when on it may be sent.</summary>
    public Instant DueAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>Null while this is the first attempt.</summary>
    public Instant? FirstTriedAt { get; init; }

    /// <summary>Key of the card that this message posts or edits; null for a message of its own.</summary>
    public string? CardKey { get; init; }

    /// <summary>To one place messages go in the order in which they were written.</summary>
    public (WorkspaceId Workspace, string Destination) Place => (WorkspaceId, Destination);

    /// <summary>True when it was written before another one to the same place.</summary>
    public bool IsBefore(OutboxRow other) => CreatedAt < other.CreatedAt || (CreatedAt == other.CreatedAt && Ordinal < other.Ordinal);

    /// <param name="editOf">The message that the card became; null for a new message.</param>
    public Outgoing ToOutgoing(string? editOf = null) => new(Key, WorkspaceId, Core.Chat.Destination.Parse(Destination), ChatJson.ReadCard(Card), editOf)
    {
        FirstTriedAt = FirstTriedAt?.ToUnixTimeMilliseconds(),
    };
}
