using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Client;

/// <summary>What people do. Each act waits for the bot's first answer, 10 s of real time at most, unless another wait is given; see <see cref="SeenInteraction.Answer"/> for what came.</summary>
public sealed partial class DiscordEmulator
{
    /// <summary>Types a slash command. Options that the registration does not allow are refused, as Discord's client refuses them.</summary>
    /// <param name="command">With group and subcommand, separated by blanks.</param>
    /// <param name="options">Anonymous object or dictionary; people, roles and channels by name.</param>
    /// <param name="wait">Milliseconds; 0 returns at once.</param>
    public Task<SeenInteraction> SlashAsync(string user, string channel, string command, object? options = null, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("slash", new { user, channel, command, options, wait }, ct);

    /// <summary>Types the beginning of an option and looks at the suggestions.</summary>
    /// <param name="focused">Name of the option; its beginning is its value in <paramref name="options"/>.</param>
    public Task<SeenInteraction> SuggestAsync(string user, string channel, string command, string focused, object? options = null, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("suggest", new { user, channel, command, focused, options, wait }, ct);

    /// <summary>Presses a button.</summary>
    /// <param name="control">Label or custom id.</param>
    public Task<SeenInteraction> PressAsync(string user, SeenMessage message, string control, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("press", new { user, message = message.Id, control, wait }, ct);

    /// <summary>Chooses from a menu on a message.</summary>
    /// <param name="control">Custom id or placeholder.</param>
    /// <param name="values">Values or labels; people by name.</param>
    public Task<SeenInteraction> ChooseAsync(string user, SeenMessage message, string control, IReadOnlyList<string> values, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("choose", new { user, message = message.Id, control, values, wait }, ct);

    /// <summary>Sends the form that an interaction opened. Fields that are not named keep what stands in them.</summary>
    /// <param name="values">By custom id.</param>
    public Task<SeenInteraction> SubmitAsync(SeenInteraction opener, object values, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("submit", new { interaction = opener.Id, values, wait }, ct);

    public Task<SeenInteraction> UserMenuAsync(string user, string channel, string command, string target, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("user-menu", new { user, channel, command, target, wait }, ct);

    public Task<SeenInteraction> MessageMenuAsync(string user, SeenMessage message, string command, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("message-menu", new { user, message = message.Id, command, wait }, ct);

    /// <summary>Writes a message by hand.</summary>
    public Task<SeenMessage> WriteAsync(string user, string channel, string content, string? replyTo = null, CancellationToken ct = default) =>
        AskAsync<SeenMessage>("say", new { user, channel, content, replyTo }, ct);

    public Task DeleteAsync(SeenMessage message, CancellationToken ct = default) => SayAsync("delete-message", new { message = message.Id }, ct);

    public Task<SeenMessage> EditAsync(SeenMessage message, string content, CancellationToken ct = default) =>
        AskAsync<SeenMessage>("edit-message", new { message = message.Id, content }, ct);

    public Task ReactAsync(string user, SeenMessage message, string emoji, CancellationToken ct = default) => SayAsync("react", new { user, message = message.Id, emoji }, ct);

    /// <summary>The interaction as it is now: a deferred reply may have come.</summary>
    public Task<SeenInteraction> LookAsync(SeenInteraction interaction, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("interaction", new { interaction = interaction.Id }, ct);

    /// <summary>Waits until the reply to a deferred interaction is there.</summary>
    public Task<SeenInteraction> CompleteAsync(SeenInteraction interaction, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenInteraction>("wait-complete", new { interaction = interaction.Id, wait }, ct);

    /// <summary>All that a person sees in a place, oldest first, with the private answers to them.</summary>
    public Task<IReadOnlyList<SeenMessage>> SeesAsync(string user, string channel, CancellationToken ct = default) =>
        AskAsync<IReadOnlyList<SeenMessage>>("see", new { user, channel }, ct);

    /// <summary>Waits for a message of the bot's.</summary>
    /// <param name="contains">Text in it, in its embeds or controls.</param>
    /// <param name="after">Only newer ones than this id.</param>
    /// <exception cref="TimeoutException">None came.</exception>
    public Task<SeenMessage> WaitMessageAsync(string user, string channel, string contains = "", string? after = null, int wait = 10_000, CancellationToken ct = default) =>
        AskAsync<SeenMessage>("wait-message", new { user, channel, contains, after, wait }, ct);
}

/// <summary>Something a person did, and what came of it.</summary>
/// <param name="Answer">0 none yet, 4 reply, 5 deferred reply, 6 deferred update, 7 update, 8 suggestions, 9 form.</param>
/// <param name="Message">The reply, or the updated message.</param>
/// <param name="Modal">The form that is open, as the bot sent it.</param>
/// <param name="Choices">Suggestions, with <c>name</c> and <c>value</c>.</param>
public sealed record SeenInteraction(
    string Id, string Token, string Kind, string User, string Channel, int Answer, JsonObject? Modal, JsonArray? Choices, SeenMessage? Message, IReadOnlyList<SeenMessage> FollowUps);

/// <summary>A message as it stands.</summary>
/// <param name="OnlyFor">The only one who sees it, if it is private.</param>
/// <param name="Pings">Phones that rang for it: people, roles and everyone, as the service's rules for mentions have it.</param>
/// <param name="Named">Whom it may and does name: <c>@sam</c>, <c>@&amp;role</c>, <c>@everyone</c>.</param>
/// <param name="ShownMentions">Everything in the content that would be drawn as a mention, allowed or not.</param>
/// <param name="Alive">What in content, embeds and labels a client would not show as it is written: mentions, links, emphasis, code, letters that turn others.</param>
/// <param name="Former">Contents before its edits.</param>
public sealed record SeenMessage(
    string Id,
    string Channel,
    string ChannelName,
    string Author,
    int Type,
    string Content,
    JsonArray Embeds,
    JsonArray Components,
    int Flags,
    string? OnlyFor,
    bool IsLoading,
    bool IsEdited,
    bool IsDeleted,
    int Pings,
    IReadOnlyList<string> Named,
    IReadOnlyList<string> ShownMentions,
    IReadOnlyList<string> Alive,
    string? Nonce,
    string? ReplyTo,
    string? Thread,
    IReadOnlyList<string> Former,
    IReadOnlyList<SeenFile> Files)
{
    /// <summary>All that a person reads on it: content, embeds, labels.</summary>
    public string Text => string.Join('\n', new[] { Content }.Concat(Strings(Embeds)).Concat(Strings(Components)).Where(text => text.Length > 0));

    /// <summary>Labels of its buttons, in order.</summary>
    public IReadOnlyList<string> Buttons => [.. Find(Components).Select(button => (string?)button["label"] ?? "")];

    private static IEnumerable<JsonObject> Find(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Find),
        JsonObject json when (int?)json["type"] == 2 => [json],
        JsonObject json => Find(json["components"]).Concat(Find(json["accessory"])),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Strings),
        JsonObject json => json.Where(pair => pair.Key is not ("type" or "id" or "custom_id" or "style" or "url" or "value" or "color") || pair is { Key: "value", Value: JsonValue } && json.ContainsKey("inline"))
            .SelectMany(pair => Strings(pair.Value)),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}

public sealed record SeenFile(string Filename, string? Description, string ContentType, int Size);
