using TriageBot.Chat.Discord;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Faults;

/// <summary>What goes wrong between the bot and the gateway, and that people notice nothing of it.</summary>
public sealed class GatewayFaultTests(SharedDiscord discord) : IClassFixture<SharedDiscord>
{
    private DiscordEmulator Emulator => discord.Emulator;

    [Fact]
    public async Task A_heartbeat_that_nobody_acknowledges_ends_the_connection_and_the_session_goes_on()
    {
        await Emulator.SetDoorAsync(new { heartbeatInterval = 300, acknowledges = false, mindsHeartbeats = false });
        await using var bot = await BareBot.StartAsync(Emulator);
        var left = await Emulator.WaitLogAsync("left with 4000", after: await LinesAsync() - 1, wait: 30_000);
        await Emulator.SetDoorAsync(new { heartbeatInterval = 41_250, acknowledges = true, mindsHeartbeats = true });

        await Emulator.WaitLogAsync("resumed", after: left, wait: 30_000);
        await WorksAsync(bot);
    }

    [Fact]
    public async Task A_heartbeat_asked_for_is_sent_at_once_and_carries_the_number_of_the_last_event()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var before = await HeartbeatsAsync();
        var number = (long)(await SessionAsync())["sequence"]!;

        await Emulator.SendAsync(1);
        await WorksAsync(bot);

