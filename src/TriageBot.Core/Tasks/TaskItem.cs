using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Tasks;

public enum TaskState
{
    Open,
    Done,
    Dropped,

    /// <summary>On the someday-maybe list: no due date, no do-day, never overdue (rule S1).</summary>
    Someday,
}

/// <summary>Something to be done by somebody: a row.</summary>
public sealed record TaskItem
{
    public long Number { get; init; }

    public string What { get; init; } = "";

    public string Customer { get; init; } = "";

    public MemberId CreatorId { get; init; }

    public MemberId AssigneeId { get; init; }

    /// <summary>Who asked for it, by an urgent message or by adding it to somebody else's list, and hears when it is done; null where nobody waits.</summary>
    public MemberId? RequesterId { get; init; }

    public LocalDate? DueOn { get; init; }

    public LocalDateTime? DueLocal { get; init; }

    public string? DueZone { get; init; }

    public LocalDate? DoOn { get; init; }

    public int? EstimateMinutes { get; init; }

    /// <summary>Judged by an owner; null while untriaged (rules O1, O2).</summary>
    public bool? IsImportant { get; init; }

    public bool MayStopBusiness { get; init; }

    /// <summary>What it is worth (rule O3); null while nobody has said.</summary>
    public ValueClass? ValueClass { get; init; }

    /// <summary>Its title never leaves the private conversation (rule A10).</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Deferred: not in the list before this day (rule O3); null when it is ready.</summary>
    public LocalDate? ReadyOn { get; init; }

    /// <summary>An appointment's start as wall time with its zone (rule T5); it lasts as long as its estimate. Null for what can be done at any time.</summary>
    public LocalDateTime? StartsLocal { get; init; }

    public string? StartsZone { get; init; }

    /// <summary>The series that made it; null for a single task.</summary>
    public string? SeriesId { get; init; }

    /// <summary>How often a day that was worked ended without it (rule A7).</summary>
    public int CarryCount { get; init; }

    /// <summary>The last day that counted in <see cref="CarryCount"/>; no day counts twice.</summary>
    public LocalDate? CarriedOn { get; init; }

    public TaskState State { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant? ClosedAt { get; init; }

    /// <summary>Someday-maybe: the last agenda that showed it (rule S2).</summary>
    public LocalDate? LastShownOn { get; init; }

    /// <summary>Someday-maybe: not shown before this day (rules S2–S4).</summary>
    public LocalDate? NextReviewOn { get; init; }

    /// <summary>Someday-maybe: days between reviews, doubled by each keep, 28–180 (rule S3); null before the first keep.</summary>
    public int? ReviewDays { get; init; }

    /// <summary>Someday-maybe: how often it was shown since somebody last decided about it (rule S3).</summary>
    public int UnansweredCount { get; init; }

    public long Revision { get; init; } = 1;

    /// <summary>A deferred task is not in the list before its day (rule O3).</summary>
    public bool IsReadyOn(LocalDate today) => ReadyOn is null || ReadyOn <= today;
}
