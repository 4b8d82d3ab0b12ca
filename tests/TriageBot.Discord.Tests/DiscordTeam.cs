using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using TriageBot.Chat.Discord;
using TriageBot.Clock;
using TriageBot.Core.Chat;
using TriageBot.Discord.Emulator.Client;
using TriageBot.Features;
using TriageBot.Settings;
using TriageBot.Simulate;
using TriageBot.Storage.Sqlite;
using TriageBot.Testing;

namespace TriageBot.Discord.Tests;

/// <summary>The whole bot in an emulated Discord server: real sockets, a real database file, a clock that flows from Friday 13 March 2026, 08:25 in Oslo.
/// Closing it fails the test on errors that were logged and on requests that Discord's documentation does not know.</summary>
public sealed class DiscordTeam : IAsyncDisposable
{
    public const string Boss = "boss";
    public const string Sam = "sam";
    public const string Kim = "kim";

    private readonly TemporaryFolder folder = TemporaryFolder.Make("triagebot-test");
    private readonly CancellationTokenSource stop = new();
    private readonly ErrorWatch errors = new();
    private SqliteDatabase? database;
    private ServiceProvider? services;
    private Task running = Task.CompletedTask;

    private DiscordTeam(DiscordEmulator emulator, FlowingTimeProvider clock)
    {
        Emulator = emulator;
        Clock = clock;
    }

    public DiscordEmulator Emulator { get; }

    public FlowingTimeProvider Clock { get; }

    public IReadOnlyCollection<string> Errors => errors.Entries;

    /// <summary>Ends when the bot leaves Discord, with the reason.</summary>
    public Task Running => running;

    public string DatabaseFile => Path.Combine(folder.Path, "triagebot.db");

    /// <summary>Set for tests in which something is meant to be logged as an error.</summary>
    public bool MayLogErrors { get; set; }

    /// <param name="prepare">What is to be there before the bot comes; the server Ops with boss, sam, kim and #team when nothing is said.</param>
    public static async Task<DiscordTeam> StartAsync(
        Func<DiscordEmulator, Task>? prepare = null, Func<DiscordOptions, DiscordOptions>? change = null, Func<IChatBot, IChatBot>? wrap = null, bool isReady = true)
    {
        var start = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse("2026-03-13 08:25").Value
            .InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Oslo"]).ToInstant();
        var emulator = await DiscordEmulator.StartAsync();
        await emulator.SetClockAsync(start.ToDateTimeOffset());
        await (prepare ?? OpsAsync)(emulator);
        var team = new DiscordTeam(emulator, new FlowingTimeProvider(start, TimeProvider.System, TimeZoneInfo.Utc));
        await team.StartBotAsync(change, wrap);
        if (isReady) await emulator.WaitLogAsync("identified", wait: 30_000);
        return team;
    }

    /// <summary>As usual, and boss is an owner.</summary>
    public static async Task<DiscordTeam> StartWithOwnerAsync(Func<DiscordOptions, DiscordOptions>? change = null)
    {
        var team = await StartAsync(change: change);
        await team.SlashAsync(Boss, "setup", new { owner = Boss });
        return team;
    }

    /// <summary>The bot has just the rights that an invitation asks for.</summary>
    public static Task<SeenGuild> OpsAsync(DiscordEmulator emulator) => emulator.AddGuildAsync("Ops", Boss, [Sam, Kim], ["team"], botPermissions: Chat.Discord.Workspaces.Permissions.Wanted);

    /// <summary>With its answer, also where a busy machine had it announced first.</summary>
    public async Task<SeenInteraction> SlashAsync(string who, string command, object? options = null, string channel = "team")
    {
        return await WholeAsync(await Emulator.SlashAsync(who, channel, command, options, wait: 30_000));
    }

    public async Task<SeenInteraction> PressAsync(string who, SeenMessage message, string control) =>
        await WholeAsync(await Emulator.PressAsync(who, message, control, wait: 30_000));