        Assert.Equal(before + 1, await HeartbeatsAsync());
        Assert.Equal(number, (long?)(await SessionAsync())["heartbeatNumber"]);
    }

    [Fact]
    public async Task The_first_heartbeat_comes_at_a_random_moment_of_the_interval()
    {
        // Longer than anything else that the bot waits for, so that its timers are known by it.
        var interval = TimeSpan.FromDays(10);
        var clock = new NotingClock();
        await Emulator.SetDoorAsync(new { heartbeatInterval = interval.TotalMilliseconds, mindsHeartbeats = false });
        await using var bot = await BareBot.StartAsync(Emulator, clock: clock);
        for (var i = 0; i < 3; i++) await ReconnectsAsync(() => Emulator.DropAsync(), "resumed");
        await Emulator.SetDoorAsync(new { heartbeatInterval = 41_250, mindsHeartbeats = true });

        var first = clock.Timers.Where(timer => timer > TimeSpan.FromHours(1)).ToList();
        Assert.All(first, timer => Assert.True(timer < interval));
        Assert.True(first.Distinct().Count() > 1);
    }

    [Theory]
    [InlineData("op7")]
    [InlineData("drop")]
    [InlineData("4000")]
    public async Task A_connection_that_ends_before_it_began_is_made_again(string insteadOfHello)
    {
        await Emulator.SetDoorAsync(new { insteadOfHello = new[] { insteadOfHello } });
        await using var bot = await BareBot.StartAsync(Emulator);
        await WorksAsync(bot);
    }

    [Fact]
    public async Task A_gateway_that_asks_for_a_new_connection_gets_one_and_the_session_goes_on()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await ReconnectsAsync(() => Emulator.SendAsync(7), "resumed");
        await WorksAsync(bot);
    }

    [Fact]
    public async Task A_session_that_is_refused_for_now_is_taken_up_on_the_next_connection()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.SetDoorAsync(new { resumeRefusals = new[] { "true" } });
        await ReconnectsAsync(() => Emulator.DropAsync(), "resumed");
        await WorksAsync(bot);
    }

    [Fact]
    public async Task A_session_that_is_gone_is_replaced_by_a_new_one()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.SayAsync("session-end");
        await ReconnectsAsync(() => Emulator.DropAsync(), "identified");
        await WorksAsync(bot);
    }

    [Theory]
    [InlineData(4000, "resumed")]
    [InlineData(4001, "resumed")]
    [InlineData(4002, "resumed")]
    [InlineData(4003, "identified")]
    [InlineData(4005, "identified")]
    [InlineData(4007, "identified")]
    [InlineData(4008, "identified")]
    [InlineData(4009, "identified")]
    [InlineData(4999, "resumed")]
    [InlineData(1000, "identified")]
    [InlineData(1001, "resumed")]
    public async Task Each_close_code_leads_to_what_it_means(int code, string next)
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await ReconnectsAsync(() => Emulator.CloseAsync(code), next);
        await WorksAsync(bot);
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "shards")]
    [InlineData(4011, "too many servers")]
    [InlineData(4012, "newer TriageBot")]
    [InlineData(4013, "newer TriageBot")]
    [InlineData(4014, "intent")]
    public async Task A_close_code_after_which_nothing_helps_stops_the_bot_with_a_sentence(int code, string named)
    {
        await Emulator.SetDoorAsync(new { identifyCloses = new[] { code } });
        var identified = await LinesAsync();
        await using var bot = await BareBot.StartAsync(Emulator, isReady: false);

        var stopped = await Assert.ThrowsAsync<DiscordStoppedException>(() => bot.Running.WaitAsync(TimeSpan.FromSeconds(60)));

        Assert.Contains(named, stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((await Emulator.LogAsync()).Skip(identified), line => line.Contains("identified", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_taken_up_and_nothing_said_meanwhile_is_lost()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var seen = await LinesAsync();
        await Emulator.DropAsync();
        var said = await bot.UrgentAsync("said while nobody listened");
        await Emulator.WaitLogAsync("resumed", after: seen, wait: 30_000);

        Assert.Equal(4, said.Answer);
        Assert.Contains("said while nobody listened", said.Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_is_stopped_says_goodbye_on_every_shard_so_that_it_is_shown_offline_at_once()
    {
        await ForgetLoginsAsync();
        await Emulator.SetDoorAsync(new { shards = 2, concurrency = 2 });
        var seen = await LinesAsync();
        await using (await BareBot.StartAsync(Emulator))
        {
            foreach (var shard in new[] { "0/2", "1/2" }) await Emulator.WaitLogAsync($"identified {shard}", after: seen, wait: 60_000);
            seen = await LinesAsync();
        }

        await Emulator.SetDoorAsync(new { shards = 1, concurrency = 1 });
        var looked = seen;
        while (await LeftAsync() is { Count: < 2 }) looked = await Emulator.WaitLogAsync("left with", after: looked, wait: 30_000);
        Assert.Equal(["left with 1000", "left with 1000"], await LeftAsync());

        async Task<List<string>> LeftAsync() => [.. (await Emulator.LogAsync()).Skip(seen).Where(line => line.StartsWith("left with", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Messages_in_two_frames_are_put_together()
    {
        await Emulator.SetDoorAsync(new { splitsFrames = true });
        await using var bot = await BareBot.StartAsync(Emulator);
        await WorksAsync(bot);
        await Emulator.SetDoorAsync(new { splitsFrames = false });
    }

    [Fact]
    public async Task A_server_of_three_megabytes_is_taken_in()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.SayAsync("guilds", new { count = 1, name = "huge", owner = "boss", channels = 450, topic = 6500 });
        await WorksAsync(bot);
        await Emulator.SendAsync(1);
        var huge = await SeenAsync(bot, "huge 1");

        Assert.Equal(451, huge.Channels.Count);
        await Emulator.SayAsync("bot-leaves", new { guild = "huge 1" });
    }

    [Fact]
    public async Task A_dispatch_that_comes_twice_is_handled_once()
    {
        await Emulator.SetDoorAsync(new { copies = 2 });
        await using var bot = await BareBot.StartAsync(Emulator);
        await WorksAsync(bot);
        await Emulator.SetDoorAsync(new { copies = 1 });
        await WorksAsync(bot);

        Assert.Equal(bot.Bot.Handled.Count, bot.Bot.Handled.Select(incoming => incoming.EventId).Distinct().Count());
        Assert.Equal(2, bot.Bot.Handled.Count);
    }

    [Fact]
    public async Task Events_and_fields_that_nobody_knows_change_nothing()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.SayAsync("dispatch", new { name = "NOBODY_KNOWS_THIS", d = new { deep = new[] { new { down = 1 } } } });
        await Emulator.SendAsync(77, System.Text.Json.Nodes.JsonValue.Create("what"));
        await Emulator.SayAsync("gateway-raw", new { text = """{"op":11,"d":null,"later":{"a":[1,2,{"b":null}]},"s":null,"t":null}""" });
        await Emulator.SayAsync("dispatch", new { name = "GUILD_CREATE", d = new { unexpected = true } });
        await WorksAsync(bot);
    }

    [Fact]
    public async Task A_session_is_taken_up_where_its_server_says()
    {
        await Emulator.SetDoorAsync(new { resumesElsewhere = true });
        await using var bot = await BareBot.StartAsync(Emulator);
        await ReconnectsAsync(() => Emulator.DropAsync(), "resumed");
        await Emulator.SetDoorAsync(new { resumesElsewhere = false });
        await WorksAsync(bot);
    }

    [Fact]
    public async Task A_session_whose_server_is_out_of_reach_for_a_while_is_not_given_up()
    {
        await using var bot = await BareBot.StartAsync(Emulator, clock: new FastClock());
        await Emulator.SetDoorAsync(new { insteadOfHello = Enumerable.Repeat("503", 6) });
        await ReconnectsAsync(() => Emulator.DropAsync(), "resumed");
        Assert.Single(bot.Log.Split('\n'), line => line.Contains("cannot reach Discord", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_no_session_left_to_begin_the_bot_waits_and_does_not_identify()
    {
        await Emulator.SetDoorAsync(new { remaining = 0, resetAfter = 2000 });
        var seen = await LinesAsync();
        var asked = (await Emulator.RequestsAsync("/gateway/bot")).LastOrDefault()?.Number ?? 0;
        await using var bot = await BareBot.StartAsync(Emulator, isReady: false);
        await Emulator.WaitRequestAsync("/gateway/bot", after: asked, count: 2, wait: 30_000);
        Assert.DoesNotContain((await Emulator.LogAsync()).Skip(seen), line => line.Contains("identif", StringComparison.Ordinal));

        await Emulator.SetDoorAsync(new { remaining = 1000 });
        await Emulator.WaitLogAsync("identified", after: seen, wait: 30_000);
        Assert.Contains("it waits", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_each_have_their_own_session_and_begin_one_after_the_other()
    {
        await ForgetLoginsAsync();
        await Emulator.SetDoorAsync(new { shards = 2, identifyWindow = 4900 });
        var seen = await LinesAsync();
        await using var bot = await BareBot.StartAsync(Emulator, isReady: false);
        await Emulator.WaitLogAsync("identified 0/2", after: seen, wait: 60_000);
        await Emulator.WaitLogAsync("identified 1/2", after: seen, wait: 60_000);
        await Emulator.SetDoorAsync(new { shards = 1, identifyWindow = 0 });

        Assert.DoesNotContain((await Emulator.LogAsync()).Skip(seen), line => line.Contains("too soon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_many_sessions_begin_at_once_as_the_service_allows_and_no_more()
    {
        const int Window = 4900;
        await ForgetLoginsAsync();
        await Emulator.SetDoorAsync(new { shards = 4, concurrency = 2, identifyWindow = Window });
        var seen = await LinesAsync();
        await using var bot = await BareBot.StartAsync(Emulator, isReady: false);
        foreach (var shard in new[] { "0/4", "1/4", "2/4", "3/4" }) await Emulator.WaitLogAsync($"identified {shard}", after: seen, wait: 60_000);
        await Emulator.SetDoorAsync(new { shards = 1, concurrency = 1, identifyWindow = 0 });

        var lines = (await Emulator.TimesAsync()).Skip(seen).ToList();
        Assert.DoesNotContain(lines, line => line.Line.Contains("too soon", StringComparison.Ordinal));
        var begun = lines.Where(line => line.Line.StartsWith("identified", StringComparison.Ordinal)).Select(line => line.At).ToList();
        // Two by two: one after the other would have taken three windows.
        Assert.InRange(begun[^1] - begun[0], Window, (2 * Window) + (Window / 2));
    }

    /// <summary>The bots of the tests before were here a moment ago.</summary>
    private Task ForgetLoginsAsync() => Emulator.AdvanceAsync(TimeSpan.FromSeconds(10));

    private async Task<int> LinesAsync() => (await Emulator.LogAsync()).Count;

    private async Task<long> HeartbeatsAsync() =>
        ((await Emulator.SayAsync("sessions"))!["sessions"]!.AsArray()).Sum(session => (long)session!["heartbeats"]!);

    /// <summary>The only one that has a connection.</summary>
    private async Task<System.Text.Json.Nodes.JsonNode> SessionAsync() =>
        Assert.Single((await Emulator.SayAsync("sessions"))!["sessions"]!.AsArray(), session => (bool)session!["isConnected"]!)!;

    private async Task ReconnectsAsync(Func<Task> breakIt, string next)
    {
        var seen = await LinesAsync();
        await breakIt();
        await Emulator.WaitLogAsync(next, after: seen, wait: 60_000);
    }

    private static async Task WorksAsync(BareBot bot)
    {
        var said = await bot.UrgentAsync("still there?");
        Assert.Equal(4, said.Answer);
        Assert.Contains("still there", said.Message!.Text, StringComparison.Ordinal);
    }

    private static async Task<Core.Chat.WorkspaceSeen> SeenAsync(BareBot bot, string name)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (bot.Bot.Seen.FirstOrDefault(seen => seen.Name == name) is { } seen) return seen;
            await bot.Emulator.LogAsync();
        }

        throw new TimeoutException($"{name} was not seen. {bot.Log}");
    }

    private sealed class NotingClock : TimeProvider
    {
        public System.Collections.Concurrent.ConcurrentQueue<TimeSpan> Timers { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers.Enqueue(dueTime);
            return System.CreateTimer(callback, state, dueTime, period);
        }
    }

    /// <summary>Nobody wants to wait for half a minute of pauses.</summary>
    private sealed class FastClock : TimeProvider
    {
        private const int Times = 10;
        private readonly DateTimeOffset start = System.GetUtcNow();
        private readonly long startedAt = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + (System.GetElapsedTime(startedAt) * Times);

        public override long GetTimestamp() => startedAt + ((System.GetTimestamp() - startedAt) * Times);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Times : dueTime, period > TimeSpan.Zero ? period / Times : period);
    }
}
