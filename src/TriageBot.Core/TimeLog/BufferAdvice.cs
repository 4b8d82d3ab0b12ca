namespace TriageBot.Core.TimeLog;

/// <summary>How long the buffer should be (rule M4).</summary>
public static class BufferAdvice
{
    /// <summary>Working days looked back at.</summary>
    public const int Days = 20;

    private const int Step = 15;

    /// <summary>The 75th percentile (nearest rank), rounded up to 15 minutes; null without <see cref="Days"/> days to judge by.</summary>
    /// <param name="unplanned">Unplanned minutes of each of the last working days on which anything was logged, those without any as 0; in any order.</param>
    public static int? Recommend(IReadOnlyCollection<int> unplanned)
    {
        if (unplanned.Count < Days) return null;
        var rank = ((unplanned.Count * 3) + 3) / 4;
        var minutes = unplanned.Order().ElementAt(rank - 1);
        return (minutes + Step - 1) / Step * Step;
    }
}
