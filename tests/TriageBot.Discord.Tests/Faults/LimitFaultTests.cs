using TriageBot.Core.Chat;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Faults;

/// <summary>What the bot sends when Discord limits or refuses it: no more than it was told, and people's commands go on.</summary>
public sealed class LimitFaultTests(SharedDiscord discord) : IClassFixture<SharedDiscord>
{
    private static int numbers;

    private DiscordEmulator Emulator => discord.Emulator;

    [Fact]
    public async Task Forty_refused_posts_are_the_last_for_ten_minutes_but_commands_are_still_answered()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var before = await PostsAsync();
        await Emulator.FailAsync(new { method = "POST", path = "/messages", status = 403, body = """{"message":"Missing Access","code":50001}""", times = 200 });

        var outcomes = new List<SendOutcome>();
        for (var i = 0; i < 42; i++) outcomes.Add(await bot.Chat.SendAsync(await NewsAsync(), CancellationToken.None));
        await Emulator.SayAsync("rest-clear");

        Assert.Equal(40, outcomes.OfType<SendOutcome.Refused>().Count());
        Assert.Equal(2, outcomes.OfType<SendOutcome.Later>().Count());
        Assert.Equal(40, await PostsAsync() - before);
        var said = await bot.UrgentAsync("still answered");
        Assert.Equal(4, said.Answer);
    }

    [Fact]
    public async Task A_message_that_is_limited_again_and_again_is_left_for_minutes_after_three_repeats()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var before = await PostsAsync();
        await Emulator.FailAsync(new { method = "POST", path = "/messages", scope = "user", retryAfter = 20, times = 500 });

        var later = Assert.IsType<SendOutcome.Later>(await bot.Chat.SendAsync(await NewsAsync(), CancellationToken.None));
        await Emulator.SayAsync("rest-clear");

        // With four attempts each time, ten times in ten minutes would use up all forty invalid answers.
        Assert.InRange(later.After, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        Assert.Equal(4, await PostsAsync() - before);
    }

    [Fact]
    public async Task What_the_headers_say_about_limits_is_obeyed_over_several_windows_so_that_nothing_is_refused()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.SayAsync("limits", new { isOn = true, bucket = "messages.post", limit = 3, window = 800 });
        var before = (await Emulator.RequestsAsync()).LastOrDefault()?.Number ?? 0;

        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(await NewsAsync(), CancellationToken.None));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 9).Select(async _ => await bot.Chat.SendAsync(await NewsAsync(), CancellationToken.None))), outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        await Emulator.SayAsync("limits", new { isOn = false });

        var requests = await Emulator.RequestsAsync(after: before);
        Assert.DoesNotContain(requests, request => request.Status == 429);
        Assert.Equal(10, requests.Count(request => request is { Method: "POST", Status: 200 } && request.Path.EndsWith("/messages", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("user", false, false)]
    [InlineData("shared", false, false)]
    [InlineData("global", false, true)]
    [InlineData("global", true, true)]
    public async Task A_limit_for_the_whole_bot_holds_up_every_place_and_another_only_its_own(string scope, bool withoutBody, bool isForAll)
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { method = "POST", path = "/messages", scope, retryAfter = 60_000, withoutBody });
        Assert.IsType<SendOutcome.Later>(await bot.Chat.SendAsync(await NewsAsync(), CancellationToken.None));
        var before = await PostsAsync();

        var elsewhere = await bot.Chat.SendAsync(await NewsAsync() with { To = new Destination.Direct(new MemberId((await discord.OpsAsync()).Members["sam"])) }, CancellationToken.None);

        Assert.Equal(isForAll, elsewhere is SendOutcome.Later);
        Assert.Equal(isForAll ? 0 : 1, await PostsAsync() - before);
    }

    [Fact]
    public async Task A_limit_that_others_have_used_up_does_not_count_as_an_invalid_answer()
    {
        // Four for each message: more than the forty invalid answers that the bot allows itself.
        const int Limited = 44;
        await using var bot = await BareBot.StartAsync(Emulator);
        var before = await PostsAsync();
        await Emulator.FailAsync(new { method = "POST", path = "/messages", scope = "shared", retryAfter = 1, times = Limited });

        for (var i = 0; i < Limited / 4; i++) Assert.IsType<SendOutcome.Later>(await bot.Chat.SendAsync(await NewsAsync(), CancellationToken.None));
        Assert.Equal(Limited, await PostsAsync() - before);
        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(await NewsAsync(), CancellationToken.None));
    }

    [Fact]
    public async Task A_request_limited_without_a_body_waits_as_long_as_the_header_says()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { method = "POST", path = "/messages", scope = "user", retryAfter = 60_000, withoutBody = true });

        var later = Assert.IsType<SendOutcome.Later>(await bot.Chat.SendAsync(await NewsAsync(), CancellationToken.None));
        Assert.InRange(later.After, TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(61));
    }

    private async Task<int> PostsAsync() => (await Emulator.RequestsAsync("/messages")).Count(request => request.Method == "POST");

    private async Task<Outgoing> NewsAsync()
    {
        var guild = await discord.OpsAsync();
        var number = Interlocked.Increment(ref numbers);
        return new Outgoing($"limit-{number}", new WorkspaceId("discord:" + guild.Id), new Destination.Channel(guild.Channels["team"]), new Card(RichText.Typed($"limit text {number}")));
    }
}
