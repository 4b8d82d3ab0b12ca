using System.Globalization;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Requests that are allowed in a time, per bucket and over all. The real numbers are not published; these are near to what clients see.</summary>
internal sealed class RateLimits(EmulatorClock clock)
{
    private readonly Dictionary<string, (int Limit, TimeSpan Window)> rules = new(StringComparer.Ordinal)
    {
        ["messages.post"] = (5, TimeSpan.FromSeconds(5)),
        ["messages.edit"] = (5, TimeSpan.FromSeconds(5)),
        ["messages.delete"] = (5, TimeSpan.FromSeconds(1)),
        ["messages.get"] = (5, TimeSpan.FromSeconds(5)),
        ["webhooks"] = (5, TimeSpan.FromSeconds(2)),
        ["reactions"] = (1, TimeSpan.FromMilliseconds(250)),
        ["commands"] = (5, TimeSpan.FromSeconds(20)),
        ["direct"] = (10, TimeSpan.FromSeconds(10)),
        ["typing"] = (5, TimeSpan.FromSeconds(5)),
    };

    private readonly Dictionary<(string Bucket, string Major), (int Left, long Reset)> used = [];
    private (int Left, long Reset) global;

    /// <summary>Requests a second over all routes but those of interactions; 50 in the service.</summary>
    public int Global { get; set; } = 50;

    /// <summary>Off for measuring: nothing is limited, and headers are not sent.</summary>
    public bool IsOn { get; set; } = true;

    public void Set(string bucket, int limit, TimeSpan window)
    {
        rules[bucket] = (limit, window);
        foreach (var key in used.Keys.Where(key => key.Bucket == bucket).ToList()) used.Remove(key);
    }

    /// <summary>Counts a request.</summary>
    /// <returns>What is left after it, or how long to wait.</returns>
    public Allowance Take(Route route, string major)
    {
        if (!IsOn) return Allowance.Unlimited;
        var now = clock.Milliseconds;
        if (route.NeedsToken && !TakeGlobal(now, out var wait)) return new Allowance(null, 0, 0, 0, wait, IsGlobal: true);
        if (route.Bucket == "callback") return Allowance.Unlimited;
        var (limit, window) = rules.GetValueOrDefault(route.Bucket, (20, TimeSpan.FromSeconds(1)));
        var key = (route.Bucket, major);
        var (left, reset) = used.GetValueOrDefault(key);
        if (reset <= now) (left, reset) = (limit, now + (long)window.TotalMilliseconds);
        var isAllowed = left > 0;
        if (isAllowed) left--;
        used[key] = (left, reset);
        return new Allowance(Name(route.Bucket), limit, left, reset, isAllowed ? 0 : reset - now, IsGlobal: false) { Now = now };
    }

    private bool TakeGlobal(long now, out long wait)
    {
        if (global.Reset <= now) global = (Global, now + 1000);
        wait = global.Reset - now;
        if (global.Left <= 0) return false;
        global.Left--;
        return true;
    }

    /// <summary>Bucket names say nothing in the service, and they do not hold the major parameter.</summary>
    private static string Name(string bucket)
    {
        var sum = 14695981039346656037UL;
        foreach (var letter in bucket) sum = (sum ^ letter) * 1099511628211UL;
        return sum.ToString("x16", CultureInfo.InvariantCulture);
    }
}

/// <param name="Bucket">None when there are no headers to send.</param>
/// <param name="Reset">When the bucket is full again, in milliseconds since 1970.</param>
/// <param name="Wait">Milliseconds until it may be tried again; 0 when it was allowed.</param>
internal sealed record Allowance(string? Bucket, int Limit, int Left, long Reset, long Wait, bool IsGlobal)
{
    public static Allowance Unlimited { get; } = new(null, 0, 0, 0, 0, false);

    public long Now { get; init; }
}
