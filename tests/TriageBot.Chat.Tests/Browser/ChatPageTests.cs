using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using TriageBot.Chat.Tests.Http;
using static Microsoft.Playwright.Assertions;

namespace TriageBot.Chat.Tests.Browser;

public sealed class ChatPageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ChatHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChatHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Everything_typed_is_shown_as_text()
    {
        const string text = "<img src=x onerror=\"document.title='broken'\"> **bold**\n  <b>second</b> line & more";
        var kim = await OpenAsync("kim");
        var sam = await OpenAsync("sam");

        await sam.SayAsync(text);

        await Expect(kim.Newest.Locator(".typed")).ToHaveTextAsync(text, new() { UseInnerText = true });
        await Expect(kim.Newest.Locator(".typed > *")).ToHaveCountAsync(0);
        await Expect(kim.Page).Not.ToHaveTitleAsync("broken");
    }

    [Fact]
    public async Task Two_windows_as_different_people_stay_in_step()
    {
        var sam = await OpenAsync("sam");
        var kim = await OpenAsync("kim");

        await sam.SayAsync("hello");
        await kim.SayAsync("hi Sam");
        await sam.SayAsync("/urgent Server down");

        await Expect(sam.Messages).ToHaveCountAsync(4);
        await Expect(sam.Newest).ToContainTextAsync("Only you can see this");
        await Expect(kim.Messages).ToHaveCountAsync(2);
        await Expect(kim.Messages.First).ToContainTextAsync("hello");
    }

    [Fact]
    public async Task A_card_is_edited_in_place_and_says_so()
    {
        var sam = await OpenAsync("sam");
        await sam.SayAsync("/urgent Server down");

        await sam.Button("The business stops").ClickAsync();
        await Expect(sam.Newest).ToContainTextAsync("if it waits: harm.");
        await sam.Button("Withdraw").ClickAsync();

        await Expect(sam.Newest).ToContainTextAsync("#142 is withdrawn. (edited)");
        await Expect(sam.Messages).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_whole_way_goes_by_keyboard_alone()
    {
        var you = await OpenAsync("you");
        var keys = you.Page.Keyboard;

        await keys.TypeAsync("/br");
        await Expect(you.Suggestions).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");
        await Expect(you.Box).ToHaveValueAsync("/break");
        await keys.PressAsync("Enter");
        await Expect(you.Button("Answer")).ToBeVisibleAsync();

        for (var step = 0; step < 8; step++) await keys.PressAsync("Shift+Tab");
        await Expect(you.Newest).ToBeFocusedAsync();
        await keys.PressAsync("ArrowUp");
        await Expect(you.Messages.First).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Tab");
        await Expect(you.Button("Answer")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(you.Form.GetByLabel("Answer", new() { Exact = true })).ToBeFocusedAsync();
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("On it, 20 minutes");
        await keys.PressAsync("Control+Enter");

        await Expect(you.Newest).ToContainTextAsync("Answered #142: On it, 20 minutes");
        await Expect(you.Form).ToBeHiddenAsync();
        await Expect(you.Newest).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(you.Box).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Completion_leads_through_a_command()
    {
        var sam = await OpenAsync("sam");
        var keys = sam.Page.Keyboard;

        await keys.TypeAsync("/u");
        await Expect(sam.Suggestions).ToHaveTextAsync([new Regex("^/urgent")]);
        await keys.PressAsync("Tab");
        await Expect(sam.Page.Locator("#completion-hint")).ToHaveTextAsync("what: What it is about (needed)");
        await keys.TypeAsync("Printer if");
        await Expect(sam.Suggestions).ToHaveTextAsync([new Regex("^if-it-waits:")]);
        await keys.PressAsync("Tab");
        await Expect(sam.Suggestions).ToHaveTextAsync(["nothing", "annoying", "harm"]);
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("for:k");
        await Expect(sam.Suggestions).ToHaveTextAsync(["@Kim"]);
        await keys.PressAsync("Tab");
        await keys.TypeAsync("customer:aco");
        await Expect(sam.Suggestions).ToHaveTextAsync(["Acorn & Sons"]);
        await keys.PressAsync("Tab");

        await Expect(sam.Box).ToHaveValueAsync("/urgent Printer if-it-waits:annoying for:@kim customer:\"Acorn & Sons\" ");
        await keys.PressAsync("Escape");
        await keys.PressAsync("Enter");
        await Expect(sam.Newest).ToContainTextAsync("Held as #142");
    }

    [Fact]
    public async Task A_line_typed_in_full_is_sent_by_one_Enter()
    {
        var sam = await OpenAsync("sam");

        await sam.Page.Keyboard.TypeAsync("/agenda");
        await sam.Page.Keyboard.PressAsync("Enter");

        await Expect(sam.Newest).ToContainTextAsync("Agenda of today");
    }

    [Fact]
    public async Task Shift_Enter_makes_a_line_and_the_up_arrow_brings_back_the_last()
    {
        var sam = await OpenAsync("sam");
        var keys = sam.Page.Keyboard;

        await keys.TypeAsync("first");
        await keys.PressAsync("Shift+Enter");
        await keys.TypeAsync("second");
        await keys.PressAsync("Enter");
        await Expect(sam.Newest.Locator(".typed")).ToHaveTextAsync("first\nsecond", new() { UseInnerText = true });
        await keys.PressAsync("ArrowUp");

        await Expect(sam.Box).ToHaveValueAsync("first\nsecond");
    }

    [Fact]
    public async Task The_message_menu_holds_somebody_elses_message()
    {
        var sam = await OpenAsync("sam");
        await host.SayAsync("kim", "the printer burns");

        await sam.Newest.HoverAsync();
        await sam.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^More for the message of Kim") }).ClickAsync();
        await Expect(sam.Page.GetByRole(AriaRole.Menuitem)).ToBeFocusedAsync();
        await Chromium.PictureAsync(sam.Page, "menu");
        await sam.ExpectAccessibleAsync();
        await sam.Page.Keyboard.PressAsync("Enter");

        await Expect(sam.Newest).ToContainTextAsync("the printer burns");
        await Expect(sam.Newest).ToContainTextAsync("Held as #142");
    }

    [Fact]
    public async Task After_a_lost_connection_what_was_missed_is_shown_once_and_what_was_typed_is_sent_once()
    {
        var sam = await OpenAsync("sam");
        var kim = await OpenAsync("kim");
        await sam.SayAsync("before");
        await Expect(kim.Newest).ToContainTextAsync("before");

        await host.StopAsync();
        await Expect(kim.Page.GetByText("Connection lost.")).ToBeVisibleAsync();
        await host.Chat.SayAsync(ChatFixture.Sam, ChatFixture.Team, "meanwhile", null, CancellationToken.None);
        await kim.SayAsync("typed in the dark");
        await Expect(kim.Newest).ToContainTextAsync("not sent");
        await Chromium.PictureAsync(kim.Page, "connection-lost");
        await kim.ExpectAccessibleAsync();
        await host.StartAgainAsync();

        await Expect(kim.Page.GetByText("Connection lost.")).ToBeHiddenAsync();
        await Expect(kim.Messages.Locator(".typed")).ToHaveTextAsync(["before", "meanwhile", "typed in the dark"]);
        await Expect(sam.Messages.Locator(".typed")).ToHaveTextAsync(["before", "meanwhile", "typed in the dark"]);
    }

    [Fact]
    public async Task A_line_whose_answer_was_lost_is_not_sent_twice()
    {
        var sam = await OpenAsync("sam");
        var isFirst = true;
        await sam.Page.RouteAsync("**/chat/say*", async route =>
        {
            if (!isFirst)
            {
                await route.ContinueAsync();
                return;
            }

            isFirst = false;
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await sam.SayAsync("/urgent Server down");

        await Expect(sam.Messages).ToHaveCountAsync(2);
        await Expect(sam.Newest).ToContainTextAsync("Held as #142");
        await Expect(sam.Page.GetByText("not sent")).ToHaveCountAsync(0);
        Assert.Single(host.Bot.Heard);
    }

    [Fact]
    public async Task Text_that_is_too_long_stays_in_the_box_with_a_sentence()
    {
        var sam = await OpenAsync("sam");
        var text = new string('x', 4001);

        await sam.SayAsync(text);

        await Expect(sam.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("4000 fit into one message");
        await Chromium.PictureAsync(sam.Page, "too-long");
        await sam.ExpectAccessibleAsync();
        await Expect(sam.Box).ToHaveValueAsync(text);
        Assert.Empty(host.Bot.Heard);
    }

    [Fact]
    public async Task A_closed_form_keeps_what_was_filled_in()
    {
        var you = await OpenAsync("you");
        await you.SayAsync("/break");
        await you.Button("Answer").ClickAsync();
        await you.Form.GetByLabel("Answer", new() { Exact = true }).FillAsync("half a thought");
        await you.Page.Keyboard.PressAsync("Escape");
        await Expect(you.Form).ToBeHiddenAsync();

        await you.Button("Answer").ClickAsync();

        await Expect(you.Form.GetByLabel("Answer", new() { Exact = true })).ToHaveValueAsync("half a thought");
    }

    [Fact]
    public async Task Unread_messages_are_counted_until_they_are_looked_at()
    {
        var sam = await OpenAsync("sam");
        await host.SayAsync("kim", "one", "channel:support");
        await host.SayAsync("kim", "two", "channel:support");

        await Expect(sam.Page).ToHaveTitleAsync("(2) #team · TriageBot");
        await sam.Button("support 2 unread").ClickAsync();

        await Expect(sam.Messages).ToHaveCountAsync(2);
        await Expect(sam.Page).ToHaveTitleAsync("#support · TriageBot");
    }

    [Fact]
    public async Task Older_messages_come_when_asked_for()
    {
        for (var number = 1; number <= 70; number++) await host.SayAsync("kim", $"post {number}");
        var sam = await OpenAsync("sam");
        await Expect(sam.Messages).ToHaveCountAsync(50);

        await sam.Button("Show older messages").ClickAsync();

        await Expect(sam.Messages).ToHaveCountAsync(70);
        await Expect(sam.Messages.First).ToContainTextAsync("post 1");
        await Expect(sam.Button("Show older messages")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_new_person_joins_and_this_window_becomes_them()
    {
        var kim = await OpenAsync("kim");
        var sam = await OpenAsync("sam");

        await sam.Button("Add a person").ClickAsync();
        await sam.Form.GetByLabel("Name").FillAsync("Jo Ann");
        await sam.Form.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();

        await Expect(sam.Page.GetByRole(AriaRole.Radio, new() { Name = "Jo Ann" })).ToBeCheckedAsync();
        await Expect(kim.Page.GetByRole(AriaRole.Radio, new() { Name = "Jo Ann" })).ToBeVisibleAsync();
        await sam.SayAsync("hello, I am new");
        await Expect(kim.Newest).ToContainTextAsync("Jo Ann");
    }

    [Fact]
    public async Task The_first_steps_lead_to_a_receipt()
    {
        var you = await OpenAsync("you");

        await you.Button("Try /urgent Server down at Acme as Sam").ClickAsync();
        await Expect(you.Box).ToHaveValueAsync("/urgent Server down at Acme");
        await you.Page.Keyboard.PressAsync("Enter");

        await Expect(you.Newest).ToContainTextAsync("Held as #142");
        await Expect(you.Page.GetByRole(AriaRole.Radio, new() { Name = "Sam" })).ToBeCheckedAsync();
        await Expect(you.Page).ToHaveURLAsync(new Regex("as=sam$"));
    }

    [Fact]
    public async Task The_time_bar_is_there_in_the_demo_only()
    {
        var now = "Fri 13 Mar 08:25";
        await using var demo = await ChatHost.StartAsync(endpoints =>
        {
            endpoints.MapGet("/demo", () => Results.Json(new Dictionary<string, string> { ["now"] = now }));
            endpoints.MapPost("/demo", async (HttpRequest request) => now = "moved " + (await request.ReadFromJsonAsync<Dictionary<string, string>>())!["to"]);
        });
        var without = await OpenAsync("sam");
        var with = await ChatPage.OpenAsync(chromium, demo.Address, "sam");

        await Expect(with.Page.Locator("#demo-now")).ToHaveTextAsync("Fri 13 Mar 08:25");
        await Chromium.PictureAsync(with.Page, "demo");
        await with.ExpectAccessibleAsync();
        await with.Button("Next break").ClickAsync();
        await Expect(with.Page.Locator("#demo-now")).ToHaveTextAsync("moved next-break");
        await Expect(without.Page.Locator("#timebar")).ToBeHiddenAsync();
    }

    private Task<ChatPage> OpenAsync(string member) => ChatPage.OpenAsync(chromium, host.Address, member);
}
