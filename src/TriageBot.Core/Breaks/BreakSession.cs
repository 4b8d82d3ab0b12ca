using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Breaks;

public enum BreakState
{
    /// <summary>Still to come, and not where the plan has it.</summary>
    Planned,

    /// <summary>Taken out of the plan.</summary>
    Skipped,

    /// <summary>Being drained.</summary>
    Open,

    Ended,
}

/// <summary>A break that differs from the plan, or that was really opened: a row.</summary>
public sealed record BreakSession
{
    public string Id { get; init; } = "";

    public MemberId OwnerId { get; init; }

    /// <summary>Key of the planned break that this row stands for; null when it stands for none.</summary>
    public string? WindowKey { get; init; }

    public BreakKind Kind { get; init; }

    public BreakState State { get; init; }

    public Instant StartAt { get; init; }

    public Instant EndAt { get; init; }

    public Instant? OpenedAt { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>Messages taken into the drain so far.</summary>
    public int SnapshotCount { get; init; }

    /// <summary>Messages that were withdrawn or solved themselves before this break (rule H10).</summary>
    public int SolvedCount { get; init; }

    public string Key => WindowKey ?? Id;

    public Break AsBreak() => new(Key, Kind, StartAt, EndAt);
}
