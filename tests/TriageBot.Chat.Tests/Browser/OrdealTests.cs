using Microsoft.Playwright;
using TriageBot.Chat.Tests.Http;
using TriageBot.Core.Chat;
using static Microsoft.Playwright.Assertions;

namespace TriageBot.Chat.Tests.Browser;

/// <summary>What a person does too fast, too early or in an unusual script: nothing typed is lost, and nothing happens that nobody chose.</summary>
public sealed class OrdealTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ChatHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChatHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_double_click_presses_once_even_when_the_card_changed_in_between()
    {
        var sam = await OpenAsync("sam");
        await sam.SayAsync("/urgent Server down");

        await ClickAsync(sam, "The business stops", clickCount: 1);
        await Expect(sam.Newest).ToContainTextAsync("if it waits: harm.");
        await ClickAsync(sam, "The business stops", clickCount: 2);
        await sam.SayAsync("/agenda");

        await Expect(sam.Newest).ToContainTextAsync("Agenda of today");
        Assert.Single(host.Bot.Heard, heard => heard.Body is IncomingBody.Pressed);
    }

    [Fact]
    public async Task Right_to_left_text_reads_right_to_left_and_leaves_the_bots_words_alone()
    {
        var sam = await OpenAsync("sam");
        var words = RichText.Plain("Held (").Then(RichText.Typed("\u202Eevil")).Then("), read at 10:30");
        await host.Chat.SendAsync(new Outgoing("held", host.Chat.Workspace, ChatFixture.Team, new Card(words)), CancellationToken.None);
        await Expect(sam.Newest).ToContainTextAsync("read at 10:30");

        // The first letter of the bot's last words stands left of the last one.
        Assert.True(await sam.Newest.Locator(".text").EvaluateAsync<bool>("""
            (text) => {
              const place = (at) => {
                const range = document.createRange();
                range.setStart(text.lastChild, at);
                range.setEnd(text.lastChild, at + 1);
                return range.getBoundingClientRect().left;
              };
              return place(0) < place(text.lastChild.length - 1);
            }
            """));

        await sam.SayAsync("مرحبا بالعالم!");
        await Expect(sam.Newest.Locator(".typed")).ToHaveCSSAsync("direction", "rtl");
        await sam.Box.FillAsync("مرحبا");
        await Expect(sam.Box).ToHaveCSSAsync("direction", "rtl");
    }

    [Fact]
    public async Task The_way_to_new_messages_is_not_covered_by_a_long_draft()
    {
        for (var number = 1; number <= 40; number++) await host.SayAsync("kim", $"post {number}");
        var sam = await OpenAsync("sam");
        await sam.Box.FillAsync(string.Concat(Enumerable.Repeat("line\n", 20)));
        await sam.Messages.First.HoverAsync();
        await sam.Page.Mouse.WheelAsync(0, -10_000);
        await Expect(sam.Messages.First).ToBeInViewportAsync();
        await host.SayAsync("kim", "something new");

        await sam.Button("New messages").ClickAsync();

        await Expect(sam.Newest).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_refused_line_goes_back_to_the_box_it_came_from()
    {
        var sam = await OpenAsync("sam");
        var isAsked = new TaskCompletionSource();
        var isLeft = new TaskCompletionSource();
        await sam.Page.RouteAsync("**/chat/say*", async route =>
        {
            isAsked.SetResult();
            await isLeft.Task;
            await route.FulfillAsync(new() { Status = 422, ContentType = "application/json", Body = """{"error":"Not today."}""" });
        });
        await sam.Button("TriageBot").ClickAsync();
        await sam.SayAsync("for the bot alone");
        await isAsked.Task;
        await sam.Button("team").ClickAsync();
        await sam.Box.FillAsync("for the team");
        isLeft.SetResult();

        await Expect(sam.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Not today. Your text is back in the box of TriageBot.");
        await Expect(sam.Box).ToHaveValueAsync("for the team");
        await sam.Button("TriageBot").ClickAsync();
        await Expect(sam.Box).ToHaveValueAsync("for the bot alone");
    }

    [Fact]
    public async Task What_is_typed_before_the_chat_has_answered_is_kept()
    {
        var sam = await OpenAsync("sam");
        var isTyped = new TaskCompletionSource();
        await sam.Page.RouteAsync("**/chat/state*", async route =>
        {
            await isTyped.Task;
            await route.ContinueAsync();
        });
        await sam.Page.ReloadAsync();
        await sam.Box.ClickAsync();
        await sam.Page.Keyboard.TypeAsync("early words");
        await sam.Page.Keyboard.PressAsync("Enter");
        isTyped.SetResult();

        await Expect(sam.Page.GetByRole(AriaRole.Heading, new() { Name = "#team", Exact = true })).ToBeVisibleAsync();
        await Expect(sam.Box).ToHaveValueAsync("early words");
        await sam.Page.Keyboard.PressAsync("Enter");
        await Expect(sam.Newest).ToContainTextAsync("early words");
    }

    [Fact]
    public async Task What_the_chat_cannot_save_stays_with_the_chats_own_reason()
    {
        var sam = await OpenAsync("sam");
        await sam.Page.RouteAsync("**/chat/say*", route =>
            route.FulfillAsync(new() { Status = 503, ContentType = "application/json", Body = """{"error":"The disk may be full."}""" }));

        await sam.SayAsync("hello");

        await Expect(sam.Newest).ToContainTextAsync("The disk may be full.");
        await sam.Page.UnrouteAllAsync();
        await sam.Button("Try again").ClickAsync();
        await Expect(sam.Page.GetByText("not sent")).ToHaveCountAsync(0);
        await Expect(sam.Newest).ToContainTextAsync("hello");
    }

    [Fact]
    public async Task A_refused_form_keeps_its_text_and_the_focus()
    {
        var you = await OpenAsync("you");
        await you.SayAsync("/break");
        await you.Button("Answer").ClickAsync();
        await you.Form.GetByLabel("Minutes it took").ClickAsync();
        await you.Page.Keyboard.InsertTextAsync("about ten");

        await you.Form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(you.Form.GetByRole(AriaRole.Alert)).ToHaveTextAsync("“Minutes it took” is 9 characters long; 4 fit.");
        await Expect(you.Form.GetByLabel("Minutes it took")).ToHaveValueAsync("about ten");
        await Expect(you.Form.GetByRole(AriaRole.Button, new() { Name = "Send" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_one_person_left_in_a_form_is_not_shown_to_another()
    {
        var you = await OpenAsync("you");
        await you.SayAsync("/form");
        await you.Form.GetByLabel("Answer", new() { Exact = true }).FillAsync("half a thought");
        await you.Page.Keyboard.PressAsync("Escape");
        await you.Page.GetByRole(AriaRole.Radio, new() { Name = "Kim" }).CheckAsync(new() { Force = true });
        await Expect(you.Page.Locator("#me")).ToContainTextAsync("Kim");

        await you.SayAsync("/form");

        await Expect(you.Form.GetByLabel("Answer", new() { Exact = true })).ToHaveValueAsync("On it");
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_person_was_changed_is_not_shown_to_the_other()
    {
        var sam = await OpenAsync("sam");
        await sam.SayAsync("/urgent Server down");
        var isChanged = new TaskCompletionSource();
        await sam.Page.RouteAsync("**/chat/press*", async route =>
        {
            var answer = await route.FetchAsync();
            await isChanged.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        var answered = sam.Page.WaitForResponseAsync("**/chat/press*");
        await sam.Button("Withdraw").ClickAsync();
        await Expect(sam.Newest).ToContainTextAsync("is withdrawn");
        await sam.Page.GetByRole(AriaRole.Radio, new() { Name = "Kim" }).CheckAsync(new() { Force = true });
        await Expect(sam.Page.Locator("#me")).ToContainTextAsync("Kim");
        isChanged.SetResult();
        await (await answered).FinishedAsync();
        await sam.SayAsync("hello from Kim");

        await Expect(sam.Newest).ToContainTextAsync("hello from Kim");
        await Expect(sam.Messages).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_focus_stays_in_the_list_when_there_is_nothing_older()
    {
        for (var number = 1; number <= 70; number++) await host.SayAsync("kim", $"post {number}");
        var sam = await OpenAsync("sam");

        await sam.Button("Show older messages").PressAsync("Enter");

        await Expect(sam.Messages.First).ToContainTextAsync("post 1");
        await Expect(sam.Messages.First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task News_of_a_chat_that_began_anew_counts_as_unread()
    {
        await host.SayAsync("kim", "hello", "channel:support");
        var sam = await OpenAsync("sam");
        await sam.Page.EvaluateAsync("localStorage.setItem('triagebot.read', JSON.stringify({ 'sam channel:support': Date.now() * 2 }))");

        await sam.Page.ReloadAsync();

        await Expect(sam.Page).ToHaveTitleAsync("(1) #team · TriageBot");
    }

    [Theory]
    [InlineData(1180, 760)]
    [InlineData(360, 740)]
    public async Task A_long_name_fits(int width, int height)
    {
        var name = new string('W', 40);
        await host.PostAsync("/chat/person", "sam", new { name });
        var page = await ChatPage.OpenAsync(chromium, host.Address, name.ToLowerInvariant(), new() { ViewportSize = new() { Width = width, Height = height } });

        await Chromium.PictureAsync(page.Page, $"long-name-{width}");
        await page.ExpectNoSidewaysScrollingAsync();
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => { const side = document.querySelector('#sidebar'); return side.scrollWidth - side.clientWidth; }"));
        Assert.True((await page.Page.Locator("#title").BoundingBoxAsync())!.Width > 60);
    }

    [Fact]
    public async Task What_was_sent_while_the_connection_was_down_goes_out_as_whoever_wrote_it_once_and_in_order_whoever_is_chosen_now()
    {
        var sam = await OpenAsync("sam");
        await sam.Page.RouteAsync("**/chat/say*", route => route.AbortAsync());
        foreach (var line in (string[])["first", "second", "third"]) await sam.SayAsync(line);
        await Expect(sam.Page.GetByText("not sent")).ToHaveCountAsync(3);
        await sam.Page.GetByRole(AriaRole.Radio, new() { Name = "Kim" }).CheckAsync(new() { Force = true });
        await Expect(sam.Page.Locator("#me")).ToContainTextAsync("Kim");

        await sam.Page.UnrouteAllAsync();
        await BreakConnectionAsync();

        await Expect(sam.Messages).ToHaveCountAsync(3);
        await Expect(sam.Messages.Locator(".text")).ToHaveTextAsync(["first", "second", "third"]);
        await Expect(sam.Messages.First).ToContainTextAsync("Sam");
        Assert.Equal(["first", "second", "third"], host.Bot.Heard.Select(heard => ((IncomingBody.Typed)heard.Body).Text));
        Assert.All(host.Bot.Heard, heard => Assert.Equal(ChatFixture.Sam, heard.Author.Id));
    }

    [Fact]
    public async Task A_line_does_not_overtake_those_that_wait_before_it()
    {
        var sam = await OpenAsync("sam");
        await sam.Page.RouteAsync("**/chat/say*", route => route.AbortAsync());
        foreach (var line in (string[])["first", "second"]) await sam.SayAsync(line);
        await Expect(sam.Page.GetByText("not sent")).ToHaveCountAsync(2);
        await sam.Page.UnrouteAllAsync();

        await sam.SayAsync("third");

        await Expect(sam.Page.GetByText("not sent")).ToHaveCountAsync(0);
        await Expect(sam.Messages.Locator(".text")).ToHaveTextAsync(["first", "second", "third"]);
        Assert.Equal(["first", "second", "third"], host.Bot.Heard.Select(heard => ((IncomingBody.Typed)heard.Body).Text));
    }

    [Fact]
    public async Task More_unread_messages_than_are_loaded_are_counted_as_at_least_so_many()
    {
        for (var number = 1; number <= 60; number++) await host.SayAsync("kim", $"post {number}", "channel:support");
        await host.SayAsync("kim", "hello");

        var sam = await OpenAsync("sam");

        await Expect(sam.Button("support 50+ unread")).ToBeVisibleAsync();
        await Expect(sam.Page).ToHaveTitleAsync("(50+) #team · TriageBot");
        await sam.Button("support 50+ unread").ClickAsync();
        await Expect(sam.Page).ToHaveTitleAsync("#support · TriageBot");
        await host.SayAsync("kim", "one more");
        await Expect(sam.Button("team 1 unread")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_that_is_held_on_a_button_presses_once()
    {
        var sam = await OpenAsync("sam");
        await sam.SayAsync("/urgent Server down");
        await sam.Button("The business stops").FocusAsync();

        await sam.Page.Keyboard.DownAsync("Enter");
        await Expect(sam.Newest).ToContainTextAsync("if it waits: harm.");
        for (var repeat = 1; repeat <= 5; repeat++) await sam.Page.Keyboard.DownAsync("Enter");
        await sam.Page.Keyboard.UpAsync("Enter");
        await sam.SayAsync("/agenda");

        await Expect(sam.Newest).ToContainTextAsync("Agenda of today");
        Assert.Single(host.Bot.Heard, heard => heard.Body is IncomingBody.Pressed);
    }

    [Fact]
    public async Task Enter_that_is_held_on_what_opens_a_form_types_nothing_into_it()
    {
        var you = await OpenAsync("you");
        await you.SayAsync("/break");
        await you.Button("Answer").FocusAsync();

        await you.Page.Keyboard.DownAsync("Enter");
        await Expect(you.Form.GetByLabel("Answer", new() { Exact = true })).ToBeFocusedAsync();
        for (var repeat = 1; repeat <= 5; repeat++) await you.Page.Keyboard.DownAsync("Enter");
        await you.Page.Keyboard.UpAsync("Enter");

        await Expect(you.Form.GetByLabel("Answer", new() { Exact = true })).ToHaveValueAsync("On it");
    }

    [Fact]
    public async Task The_days_and_times_are_the_teams_where_the_browser_is_elsewhere_and_when_midnight_passes()
    {
        host.Clock.Now = new DateTimeOffset(2026, 3, 13, 23, 58, 0, TimeSpan.FromHours(1));
        var zone = TimeZoneInfo.ConvertTime(host.Clock.Now, host.Clock.LocalTimeZone);
        await host.SayAsync("kim", "before");
        var sam = await ChatPage.OpenAsync(chromium, host.Address, "sam", new() { TimezoneId = "Pacific/Auckland" });
        await Expect(sam.Newest.Locator("time")).ToHaveTextAsync(zone.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

        host.Clock.Now = host.Clock.Now.AddDays(1);
        await host.SayAsync("kim", "after");

        await Expect(sam.Messages).ToHaveCountAsync(2);
        await Expect(sam.Page.Locator(".separator.day")).ToHaveTextAsync(
            [.. new[] { zone, zone.AddDays(1) }.Select(day => day.ToString("dddd d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture))]);
    }

    [Fact]
    public async Task Two_tabs_of_one_person_agree_on_what_is_read_and_said_and_each_keeps_its_own_form()
    {
        var one = await OpenAsync("sam");
        var two = new ChatPage(await one.Page.Context.NewPageAsync());
        await two.Page.GotoAsync(one.Page.Url);
        await Expect(two.Box).ToBeFocusedAsync();
        await host.SayAsync("kim", "one", "channel:support");
        await Expect(one.Button("support 1 unread")).ToBeVisibleAsync();

        await two.Button("support 1 unread").ClickAsync();
        await Expect(one.Button("support")).ToBeVisibleAsync();
        await two.Button("team").ClickAsync();
        await two.SayAsync("from the second");
        await Expect(one.Newest).ToContainTextAsync("from the second");
        await one.SayAsync("/form");
        await one.Form.GetByLabel("Answer", new() { Exact = true }).FillAsync("in the first");
        await two.SayAsync("/form");
        await Expect(two.Form.GetByLabel("Answer", new() { Exact = true })).ToHaveValueAsync("On it");
        foreach (var (tab, said) in ((ChatPage, string)[])[(two, "Answered #142: On it"), (one, "Answered #142: in the first")])
        {
            await tab.Form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await Expect(tab.Form).ToBeHiddenAsync();
            await Expect(one.Newest).ToContainTextAsync(said);
        }
    }

    [Fact]
    public async Task The_line_of_help_fits_a_very_narrow_window()
    {
        var sam = await ChatPage.OpenAsync(chromium, host.Address, "sam", new() { ViewportSize = new() { Width = 320, Height = 640 } });

        await Chromium.PictureAsync(sam.Page, "help-320");
        await sam.ExpectNoSidewaysScrollingAsync();
        foreach (var part in await sam.Page.Locator("#composer-help > span:not(#counter)").AllAsync())
        {
            Assert.InRange((await part.BoundingBoxAsync())!.Height, 1, 20);
        }
    }

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u3164\u202E")]
    public async Task Nobody_gets_a_name_that_cannot_be_seen(string name)
    {
        var sam = await OpenAsync("sam");
        await sam.Button("Add a person").ClickAsync();
        await sam.Form.GetByLabel("Name").FillAsync(name);

        await sam.Form.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

        await Expect(sam.Form.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Nobody could see this name. Give the person one with letters.");
    }

    private async Task BreakConnectionAsync()
    {
        await host.StopAsync();
        await host.StartAgainAsync();
    }

    private Task<ChatPage> OpenAsync(string member) => ChatPage.OpenAsync(chromium, host.Address, member);

    private static async Task ClickAsync(ChatPage page, string button, int clickCount)
    {
        var place = await page.Button(button).BoundingBoxAsync();
        await page.Page.Mouse.MoveAsync(place!.X + place.Width / 2, place.Y + place.Height / 2);
        await page.Page.Mouse.DownAsync(new() { ClickCount = clickCount });
        await page.Page.Mouse.UpAsync(new() { ClickCount = clickCount });
    }
}
