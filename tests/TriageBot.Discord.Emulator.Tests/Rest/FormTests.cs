namespace TriageBot.Discord.Emulator.Tests.Rest;

/// <summary>Bodies that Discord refuses, with the place and the code of the fault in its nested form.</summary>
public sealed class FormTests : EmulatorTest
{
    /// <summary>What is posted, where the fault is, and its code.</summary>
    public static TheoryData<string, string, string> Messages => new()
    {
        { Content(2001), "content", "BASE_TYPE_MAX_LENGTH" },
        { Embed($$"""{"title":"{{Xs(257)}}"}"""), "embeds.0.title", "BASE_TYPE_MAX_LENGTH" },
        { Embed($$"""{"description":"{{Xs(4097)}}"}"""), "embeds.0.description", "BASE_TYPE_MAX_LENGTH" },
        { Embed($$"""{"description":"{{Xs(4000)}}"},{"description":"{{Xs(2001)}}"}"""), "embeds", "MAX_EMBED_SIZE_EXCEEDED" },
        { Embed("""{"title":"t","fields":[{"name":"","value":"v"}]}"""), "embeds.0.fields.0.name", "BASE_TYPE_REQUIRED" },
        { Embed("""{"title":"t","url":"no address"}"""), "embeds.0.url", "URL_TYPE_INVALID_URL" },
        { Embed("""{"title":"t","image":{"url":"attachment://missing.png"}}"""), "embeds.0.image.url", "ATTACHMENT_NOT_FOUND" },
        { Row("""{"type":2,"style":1,"label":"A","custom_id":"same"},{"type":2,"style":1,"label":"B","custom_id":"same","disabled":true}"""), "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED" },
        { Row($$"""{"type":2,"style":1,"label":"{{Xs(81)}}","custom_id":"a"}"""), "components.0.components.0.label", "BASE_TYPE_MAX_LENGTH" },
        { Row($$"""{"type":2,"style":1,"label":"A","custom_id":"{{Xs(101)}}"}"""), "components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH" },
        { Row("""{"type":2,"style":5,"label":"A","custom_id":"a","url":"https://example.com"}"""), "components.0.components.0", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE" },
        { Row("""{"type":2,"style":1,"label":"A"}"""), "components.0.components.0", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED" },
        { Row("""{"type":3,"custom_id":"s","options":[{"label":"a","value":"1"}]},{"type":2,"style":1,"label":"A","custom_id":"a"}"""), "components.0.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED" },
        { Row("""{"type":3,"custom_id":"s","options":[{"label":"a","value":"1"},{"label":"b","value":"1"}]}"""), "components.0.components.0.options.1.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED" },
        { """{"content":"c","components":[{"type":10,"content":"text"}]}""", "components.0.type", "BASE_TYPE_CHOICES" },
        { """{"content":"c","flags":32768,"components":[{"type":10,"content":"text"}]}""", "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2" },
        { """{"content":"c","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions.parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" },
        { """{"content":"c","message_reference":{"message_id":"1"}}""", "message_reference", "REPLIES_UNKNOWN_MESSAGE" },
        { """{"content":"c","nonce":"12345678901234567890123456"}""", "nonce", "NONCE_TYPE_TOO_LONG" },
        { """{"content":["c"]}""", "content", "STRING_TYPE_CONVERT" },
    };

    /// <summary>A command, where the fault is, and its code.</summary>
    public static TheoryData<string, string, string> Commands => new()
    {
        { """{"name":"Urgent","description":"d"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME" },
        { """{"name":"two words","description":"d"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME" },
        { """{"name":"urgent"}""", "0.description", "BASE_TYPE_REQUIRED" },
        { """{"name":"Who","type":2,"description":"d"}""", "0.description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION" },
        { """{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d"},{"type":3,"name":"y","description":"d","required":true}]}""", "0.options.1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID" },
        { """{"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d"},{"type":3,"name":"x","description":"d"}]}""", "0.options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS" },
        { """{"name":"a","description":"d"},{"name":"a","description":"d"}""", "", "APPLICATION_COMMANDS_DUPLICATE_NAME" },
        { $$"""{"name":"a","description":"d","options":[{{string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"type":3,"name":"o{{i}}","description":"d"}"""))}}]}""", "0.options", "BASE_TYPE_BAD_LENGTH" },
        { $$"""{"name":"a","description":"d","options":[{"type":3,"name":"o","description":"d","choices":[{{string.Join(',', Enumerable.Range(0, 25).Select(i => $$"""{"name":"{{Xs(97)}}{{i}}","value":"{{Xs(100)}}"}"""))}}]},{"type":3,"name":"p","description":"d","choices":[{{string.Join(',', Enumerable.Range(0, 25).Select(i => $$"""{"name":"{{Xs(97)}}{{i}}","value":"{{Xs(100)}}"}"""))}}]}]}""", "0", "APPLICATION_COMMAND_TOO_LARGE" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_beyond_the_limits_is_refused_with_its_place(string json, string path, string code)
    {
        var answer = await PostAsync(new StringContent(json, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json")));

        Assert.Equal((400, 50035), (answer.Status, answer.Code));
        Assert.Equal(code, answer.FormError(path));
        Assert.Empty(await Emulator.MessagesAsync());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Commands_beyond_the_limits_are_refused_all_together(string json, string path, string code)
    {
        using var body = new StringContent($"[{json}]", System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json"));

        var answer = await Rest.SendAsync("PUT", $"applications/{Emulator.BotId}/commands", body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(code, answer.FormError(path));
    }

    [Theory]
    [InlineData("{", 400, 50109)]
    [InlineData("""{"content":"   "}""", 400, 50006)]
    [InlineData("{}", 400, 50006)]
    public async Task A_body_with_nothing_in_it_is_refused(string json, int status, int code)
    {
        var answer = await PostAsync(new StringContent(json, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json")));

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task What_is_just_within_the_limits_is_taken()
    {
        using var body = new StringContent(Content(2000), System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json"));

        Assert.Equal(200, (await PostAsync(body)).Status);
    }

    private static string Xs(int count) => new('x', count);

    private static string Content(int length) => $$"""{"content":"{{Xs(length)}}"}""";

    private static string Embed(string embeds) => $$"""{"embeds":[{{embeds}}]}""";

    private static string Row(string components) => $$"""{"content":"c","components":[{"type":1,"components":[{{components}}]}]}""";
}
