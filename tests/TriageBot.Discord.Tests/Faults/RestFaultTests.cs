using TriageBot.Chat.Discord;
using TriageBot.Core.Chat;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Faults;

/// <summary>What goes wrong with requests, and what people see of it.</summary>
public sealed class RestFaultTests(SharedDiscord discord) : IClassFixture<SharedDiscord>
{
    private static int numbers;

    private DiscordEmulator Emulator => discord.Emulator;

    [Theory]
    [InlineData("user", false)]
    [InlineData("global", false)]
    [InlineData("shared", false)]
    [InlineData("user", true)]
    public async Task A_request_that_was_one_too_many_is_sent_again_after_the_time_given(string scope, bool withoutBody)
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { method = "POST", path = "/messages", scope, retryAfter = 300, withoutBody });
        var text = Text();

        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(await NewsAsync(text), CancellationToken.None));
        Assert.Single(await WithAsync(text));
    }

    [Fact]
    public async Task A_limit_that_lasts_long_gives_way_to_other_messages()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { method = "POST", path = "/messages", scope = "user", retryAfter = 60_000 });

        var later = Assert.IsType<SendOutcome.Later>(await bot.Chat.SendAsync(await NewsAsync(Text()), CancellationToken.None));
        Assert.InRange(later.After, TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(61));
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_stops_the_bot_with_a_sentence_and_nothing_more_is_sent()
    {
        await Emulator.FailAsync(new { path = "/applications/@me", status = 401, body = """{"message":"401: Unauthorized","code":0}""" });
        await using var bot = await BareBot.StartAsync(Emulator, isReady: false);

        var stopped = await Assert.ThrowsAsync<DiscordStoppedException>(() => bot.Running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains("Discord:Token", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Emulator.Token, stopped.Message, StringComparison.Ordinal);

        var before = (await Emulator.RequestsAsync()).Count;
        Assert.IsType<SendOutcome.Later>(await bot.Chat.SendAsync(await NewsAsync(Text()), CancellationToken.None));
        Assert.Equal(before, (await Emulator.RequestsAsync()).Count);
    }

    [Theory]
    [InlineData("/applications/@me", "<html><h1>Maintenance</h1></html>")]
    [InlineData("/gateway/bot", "<html><h1>Maintenance</h1></html>")]
    [InlineData("/gateway/bot", "{}")]
    [InlineData("/gateway/bot", """{"url":"gateway.example"}""")]
    [InlineData("/gateway/bot", """{"url":"https://gateway.example"}""")]
    public async Task A_start_that_Discord_answers_with_something_else_goes_on_when_it_answers(string path, string body)
    {
        await Emulator.FailAsync(new { method = "GET", path, status = 200, body });
        await using var bot = await BareBot.StartAsync(Emulator, isReady: false, clock: new EagerClock());

        Assert.Same(bot.Bot.IsPresent, await Task.WhenAny(bot.Bot.IsPresent, bot.Running).WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_server_in_trouble_is_asked_again_until_it_answers()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { method = "POST", path = "/messages", status = 502, body = "<html><h1>502 Bad Gateway</h1></html>", contentType = "text/html", times = 2 });
        var text = Text();

        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(await NewsAsync(text), CancellationToken.None));
        Assert.Single(await WithAsync(text));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task A_message_whose_answer_got_lost_is_sent_again_and_appears_once(string drop)
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { method = "POST", path = "/messages", drop });
        var text = Text();

        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(await NewsAsync(text), CancellationToken.None));
        Assert.Single(await WithAsync(text));
    }

    [Fact]
    public async Task A_message_repeated_after_the_nonce_is_forgotten_is_looked_for_first()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var news = await NewsAsync(Text());
        var first = Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(news, CancellationToken.None));
        await Emulator.AdvanceAsync(TimeSpan.FromMinutes(30));

        var tried = TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(30);
        var again = await bot.Chat.SendAsync(news with { FirstTriedAt = tried.ToUnixTimeMilliseconds() }, CancellationToken.None);

        Assert.Equal(first, again);
        Assert.Single(await WithAsync(news.Card.Text.ToPlainText()));
    }

    [Fact]
    public async Task An_old_message_that_never_arrived_is_posted_now()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var news = await NewsAsync(Text()) with { FirstTriedAt = TimeProvider.System.GetUtcNow().AddMinutes(-30).ToUnixTimeMilliseconds() };

        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(news, CancellationToken.None));
        Assert.Single(await WithAsync(news.Card.Text.ToPlainText()));
    }

    [Fact]
    public async Task An_answer_given_twice_is_seen_once()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { path = "/callback", drop = "after" });

        var said = await bot.UrgentAsync(Text());
        Assert.Equal(4, said.Answer);
        Assert.DoesNotContain("Error", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_for_its_place_reaches_the_person_directly()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { path = "/callback", late = 4000 });
        var text = Text();

        await bot.UrgentAsync(text, wait: 0);
        var news = await Emulator.WaitMessageAsync("sam", "@bot", text, wait: 30_000);
        Assert.Equal(0, news.Pings);
    }

    [Theory]
    [InlineData(2.9)]
    [InlineData(3.1)]
    public async Task An_answer_that_takes_its_time_is_announced_and_takes_the_place_of_the_announcement(double seconds)
    {
        await using var bot = await BareBot.StartAsync(Emulator, change: options => options with { Patience = TimeSpan.Zero });
        var answer = new TaskCompletionSource<Reply>();
        bot.Bot.Answer = (_, _) => answer.Task;
        var text = Text();

        var said = await bot.UrgentAsync(text, wait: 0);
        await Emulator.WaitRequestAsync($"/interactions/{said.Id}/", status: 204, wait: 30_000);
        await Emulator.AgeAsync(said, TimeSpan.FromSeconds(seconds));
        answer.SetResult(new Reply.Private(new Card(RichText.Typed(text))));

        var done = await Emulator.CompleteAsync(said, 30_000);
        Assert.Equal(5, done.Answer);
        Assert.Equal("sam", done.Message!.OnlyFor);
        Assert.Contains(text, done.Message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14, 59, false)]
    [InlineData(15, 1, true)]
    public async Task After_fifteen_minutes_an_answer_goes_to_the_person_directly(int minutes, int seconds, bool isDirect)
    {
        await using var bot = await BareBot.StartAsync(Emulator, change: options => options with { Patience = TimeSpan.Zero });
        var answer = new TaskCompletionSource<Reply>();
        bot.Bot.Answer = (_, _) => answer.Task;
        var text = Text();

        // Discord's clock stands still meanwhile, so that a busy machine does not decide on which side of the limit this is.
        var stoodAt = await Emulator.StopClockAsync();
        var said = await bot.UrgentAsync(text, wait: 0);
        await Emulator.WaitRequestAsync($"/interactions/{said.Id}/", status: 204, wait: 30_000);
        await Emulator.AgeAsync(said, new TimeSpan(0, minutes, seconds));
        answer.SetResult(new Reply.Private(new Card(RichText.Typed(text))));

        if (isDirect) Assert.Contains(text, (await Emulator.WaitMessageAsync("sam", "@bot", text, wait: 30_000)).Text, StringComparison.Ordinal);
        else Assert.Contains(text, (await Emulator.CompleteAsync(said, 30_000)).Message!.Text, StringComparison.Ordinal);
        await Emulator.SetClockAsync(stoodAt);
        Assert.True(bot.Running.IsCompleted is false, "The 401 of an old answer is not the token's.");
    }

    [Fact]
    public async Task Who_takes_no_direct_messages_reads_the_news_in_a_private_thread()
    {
        await Emulator.SetUserAsync("kim", takesDirectMessages: false);
        await using var bot = await BareBot.StartAsync(Emulator);
        await bot.UrgentAsync("first");
        var (guild, kim) = await KimAsync();
        var first = Text();
        var second = Text();

        var sent = await bot.Chat.SendAsync(News(first) with { Workspace = guild, To = new Destination.Direct(kim) }, CancellationToken.None);
        Assert.True(sent is SendOutcome.Sent, sent.ToString());
        Assert.IsType<SendOutcome.Sent>(await bot.Chat.SendAsync(News(second) with { Workspace = guild, To = new Destination.Direct(kim) }, CancellationToken.None));

        var shown = (await Emulator.MessagesAsync()).Where(message => message.Text.Contains(first, StringComparison.Ordinal) || message.Text.Contains(second, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, shown.Count);
        Assert.Single(shown.Select(message => message.Channel).Distinct());
        Assert.All(shown, message => Assert.Equal(["@kim"], message.Named));
        await Emulator.SetUserAsync("kim", takesDirectMessages: true);
    }

    [Theory]
    [InlineData(403, """{"message":"Missing Permissions","code":50013}""", "Send Messages")]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""", "gone")]
    public async Task A_place_that_takes_no_message_is_refused_with_what_to_do(int status, string body, string named)
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { method = "POST", path = "/messages", status, body });

        var refused = Assert.IsType<SendOutcome.Refused>(await bot.Chat.SendAsync(await NewsAsync(Text()), CancellationToken.None));
        Assert.Contains(named, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_nobody_foresaw_in_a_card_costs_its_buttons_but_not_its_words()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { path = "/callback", status = 400, body = """{"message":"Invalid Form Body","code":50035,"errors":{"data":{"_errors":[{"code":"NEW","message":"new"}]}}}""" });
        var text = Text();

        var said = await bot.UrgentAsync(text);
        Assert.Contains(text, said.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("NEW", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_too_long_for_a_message_is_cut_and_comes_whole_in_a_file()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        var said = await bot.UrgentAsync(string.Concat(Enumerable.Repeat("👨‍👩‍👧 *x*_", 300)));

        Assert.Matches(@"\+\d+ more characters, in the file", said.Message!.Text);
        var file = Assert.Single(said.Message.Files);
        Assert.Equal("whole-text.txt", file.Filename);
    }

    [Fact]
    public async Task The_commands_are_written_only_when_they_differ()
    {
        await using (await BareBot.StartAsync(Emulator))
        {
            await Emulator.WaitCommandsAsync(count: 3);
        }

        var before = (await Emulator.RequestsAsync("/commands")).Count(request => request.Method == "PUT");
        await using var again = await BareBot.StartAsync(Emulator);
        Assert.Equal(before, (await Emulator.RequestsAsync("/commands")).Count(request => request.Method == "PUT"));
    }

    [Fact]
    public async Task No_token_is_ever_logged()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { path = "/callback", status = 400, body = """{"message":"Invalid Form Body","code":50035}""", times = 2 });
        var one = await bot.UrgentAsync("a", wait: 0);
        await Emulator.FailAsync(new { path = "/callback", drop = "before", times = 9 });
        var two = await bot.UrgentAsync("b", wait: 0);
        await bot.Bot.NextAsync();
        await bot.Bot.NextAsync();
        await Emulator.DropAsync();
        await Emulator.SayAsync("rest-clear");
        await bot.UrgentAsync("c");

        Assert.NotEmpty(bot.Log);
        Assert.All([Emulator.Token, one.Token, two.Token], secret => Assert.DoesNotContain(secret, bot.Log, StringComparison.Ordinal));
    }

    private static string Text() => $"text-{Interlocked.Increment(ref numbers)}-of-this-test";

    private static Outgoing News(string text) => new($"key-{Interlocked.Increment(ref numbers)}-{Environment.TickCount64}", default, new Destination.Channel("0"), new Card(RichText.Typed(text)));

    private async Task<Outgoing> NewsAsync(string text)
    {
        var guild = await GuildAsync();
        return News(text) with { Workspace = new WorkspaceId("discord:" + guild.Id), To = new Destination.Channel(guild.Channels["team"]) };
    }

    private async Task<(WorkspaceId Guild, MemberId Kim)> KimAsync()
    {
        var guild = await GuildAsync();
        return (new WorkspaceId("discord:" + guild.Id), new MemberId(guild.Members["kim"]));
    }

    private Task<SeenGuild> GuildAsync() => discord.OpsAsync();

    private async Task<IReadOnlyList<SeenMessage>> WithAsync(string text) =>
        [.. (await Emulator.MessagesAsync()).Where(message => message.Text.Replace("\\", "", StringComparison.Ordinal).Contains(text, StringComparison.Ordinal))];

    /// <summary>Nobody wants to wait for the 5 s between two questions.</summary>
    private sealed class EagerClock : TimeProvider
    {
        private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(5);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime == BetweenQuestions ? TimeSpan.Zero : dueTime, period);
    }
}
