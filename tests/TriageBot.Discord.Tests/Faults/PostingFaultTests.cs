using TriageBot.Chat.Discord.Workspaces;
using TriageBot.Core.Chat;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Faults;

/// <summary>News in places that do not take everything: none of it is lost, and none of it is seen by others.</summary>
public sealed class PostingFaultTests(SharedDiscord discord) : IClassFixture<SharedDiscord>
{
    private static int numbers;

    private DiscordEmulator Emulator => discord.Emulator;

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_message_with_the_words_of_another_is_posted_all_the_same(int minutesLater)
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var guild = await discord.OpsAsync();
        var text = Text();
        var first = News(guild, new Destination.Channel(guild.Channels["team"]), text);
        await bot.Chat.SendAsync(first, CancellationToken.None);
        await Emulator.AdvanceAsync(TimeSpan.FromMinutes(minutesLater));

        var second = first with { Key = first.Key + "-second", FirstTriedAt = TimeProvider.System.GetUtcNow().AddMinutes(-30).ToUnixTimeMilliseconds() };
        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(second, CancellationToken.None));

        Assert.Equal(2, (await WithAsync(text)).Count);
    }

    [Fact]
    public async Task After_a_restart_a_message_is_known_again_by_what_it_shows()
    {
        var guild = await discord.OpsAsync();
        var text = Text();
        var news = News(guild, new Destination.Channel(guild.Channels["team"]), text);
        SendOutcome first;
        await using (var bot = await BareBot.StartAsync(Emulator)) first = await bot.Chat.SendAsync(news, CancellationToken.None);
        await Emulator.AdvanceAsync(TimeSpan.FromMinutes(10));

        await using var restarted = await BareBot.StartAsync(Emulator);
        var again = news with { FirstTriedAt = TimeProvider.System.GetUtcNow().AddMinutes(-30).ToUnixTimeMilliseconds() };
        var other = again with { Key = news.Key + "-other", Card = news.Card with { Controls = [new Button("one:1", "One")] } };

        Assert.Equal(first, await restarted.Chat.SendAsync(again, CancellationToken.None));
        Assert.NotEqual(first, await restarted.Chat.SendAsync(other, CancellationToken.None));
    }

    [Fact]
    public async Task An_answer_with_the_same_words_is_not_taken_for_the_message()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var guild = await discord.OpsAsync();
        var text = Text();
        bot.Bot.Answer = (_, _) => Task.FromResult<Reply>(new Reply.Public(new Card(RichText.Typed(text))));
        await bot.UrgentAsync(text);

        var news = News(guild, new Destination.Channel(guild.Channels["team"]), text) with { FirstTriedAt = TimeProvider.System.GetUtcNow().AddMinutes(-30).ToUnixTimeMilliseconds() };
        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(news, CancellationToken.None));

        Assert.Equal(2, (await WithAsync(text)).Count);
    }

    [Fact]
    public async Task Where_no_files_may_be_attached_a_long_text_comes_without_its_file()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var guild = await discord.OpsAsync();
        var place = (string)(await Emulator.SayAsync("channel", new { guild = "Ops", name = "no-files" }))!["id"]!;
        await Emulator.SayAsync("overwrite", new { channel = place, deny = Permissions.AttachFiles.ToString(null as IFormatProvider) });
        var text = Text();
        var news = News(guild, new Destination.Channel(place), text + string.Concat(Enumerable.Repeat(" *long*", 2000)));

        var outcome = await bot.Chat.SendAsync(news with { Card = news.Card with { Mentions = [new MemberId(guild.Members["sam"])] } }, CancellationToken.None);

        Assert.IsType<SendOutcome.Sent>(outcome);
        var shown = Assert.Single(await WithAsync(text));
        Assert.Empty(shown.Files);
        Assert.Matches(@"\+\d+ more characters", shown.Text);
        Assert.Contains("I may attach no file here", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["@sam"], shown.Named);
    }

    [Fact]
    public async Task Who_is_to_be_called_is_called_by_bare_text_too()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var guild = await discord.OpsAsync();
        await Emulator.FailAsync(new { method = "POST", path = "/messages", status = 400, body = """{"message":"Invalid Form Body","code":50035}""" });
        var text = Text();
        var news = News(guild, new Destination.Channel(guild.Channels["team"]), text);

        await bot.Chat.SendAsync(news with { Card = news.Card with { Mentions = [new MemberId(guild.Members["sam"])] } }, CancellationToken.None);

        Assert.Equal(["@sam"], Assert.Single(await WithAsync(text)).Named);
    }

    [Fact]
    public async Task Where_nothing_may_be_posted_the_right_to_attach_files_is_asked_for_too()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var guild = await discord.OpsAsync();
        await Emulator.FailAsync(new { method = "POST", path = "/messages", status = 403, body = """{"message":"Missing Permissions","code":50013}""" });

        var refused = Assert.IsType<SendOutcome.Refused>(await bot.Chat.SendAsync(News(guild, new Destination.Channel(guild.Channels["team"]), Text()), CancellationToken.None));

        Assert.Contains("Attach Files", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete-channel")]
    [InlineData("refuse")]
    [InlineData("close")]
    public async Task News_for_who_takes_no_direct_messages_finds_another_channel_when_the_first_has_no_place_for_a_thread(string what)
    {
        var name = $"Shop-{what}";
        var person = $"tom-{what}";
        var shop = await Emulator.AddGuildAsync(name, "ann", [person], ["counter"], botPermissions: Permissions.Wanted);
        await Emulator.SetUserAsync(person, takesDirectMessages: false);
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.SlashAsync(person, $"{name}/counter", "urgent", new { what = "x" }, wait: 30_000);
        if (what == "delete-channel") await Emulator.SayAsync(what, new { channel = $"{name}/general" });
        else if (what == "close") await Emulator.SayAsync("overwrite", new { channel = $"{name}/general", deny = Permissions.ViewChannel.ToString(null as IFormatProvider) });
        else await Emulator.FailAsync(new { method = "POST", path = "/threads", status = 403, body = """{"message":"Missing Permissions","code":50013}""" });

        await ReadsInThreadAsync(bot, shop, person);
    }

    [Fact]
    public async Task Channels_that_were_deleted_are_not_tried_for_it()
    {
        var garden = await Emulator.AddGuildAsync("Garden", "ann", ["liv"], ["roses", "herbs", "trees"], botPermissions: Permissions.Wanted);
        await Emulator.SetUserAsync("liv", takesDirectMessages: false);
        await using var bot = await BareBot.StartAsync(Emulator);
        foreach (var place in (string[])["general", "roses", "herbs", "trees"]) await Emulator.SayAsync("delete-channel", new { channel = $"Garden/{place}" });
        await Emulator.SayAsync("channel", new { guild = "Garden", name = "shed" });
        await bot.UntilAsync(() => bot.Bot.Seen.Any(seen => seen.Channels.Any(channel => channel.Name == "shed")), "the channel #shed");

        await ReadsInThreadAsync(bot, garden, "liv");
    }

    [Fact]
    public async Task A_channel_for_announcements_holds_no_private_thread_so_another_is_taken()
    {
        var shop = await Emulator.AddGuildAsync("Paper", "ann", ["tim"], hasBot: false, botPermissions: Permissions.Wanted);
        await Emulator.SetUserAsync("tim", takesDirectMessages: false);
        await Emulator.SayAsync("overwrite", new { channel = "Paper/general", deny = Permissions.SendMessages.ToString(null as IFormatProvider) });
        await Emulator.SayAsync("channel", new { guild = "Paper", name = "news", type = 5 });
        await Emulator.SayAsync("channel", new { guild = "Paper", name = "counter" });
        await Emulator.SayAsync("bot-joins", new { guild = "Paper" });
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.SlashAsync("tim", "Paper/counter", "urgent", new { what = "x" }, wait: 30_000);

        await ReadsInThreadAsync(bot, shop, "tim");
    }

    [Fact]
    public async Task What_is_for_one_person_is_not_seen_by_another_in_the_thread_that_stands_for_their_private_conversation()
    {
        await Emulator.SetUserAsync("sam", takesDirectMessages: false);
        await using var bot = await BareBot.StartAsync(Emulator);
        await bot.UrgentAsync("x");

        var (thread, text) = await ReadsInThreadAsync(bot, await discord.OpsAsync(), "sam");

        await Emulator.SetUserAsync("sam", takesDirectMessages: true);
        Assert.DoesNotContain(await Emulator.SeesAsync("kim", thread), message => message.Text.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_answer_to_a_slow_press_is_seen_by_who_pressed_alone()
    {
        await using var bot = await BareBot.StartAsync(Emulator, change: options => options with { Patience = TimeSpan.Zero });
        var guild = await discord.OpsAsync();
        var place = Text();
        var news = News(guild, new Destination.Channel(guild.Channels["team"]), place);
        await bot.Chat.SendAsync(news with { Card = news.Card with { Controls = [new Button("do:1", "Do it")] } }, CancellationToken.None);
        var answer = new TaskCompletionSource<Reply>();
        bot.Bot.Answer = (_, _) => answer.Task;
        var text = Text();

        var pressed = await Emulator.PressAsync("sam", Assert.Single(await WithAsync(place)), "Do it", wait: 30_000);
        Assert.Equal(6, pressed.Answer);
        answer.SetResult(new Reply.Private(new Card(RichText.Typed(text))));
        await Emulator.WaitMessageAsync("sam", "team", text, wait: 30_000);

        Assert.Equal("sam", Assert.Single(await WithAsync(text)).OnlyFor);
        Assert.DoesNotContain(await Emulator.SeesAsync("kim", "team"), message => message.Text.Contains(text, StringComparison.Ordinal));
    }

    private static string Text() => $"posting-{Interlocked.Increment(ref numbers)}-of-this-test";

    private static Outgoing News(SeenGuild guild, Destination to, string text) =>
        new($"post-{Interlocked.Increment(ref numbers)}-{Environment.TickCount64}", new WorkspaceId("discord:" + guild.Id), to, new Card(RichText.Typed(text)));

    private async Task<(string Thread, string Text)> ReadsInThreadAsync(BareBot bot, SeenGuild guild, string person)
    {
        var text = Text();
        var outcome = await bot.Chat.SendAsync(News(guild, new Destination.Direct(new MemberId(guild.Members[person])), text), CancellationToken.None);
        Assert.True(outcome is SendOutcome.Sent, outcome.ToString());
        var thread = Assert.Single(await WithAsync(text)).Channel;
        Assert.Contains(await Emulator.SeesAsync(person, thread), message => message.Text.Contains(text, StringComparison.Ordinal));
        return (thread, text);
    }

    private async Task<IReadOnlyList<SeenMessage>> WithAsync(string text) => [.. (await Emulator.MessagesAsync()).Where(message => message.Text.Contains(text, StringComparison.Ordinal))];
}
