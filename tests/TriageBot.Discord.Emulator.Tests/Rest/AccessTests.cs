namespace TriageBot.Discord.Emulator.Tests.Rest;

/// <summary>What the bot may not do, and what it hears then.</summary>
public sealed class AccessTests : EmulatorTest
{
    private const ulong ViewChannel = 1 << 10;
    private const ulong SendMessages = 1 << 11;
    private const ulong EmbedLinks = 1 << 14;

    [Theory]
    [InlineData(SendMessages, 403, 50013)]
    [InlineData(EmbedLinks, 403, 50013)]
    [InlineData(ViewChannel, 403, 50001)]
    public async Task Posting_needs_its_permissions(ulong denied, int status, int code)
    {
        await Emulator.SayAsync("overwrite", new { channel = "team", deny = $"{denied}" });

        var answer = await PostAsync(new { embeds = new[] { new { title = "A card" } } });

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Whoever_closed_their_direct_messages_gets_none()
    {
        await Emulator.SetUserAsync("sam", takesDirectMessages: false);
        var channel = await Rest.SendAsync("POST", "users/@me/channels", new { recipient_id = Guild.Members["sam"] });

        var answer = await Rest.SendAsync("POST", $"channels/{channel.Id}/messages", new { content = "Psst" });

        Assert.Equal((403, 50007), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Whoever_shares_no_server_gets_none()
    {
        await Emulator.SetUserAsync("stranger");
        var stranger = (string?)(await Emulator.SayAsync("user", new { name = "stranger" }))?["id"];
        var channel = await Rest.SendAsync("POST", "users/@me/channels", new { recipient_id = stranger });

        var answer = await Rest.SendAsync("POST", $"channels/{channel.Id}/messages", new { content = "Psst" });

        Assert.Equal((403, 50278), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_server_that_removed_the_bot_is_unknown()
    {
        await Emulator.SayAsync("bot-leaves", new { guild = "Ops" });

        Assert.Equal(10004, (await Rest.SendAsync("GET", $"guilds/{Guild.Id}")).Code);
        Assert.Equal(50001, (await PostAsync(new { content = "Still here" })).Code);
    }

    [Fact]
    public async Task A_wrong_token_a_wrong_name_and_a_wrong_version_are_refused()
    {
        using var stranger = new RestClient(Emulator, token: "wrong");
        using var nobody = new HttpClient();

        var unauthorized = await stranger.SendAsync("GET", "users/@me");
        using var nameless = await nobody.GetAsync(new Uri($"{Emulator.ApiUrl}/users/@me"));
        using var old = await nobody.GetAsync(new Uri($"{Emulator.ApiUrl.ToString().Replace("v10", "v6", StringComparison.Ordinal)}/gateway"));

        Assert.Equal(401, unauthorized.Status);
        Assert.Equal(403, (int)nameless.StatusCode);
        Assert.Equal(400, (int)old.StatusCode);
    }

    [Theory]
    [InlineData("<@{sam}> and @everyone", """{"parse":[]}""", 0)]
    [InlineData("<@{sam}> and @everyone", """{"parse":["users"]}""", 1)]
    [InlineData("<@{sam}> <@{kim}>", """{"users":["{kim}"]}""", 1)]
    [InlineData("@everyone", null, 0)]
    public async Task Phones_ring_for_whom_a_message_may_name(string content, string? allowed, int pings)
    {
        string Filled(string text) => text.Replace("{sam}", Guild.Members["sam"], StringComparison.Ordinal).Replace("{kim}", Guild.Members["kim"], StringComparison.Ordinal);
        var field = allowed is null ? "" : $",\"allowed_mentions\":{Filled(allowed)}";
        using var body = new StringContent($"{{\"content\":\"{Filled(content)}\"{field}}}", System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json"));

        await PostAsync(body);

        // The bot has no permission to name everyone.
        Assert.Equal(pings, await Emulator.PingsAsync());
    }

    [Fact]
    public async Task The_same_nonce_within_minutes_is_the_same_message()
    {
        var first = await PostAsync(new { content = "Once", nonce = "42", enforce_nonce = true });
        var second = await PostAsync(new { content = "Once", nonce = "42", enforce_nonce = true });
        await Emulator.AdvanceAsync(TimeSpan.FromMinutes(10));
        var third = await PostAsync(new { content = "Once", nonce = "42", enforce_nonce = true });

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, third.Id);
        Assert.Equal(2, (await Emulator.MessagesAsync("team")).Count);
    }
}
