namespace TriageBot.Chat.Discord.Gateway;

/// <summary>What Discord says about connecting: where, how many shards, and how many sessions may still be begun.</summary>
/// <param name="Remaining">Sessions that may be begun until <paramref name="ResetAt"/>. Beginning more would reset the bot's token.</param>
/// <param name="Concurrency">How many may be begun within 5 s, one of each shard number modulo this.</param>
internal sealed record GatewayInfo(Uri Url, int Shards, int Remaining, DateTimeOffset ResetAt, int Concurrency);

/// <summary>Lets shards begin sessions one after the other, as fast as Discord allows.</summary>
/// <param name="ask">Asks Discord.</param>
internal sealed partial class IdentifyGate(Func<CancellationToken, Task<GatewayInfo>> ask, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<int, DateTimeOffset> freeAt = [];
    private GatewayInfo? known;

    /// <summary>Where a new session begins. Asked once: the address does not change, and asking is limited.</summary>
    public async Task<GatewayInfo> InfoAsync(CancellationToken ct) => known ??= await ask(ct).ConfigureAwait(false);

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
        var info = await InfoAsync(ct).ConfigureAwait(false);
        if (info.Remaining <= 0) info = await ask(ct).ConfigureAwait(false);
        while (info.Remaining <= 0)
        {
            LogNoSessionsLeft(info.ResetAt);
            var wait = info.ResetAt - clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : Spacing, clock, ct).ConfigureAwait(false);
            info = await ask(ct).ConfigureAwait(false);
        }

        known = info;
        return info;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord lets this bot begin no new session before {ResetAt}; it waits, because one more would reset the token")]
    private partial void LogNoSessionsLeft(DateTimeOffset resetAt);
}
