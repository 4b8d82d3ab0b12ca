using NodaTime;

namespace TriageBot.Core.Escalations;

/// <summary>What is measured (rule C1). Names are stored.</summary>
public enum ClockKind
{
    /// <summary>Until a person has answered the customer for the first time.</summary>
    FirstAnswer,

    /// <summary>From the earliest customer message that nobody has answered until a person answers.</summary>
    NextAnswer,

    /// <summary>Until the matter is solved.</summary>
    Resolution,
}

/// <summary>One clock of an escalation. It counts the working time of the customer's service level, and only that.</summary>
public sealed record ServiceClock
{
    public ClockKind Kind { get; init; }

    /// <summary>Counts clocks of one kind within an escalation, from 1.</summary>
    public int Ordinal { get; init; } = 1;

    public Instant StartedAt { get; init; }

    /// <summary>Working time counted up to <see cref="RunningSinceAt"/>, or in all when it stands still. Never reckoned again, whatever becomes of the hours (rule T7).</summary>
    public Duration Used { get; init; }

    /// <summary>Null while it stands still: paused, or ended.</summary>
    public Instant? RunningSinceAt { get; init; }

    public Duration Target { get; init; }

    /// <summary>The level changed when its target was already used up: it got a tenth of the new one (rule C3).</summary>
    public bool IsReTiered { get; init; }

    /// <summary>Null while it is paused.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>When the warning of rule C4 was given.</summary>
    public Instant? WarnedAt { get; init; }

    /// <summary>The moment its target was used up without an end; set once.</summary>
    public Instant? BreachedAt { get; init; }

    /// <summary>When somebody was told of the breach.</summary>
    public Instant? BreachToldAt { get; init; }

    public Instant? EndedAt { get; init; }

    public bool IsRunning => EndedAt is null && RunningSinceAt is not null;

    public bool IsPaused => EndedAt is null && RunningSinceAt is null;

    /// <summary>Ended in time.</summary>
    public bool IsKept => EndedAt is not null && BreachedAt is null;
}
