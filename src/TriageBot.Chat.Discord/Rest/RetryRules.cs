namespace TriageBot.Chat.Discord.Rest;

/// <summary>When a request is sent again.</summary>
internal static class RetryRules
{
    public const int MostAttempts = 5;

    /// <summary>How often in a row a request is sent again after a limit.</summary>
    public const int MostAfterLimits = 3;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongAfterLimits = TimeSpan.FromMinutes(2);

    /// <summary>How long to wait before the next attempt after one whose outcome nobody knows; null when there is to be none.</summary>
    /// <param name="attempt">1 for the first.</param>
    /// <param name="chance">0–1.</param>
    public static TimeSpan? AfterFailure(RestRequest request, int attempt, double chance) =>
        request.MayRepeat && attempt < MostAttempts ? First * Math.Pow(2, attempt - 1) * (0.5 + chance) : null;

    /// <summary>Each limit met counts as an invalid answer. One message, limited whenever it is tried, must not use up what all may have in ten minutes.</summary>
    public static TimeSpan AfterLimits(TimeSpan retryAfter) => retryAfter > LongAfterLimits ? retryAfter : LongAfterLimits;

    /// <summary>A limit ends at a certain moment; a little more than that lets clocks differ.</summary>
    public static TimeSpan AfterLimit(TimeSpan retryAfter, double chance) => retryAfter + TimeSpan.FromMilliseconds(5 + 45 * chance);
}
