using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Tests.Gateway;

/// <summary>The gateway's rules, and who breaks them is closed with the code that Discord has for it. Source: events/gateway.</summary>
public sealed class GatewayTests : EmulatorTest
{
    private const int AuthenticationFailed = 4004;

    [Theory]
    [InlineData("v=10&encoding=json", false)]
    [InlineData("v=10&encoding=json", true)]
    [InlineData("v=10&encoding=json&compress=zlib-stream", false)]
    [InlineData("v=10&encoding=json&compress=zlib-stream", true)]
    public async Task A_login_gets_ready_and_its_servers_in_whole_frames_and_in_parts(string query, bool isSplit)
    {
        await Emulator.SetDoorAsync(new { splitsFrames = isSplit });
        var (client, ready) = await GatewayClient.LoginAsync(Emulator, query: query);
        using var _ = client;

        var guild = await client.DispatchAsync("GUILD_CREATE");

        Assert.Equal(Guild.Id, (string?)ready["guilds"]?[0]?["id"]);
        Assert.Equal("Ops", (string?)guild["name"]);
        // Without the privileged intent the bot sees itself only.
        Assert.Equal(Emulator.BotId, (string?)Assert.Single(guild["members"]!.AsArray())?["user"]?["id"]);
    }

    [Fact]
    public async Task A_server_of_three_megabytes_arrives()
    {
        await Emulator.SayAsync("guilds", new { count = 1, name = "Big", channels = 2500, topic = 1024 });
        var (client, _) = await GatewayClient.LoginAsync(Emulator, query: "v=10&encoding=json&compress=zlib-stream");
        using var __ = client;
        await client.DispatchAsync("GUILD_CREATE");

        var big = await client.DispatchAsync("GUILD_CREATE");

        Assert.InRange(big.ToJsonString().Length, 3_000_000, 6_000_000);
    }

    [Theory]
    [InlineData("wrong", 1, null, AuthenticationFailed)]
    [InlineData(null, 1, new[] { 2, 2 }, 4010)]
    [InlineData(null, 1 << 30, null, 4013)]
    [InlineData(null, 1 << 15, null, 4014)]
    public async Task A_wrong_login_is_closed_for_good(string? token, int intents, int[]? shard, int code)
    {
        using var client = await GatewayClient.ConnectAsync(Emulator);
        await client.IdentifyAsync(token ?? Emulator.Token, intents, shard);

        Assert.Equal(code, await client.CloseCodeAsync());
    }

    [Fact]
    public async Task What_clients_must_not_send_closes_with_its_code()
    {
        Assert.Equal(4012, await AfterAsync(_ => Task.CompletedTask, "v=5&encoding=json"));
        Assert.Equal(4002, await AfterAsync(client => client.SendTextAsync("{")));
        Assert.Equal(4002, await AfterAsync(client => client.SendTextAsync(new string(' ', 4097))));
        Assert.Equal(4003, await AfterAsync(client => client.SendAsync(3, new JsonObject())));
        Assert.Equal(4001, await AfterLoginAsync(client => client.SendAsync(99, null)));
        Assert.Equal(4005, await AfterLoginAsync(client => client.IdentifyAsync(Emulator.Token, 1)));
    }

    [Fact]
    public async Task More_than_120_events_a_minute_close()
    {
        using var client = await GatewayClient.ConnectAsync(Emulator);
        for (var i = 0; i < 121; i++) await client.SendAsync(1, null);

        Assert.Equal(4008, await client.CloseCodeAsync());
    }

    [Fact]
    public async Task A_heartbeat_is_acknowledged_and_without_heartbeats_the_connection_ends()
    {
        await Emulator.SetDoorAsync(new { heartbeatInterval = 200 });
        using var client = await GatewayClient.ConnectAsync(Emulator);
        var hello = await client.OpAsync(10);
        await client.SendAsync(1, null);
        await client.OpAsync(11);

        Assert.Equal(200, (int?)hello["d"]?["heartbeat_interval"]);
        Assert.Equal(4000, await client.CloseCodeAsync());
    }

