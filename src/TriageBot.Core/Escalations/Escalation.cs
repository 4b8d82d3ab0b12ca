using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Escalations;

/// <summary>Names are stored.</summary>
public enum EscalationState
{
    Open,

    /// <summary>Paused: the customer has to answer first (rule C2).</summary>
    Waiting,

    Solved,
}

/// <summary>A customer matter under a service level: a row, with its clocks.</summary>
public sealed record Escalation
{
    public const int LongestWhat = 1000;

    public long Number { get; init; }

    public string Customer { get; init; } = "";

    public string What { get; init; } = "";

    /// <summary>Name of the service level by which its clocks count.</summary>
    public string Level { get; init; } = "";

    public EscalationState State { get; init; }

    public MemberId RequesterId { get; init; }

    /// <summary>Whose break reads it: the owner on duty when it was opened.</summary>
    public MemberId OwnerId { get; init; }

    public Instant OpenedAt { get; init; }

    public LocalDate? DueOn { get; init; }

    public LocalDateTime? DueLocal { get; init; }

    public string? DueZone { get; init; }

    public Instant? FirstAnsweredAt { get; init; }

    public MemberId? AcknowledgedBy { get; init; }

    public Instant? AcknowledgedAt { get; init; }

    /// <summary>Whom the ladder has reached (rule C9): 0 nobody, 1 the owner on duty, 2 the cover, 3 all owners, 4 its end.</summary>
    public int Rung { get; init; }

    /// <summary>The visible end of the ladder (rule C9).</summary>
    public Instant? NobodyAnsweredAt { get; init; }

    public string WaitReason { get; init; } = "";

    public Instant? WaitUntilAt { get; init; }

    public Instant? SolvedAt { get; init; }

    public MemberId? SolvedBy { get; init; }

    /// <summary>The matter that this one is about again (rule C3).</summary>
    public long? LinkedNumber { get; init; }

    /// <summary>Where its card stands; empty where it has none.</summary>
    public string CardTo { get; init; } = "";

    /// <summary>What the newest revision changed, in words, for whoever still sees an older one (rule X4).</summary>
    public string LastChange { get; init; } = "";

    public long Revision { get; init; } = 1;

    /// <summary>In the order in which they were started.</summary>
    public ImmutableArray<ServiceClock> Clocks { get; init; } = [];

    public bool IsAnswered => FirstAnsweredAt is not null;

    /// <summary>The clock of a kind that counts now or last did; null where none was ever started.</summary>
    public ServiceClock? Latest(ClockKind kind) => Clocks.LastOrDefault(clock => clock.Kind == kind);

    /// <summary>Clocks without an end, running or paused.</summary>
    public IEnumerable<ServiceClock> OpenClocks => Clocks.Where(clock => clock.EndedAt is null);

    /// <summary>The next moment at which something is due; null while we wait for the customer, and after the end.</summary>
    public ServiceClock? NextDue => OpenClocks.Where(clock => clock.DueAt is not null).MinBy(clock => clock.DueAt);
}
