using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Promises;

/// <summary>Names are stored.</summary>
public enum PromiseState
{
    /// <summary>Written down, but not given yet: its maker was warned and has not said "promise anyway".</summary>
    Draft,

    Open,
    Kept,

    /// <summary>Done after it was due.</summary>
    KeptLate,

    /// <summary>Due, and not done.</summary>
    Broken,

    /// <summary>Taken back before it was due, with a reason.</summary>
    Withdrawn,
}

/// <summary>A dated commitment to a customer (rule C6): a row, of which every revision is kept. Its work is the task of the same number.</summary>
public sealed record Promise
{
    public const int LongestWhat = 500;
    public const int LongestReason = 500;

    public long Number { get; init; }

    /// <summary>Who has to keep it.</summary>
    public MemberId MakerId { get; init; }

    /// <summary>Who wrote it down.</summary>
    public MemberId RecordedBy { get; init; }

    /// <summary>Who asked for it, by an urgent message; null where nobody did.</summary>
    public MemberId? RequesterId { get; init; }

    public string Customer { get; init; } = "";

    public string What { get; init; } = "";

    /// <summary>The customer's service level when it was given: promises of one level are compared (rule C7).</summary>
    public string Level { get; init; } = "";

    public LocalDate? DueOn { get; init; }

    public LocalDateTime? DueLocal { get; init; }

    public string? DueZone { get; init; }

    /// <summary>From this instant on it is late: of a day, the end of that logical day (rule T3).</summary>
    public Instant DueAt { get; init; }

    /// <summary>When it was due as first given.</summary>
    public Instant FirstDueAt { get; init; }

    /// <summary>Minutes of work; null where nobody has said.</summary>
    public int? EstimateMinutes { get; init; }

    public PromiseState State { get; init; }

    public Instant MadeAt { get; init; }

    /// <summary>Since when its date counts: reminders halve the time from here.</summary>
    public Instant CountsFromAt { get; init; }

    /// <summary>How often it was put off before it was due.</summary>
    public int MoveCount { get; init; }

    public Instant? ClosedAt { get; init; }

    /// <summary>Working time of the service level from given to done, in milliseconds; null while it is not done.</summary>
    public long? TookMs { get; init; }

    /// <summary>Why it was missed; empty while nobody has said.</summary>
    public string Cause { get; init; } = "";

    /// <summary>Why it was taken back.</summary>
    public string Reason { get; init; } = "";

    /// <summary>To whom it was offered and who has not accepted yet.</summary>
    public MemberId? OfferedTo { get; init; }

    /// <summary>Whose it is again when a hand-off ends; null when it is its maker's own.</summary>
    public MemberId? LentBy { get; init; }

    public int BasisCount { get; init; }

    public long? BasisUsualMs { get; init; }

    public long BasisAvailableMs { get; init; }

    public int? BasisLoad { get; init; }

    public int? BasisRoom { get; init; }

    /// <summary>What the newest revision changed, in words, for whoever still sees an older one (rule X4).</summary>
    public string LastChange { get; init; } = "";

    public long Revision { get; init; } = 1;

    /// <summary>On what it was given: what was known of like matters and of the load (rule C7).</summary>
    public PromiseBasis Basis => new(
        BasisCount,
        BasisUsualMs is { } usual ? Duration.FromMilliseconds(usual) : null,
        Duration.FromMilliseconds(BasisAvailableMs),
        BasisLoad is { } load && BasisRoom is { } room ? new PromiseLoad(load, room) : null);

    public DueValue Due => DueLocal is { } local
        ? new DueValue.At(local, ZoneTime.Find(DueZone ?? "") ?? DateTimeZone.Utc)
        : new DueValue.Day(DueOn ?? default);

    public Promise With(PromiseBasis basis) => this with
    {
        BasisCount = basis.Count,
        BasisUsualMs = (long?)basis.Usual?.TotalMilliseconds,
        BasisAvailableMs = (long)basis.Available.TotalMilliseconds,
        BasisLoad = basis.Load?.Load,
        BasisRoom = basis.Load?.Room,
    };
}