    [Fact]
    public async Task A_resume_where_READY_says_replays_what_was_missed_in_order_and_then_says_so()
    {
        await Emulator.SetDoorAsync(new { resumesElsewhere = true });
        var (client, ready) = await GatewayClient.LoginAsync(Emulator, intents: 1 | (1 << 9));
        await client.DispatchAsync("GUILD_CREATE");
        client.Abort();
        await Emulator.WaitLogAsync("left with");
        await Emulator.WriteAsync("sam", "team", "one");
        await Emulator.WriteAsync("sam", "team", "two");

        using var astray = await GatewayClient.ConnectAsync(Emulator);
        await astray.SendAsync(6, Resume(ready, sequence: 2));
        Assert.Equal(false, (bool?)(await astray.OpAsync(9))["d"]);

        using var again = await GatewayClient.ConnectAsync(Emulator, address: (string?)ready["resume_gateway_url"]);
        await again.SendAsync(6, Resume(ready, sequence: 2));
        var first = await again.DispatchAsync("MESSAGE_CREATE");
        var second = await again.DispatchAsync("MESSAGE_CREATE");
        await again.DispatchAsync("RESUMED");
        Assert.True(string.CompareOrdinal((string?)first["id"], (string?)second["id"]) < 0);
        client.Dispose();
    }

    [Fact]
    public async Task Sessions_that_are_gone_are_refused_for_good_and_numbers_never_sent_with_4007()
    {
        var (client, ready) = await GatewayClient.LoginAsync(Emulator);
        client.Abort();
        await Emulator.WaitLogAsync("left with");
        using (var ahead = await GatewayClient.ConnectAsync(Emulator))
        {
            await ahead.SendAsync(6, Resume(ready, sequence: 999));
            Assert.Equal(4007, await ahead.CloseCodeAsync());
        }

        await Emulator.AdvanceAsync(TimeSpan.FromMinutes(5));
        using var late = await GatewayClient.ConnectAsync(Emulator);
        await late.SendAsync(6, Resume(ready, sequence: 1));

        Assert.Equal(false, (bool?)(await late.OpAsync(9))["d"]);
        client.Dispose();
    }

    [Fact]
    public async Task Identifies_too_close_together_are_sent_back_and_shards_in_other_buckets_are_not()
    {
        await Emulator.SetDoorAsync(new { concurrency = 2 });
        var (first, _) = await GatewayClient.LoginAsync(Emulator);
        using var second = await GatewayClient.ConnectAsync(Emulator);
        await second.IdentifyAsync(Emulator.Token, 1, [0, 2]);
        using var third = await GatewayClient.ConnectAsync(Emulator);
        await third.IdentifyAsync(Emulator.Token, 1, [1, 2]);

        await second.OpAsync(9);
        await third.DispatchAsync("READY");
        await Emulator.AdvanceAsync(TimeSpan.FromSeconds(5));
        await second.IdentifyAsync(Emulator.Token, 1, [0, 2]);
        await second.DispatchAsync("READY");
        first.Dispose();
    }

    [Fact]
    public async Task Nobody_logs_in_without_identifies_left()
    {
        await Emulator.SetDoorAsync(new { remaining = 0 });
        var bot = await Rest.SendAsync("GET", "gateway/bot");
        using var client = await GatewayClient.ConnectAsync(Emulator);
        await client.IdentifyAsync(Emulator.Token, 1);

        Assert.Equal(0, (int?)bot.Body?["session_start_limit"]?["remaining"]);
        Assert.Equal(AuthenticationFailed, await client.CloseCodeAsync());
        Assert.Single(await Emulator.ViolationsAsync());
    }

    [Fact]
    public async Task Events_come_as_often_as_a_test_wants_and_unknown_ones_too()
    {
        await Emulator.SetDoorAsync(new { copies = 2 });
        var (client, _) = await GatewayClient.LoginAsync(Emulator, intents: 1 | (1 << 9));
        using var __ = client;

        var written = await Emulator.WriteAsync("sam", "team", "once");
        await Emulator.SayAsync("dispatch", new { name = "SOMETHING_NEW" });

        Assert.Equal(written.Id, (string?)(await client.DispatchAsync("MESSAGE_CREATE"))["id"]);
        var again = await client.DispatchAsync("MESSAGE_CREATE");
        Assert.Equal(written.Id, (string?)again["id"]);
        // Contents of others need an intent of their own.
        Assert.Equal("", (string?)again["content"]);
        await client.DispatchAsync("SOMETHING_NEW");
    }

    private async Task<int?> AfterAsync(Func<GatewayClient, Task> act, string query = "v=10&encoding=json")
    {
        using var client = await GatewayClient.ConnectAsync(Emulator, query);
        await act(client);
        return await client.CloseCodeAsync();
    }

    private async Task<int?> AfterLoginAsync(Func<GatewayClient, Task> act)
    {
        await Emulator.SetDoorAsync(new { identifyWindow = 0 });
        var (client, _) = await GatewayClient.LoginAsync(Emulator);
        using var __ = client;
        await act(client);
        return await client.CloseCodeAsync();
    }

    private JsonObject Resume(JsonNode ready, int sequence) => new() { ["token"] = Emulator.Token, ["session_id"] = (string?)ready["session_id"], ["seq"] = sequence };
}
