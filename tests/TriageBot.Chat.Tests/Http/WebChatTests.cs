using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TriageBot.Chat.Tests.Http;

public sealed class WebChatTests : IAsyncLifetime
{
    private ChatHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChatHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Saying_something_answers_with_the_receipt_and_what_was_typed()
    {
        using var response = await host.SayAsync("sam", "/urgent Server down", eventId: "e1");

        var outcome = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("/urgent Server down", TextOf(outcome.GetProperty("typed")));
        Assert.StartsWith("Held as #142", TextOf(outcome.GetProperty("message")), StringComparison.Ordinal);
        Assert.True(outcome.GetProperty("message").GetProperty("onlyYou").GetBoolean());
        Assert.Equal("10:31", outcome.GetProperty("message").GetProperty("time").GetString());
        Assert.Equal("Friday 13 March 2026", outcome.GetProperty("message").GetProperty("day").GetString());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("**bold** <@you> @everyone [x](javascript:alert(1))\nsecond line")]
    public async Task What_was_typed_comes_back_as_typed_text(string text)
    {
        await host.SayAsync("sam", text);

        var message = (await MessagesAsync("kim", "channel:team")).Single();
        var run = Assert.Single(message.GetProperty("text").GetProperty("runs").EnumerateArray());
        Assert.Equal("Typed", run.GetProperty("kind").GetString());
        Assert.Equal(text, run.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_file_is_fetched_by_whoever_sees_its_message_and_by_nobody_else()
    {
        using var response = await host.SayAsync("sam", "/file");
        var message = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message");
        Assert.Equal("all.zip", Assert.Single(message.GetProperty("files").EnumerateArray()).GetString());
        var address = $"/chat/file?message={message.GetProperty("id").GetString()}&name=all.zip&as=";

        using var fetched = await host.Client.GetAsync(address + "sam");
        Assert.Equal("packed", await fetched.Content.ReadAsStringAsync());
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("all.zip", fetched.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.True(fetched.Headers.CacheControl!.NoStore);
        using var refused = await host.Client.GetAsync(address + "kim");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var another = await host.Client.GetAsync(address.Replace("all.zip", "other.zip", StringComparison.Ordinal) + "sam");
        Assert.Equal(HttpStatusCode.NotFound, another.StatusCode);

        for (var times = 0; times < 4; times++) (await host.SayAsync("sam", "/file")).Dispose();
        using var late = await host.Client.GetAsync(address + "sam");
        Assert.Contains("not kept any more", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_shows_what_is_private_to_somebody_else()
    {
        using var kimListens = await host.ListenAsync("kim");
        await host.SayAsync("sam", "/urgent secret-in-channel");
        await host.SayAsync("sam", "secret-between-us", where: "direct:sam");
        await host.SayAsync("sam", "for everybody");

        var live = await ChatHost.ReadUntilAsync(kimListens, frame => frame.ToString().Contains("for everybody", StringComparison.Ordinal));
        using var afterwards = await host.ListenAsync("kim", after: 0);
        var missed = await ChatHost.ReadUntilAsync(afterwards, frame => frame.GetProperty("type").GetString() == "ready");
        var state = await host.GetAsync("/chat/state?as=kim");
        var olderInChannel = await host.GetAsync("/chat/older?as=kim&where=channel:team&before=1000");
        var olderInPrivate = await host.GetAsync("/chat/older?as=kim&where=direct:sam&before=1000");

        string[] all = [.. live.Select(frame => frame.ToString()), .. missed.Select(frame => frame.ToString()), state.ToString(), olderInChannel.ToString(), olderInPrivate.ToString()];
        Assert.All(all, text => Assert.DoesNotContain("secret", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_acts_on_what_is_private_to_somebody_else()
    {
        var receipt = await (await host.SayAsync("sam", "/urgent x")).Content.ReadFromJsonAsync<JsonElement>();
        var message = receipt.GetProperty("message").GetProperty("id").GetString();
        var form = (await (await host.SayAsync("sam", "/form")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("form").GetProperty("instanceId").GetString();

        HttpResponseMessage[] answers =
        [
            await host.PostAsync("/chat/press", "kim", new { message, control = "withdraw" }),
            await host.PostAsync("/chat/menu", "kim", new { message, menu = "Hold for the next break" }),
            await host.PostAsync("/chat/fill", "kim", new { form, values = new { text = "x" } }),
            await host.SayAsync("kim", "x", where: "direct:sam"),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(2, host.Bot.Heard.Count);
    }

    [Fact]
    public async Task A_form_goes_all_the_way()
    {
        var card = await (await host.SayAsync("you", "/break")).Content.ReadFromJsonAsync<JsonElement>();
        var message = card.GetProperty("message").GetProperty("id").GetString();

        var opened = await (await host.PostAsync("/chat/press", "you", new { message, control = "answer" })).Content.ReadFromJsonAsync<JsonElement>();
        var form = opened.GetProperty("form").GetProperty("instanceId").GetString();
        var filled = await (await host.PostAsync("/chat/fill", "you", new { form, values = new { text = "On it" } })).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(message, filled.GetProperty("message").GetProperty("id").GetString());
        Assert.True(filled.GetProperty("message").GetProperty("edited").GetBoolean());
        Assert.Equal("Answered #142: On it", TextOf(filled.GetProperty("message")));
    }

    [Fact]
    public async Task A_reconnecting_window_gets_exactly_what_it_missed_in_order()
    {
        await host.SayAsync("sam", "one");
        using var first = await host.ListenAsync("kim");
        var seen = (await ChatHost.ReadUntilAsync(first, frame => frame.GetProperty("type").GetString() == "ready"))[^1].GetProperty("sequence").GetInt64();
        first.Abort();
        await host.SayAsync("sam", "two");
        await host.SayAsync("sam", "three");

        using var second = await host.ListenAsync("kim", after: seen);
        var frames = await ChatHost.ReadUntilAsync(second, frame => frame.GetProperty("type").GetString() == "ready");

        Assert.Equal(["two", "three"], frames.SkipLast(1).Select(frame => TextOf(frame.GetProperty("message"))));
    }

    [Fact]
    public async Task A_window_that_knows_more_than_the_chat_is_told_to_begin_anew()
    {
        using var socket = await host.ListenAsync("kim", after: 999);

        var frames = await ChatHost.ReadUntilAsync(socket, _ => true);

        Assert.Equal("reset", frames[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_new_person_is_told_to_all_windows()
    {
        using var socket = await host.ListenAsync("kim");

        await host.PostAsync("/chat/person", "sam", new { name = "Jo" });

        var frames = await ChatHost.ReadUntilAsync(socket, frame => frame.GetProperty("type").GetString() == "person");
        Assert.Equal("Jo", frames[^1].GetProperty("person").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Older_messages_are_read_page_by_page()
    {
        for (var number = 1; number <= 70; number++) await host.SayAsync("sam", $"post {number}");

        var newest = (await host.GetAsync("/chat/state?as=kim")).GetProperty("places")[0].GetProperty("page");
        var before = newest.GetProperty("messages")[0].GetProperty("sequence").GetInt64();
        var older = await host.GetAsync($"/chat/older?as=kim&where=channel:team&before={before}");

        Assert.True(newest.GetProperty("hasOlder").GetBoolean());
        Assert.False(older.GetProperty("hasOlder").GetBoolean());
        Assert.Equal("post 21", TextOf(newest.GetProperty("messages")[0]));
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"post {number}"), older.GetProperty("messages").EnumerateArray().Select(TextOf));
    }

    [Fact]
    public async Task Completion_is_asked_of_the_bot()
    {
        using var response = await host.PostAsync("/chat/complete", "sam", new { command = "urgent", option = "customer", typed = "ac" });

        var choices = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["Acme", "Acorn & Sons"], choices.EnumerateArray().Select(choice => choice.GetProperty("value").GetString()));
    }

    [Theory]
    [InlineData("{ not json", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"where\":\"nonsense\",\"text\":\"x\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("where=channel:team&text=x", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_wrong_request_is_answered_with_a_sentence(string body, string type, HttpStatusCode expected)
    {
        using var response = await host.Client.PostAsync("/chat/say?as=sam", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(expected, response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString();
        Assert.EndsWith(".", error, StringComparison.Ordinal);
        Assert.Empty(host.Bot.Heard);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused()
    {
        using var response = await host.SayAsync("sam", new string('x', 70_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Text_that_is_too_long_is_refused_with_a_sentence()
    {
        using var response = await host.SayAsync("sam", new string('x', 4001));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("4000 fit", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/page/chat.css", "text/css")]
    [InlineData("/page/main.js", "text/javascript")]
    [InlineData("/page/icon.svg", "image/svg+xml")]
    public async Task The_page_is_part_of_the_program(string address, string type)
    {
        using var response = await host.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/page/nothing.js")]
    [InlineData("/page/..%2Findex.html")]
    public async Task Nothing_else_is_served(string address)
    {
        using var response = await host.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string TextOf(JsonElement message) =>
        string.Concat(message.GetProperty("text").GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("text").GetString()));

    private async Task<List<JsonElement>> MessagesAsync(string member, string where)
    {
        var state = await host.GetAsync($"/chat/state?as={member}");
        var place = state.GetProperty("places").EnumerateArray().Single(place => place.GetProperty("where").GetString() == where);
        return [.. place.GetProperty("page").GetProperty("messages").EnumerateArray()];
    }
}
