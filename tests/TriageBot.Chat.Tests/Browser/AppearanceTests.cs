using Microsoft.Playwright;
using TriageBot.Chat.Tests.Http;
using TriageBot.Core.Chat;
using static Microsoft.Playwright.Assertions;

namespace TriageBot.Chat.Tests.Browser;

/// <summary>The main states of the page, light and dark, wide and on a phone: usable, and without a violation of axe's rules.</summary>
public sealed class AppearanceTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1180, 760)]
    [InlineData(ColorScheme.Dark, 1180, 760)]
    [InlineData(ColorScheme.Light, 360, 740)]
    [InlineData(ColorScheme.Dark, 360, 740)]
    public async Task Every_main_state_is_accessible_and_fits(ColorScheme scheme, int width, int height)
    {
        await using var host = await ChatHost.StartAsync();
        var name = $"{scheme}-{width}".ToLowerInvariant();
        var sam = await ChatPage.OpenAsync(chromium, host.Address, "sam", new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            HasTouch = width < 500,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await CheckAsync(sam, $"{name}-1-first-steps");

        await TalkAsync(host);
        await Expect(sam.Messages).ToHaveCountAsync(7);
        await sam.SayAsync("/urgent Server down at Acme, all 40 seats.\nThey lose orders every minute. customer:Acme");
        await Expect(sam.Button("Withdraw")).ToBeVisibleAsync();
        await CheckAsync(sam, $"{name}-2-list");

        await sam.Box.PressSequentiallyAsync("/");
        await Expect(sam.Suggestions).ToHaveCountAsync(4);
        await CheckAsync(sam, $"{name}-3-commands");
        await sam.Box.PressSequentiallyAsync("urgent Printer customer:a");
        await Expect(sam.Suggestions.First).ToContainTextAsync("Acme");
        await CheckAsync(sam, $"{name}-4-values");

        await sam.SayAsync("/break");
        await Expect(sam.Button("Someday")).ToBeVisibleAsync();
        await CheckAsync(sam, $"{name}-7-break");
        await sam.Button("Answer").ClickAsync();
        await Expect(sam.Form).ToBeVisibleAsync();
        await CheckAsync(sam, $"{name}-5-form");
        await sam.Form.GetByLabel("Minutes it took").FillAsync("soon");
        await sam.Form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(sam.Form.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CheckAsync(sam, $"{name}-8-refused");
        await sam.Page.Keyboard.PressAsync("Escape");

        if (width > 720) return;
        await sam.Button("Channels and people").ClickAsync();
        await Expect(sam.Page.GetByRole(AriaRole.Radio, new() { Name = "Kim" })).ToBeInViewportAsync();
        await CheckAsync(sam, $"{name}-6-drawer");
    }

    private static async Task CheckAsync(ChatPage page, string name)
    {
        await Chromium.PictureAsync(page.Page, name);
        await page.ExpectAccessibleAsync();
        await page.ExpectNoSidewaysScrollingAsync();
    }

    private static async Task TalkAsync(ChatHost host)
    {
        host.Clock.Now = host.Clock.Now.AddDays(-1);
        await host.SayAsync("kim", "Morning! The Bolt invoice went out, they confirmed by phone.");
        await host.SayAsync("you", "Thanks Kim.");
        host.Clock.Now = host.Clock.Now.AddDays(1);
        await host.Chat.SendAsync(new Outgoing("agenda", host.Chat.Workspace, new Destination.Channel("team"), Agenda), CancellationToken.None);
        await host.SayAsync("kim", "Does anybody have the new price list?\nThe one from January is wrong.");
        await host.SayAsync("you", "It is in the shared folder, “prices-2026.pdf”.");
        await host.SayAsync("you", "I will take Acme after the break.");
        await host.SayAsync("sam", "Great, thank you https://example.com/a/very/long/address/that/does/not/break/anywhere/at/all/because/it/has/no/spaces");
    }

    private static Card Agenda { get; } = new(RichText.Lines(
        new RichText([new TextRun(RunKind.Strong, "Friday 13 March · fits, 12 min spare")]),
        RichText.Plain("Do first"),
        RichText.Plain("  #131 ").Then(RichText.Typed("Refund Bolt")).Then(" · due today ").Then(new RichText([new TextRun(RunKind.Moment, "14:00", At: 1_773_406_800_000)])),
        RichText.Plain("  #128 ").Then(RichText.Typed("Call the bank")).Then(" · for ").Then(new RichText([new TextRun(RunKind.Person, "Sam", Member: "sam")])),
        RichText.Plain("Someday-maybe, 3 of 12"),
        RichText.Plain("  #88 ").Then(RichText.Typed("New logo for the van"))))
    {
        Mentions = [new MemberId("sam")],
    };
}
