using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TriageBot.Chat.Discord;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests;

/// <summary>The adapter alone between an emulated Discord and a scripted bot, with everything it logged.</summary>
public sealed class BareBot : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Notes notes = new();

    private BareBot(DiscordEmulator emulator, Func<DiscordOptions, DiscordOptions>? change, TimeProvider? clock)
    {
        Emulator = emulator;
        var usual = new DiscordOptions(emulator.Token) { ApiUrl = emulator.ApiUrl, Logger = notes };
        Chat = new DiscordChat(change?.Invoke(usual) ?? usual, clock ?? TimeProvider.System);
        Running = Chat.RunAsync(Bot, stop.Token);
    }

    public DiscordEmulator Emulator { get; }

    public ScriptedBot Bot { get; } = new();

    public DiscordChat Chat { get; }

    /// <summary>Ends when the bot leaves Discord.</summary>
    public Task Running { get; }

    public string Log => string.Join('\n', notes.Lines);

    /// <summary>A server of this test alone in a shared emulator, and the bot in it.</summary>
    public static async Task<BareBot> StartAsync(DiscordEmulator emulator, Func<DiscordOptions, DiscordOptions>? change = null, bool isReady = true, TimeProvider? clock = null)
    {
        var seen = (await emulator.LogAsync()).Count;
        var bot = new BareBot(emulator, change, clock);
        if (!isReady) return bot;
        await emulator.WaitLogAsync("identified", after: seen, wait: 60_000);
        // A connection that broke before the session was known could not take it up again.
        await bot.Bot.IsPresent.WaitAsync(TimeSpan.FromMinutes(1));
        return bot;
    }

    public Task<SeenInteraction> UrgentAsync(string what, string who = "sam", int wait = 30_000) =>
        Emulator.SlashAsync(who, "team", "urgent", new { what }, wait);

    public Task LoggedAsync(string text) => UntilAsync(() => Log.Contains(text, StringComparison.Ordinal), $"“{text}” in the log");

    /// <summary>Looks again after each round trip to the emulator, at most for half a minute.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), $"Missing: {what}. The log:\n{Log}");
            await Emulator.LogAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Chat.Dispose();
        stop.Dispose();
    }

    private sealed class Notes : ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}

/// <summary>One emulated Discord for the tests of a class, with the server Ops: boss, sam, kim and #team.</summary>
public sealed class SharedDiscord : IAsyncLifetime
{
    private DiscordEmulator? emulator;
    private SeenGuild? ops;

    public DiscordEmulator Emulator => emulator ?? throw new InvalidOperationException("It has not started.");

    public async ValueTask InitializeAsync()
    {
        emulator = await DiscordEmulator.StartAsync();
        await emulator.SayAsync("door", new { identifyWindow = 0 });
        // Many bots begin here one after the other; limits have tests of their own.
        await emulator.SayAsync("limits", new { isOn = false });
        ops = await DiscordTeam.OpsAsync(emulator);
    }

    public Task<SeenGuild> OpsAsync() => Task.FromResult(ops ?? throw new InvalidOperationException("It has not started."));

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
