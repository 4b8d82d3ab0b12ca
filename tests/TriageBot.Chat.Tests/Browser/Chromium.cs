using Microsoft.Playwright;

namespace TriageBot.Chat.Tests.Browser;

/// <summary>One headless Chromium for all browser tests. It uses the system's own; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Path of the browser: <c>CHROMIUM_PATH</c>, or where Debian puts it.</summary>
    public static string Path => Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";

    /// <summary>Folder for pictures of the page; none are taken without it.</summary>
    private static string? PictureFolder => Environment.GetEnvironmentVariable("TRIAGEBOT_PICTURES");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path)) return;

        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments });
    }

    /// <summary>A window of its own, as if on another computer: no shared storage.</summary>
    /// <exception cref="InvalidOperationException">There is no Chromium although CI promised one.</exception>
    public async Task<IPage> OpenAsync(Uri address, BrowserNewContextOptions? options = null)
    {
        if (browser is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") throw new InvalidOperationException($"CI must have Chromium, but there is none at {Path}.");

            Assert.Skip($"There is no Chromium at {Path}. Install Debian's package chromium, or set CHROMIUM_PATH.");
        }

        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1180, Height = 760 } });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>Takes a picture when <c>TRIAGEBOT_PICTURES</c> names a folder.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (PictureFolder is { } folder) await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
