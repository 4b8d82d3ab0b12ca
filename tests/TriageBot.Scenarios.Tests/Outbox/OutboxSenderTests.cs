using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using TriageBot.Clock;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Core.Workspaces;
using TriageBot.Features;
using TriageBot.Features.Outbox;
using TriageBot.Features.Workspaces;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Outbox;

/// <summary>What people find in a place while a platform fails, hangs or is not there at all; on a database of its own, without a bot that speaks.</summary>
public sealed class OutboxSenderTests : IAsyncDisposable
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 3, 13, 10, 0);
    private static readonly Workspace Team = In("near", "team");
    private static readonly Workspace Others = In("far", "others");

    private readonly OwnDatabase database = new(Ten);
    private readonly ManualTimeProvider clock = new(Ten);
    private readonly Warnings warnings = new();

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Messages_to_one_place_appear_in_the_order_in_which_they_were_written_when_one_fails_at_first(int placesAtOnce)
    {
        var failures = 2;
        var near = new Place("near", (text, _) => text == "one" && failures-- > 0 ? throw new IOException("502") : Task.CompletedTask) { PlacesAtOnce = placesAtOnce };
        await using var bot = await BotAsync(near);
        await PostAsync(bot, Team, "one");
        await PostAsync(bot, Team, "two");
        await PostAsync(bot, Team, "elsewhere", "support");

        await CycleAsync(bot);
        await PostAsync(bot, Team, "three");
        await CycleAsync(bot);
        // The second pause is longer than a second: this one is due before those it stands behind.
        await PostAsync(bot, Team, "four");
        await CycleAsync(bot);

        Assert.Equal(["elsewhere"], near.Sent);
        for (var second = 0; second < 5; second++) await CycleAsync(bot);
        Assert.Equal(["elsewhere", "one", "two", "three", "four"], near.Sent);
    }

    [Fact]
    public async Task The_pass_after_a_failure_comes_when_the_failed_message_is_due_and_not_before()
    {
        var near = new Place("near", (text, _) => throw new IOException(text));
        await using var bot = await BotAsync(near);
        await PostAsync(bot, Team, "one");
        await bot.GetRequiredService<Cycle>().RunAsync(CancellationToken.None);
        await PostAsync(bot, Team, "two");

        Assert.True(await bot.GetRequiredService<Cycle>().RunAsync(CancellationToken.None) > clock.Now);
    }

    [Fact]
    public async Task A_message_that_was_given_back_behind_another_counts_as_never_tried()
    {
        var tried = new List<Outgoing>();
        var near = new Place("near", (text, _) => text == "one" && tried.Count == 1 ? throw new IOException("502") : Task.CompletedTask) { Tried = tried };
        await using var bot = await BotAsync(near);
        await PostAsync(bot, Team, "one");
        await PostAsync(bot, Team, "two");

        for (var second = 0; second < 5; second++) await CycleAsync(bot);

        Assert.Equal(["one", "one", "two"], tried.Select(outgoing => outgoing.Card.Text.ToPlainText()));
        Assert.Null(tried[2].FirstTriedAt);
    }

    [Fact]
    public async Task What_waits_for_a_platform_that_is_not_set_up_this_time_is_sent_when_it_is()
    {
        await using (var without = await BotAsync())
        {
            await PostAsync(without, Team, "your answer is promised for 11:00");
            await PostAsync(without, Team, "and another");
            Assert.Equal(clock.Now + Duration.FromMinutes(10), await without.GetRequiredService<Cycle>().RunAsync(CancellationToken.None));
            clock.MoveTo(clock.Now + Duration.FromMinutes(10));
        }

        Assert.Contains("near", Assert.Single(warnings.Lines), StringComparison.Ordinal);
        var near = new Place("near");
        await using var bot = await BotAsync(near);
        await CycleAsync(bot);

        Assert.Equal(["your answer is promised for 11:00", "and another"], near.Sent);
        Assert.Single(warnings.Lines);
    }

    [Fact]
    public async Task A_platform_that_hangs_holds_up_no_other()
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var far = new Place("far", (_, ct) => there.Task.WaitAsync(ct));
        var near = new Place("near", (_, _) =>
        {
            there.TrySetResult();
            return Task.CompletedTask;
        });
        await using var bot = await BotAsync(far, near);
        await PostAsync(bot, Others, "slow");
        await PostAsync(bot, Team, "quick");

        // Sent one after the other, the first would wait for ever.
        await CycleAsync(bot).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(["slow", "quick"], [.. far.Sent, .. near.Sent]);
    }

    [Fact]
    public async Task A_pass_over_a_slow_place_ends_after_ten_seconds_and_the_next_goes_on_where_it_ended()
    {
        var near = new Place("near", (_, _) =>
        {
            clock.MoveTo(clock.Now + Duration.FromSeconds(6));
            return Task.CompletedTask;
        });
        await using var bot = await BotAsync(near);
        string[] texts = ["one", "two", "three", "four"];
        foreach (var text in texts) await PostAsync(bot, Team, text);
        var sender = bot.GetRequiredService<OutboxSender>();

        Assert.True(await sender.SendAsync(clock.Now, CancellationToken.None));
        Assert.Equal(["one", "two"], near.Sent);

        Assert.True(await sender.SendAsync(clock.Now, CancellationToken.None));
        Assert.Equal(texts, near.Sent);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static Workspace In(string platform, string id) => new() { Id = new WorkspaceId(id), Platform = platform, Name = id, Zone = "UTC", DayStart = new LocalTime(4, 0) };

    /// <summary>A bot as it starts on this database, in the teams whose messages wait there.</summary>
    private async Task<ServiceProvider> BotAsync(params Place[] platforms)
    {
        var (texts, _) = ReplyTexts.Check(new Dictionary<string, string>(), []);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddSingleton(database.Database).AddSingleton(texts ?? throw new InvalidOperationException("No sentences are needed here."));
        services.AddSingleton<ILoggerFactory>(warnings).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        foreach (var platform in platforms) services.AddSingleton<IChatPlatform>(platform);
        var bot = services.AddTriageBot(new BotSettings(TeamDefaults.In(DateTimeZone.Utc), HoldSettings.Standard)).BuildServiceProvider();
        var store = bot.GetRequiredService<WorkspaceStore>();
        foreach (var team in platforms.Any(platform => platform.Name == Others.Platform) ? [Team, Others] : new[] { Team })
        {
            await database.WriteAsync(async db =>
            {
                if (await store.FindAsync(db, team.Id) is null) await store.InsertAsync(db, team, Ten);
            });
        }

        return bot;
    }

    private async Task PostAsync(IServiceProvider bot, Workspace team, string text, string channel = "general")
    {
        var outbox = bot.GetRequiredService<OutboxStore>();
        await database.WriteAsync(db => outbox.PostAsync(new UnitOfWork(db, team, clock.Now), new Destination.Channel(channel), new Card(RichText.Plain(text))));
        clock.MoveTo(clock.Now + Duration.FromMilliseconds(1));
    }

    private async Task CycleAsync(IServiceProvider bot)
    {
        await bot.GetRequiredService<Cycle>().RunAsync(CancellationToken.None);
        clock.MoveTo(clock.Now + Duration.FromSeconds(1));
    }

    /// <param name="delivers">What happens on the way of a text; at once and always, unless said otherwise.</param>
    private sealed class Place(string name, Func<string, CancellationToken, Task>? delivers = null) : IChatPlatform
    {
        public string Name => name;

        public int PlacesAtOnce { get; init; } = 1;

        public ChatCapabilities Capabilities => ChatCapabilities.Roomy with { PlacesAtOnce = PlacesAtOnce };

        public List<string> Sent { get; } = [];

        public List<Outgoing> Tried { get; init; } = [];

        public async Task<SendOutcome> SendAsync(Outgoing outgoing, CancellationToken ct)
        {
            lock (Tried) Tried.Add(outgoing);
            var text = outgoing.Card.Text.ToPlainText();
            if (delivers is not null) await delivers(text, ct);
            lock (Sent) Sent.Add(text);
            return new SendOutcome.Sent(outgoing.Key);
        }
    }

    /// <summary>What is logged as a warning about a platform; that a message failed is what these tests make happen.</summary>
    private sealed class Warnings : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Everything is kept here already.");

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && exception is null) Lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
            // Holds nothing but lines.
        }
    }
}
