using Microsoft.Playwright;
using TriageBot.Chat.Tests.Http;
using TriageBot.Core.Chat;
using static Microsoft.Playwright.Assertions;

namespace TriageBot.Chat.Tests.Browser;

/// <summary>What is typed into a form is never lost: not when it is refused, not when the page is loaded again.</summary>
public sealed class FormTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ChatHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChatHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_refused_form_stays_open_with_the_sentence_at_its_field_and_the_focus_on_it()
    {
        var you = await AnsweringAsync("a careful answer", "soon");

        await SendAsync(you);

        await Expect(you.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("is no length. Write 45m.");
        await Expect(Minutes(you)).ToBeFocusedAsync();
        await Expect(Minutes(you)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Minutes(you)).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("is no length"));
        await Expect(Text(you)).ToHaveValueAsync("a careful answer");
        await Expect(Minutes(you)).ToHaveValueAsync("soon");
        await Chromium.PictureAsync(you.Page, "form-refused");
        await you.ExpectAccessibleAsync();

        await Minutes(you).FillAsync("45m");
        await SendAsync(you);

        await Expect(you.Form).ToBeHiddenAsync();
        await Expect(you.Newest).ToContainTextAsync("Answered #142: a careful answer");
        Assert.Equal(2, host.Bot.Heard.Count(heard => heard.Body is IncomingBody.Filled));
    }

    [Fact]
    public async Task What_is_typed_in_the_sentence_turns_nothing_around()
    {
        var you = await AnsweringAsync("a careful answer", "soon");

        await SendAsync(you);

        await Expect(you.Form.Locator(".field-problem .typed")).ToHaveTextAsync("\u202Esoon");
        await Expect(you.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("” is no length.");
    }

    [Fact]
    public async Task A_form_is_open_again_after_a_reload_with_all_that_was_typed_into_it()
    {
        var you = await AnsweringAsync("half a thought", "");

        await you.Page.ReloadAsync();

        await Expect(Text(you)).ToHaveValueAsync("half a thought");
        await SendAsync(you);
        await Expect(you.Newest).ToContainTextAsync("Answered #142: half a thought");
        await Expect(you.Form).ToBeHiddenAsync();
        await you.Page.ReloadAsync();
        await Expect(you.Box).ToBeFocusedAsync();
        await Expect(you.Form).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_refused_form_is_open_again_after_a_reload_with_what_is_wrong()
    {
        var you = await AnsweringAsync("a careful answer", "soon");
        await SendAsync(you);
        await Expect(you.Form.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Text(you).FillAsync("an even better answer");

        await you.Page.ReloadAsync();

        await Expect(you.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("is no length. Write 45m.");
        await Expect(Text(you)).ToHaveValueAsync("an even better answer");
        await Expect(Minutes(you)).ToHaveValueAsync("soon");
        await Minutes(you).FillAsync("45m");
        await SendAsync(you);
        await Expect(you.Newest).ToContainTextAsync("Answered #142: an even better answer");
    }

    [Fact]
    public async Task What_was_cancelled_or_is_anothers_does_not_come_back()
    {
        var you = await AnsweringAsync("half a thought", "");
        var address = you.Page.Url;
        await you.Page.GotoAsync(address.Replace("as=you", "as=kim", StringComparison.Ordinal));
        await Expect(you.Box).ToBeFocusedAsync();
        await Expect(you.Form).ToBeHiddenAsync();
        await you.Page.GotoAsync(address);
        await Expect(Text(you)).ToHaveValueAsync("half a thought");

        await you.Form.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await you.Page.ReloadAsync();
        await Expect(you.Box).ToBeFocusedAsync();
        await Expect(you.Form).ToBeHiddenAsync();
        await you.Button("Answer").ClickAsync();
        await Expect(Text(you)).ToHaveValueAsync("On it");
    }

    private async Task<ChatPage> AnsweringAsync(string text, string minutes)
    {
        var you = await ChatPage.OpenAsync(chromium, host.Address, "you");
        await you.SayAsync("/break");
        await you.Button("Answer").ClickAsync();
        await Text(you).FillAsync(text);
        await Minutes(you).FillAsync(minutes);
        return you;
    }

    private static ILocator Text(ChatPage page) => page.Form.GetByLabel("Answer", new() { Exact = true });

    private static ILocator Minutes(ChatPage page) => page.Form.GetByLabel("Minutes it took");

    private static Task SendAsync(ChatPage page) => page.Form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
}
