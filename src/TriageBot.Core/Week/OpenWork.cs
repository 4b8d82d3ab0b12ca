namespace TriageBot.Core.Week;

/// <summary>Tasks that were open at one moment, with the same estimate and as many minutes spent on each: a count of rows.</summary>
public sealed record OpenWork
{
    /// <summary>Null for none.</summary>
    public int? EstimateMinutes { get; init; }

    public int Spent { get; init; }

    public int Count { get; init; }
}
