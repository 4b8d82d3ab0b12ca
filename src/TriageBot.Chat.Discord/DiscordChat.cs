namespace TriageBot.Chat.Discord;

/// <summary>The bot on Discord: a focused client of the gateway and the REST interface, and the adapter between them and the bot.</summary>
public sealed partial class DiscordChat : IChatPlatform, IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(5);
    private readonly DiscordOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly DiscordRest rest;
    private readonly GuildDirectory directory = new();
    private readonly MessageSender sender;
    private readonly ApplicationApi application;

    public DiscordChat(DiscordOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        logger = options.Logger;
        rest = new DiscordRest(options, clock);
        sender = new MessageSender(rest, directory, options.Threads, clock);
        application = new ApplicationApi(rest, clock);
    }

    public string Name => DiscordOptions.PlatformName;
    public ChatCapabilities Capabilities => CardRenderer.Capabilities;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(Outgoing outgoing, CancellationToken ct)
    {
        try
        {
            return await sender.SendAsync(outgoing, ct).ConfigureAwait(false);
        }
        catch (DiscordStoppedException)
        {
            return new SendOutcome.Later(TimeSpan.FromMinutes(10));
        }
    }

    /// <summary>Lives on Discord until it is stopped. Then it says goodbye, for at most 1 s, and what was begun by then is still answered, for at most 3 s.</summary>
    /// <exception cref="DiscordStoppedException">Discord does not serve this bot as it is set up.</exception>
    public async Task RunAsync(IChatBot bot, CancellationToken stop)
    {
        using var answering = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var guilds = new GuildEvents(bot, directory, logger);
        var responder = new Responder(bot, new InteractionApi(rest), sender, options, clock);
        var direct = new DirectTalk(bot, new Membership(rest, clock));
        var desk = new DispatchDesk(new DeskParts(bot, responder, direct, new Talk(bot, sender, direct), new Mentions(bot, sender), guilds, directory), logger, answering.Token);
        var takingIn = guilds.RunAsync(answering.Token);
        List<Task> running = [];
        try
        {
            var wait = await RegisterAsync(bot, attempt: 1, ending.Token).ConfigureAwait(false);
            var shards = await ShardsAsync(ending.Token).ConfigureAwait(false);
            running = [.. shards.Select(shard => shard.RunAsync(desk, ending.Token)), StoppedAsync(ending.Token), RegisterLaterAsync(bot, wait, ending.Token)];
            await (await Task.WhenAny(running).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to end.
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            // Whoever has said goodbye is shown offline at once, and nothing new comes in.
            await Task.WhenAll(running).WaitAsync(Farewell, TimeProvider.System, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await desk.IdleAsync().WaitAsync(LastAnswers, TimeProvider.System, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await answering.CancelAsync().ConfigureAwait(false);
            await takingIn.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => rest.Dispose();

    private async Task StoppedAsync(CancellationToken ct) => throw await rest.Stopped.WaitAsync(ct).ConfigureAwait(false);

    /// <summary>Discord may not answer, or take no commands for hours: it keeps trying, and everything else runs meanwhile. It ends only with the bot.</summary>
    /// <param name="wait">Null when nothing is left to do.</param>
    private async Task RegisterLaterAsync(IChatBot bot, TimeSpan? wait, CancellationToken ct)
    {
        for (var attempt = 2; wait is { } pause; attempt++)
        {
            await Task.Delay(pause, clock, ct).ConfigureAwait(false);
            wait = await RegisterAsync(bot, attempt, ct).ConfigureAwait(false);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, clock, ct).ConfigureAwait(false);
    }

    /// <returns>Null when nothing is left to do; otherwise how long to wait before the next attempt.</returns>
    private async Task<TimeSpan?> RegisterAsync(IChatBot bot, int attempt, CancellationToken ct)
    {
        try
        {
            var id = await application.IdAsync(ct).ConfigureAwait(false);
            return await new CommandRegistration(rest, logger).UpdateAsync(bot, id, ct).ConfigureAwait(false);
        }
        catch (Exception unknown) when (unknown is UnansweredException or JsonException)
        {
            if (attempt == 1) LogUnanswered(unknown.Message);
            return BetweenAttempts * Math.Min(attempt, 12);
        }
    }

    private async Task<IReadOnlyList<Shard>> ShardsAsync(CancellationToken ct)
    {
        var gate = new IdentifyGate(application.GatewayAsync, clock, logger);
        var range = options.Shards;
        while (range is null)
        {
            try
            {
                var count = Math.Max(1, (await gate.InfoAsync(ct).ConfigureAwait(false)).Shards);
                range = new ShardRange(0, count - 1, count);
            }
            catch (Exception unknown) when (unknown is UnansweredException or JsonException)
            {
                await Task.Delay(BetweenAttempts, clock, ct).ConfigureAwait(false);
            }
        }

        return [.. range.Ids.Select(id => new Shard(id, range.Count, options, gate, clock))];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord does not say which commands it has, and is asked again: {Why}")]
    private partial void LogUnanswered(string why);
}
