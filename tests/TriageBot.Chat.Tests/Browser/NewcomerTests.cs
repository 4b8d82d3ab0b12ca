using TriageBot.Testing;
using static Microsoft.Playwright.Assertions;

namespace TriageBot.Chat.Tests.Browser;

/// <summary>What anybody does first, in a real browser against the real program: ask as Sam, read and answer as the owner, read the answer as Sam.</summary>
public sealed class NewcomerTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Sam_asks_the_owner_answers_in_a_break_and_Sam_reads_it()
    {
        var folder = Directory.CreateTempSubdirectory("triagebot-newcomer");
        using var program = RunningProgram.Start(folder.FullName, "--port", "0");
        var address = await program.ServingAsync(TestContext.Current.CancellationToken);
        var sam = await ChatPage.OpenAsync(chromium, address, "sam");
        var owner = await ChatPage.OpenAsync(chromium, address, "you");

        await sam.SayAsync("/urgent Server down at Acme customer:Acme");
        await Expect(sam.Newest).ToContainTextAsync("#1");
        await Expect(sam.Newest).ToContainTextAsync("you will have an answer by");
        await CheckAsync(sam, "newcomer-1-receipt");
        await sam.Button("A customer is stuck").ClickAsync();
        await Expect(sam.Newest).ToContainTextAsync("If it waits: A customer is stuck");

        await owner.SayAsync("/break");
        await Expect(owner.Newest).ToContainTextAsync("1 of 1 · #1 Acme");
        await CheckAsync(owner, "newcomer-2-break");
        await owner.Button("Answer").ClickAsync();
        await owner.Form.GetByLabel("Your answer").FillAsync("On it, 20 minutes");
        await CheckAsync(owner, "newcomer-3-answer");
        await owner.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(owner.Newest).ToContainTextAsync("1 answered");

        await sam.Page.GetByText("TriageBot", new() { Exact = true }).First.ClickAsync();
        await Expect(sam.Newest).ToContainTextAsync("On it, 20 minutes");
        await CheckAsync(sam, "newcomer-4-answered");
        program.Terminate();
        Assert.Equal(0, await program.ExitAsync(TestContext.Current.CancellationToken));
    }

    private static async Task CheckAsync(ChatPage page, string name)
    {
        await Chromium.PictureAsync(page.Page, name);
        await page.ExpectAccessibleAsync();
    }
}
