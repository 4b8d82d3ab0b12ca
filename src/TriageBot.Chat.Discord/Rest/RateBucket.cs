namespace TriageBot.Chat.Discord.Rest;

/// <summary>
/// How many requests of one kind may still go. Discord's next window begins with the first request that reaches it after a reset, so only an answer tells how long it lasts and what
/// is left of it. Until then the limit is there once; after a refusal, when somebody else must have used it too, a single request.
/// </summary>
internal sealed class RateBucket
{
    /// <summary>By then every request that was let through is answered, or never will be.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);

    /// <summary>Who waits for such an answer looks again after this.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private Knowledge knowledge;
    private DateTimeOffset until;
    private int limit = 1;
    private int remaining;

    private enum Knowledge
    {
        /// <summary>An answer told of a window.</summary>
        Told,

        /// <summary>One request was too many.</summary>
        Refused,

        /// <summary>Requests are under way whose answers will tell.</summary>
        Asked,
    }

    public bool IsAsked => knowledge == Knowledge.Asked;

    /// <summary>Nothing is known any more.</summary>
    public bool IsOver(DateTimeOffset now) => until <= now;

    /// <returns>Zero when a request may go.</returns>
    public TimeSpan WaitAt(DateTimeOffset now)
    {
        if (IsOver(now) || remaining > 0) return TimeSpan.Zero;
        var wait = until - now;
        return IsAsked && wait > LookAgain ? LookAgain : wait;
    }

    public void Take(DateTimeOffset now)
    {
        if (IsOver(now)) (knowledge, until, remaining) = (Knowledge.Asked, now + LongestSilence, Math.Max(1, limit));
        remaining--;
    }

    /// <summary>A request was answered without a word on limits, or not at all: another goes in its place, for those who wait would wait in vain.</summary>
    public void GiveBack()
    {
        if (IsAsked) remaining++;
    }

    public void Told(LimitHeaders headers, DateTimeOffset now)
    {
        // Of a request sent before the refusal: it knows less.
        if (knowledge == Knowledge.Refused && !IsOver(now)) return;
        // Answers overtake each other, and more requests may be under way: within one window the least counts.
        remaining = IsOver(now) ? headers.Remaining : Math.Min(remaining + headers.Limit - limit, headers.Remaining);
        var reset = now + headers.ResetAfter;
        (knowledge, until, limit) = (Knowledge.Told, knowledge == Knowledge.Told && until > reset ? until : reset, headers.Limit);
    }

    /// <summary>One request was too many.</summary>
    public void Close(DateTimeOffset reset) => (knowledge, until, limit, remaining) = (Knowledge.Refused, !IsAsked && until > reset ? until : reset, 1, 0);
}
