namespace TriageBot.Core.Agenda;

/// <summary>What a finished task was thought to take, and what it took.</summary>
public readonly record struct FinishedWork(int EstimateMinutes, int ActualMinutes);

/// <summary>How estimates are read (rules A3, A4).</summary>
public static class Estimates
{
    /// <summary>A task without an estimate counts so many minutes, and shows a question mark.</summary>
    public const int Unknown = 30;

    /// <summary>So many of the last finished tasks tell how much longer things take.</summary>
    public const int Considered = 60;

    private const int Fewest = 10;
    private const int LongestActual = 8 * 60;
    private const decimal Least = 0.8m;
    private const decimal Most = 2.0m;

    /// <summary>What is left of a task; what has been logged beyond its estimate leaves nothing.</summary>
    /// <param name="estimate">Null for none.</param>
    public static int Remaining(int? estimate, int spent) => Math.Max(0, (estimate ?? Unknown) - spent);

    /// <summary>The minutes that some planned minutes will really take, rounded up.</summary>
    /// <param name="factor">k of rule A4.</param>
    public static int Need(int planned, decimal factor) => (int)Math.Ceiling(planned * factor);

    /// <summary>k of rule A4, to two decimals: the agenda prints all of it, so that whoever reckons after it gets the same need.</summary>
    /// <param name="finished">The last finished tasks that have both; at most <see cref="Considered"/>.</param>
    public static decimal Factor(IReadOnlyCollection<FinishedWork> finished)
    {
        var estimated = finished.Sum(work => (long)work.EstimateMinutes);
        if (finished.Count < Fewest || estimated == 0) return 1.0m;
        var ratio = (decimal)finished.Sum(work => (long)Math.Min(work.ActualMinutes, LongestActual)) / estimated;
        return Math.Round(Math.Clamp(ratio, Least, Most), 2, MidpointRounding.AwayFromZero);
    }
}
