namespace TriageBot.Chat.Discord.Rest;

/// <summary>What Discord said about its limits with an answer (protocol reference, section A2).</summary>
/// <param name="Bucket">Shared by similar routes; null when the route has no limit.</param>
internal sealed record LimitHeaders(string? Bucket, int Limit, int Remaining, TimeSpan ResetAfter)
{
    public static LimitHeaders None { get; } = new(null, 0, 0, TimeSpan.Zero);
}

/// <summary>Keeps requests within what Discord has said about its limits, so that they are hardly ever refused. Thread-safe; knows no clock.</summary>
internal sealed class RateLimits
{
    /// <summary>For one bot over all routes, unless Discord says otherwise.</summary>
    private const int MostInOneSecond = 50;
    private const int BucketsBeforeTidying = 1000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> bucketOfRoute = [];
    private readonly Dictionary<string, RateBucket> buckets = [];
    private readonly Queue<DateTimeOffset> lastSecond = [];
    private DateTimeOffset closedUntil;

    /// <summary>Zero when the request may go now: it then counts. Otherwise how long to wait before asking again.</summary>
    public TimeSpan Enter(RestRequest request, DateTimeOffset now)
    {
        lock (gate)
        {
            var bucket = Find(request);
            if (bucket?.WaitAt(now) is { } full && full > TimeSpan.Zero) return full;
            if (request.IsInteraction) return TimeSpan.Zero;
            if (closedUntil > now) return closedUntil - now;
            while (lastSecond.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1)) lastSecond.Dequeue();
            if (lastSecond.Count >= MostInOneSecond) return lastSecond.Peek() + TimeSpan.FromSeconds(1) - now;

            lastSecond.Enqueue(now);
            bucket?.Take(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>To be called after each request that was let through.</summary>
    /// <param name="headers">Null when it got no answer, or was not sent after all.</param>
    public void Answered(RestRequest request, LimitHeaders? headers, DateTimeOffset now)
    {
        if (request.IsInteraction) return;
        lock (gate)
        {
            if (headers?.Bucket is not { } id)
            {
                var known = Find(request);
                // One that was made up for a refusal is of no use any more.
                if (headers is not null && known is { IsAsked: true } && bucketOfRoute[Route(request)] == Route(request)) buckets.Remove(Key(Route(request), request));
                known?.GiveBack();
                return;
            }

            bucketOfRoute[Route(request)] = id;
            if (buckets.Count >= BucketsBeforeTidying) Tidy(now);
            BucketOf(id, request).Told(headers, now);
        }
    }

    /// <summary>Refused for being too many: nothing more goes the same way before that time.</summary>
    /// <param name="isGlobal">For all routes of this bot.</param>
    public void Exceeded(RestRequest request, TimeSpan retryAfter, bool isGlobal, DateTimeOffset now)
    {
        lock (gate)
        {
            if (isGlobal)
            {
                closedUntil = Later(closedUntil, now + retryAfter);
                return;
            }

            var id = bucketOfRoute.GetValueOrDefault(Route(request)) ?? (bucketOfRoute[Route(request)] = Route(request));
            BucketOf(id, request).Close(now + retryAfter);
        }
    }

    private RateBucket? Find(RestRequest request) =>
        bucketOfRoute.TryGetValue(Route(request), out var id) ? buckets.GetValueOrDefault(Key(id, request)) : null;

    private RateBucket BucketOf(string id, RestRequest request) =>
        buckets.TryGetValue(Key(id, request), out var bucket) ? bucket : buckets[Key(id, request)] = new RateBucket();

    private void Tidy(DateTimeOffset now)
    {
        foreach (var key in buckets.Where(bucket => bucket.Value.IsOver(now)).Select(bucket => bucket.Key).ToList()) buckets.Remove(key);
    }

    private static string Route(RestRequest request) => request.ToString();

    private static string Key(string bucket, RestRequest request) => $"{bucket}/{request.MajorKey}";

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
