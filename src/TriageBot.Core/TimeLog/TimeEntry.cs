using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Core.TimeLog;

public enum TimeEntryState
{
    /// <summary>Being worked on; at most one per member.</summary>
    Running,

    /// <summary>Counts in every sum.</summary>
    Kept,

    /// <summary>Forgotten overnight: its member is asked how long it was, and until then it counts nothing.</summary>
    Asked,

    /// <summary>Taken back.</summary>
    Undone,
}

/// <summary>Minutes that one member spent on something: a row.</summary>
public sealed record TimeEntry
{
    /// <summary>1, 2, 3, … within the workspace; not the number of an item.</summary>
    public long Number { get; init; }

    public MemberId MemberId { get; init; }

    /// <summary>Logical day of the member (rule T2).</summary>
    public LocalDate OnDate { get; init; }

    /// <summary>What the time went to: customers, billing, shipping, … in small letters.</summary>
    public string Function { get; init; } = "";

    public string Customer { get; init; } = "";

    /// <summary>Number of the task or urgent message; null for time that belongs to none.</summary>
    public long? Item { get; init; }

    /// <summary>1–1440; 0 while it runs. In an entry that waits for an answer, what would be proposed.</summary>
    public int Minutes { get; init; }

    /// <summary>Null for what was logged afterwards.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>It was in no plan of that day, so it is paid from the buffer (rule A3).</summary>
    public bool IsUnplanned { get; init; }

    /// <summary>What can have one entry only, such as a break; null for entries of which there may be any number.</summary>
    public string? Source { get; init; }

    public TimeEntryState State { get; init; }

    public Instant CreatedAt { get; init; }

    public long Revision { get; init; } = 1;
}
