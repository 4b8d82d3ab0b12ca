namespace TriageBot.Chat.Discord.Gateway;

/// <summary>What Discord says about connecting: where, how many shards, and how many sessions may still be begun.</summary>
/// <param name="Remaining">Sessions that may be begun until <paramref name="ResetAt"/>. Beginning more would reset the bot's token.</param>
/// <param name="Concurrency">How many may be begun within 5 s, one of each shard number modulo this.</param>
internal sealed record GatewayInfo(Uri Url, int Shards, int Remaining, DateTimeOffset ResetAt, int Concurrency);

/// <summary>Lets shards begin sessions one after the other, as fast as Discord allows.</summary>
/// <param name="ask">Asks Discord.</param>
internal sealed partial class IdentifyGate(Func<CancellationToken, Task<GatewayInfo>> ask, TimeProvider clock, ILogger logger)
{
    /// <summary>Discord's 5 s, and something for the second being faster on its way than the first.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.5);

    /// <summary>Other programs with the same token begin sessions too, and each day all may be begun again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<int, DateTimeOffset> freeAt = [];
    private GatewayInfo? known;
    private DateTimeOffset knownAt;

    /// <summary>Where a new session begins. What is known is good enough for that: the address does not change, and asking is limited.</summary>
    public async Task<GatewayInfo> InfoAsync(CancellationToken ct) => known ?? await AskAsync(ct).ConfigureAwait(false);

    /// <summary>Ends when this shard may identify itself. It counts from then on.</summary>
    public async Task EnterAsync(int shard, CancellationToken ct)
    {
        await turn.WaitAsync(ct).ConfigureAwait(false);
        TimeSpan wait;
        try
        {
            var info = await WithSessionsLeftAsync(ct).ConfigureAwait(false);
            var bucket = shard % Math.Max(1, info.Concurrency);
            var now = clock.GetUtcNow();
            var at = freeAt.GetValueOrDefault(bucket) is var free && free > now ? free : now;
            freeAt[bucket] = at + Spacing;
            known = info with { Remaining = info.Remaining - 1 };
            wait = at - now;
        }
        finally
        {
            turn.Release();
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, ct).ConfigureAwait(false);
    }

    private async Task<GatewayInfo> WithSessionsLeftAsync(CancellationToken ct)
    {
        if (known is { Remaining: > 0 } fresh && clock.GetUtcNow() - knownAt < Fresh) return fresh;
        var info = await AskAsync(ct).ConfigureAwait(false);
        while (info.Remaining <= 0)
        {
            LogNoSessionsLeft(info.ResetAt);
            var wait = info.ResetAt - clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : Spacing, clock, ct).ConfigureAwait(false);
            info = await AskAsync(ct).ConfigureAwait(false);
        }

        return info;
    }

    private async Task<GatewayInfo> AskAsync(CancellationToken ct)
    {
        var info = await ask(ct).ConfigureAwait(false);
        knownAt = clock.GetUtcNow();
        return known = info;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord lets this bot begin no new session before {ResetAt}; it waits, because one more would reset the token")]
    private partial void LogNoSessionsLeft(DateTimeOffset resetAt);
}
