namespace TriageBot.Core.BreakGlass;

/// <summary>What an owner says afterwards about an interruption (rule H4). Names are stored.</summary>
public enum LaterVerdict
{
    CouldWait,
    CouldNotWait,
}

/// <summary>An interruption as a report sees it: a row.</summary>
public sealed record Interruption
{
    public long Number { get; init; }

    public string What { get; init; } = "";

    public string Customer { get; init; } = "";

    /// <summary>A safety word interrupted by itself: nobody judges that.</summary>
    public bool IsSafety { get; init; }

    /// <summary>Null while nobody has said.</summary>
    public LaterVerdict? Verdict { get; init; }
}
