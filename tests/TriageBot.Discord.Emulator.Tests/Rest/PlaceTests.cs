using TriageBot.Discord.Emulator.Tests.Gateway;

namespace TriageBot.Discord.Emulator.Tests.Rest;

/// <summary>Threads and channels: who sees them, what may be in them, and what is left when they are gone.</summary>
public sealed class PlaceTests : EmulatorTest
{
    private const int PrivateThread = 12;
    private const ulong CreatePrivateThreads = 1UL << 36;

    [Fact]
    public async Task A_private_thread_is_seen_by_those_who_are_called_into_it_alone()
    {
        await MayOpenThreadsAsync();
        var thread = (await ThreadIn(Team)).Id;
        await Rest.SendAsync("POST", $"channels/{thread}/messages", new { content = $"<@{Guild.Members["sam"]}> only you", allowed_mentions = new { users = new[] { Guild.Members["sam"] } } });

        Assert.Contains("only you", Assert.Single(await Emulator.SeesAsync("sam", thread)).Content, StringComparison.Ordinal);
        Assert.Empty(await Emulator.SeesAsync("kim", thread));
        await Emulator.WriteAsync("sam", thread, "thank you");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Emulator.WriteAsync("kim", thread, "hello?"));
    }

    [Fact]
    public async Task A_private_thread_is_refused_where_announcements_are_made()
    {
        var news = (string)(await Emulator.SayAsync("channel", new { guild = "Ops", name = "news", type = 5 }))!["id"]!;

        var refused = await ThreadIn(news);

        Assert.Equal((400, 50024), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_channel_that_was_deleted_is_gone_with_its_threads_and_the_bot_hears_of_it()
    {
        var (client, _) = await GatewayClient.LoginAsync(Emulator);
        using (client)
        {
            await MayOpenThreadsAsync();
            var thread = (await ThreadIn(Team)).Id;
            await Emulator.SayAsync("delete-channel", new { channel = "team" });

            Assert.Equal(Team, (string?)(await client.DispatchAsync("CHANNEL_DELETE"))["id"]);
            Assert.Equal((404, 10003), await PostedAsync(Team));
            Assert.Equal((404, 10003), await PostedAsync(thread));
        }
    }

    [Theory]
    [InlineData("plain words, a-b and 1.5", 0)]
    [InlineData("\\*\\*kept\\*\\* \\<\\@1\\>", 0)]
    [InlineData("*one*", 2)]
    [InlineData("<t:1700000000:R>", 1)]
    [InlineData("[here](https://example.com/)", 1)]
    [InlineData("# Heading", 1)]
    [InlineData("abc\u202edef", 1)]
    public async Task What_comes_alive_is_told_for_content_and_for_embeds_alike(string text, int count)
    {
        await PostAsync(new { content = text });
        await PostAsync(new { embeds = new[] { new { title = text } } });
        await PostAsync(new { embeds = new[] { new { description = text } } });
        await PostAsync(new { embeds = new[] { new { fields = new[] { new { name = "x", value = text } } } } });

        Assert.All(await Emulator.MessagesAsync("team"), message => Assert.Equal(count, message.Alive.Count));
        Assert.Equal(4, (await Emulator.MessagesAsync("team")).Count);
    }

    [Fact]
    public async Task A_channel_is_told_along_with_an_option_in_a_few_fields_only()
    {
        object[] commands = [new { name = "look", description = "Look", options = new[] { new { type = 7, name = "where", description = "Where", required = true } } }];
        await Rest.SendAsync("PUT", $"applications/{Emulator.BotId}/commands", commands);
        var (client, _) = await GatewayClient.LoginAsync(Emulator);
        using (client)
        {
            await Emulator.SlashAsync("sam", "team", "look", new { where = "team" }, wait: 0);
            var told = (await client.DispatchAsync("INTERACTION_CREATE"))["data"]!["resolved"]!["channels"]![Team]!.AsObject();

            Assert.Equal(["app_permissions", "id", "name", "permissions", "type"], told.Select(field => field.Key).Order());
        }
    }

    private Task<Answer> ThreadIn(string channel) => Rest.SendAsync("POST", $"channels/{channel}/threads", new { name = "Between us", type = PrivateThread });

    private Task MayOpenThreadsAsync() => Emulator.SayAsync("overwrite", new { channel = "team", allow = $"{CreatePrivateThreads}" });

    private async Task<(int Status, int Code)> PostedAsync(string channel)
    {
        var answer = await Rest.SendAsync("POST", $"channels/{channel}/messages", new { content = "Still here?" });
        return (answer.Status, answer.Code);
    }
}
