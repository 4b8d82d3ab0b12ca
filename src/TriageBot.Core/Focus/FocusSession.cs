using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Focus;

/// <summary>A span in which an owner is asked for by nobody, because they concentrate or are with a customer (rule H18): a row.</summary>
public sealed record FocusSession
{
    /// <summary>Counted within the workspace.</summary>
    public long Id { get; init; }

    public MemberId OwnerId { get; init; }

    /// <summary>The customer it is spent with; empty for work alone.</summary>
    public string Customer { get; init; } = "";

    public Instant StartedAt { get; init; }

    public Instant EndsAt { get; init; }

    /// <summary>Null until it is over.</summary>
    public Instant? EndedAt { get; init; }

    public bool IsOnAt(Instant now) => EndedAt is null && now < EndsAt;
}
