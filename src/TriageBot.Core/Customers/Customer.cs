using NodaTime;

namespace TriageBot.Core.Customers;

/// <summary>How much a customer weighs where two matters are equally pressing (rule H6).</summary>
public enum CustomerTier
{
    Standard,
    Key,
}

/// <summary>The organisation or person the team serves: a row. Tasks, messages and escalations carry its name.</summary>
public sealed record Customer
{
    public const int LongestName = 100;
    public const int LongestContact = 200;

    /// <summary>Counted within the workspace, never given twice.</summary>
    public long Id { get; init; }

    /// <summary>Unique within the workspace, as people compare names (<see cref="CustomerName.Same"/>).</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of its service level; empty where none is agreed.</summary>
    public string Level { get; init; } = "";

    public CustomerTier Tier { get; init; }

    /// <summary>IANA id; null where nobody has said.</summary>
    public string? Zone { get; init; }

    /// <summary>Whom to call, in the team's own words.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The name it had before, for the way back; empty when it was never renamed.</summary>
    public string PreviousName { get; init; } = "";

    /// <summary>When a person of the team last spoke with it; null when nobody has noted that.</summary>
    public Instant? LastContactAt { get; init; }

    public long Revision { get; init; } = 1;
}
