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
    private readonly Dictionary<string, Bucket> buckets = [];
    private readonly Queue<DateTimeOffset> lastSecond = [];
    private DateTimeOffset closedUntil;

    /// <summary>Zero when the request may go now: it then counts. Otherwise how long to wait before asking again.</summary>
    public TimeSpan Enter(RestRequest request, DateTimeOffset now)
    {
        lock (gate)
        {
            var bucket = Find(request);
            if (bucket is { Remaining: <= 0 } && bucket.ResetAt > now) return bucket.ResetAt - now;
            if (request.IsInteraction) return TimeSpan.Zero;
            if (closedUntil > now) return closedUntil - now;
            while (lastSecond.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1)) lastSecond.Dequeue();
            if (lastSecond.Count >= MostInOneSecond) return lastSecond.Peek() + TimeSpan.FromSeconds(1) - now;

            lastSecond.Enqueue(now);
            if (bucket is not null) bucket.Take(now);
            return TimeSpan.Zero;
        }
    }

    public void Answered(RestRequest request, LimitHeaders headers, DateTimeOffset now)
    {
        if (headers.Bucket is not { } id || request.IsInteraction) return;
        lock (gate)
        {
            bucketOfRoute[Route(request)] = id;
            if (buckets.Count >= BucketsBeforeTidying) Tidy(now);
            var key = Key(id, request);
            if (!buckets.TryGetValue(key, out var bucket)) buckets[key] = bucket = new Bucket { Remaining = headers.Limit };
            bucket.Told(headers, now);
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
                closedUntil = now + retryAfter;
                return;
            }

            var id = bucketOfRoute.GetValueOrDefault(Route(request)) ?? (bucketOfRoute[Route(request)] = Route(request));
            buckets[Key(id, request)] = new Bucket { Remaining = 0, Limit = 1, ResetAt = now + retryAfter };
        }
    }

    private Bucket? Find(RestRequest request) =>
        bucketOfRoute.TryGetValue(Route(request), out var id) ? buckets.GetValueOrDefault(Key(id, request)) : null;

    private void Tidy(DateTimeOffset now)
    {
        foreach (var key in buckets.Where(bucket => bucket.Value.ResetAt <= now).Select(bucket => bucket.Key).ToList()) buckets.Remove(key);
    }

    private static string Route(RestRequest request) => request.ToString();

    private static string Key(string bucket, RestRequest request) => $"{bucket}/{request.MajorKey}";

    private sealed class Bucket
    {
        public int Remaining { get; set; }
        public int Limit { get; set; } = 1;
        public DateTimeOffset ResetAt { get; set; }

        public void Take(DateTimeOffset now)
        {
            // After a reset the whole limit is there again, until an answer says how long this window lasts.
            if (ResetAt <= now && Remaining <= 0) Remaining = Math.Max(1, Limit);
            Remaining--;
        }

        public void Told(LimitHeaders headers, DateTimeOffset now)
        {
            // Answers overtake each other: within one window the least counts.
            var isSameWindow = ResetAt > now;
            Remaining = isSameWindow ? Math.Min(Remaining, headers.Remaining) : headers.Remaining;
            Limit = headers.Limit;
            ResetAt = isSameWindow && ResetAt > now + headers.ResetAfter ? ResetAt : now + headers.ResetAfter;
        }
    }
}
