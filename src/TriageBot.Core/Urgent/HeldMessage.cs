using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;

namespace TriageBot.Core.Urgent;

public enum UrgentState
{
    Held,
    Answered,
    Promised,
    Today,
    Scheduled,
    Delegated,
    Declined,
    Someday,
    Withdrawn,
    Solved,

    /// <summary>Its requester added it to another one about the same matter (rule H11).</summary>
    Joined,
}

/// <summary>An urgent message: a row. While <see cref="State"/> is held it waits for a break of its owner.</summary>
public sealed record HeldMessage
{
    public long Number { get; init; }

    public MemberId OwnerId { get; init; }

    public MemberId RequesterId { get; init; }

    public string What { get; init; } = "";

    public string Customer { get; init; } = "";

    /// <summary>Its customer comes first where two messages are equally pressing (rule H6); null where the customer is not known.</summary>
    public bool? IsForKeyCustomer { get; init; }

    public LocalDate? DueOn { get; init; }

    public LocalDateTime? DueLocal { get; init; }

    public string? DueZone { get; init; }

    /// <summary>What happens if it waits, in the requester's words or choice (rule O7).</summary>
    public string IfItWaits { get; init; } = "";

    /// <summary>Where the message can be read from which this was made; empty when there is none.</summary>
    public string Link { get; init; } = "";

    /// <summary>The requester said that the business may stop (rule O1).</summary>
    public bool MayStopBusiness { get; init; }

    public UrgentState State { get; init; }

    /// <summary>Never resets (rule H6).</summary>
    public Instant WaitingSinceAt { get; init; }

    /// <summary>How often it was asked: repeats are counted, never ranked (rule O6).</summary>
    public int AskedCount { get; init; }

    public string BreakKey { get; init; } = "";

    /// <summary>R of rule H1.</summary>
    public Instant ReleaseAt { get; init; }

    /// <summary>P of rule H1, as reckoned now.</summary>
    public Instant PromisedAt { get; init; }

    /// <summary>The latest P that the requester was told.</summary>
    public Instant ToldPromiseAt { get; init; }

    /// <summary>A safety word is in it: it went to its owner at once, and its requester was told no time (rule H4). It stays in the queue, so that it is not lost.</summary>
    public bool WentAtOnce { get; init; }

    /// <summary>Its requester waits longer than they were told (rules H8, H13).</summary>
    public bool IsLaterThanTold => !WentAtOnce && PromisedAt > ToldPromiseAt;

    /// <summary>L of rule H2; null where no service level speaks.</summary>
    public Instant? LatestAt { get; init; }

    /// <summary>When the customer must have heard from a person; null where no service level speaks.</summary>
    public Instant? AnswerDueAt { get; init; }

    /// <summary>The hand-off or take by which its owner reads it; null for none.</summary>
    public long? DutyNumber { get; init; }

    public string MoveReason { get; init; } = "";

    public int SkipCount { get; init; }

    /// <summary>The drain that has it in its snapshot; null while it waits for one.</summary>
    public string? SessionId { get; init; }

    public MemberId? LeasedBy { get; init; }

    public Instant? LeasedUntilAt { get; init; }

    /// <summary>What the newest revision changed, in words, for whoever still sees an older one (rule X4).</summary>
    public string LastChange { get; init; } = "";

    public MemberId? ClosedBy { get; init; }

    public long Revision { get; init; } = 1;

    /// <summary>Null where no service level speaks.</summary>
    public HoldLimit? Limit => LatestAt is { } latest && AnswerDueAt is { } due ? new HoldLimit(latest, due) : null;

    /// <summary>How long it has waited, in its owner's working time, as the limit of rule H2 is said.</summary>
    public Duration WaitedAt(Instant now, WorkCalendar calendar) => calendar.WorkingTime(WaitingSinceAt, now);

    public bool IsLeasedToAnother(MemberId member, Instant now) => LeasedBy is { } holder && holder != member && LeasedUntilAt > now;
}