    public async Task<SeenInteraction> ChooseAsync(string who, SeenMessage message, string control, string value) =>
        await WholeAsync(await Emulator.ChooseAsync(who, message, control, [value], wait: 30_000));

    public async Task<SeenInteraction> SubmitAsync(SeenInteraction opener, object values) =>
        await WholeAsync(await Emulator.SubmitAsync(opener, values, wait: 30_000));

    /// <summary>Presses what opens a form, again where it was too late for one: then only a line can say that it is ready.</summary>
    public async Task<SeenInteraction> OpenAsync(string who, SeenMessage message, string control)
    {
        SeenInteraction pressed;
        do pressed = await PressAsync(who, message, control);
        while (pressed is { Modal: null, FollowUps: [.., var line] } && line.Text.Contains("is ready now", StringComparison.Ordinal));
        return pressed;
    }

    private async Task<SeenInteraction> WholeAsync(SeenInteraction answered)
    {
        const int DeferredMessage = 5;
        const int DeferredUpdate = 6;
        return answered.Answer is DeferredMessage or DeferredUpdate ? await Emulator.CompleteAsync(answered, 30_000) : answered;
    }

    /// <summary>What is due by then happens at once.</summary>
    public async Task MoveToAsync(string localTime)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        var time = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(localTime).Value;
        Clock.MoveTo((Clock.Now.InZone(zone).Date + time).InZoneStrictly(zone).ToInstant());
        await Emulator.SetClockAsync(Clock.Now.ToDateTimeOffset());
        Services.GetRequiredService<CycleSignal>().Wake();
    }

    public async Task MoveByAsync(Duration span)
    {
        Clock.MoveTo(Clock.Now + span);
        await Emulator.SetClockAsync(Clock.Now.ToDateTimeOffset());
        Services.GetRequiredService<CycleSignal>().Wake();
    }

    /// <summary>Ends when all that is due now was done and sent, also what the worker of the bot is just sending.</summary>
    public async Task SettleAsync()
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        do
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "Something is being sent for half a minute.");
            await Services.GetRequiredService<Cycle>().RunAsync(CancellationToken.None);
        }
        while (await database!.ReadAsync(db => db.SingleAsync<int>("select count(*) from outbox where state = 'sending'"), CancellationToken.None) > 0);
    }

    /// <summary>Every control, form and command that the bot answers.</summary>
    public FeatureMap Map => Services.GetRequiredService<FeatureMap>();

    public async ValueTask DisposeAsync()
    {
        var violations = await Emulator.ViolationsAsync();
        await StopBotAsync();
        await Emulator.DisposeAsync();
        folder.Dispose();
        stop.Dispose();
        Assert.Empty(violations);
        if (!MayLogErrors) Assert.Empty(errors.Entries);
    }

    public async Task StopBotAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (services is not null)
        {
            foreach (var worker in services.GetServices<IHostedService>()) await worker.StopAsync(CancellationToken.None);
            await services.DisposeAsync();
        }

        if (database is not null) await database.DisposeAsync();
        (services, database) = (null, null);
    }

    private ServiceProvider Services => services ?? throw new InvalidOperationException("The bot is stopped.");

    private async Task StartBotAsync(Func<DiscordOptions, DiscordOptions>? change, Func<IChatBot, IChatBot>? wrap)
    {
        var usual = new DiscordOptions(Emulator.Token) { ApiUrl = Emulator.ApiUrl, Logger = errors.CreateLogger("Discord") };
        var discord = new DiscordChat(change?.Invoke(usual) ?? usual, Clock);
        database = Composition.OpenDatabase(DatabaseFile, Clock);
        var options = new TriageBotOptions { Team = new TeamOptions { Zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"] } };
        services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(errors)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddBot(options, Clock, database, discord)
            .AddHostedService<CycleWorker>()
            .BuildServiceProvider();
        foreach (var worker in services.GetServices<IHostedService>()) await worker.StartAsync(CancellationToken.None);
        var bot = services.GetRequiredService<IChatBot>();
        running = discord.RunAsync(wrap?.Invoke(bot) ?? bot, stop.Token);
    }
}
