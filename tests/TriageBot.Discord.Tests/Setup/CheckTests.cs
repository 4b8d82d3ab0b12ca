using System.Globalization;
using TriageBot.Chat.Discord;
using TriageBot.Chat.Discord.Setup;
using TriageBot.Chat.Discord.Workspaces;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Setup;

/// <summary>What <c>discord check</c> finds: what is wrong is not called right, and what Discord did not say is not called wrong.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    private DiscordEmulator? started;
    private SeenGuild? ops;

    private DiscordEmulator Emulator => started ?? throw new InvalidOperationException("It has not started.");

    private SeenGuild Ops => ops ?? throw new InvalidOperationException("It has not started.");

    public async ValueTask InitializeAsync()
    {
        started = await DiscordEmulator.StartAsync();
        await Emulator.SayAsync("limits", new { isOn = false });
        ops = await DiscordTeam.OpsAsync(Emulator);
    }

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();

    [Fact]
    public async Task A_server_in_which_the_bot_may_post_nowhere_is_wrong()
    {
        await CloseAsync("general");
        Assert.Contains(await CheckAsync(), finding => finding is { IsRight: true, What: "Ops #team: the bot may post" });

        await CloseAsync("team");
        var wrong = Assert.Single(await CheckAsync(), finding => finding.What.StartsWith("Ops", StringComparison.Ordinal));
        Assert.False(wrong.IsRight);
        Assert.Equal("Ops: the bot may post in none of its channels", wrong.What);
        Assert.StartsWith("Give it View Channels, Send Messages, Embed Links", wrong.ToDo, StringComparison.Ordinal);
        Assert.EndsWith("in one of them, such as #general.", wrong.ToDo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Permissions.AttachFiles | Permissions.ReadMessageHistory, false, "Give it Attach Files, Read Message History there.")]
    [InlineData(Permissions.CreatePublicThreads | Permissions.SendMessagesInThreads, true, "Give it Create Public Threads, Send Messages in Threads there.")]
    [InlineData(Permissions.CreatePrivateThreads, false, "Give it Create Private Threads there.")]
    [InlineData(Permissions.CreatePublicThreads, false, null)]
    public async Task Every_right_that_is_needed_is_looked_for_in_a_chosen_channel_and_otherwise_in_the_first(ulong denied, bool threads, string? todo)
    {
        await DenyAsync("general", denied);
        await DenyAsync("team", denied);
        foreach (var chosen in (string?[])[null, Ops.Channels["team"]])
        {
            var findings = await CheckAsync(options => options with { Threads = threads }, chosen is null ? [] : [chosen]);
            var told = findings.Where(finding => finding.What.StartsWith("Ops #", StringComparison.Ordinal)).ToList();
            Assert.Equal(chosen is null ? 2 : 1, told.Count);
            Assert.StartsWith(chosen is null ? "Ops #general" : "Ops #team", told[0].What, StringComparison.Ordinal);
            Assert.Equal(todo, told[0].ToDo);
            Assert.Equal(todo is null, told[0].IsRight);
            Assert.All(told.Skip(1), finding => Assert.True(finding.IsRight));
        }
    }

    [Fact]
    public async Task An_address_for_interactions_is_wrong_because_none_reaches_the_bot()
    {
        await Emulator.SayAsync("application", new { endpoint = "https://example.com/interactions" });
        var wrong = Assert.Single(await CheckAsync(), finding => !finding.IsRight && finding.What.Contains("example.com", StringComparison.Ordinal));
        Assert.Equal("On the application's page, General Information, empty Interactions Endpoint URL.", wrong.ToDo);
    }

    [Theory]
    [InlineData("/applications/@me", 403, "which application the token belongs to (403")]
    [InlineData("/gateway/bot", 500, "how many sessions may be begun (GET /gateway/bot was answered with 500")]
    [InlineData("/commands", 500, "which commands are registered (GET")]
    [InlineData("/commands", 429, "which commands are registered (429")]
    [InlineData("/users/@me/guilds", 500, "which servers the bot is in (GET")]
    [InlineData("/users/@me/guilds", 429, "which servers the bot is in (429")]
    [InlineData("/channels", 500, "which channels Ops has (GET")]
    [InlineData("/members/", 429, "which roles the bot has in Ops (429")]
    public async Task What_Discord_does_not_say_is_said_to_be_unknown_and_nothing_is_concluded(string path, int status, string expected)
    {
        const int AsOftenAsItIsTried = 5;
        await Emulator.FailAsync(status == 429
            ? new { path, scope = "user", retryAfter = 20_000 }
            : new { path, status, body = """{"message":"Fault","code":0}""", times = status >= 500 ? AsOftenAsItIsTried : 1 });
        var findings = await CheckAsync();

        var wrong = Assert.Single(findings, finding => !finding.IsRight && !finding.What.StartsWith("Not registered", StringComparison.Ordinal));
        Assert.StartsWith($"Discord did not say {expected}", wrong.What, StringComparison.Ordinal);
        Assert.Contains($"{status}", wrong.What, StringComparison.Ordinal);
        Assert.Equal("Run the check again in a moment.", wrong.ToDo);
        if (path == "/commands") Assert.DoesNotContain(findings, finding => finding.What.StartsWith("Not registered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_shows_the_bot_nothing_is_to_be_invited_to_again()
    {
        await Emulator.FailAsync(new { path = "/members/", status = 404, body = """{"message":"Unknown Member","code":10007}""" });
        var wrong = Assert.Single(await CheckAsync(), finding => finding.What.StartsWith("Ops", StringComparison.Ordinal));
        Assert.Equal((false, "Ops: the bot may not look at its channels"), (wrong.IsRight, wrong.What));
    }

    [Fact]
    public async Task A_limit_that_lasts_long_is_said_in_minutes()
    {
        await Emulator.FailAsync(new { path = "/users/@me/guilds", scope = "user", retryAfter = 40_000_000 });
        Assert.Contains(await CheckAsync(), finding => finding is { IsRight: false, ToDo: "Run the check again in 667 minutes." });
    }

    [Fact]
    public async Task A_token_that_is_taken_back_meanwhile_ends_the_check()
    {
        await Emulator.FailAsync(new { path = "/gateway/bot", status = 401, body = """{"message":"401: Unauthorized","code":0}""" });
        var last = (await CheckAsync())[^1];
        Assert.Equal((false, "Discord does not accept the bot's token"), (last.IsRight, last.What));
        Assert.StartsWith("Copy it anew", last.ToDo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_servers_it_says_how_many_were_not_looked_at_and_a_chosen_channel_is_found_in_each()
    {
        await Emulator.SayAsync("guilds", new { count = 220, name = "Shop", owner = "boss", channels = 1 });
        var last = await Emulator.AddGuildAsync("Last", "boss", [], ["till"], botPermissions: Permissions.Wanted);

        Assert.Contains(await CheckAsync(), finding => finding is { IsRight: true, What: "And 202 more servers were not looked at" });
        var found = await CheckAsync(chosen: [last.Channels["till"], Ops.Channels["team"]]);
        Assert.Contains(found, finding => finding is { IsRight: true, What: "Last #till: the bot may post" });
        Assert.Contains(found, finding => finding is { IsRight: true, What: "Ops #team: the bot may post" });
        Assert.DoesNotContain(found, finding => finding.What.Contains("not looked at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chosen_channel_that_is_none_or_not_seen_is_told_apart()
    {
        var hall = (string?)(await Emulator.SayAsync("channel", new { guild = "Ops", name = "hall", type = 2 }))?["id"] ?? "";
        await DenyAsync("team", Permissions.ViewChannel);
        var findings = await CheckAsync(chosen: [hall, Ops.Channels["team"], "1", "#team"]);

        Assert.Contains(findings, finding => !finding.IsRight && finding.What == "hall is no text channel of a server");
        Assert.Contains(findings, finding => !finding.IsRight && finding.What == $"The bot may not see channel {Ops.Channels["team"]}" && finding.ToDo!.StartsWith("Give it View Channels, Send", StringComparison.Ordinal));
        Assert.Contains(findings, finding => !finding.IsRight && finding.What == "There is no channel 1");
        Assert.Contains(findings, finding => !finding.IsRight && finding.What == "There is no channel #team");
    }

    private Task CloseAsync(string channel) => DenyAsync(channel, Permissions.ViewChannel);

    private Task DenyAsync(string channel, ulong rights) =>
        Emulator.SayAsync("overwrite", new { channel = "Ops/" + channel, user = "triagebot", allow = "0", deny = rights.ToString(CultureInfo.InvariantCulture) });

    private async Task<IReadOnlyList<Finding>> CheckAsync(Func<DiscordOptions, DiscordOptions>? change = null, IReadOnlyList<string>? chosen = null)
    {
        var usual = new DiscordOptions(Emulator.Token) { ApiUrl = Emulator.ApiUrl };
        using var setup = new DiscordSetup(change?.Invoke(usual) ?? usual, TimeProvider.System);
        var findings = new List<Finding>();
        await foreach (var finding in setup.CheckAsync(new ScriptedBot(), chosen ?? [], CancellationToken.None)) findings.Add(finding);
        return findings;
    }
}
