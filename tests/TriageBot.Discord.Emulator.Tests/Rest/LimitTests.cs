namespace TriageBot.Discord.Emulator.Tests.Rest;

/// <summary>Rate limits with their headers and bodies, and answers made to fail. Source: topics/rate-limits.</summary>
public sealed class LimitTests : EmulatorTest
{
    [Fact]
    public async Task A_bucket_counts_down_refuses_and_fills_again()
    {
        var answers = new List<Answer>();
        for (var i = 0; i < 6; i++) answers.Add(await PostAsync(new { content = $"{i}" }));
        await Emulator.AdvanceAsync(TimeSpan.FromSeconds(5));
        var later = await PostAsync(new { content = "later" });

        Assert.Equal(["4", "3", "2", "1", "0", "0"], answers.Select(answer => answer.Headers["X-RateLimit-Remaining"]));
        var refused = answers[^1];
        Assert.Equal((429, "user"), (refused.Status, refused.Headers["X-RateLimit-Scope"]));
        Assert.InRange((double?)refused.Body?["retry_after"] ?? 0, 0.001, 5);
        Assert.Equal(false, (bool?)refused.Body?["global"]);
        Assert.True(refused.Headers.ContainsKey("Via"));
        Assert.Equal(200, later.Status);
    }

    [Fact]
    public async Task The_global_limit_holds_for_all_but_interactions()
    {
        await Emulator.SayAsync("limits", new { global = 2 });
        var asked = await AskAsync();
        await Emulator.SayAsync("limits", new { global = 0 });
        await Emulator.AdvanceAsync(TimeSpan.FromSeconds(1.1));

        var refused = await Rest.SendAsync("GET", "users/@me");
        var answered = await AnswerAsync(asked, new { type = 4, data = new { content = "Held" } });

        Assert.Equal((429, "global", "true"), (refused.Status, refused.Headers["X-RateLimit-Scope"], refused.Headers["X-RateLimit-Global"]));
        Assert.False(refused.Headers.ContainsKey("X-RateLimit-Bucket"));
        Assert.Equal(204, answered.Status);
    }

    [Fact]
    public async Task Answers_fail_as_a_test_wants_them_to()
    {
        await Emulator.FailAsync(new { path = "/messages", status = 502, body = "<html>Bad gateway</html>", contentType = "text/html" });
        await Emulator.FailAsync(new { path = "/messages", scope = "shared", retryAfter = 1500 });
        await Emulator.FailAsync(new { path = "/messages", status = 429, withoutBody = true });
        await Emulator.FailAsync(new { path = "/messages", drop = "after" });

        using var http = new HttpClient();
        using var html = await http.GetAsync(new Uri($"{Emulator.ApiUrl}/channels/{Team}/messages"));
        var shared = await PostAsync(new { content = "a" });
        var bare = await PostAsync(new { content = "b" });
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(new { content = "c" }));

        Assert.Equal((502, "text/html"), ((int)html.StatusCode, html.Content.Headers.ContentType?.MediaType));
        Assert.Equal((429, "shared", "2"), (shared.Status, shared.Headers["X-RateLimit-Scope"], shared.Headers["Retry-After"]));
        Assert.Null(bare.Body);
        // Done before the connection ended: the bot cannot know.
        Assert.Equal("c", Assert.Single(await Emulator.MessagesAsync("team")).Content);
    }
}
