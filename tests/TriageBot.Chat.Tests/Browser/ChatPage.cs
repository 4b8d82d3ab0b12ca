using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace TriageBot.Chat.Tests.Browser;

/// <summary>What a person does and sees in one window of the chat.</summary>
public sealed class ChatPage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Box => Page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true });

    public ILocator Messages => Page.Locator("#messages article");

    public ILocator Suggestions => Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option);

    public ILocator Form => Page.GetByRole(AriaRole.Dialog);

    public ILocator Newest => Messages.Last;

    public static async Task<ChatPage> OpenAsync(Chromium chromium, Uri address, string member, BrowserNewContextOptions? options = null)
    {
        var page = new ChatPage(await chromium.OpenAsync(new Uri(address, $"?as={member}"), options));
        await Expect(page.Box).ToBeFocusedAsync();
        return page;
    }

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Page.Keyboard.PressAsync("Escape");
        await Box.PressAsync("Enter");
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>No rule of axe is broken, the best practices included.</summary>
    public async Task ExpectAccessibleAsync()
    {
        var result = await Page.RunAxe();
        var violations = result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => $"{node.Html} {string.Join(", ", node.Any.Select(check => check.Message))}"))}").ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    /// <summary>Nothing is cut off at the side.</summary>
    public async Task ExpectNoSidewaysScrollingAsync() =>
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - innerWidth + document.querySelector('#scroller').scrollWidth - document.querySelector('#scroller').clientWidth"));
}
