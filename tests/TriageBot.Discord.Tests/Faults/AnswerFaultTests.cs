using TriageBot.Core.Chat;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Discord.Tests.Faults;

/// <summary>Answers that Discord does not take the first time: people get them all the same.</summary>
public sealed class AnswerFaultTests(SharedDiscord discord) : IClassFixture<SharedDiscord>
{
    private static int numbers;

    private DiscordEmulator Emulator => discord.Emulator;

    [Fact]
    public async Task A_suggestion_of_which_nothing_would_be_seen_costs_only_itself()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        bot.Bot.Complete = _ => [new Choice("a", "\u202e\u200f"), new Choice("b", "\u200b"), new Choice("c", "Acme"), new Choice("d", "Ac\u202eme"), new Choice("c", "Acme again"), new Choice("e", "Bolt")];

        var suggested = await Emulator.SuggestAsync("sam", "team", "urgent", "due", new { due = "" }, wait: 30_000);

        Assert.Equal(8, suggested.Answer);
        Assert.Equal(["Acme", "Bolt"], suggested.Choices!.Select(choice => (string?)choice!["name"]));
    }

    [Fact]
    public async Task A_customer_of_whose_name_nothing_is_seen_is_not_added_and_suggestions_go_on()
    {
        await using var team = await DiscordTeam.StartWithOwnerAsync();
        await team.SlashAsync(DiscordTeam.Boss, "customer", new { action = "add", name = "Acme" });

        var refused = await team.SlashAsync(DiscordTeam.Sam, "customer", new { action = "add", name = "\u202e\u200f" });
        var suggested = await team.Emulator.SuggestAsync(DiscordTeam.Boss, "team", "urgent", "customer", new { customer = "" }, wait: 30_000);

        Assert.Contains("the customer's name", refused.Message!.Text, StringComparison.Ordinal);
        Assert.Equal("Acme", (string?)Assert.Single(suggested.Choices!)!["name"]);
    }

    [Fact]
    public async Task Suggestions_that_Discord_refuses_are_noticed()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { path = "/callback", status = 400, body = """{"message":"Invalid Form Body","code":50035}""" });

        await Emulator.SuggestAsync("sam", "team", "urgent", "due", new { due = "" }, wait: 0);

        await bot.LoggedAsync("Invalid Form Body");
    }

    [Fact]
    public async Task An_answer_reaches_the_person_although_Discord_is_in_trouble_when_it_is_given()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { path = "/callback", status = 503, body = "x", times = 99 });
        var text = Text();

        await bot.UrgentAsync(text, wait: 0);
        var news = await Emulator.WaitMessageAsync("sam", "@bot", text, wait: 30_000);
        await Emulator.SayAsync("rest-clear");

        Assert.Equal("sam", news.ChannelName);
    }

    [Fact]
    public async Task An_answer_reaches_the_person_although_Discord_is_in_trouble_when_it_is_announced()
    {
        await using var bot = await BareBot.StartAsync(Emulator, change: options => options with { Patience = TimeSpan.Zero });
        await Emulator.FailAsync(new { path = "/callback", status = 503, body = "x", times = 99 });
        var answer = new TaskCompletionSource<Reply>();
        bot.Bot.Answer = (_, _) => answer.Task;
        var text = Text();

        var said = await bot.UrgentAsync(text, wait: 0);
        await Emulator.WaitRequestAsync($"/interactions/{said.Id}/", status: 503, wait: 30_000);
        answer.SetResult(new Reply.Private(new Card(RichText.Typed(text))));
        await Emulator.WaitMessageAsync("sam", "@bot", text, wait: 30_000);
        await Emulator.SayAsync("rest-clear");
    }

    [Fact]
    public async Task An_announcement_that_arrived_without_being_confirmed_is_answered_in_its_place()
    {
        await using var bot = await BareBot.StartAsync(Emulator, change: options => options with { Patience = TimeSpan.Zero });
        await Emulator.FailAsync(new { path = "/callback", drop = "after" });
        await Emulator.FailAsync(new { path = "/callback", status = 503, body = "x", times = 99 });
        var answer = new TaskCompletionSource<Reply>();
        bot.Bot.Answer = (_, _) => answer.Task;
        var text = Text();

        var said = await bot.UrgentAsync(text, wait: 0);
        await Emulator.WaitRequestAsync($"/interactions/{said.Id}/", status: 503, wait: 30_000);
        answer.SetResult(new Reply.Private(new Card(RichText.Typed(text))));
        var done = await Emulator.CompleteAsync(said, 30_000);
        await Emulator.SayAsync("rest-clear");

        Assert.Contains(text, done.Message!.Text, StringComparison.Ordinal);
        Assert.Equal("sam", done.Message.OnlyFor);
    }

    [Fact]
    public async Task An_answer_that_can_be_brought_nowhere_is_told_to_whoever_runs_the_bot()
    {
        await Emulator.SetUserAsync("kim", takesDirectMessages: false);
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { path = "/callback", late = 4000 });
        await Emulator.FailAsync(new { method = "POST", path = "/threads", status = 403, body = """{"message":"Missing Permissions","code":50013}""", times = 9 });

        await bot.UrgentAsync(Text(), who: "kim", wait: 0);

        await bot.LoggedAsync("could not be brought");
        await Emulator.SetUserAsync("kim", takesDirectMessages: true);
        await Emulator.SayAsync("rest-clear");
        Assert.Contains("Create Private Threads", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("of-this-test", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_for_somebody_whose_server_is_not_known_does_not_vanish_unsaid()
    {
        await using var bot = await BareBot.StartAsync(Emulator);
        await Emulator.FailAsync(new { path = "/callback", status = 404, body = """{"message":"Unknown interaction","code":10062}""" });

        await Emulator.SlashAsync("kim", "@bot", "urgent", new { what = Text() }, wait: 0);

        await bot.LoggedAsync("could not be brought");
        Assert.DoesNotContain("of-this-test", bot.Log, StringComparison.Ordinal);
    }

    private static string Text() => $"answer-{Interlocked.Increment(ref numbers)}-of-this-test";
}
