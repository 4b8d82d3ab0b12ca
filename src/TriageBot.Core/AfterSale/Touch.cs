using NodaTime;

namespace TriageBot.Core.AfterSale;

/// <summary>Why a customer is contacted without having asked (rule C10). Names are stored.</summary>
public enum TouchKind
{
    /// <summary>Something was sold: after 3 days, after 30, then each year.</summary>
    Sale,

    /// <summary>A birthday, an anniversary: each year.</summary>
    Yearly,

    /// <summary>Nobody has spoken with them for so many days.</summary>
    Interval,
}

/// <summary>A reason to contact a customer, again and again: a row.</summary>
public sealed record Touch
{
    /// <summary>Counted within the workspace.</summary>
    public long Id { get; init; }

    public long CustomerId { get; init; }

    /// <summary>The customer's present name.</summary>
    public string Customer { get; init; } = "";

    public TouchKind Kind { get; init; }

    /// <summary>What was sold, or what the day is called; empty for an interval.</summary>
    public string What { get; init; } = "";

    /// <summary>Day of the sale or of the first such day; of an interval, the day from which it counts when nobody has spoken with them since.</summary>
    public LocalDate AnchorOn { get; init; }

    /// <summary>Days of an interval; 0 for what has dates.</summary>
    public long EveryDays { get; init; }

    /// <summary>The next date of what has dates.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Put off until this day.</summary>
    public LocalDate? LaterOn { get; init; }

    /// <summary>The owner whose customer this is; blank for whoever is on duty.</summary>
    public string KeeperId { get; init; } = "";

    /// <summary>When a person of the team last spoke with the customer.</summary>
    public Instant? LastContactAt { get; init; }
}
