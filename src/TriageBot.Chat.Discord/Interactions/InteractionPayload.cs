namespace TriageBot.Chat.Discord.Interactions;

/// <summary>
/// An interaction as Discord sends it; what is not needed is not read. Payloads have properties that can be set: the reader of JSON treats those that can only be
/// given as parameters of a constructor, which is a longer way.
/// </summary>
internal sealed class InteractionPayload
{
    public string Id { get; set; } = "";
    public string ApplicationId { get; set; } = "";
    public int Type { get; set; }
    public InteractionData? Data { get; set; }
    public string? GuildId { get; set; }
    public string? ChannelId { get; set; }
    public MemberPayload? Member { get; set; }

    /// <summary>In private conversations, where there is no <see cref="Member"/>.</summary>
    public UserPayload? User { get; set; }
    public string Token { get; set; } = "";

    /// <summary>The message whose control was used, or from which the form was opened.</summary>
    public MessagePayload? Message { get; set; }
}

internal static class InteractionType
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int Modal = 5;
}

internal sealed class InteractionData
{
    public string? Name { get; set; }

    /// <summary>Kind of command: typed, on a person, on a message.</summary>
    public int Type { get; set; }
    public IReadOnlyList<OptionPayload>? Options { get; set; }
    public string? TargetId { get; set; }
    public string? CustomId { get; set; }
    public IReadOnlyList<string>? Values { get; set; }
    public IReadOnlyList<FieldPayload>? Components { get; set; }
    public ResolvedPayload? Resolved { get; set; }
}

internal sealed class OptionPayload
{
    public string Name { get; set; } = "";
    public int Type { get; set; }
    public JsonElement Value { get; set; }
    public IReadOnlyList<OptionPayload>? Options { get; set; }
    public bool Focused { get; set; }
}

/// <summary>A field of a form, or what holds one: a row as of old, or a label.</summary>
internal sealed class FieldPayload
{
    public string? CustomId { get; set; }
    public string? Value { get; set; }
    public IReadOnlyList<string>? Values { get; set; }
    public IReadOnlyList<FieldPayload>? Components { get; set; }
    public FieldPayload? Component { get; set; }
}

internal sealed class ResolvedPayload
{
    public IReadOnlyDictionary<string, UserPayload>? Users { get; set; }
    public IReadOnlyDictionary<string, MemberPayload>? Members { get; set; }
    public IReadOnlyDictionary<string, ChannelPayload>? Channels { get; set; }
    public IReadOnlyDictionary<string, MessagePayload>? Messages { get; set; }
}

internal sealed class UserPayload
{
    public string Id { get; set; } = "";
    public string Username { get; set; } = "";
    public string? GlobalName { get; set; }
    public bool Bot { get; set; }
}

internal sealed class MemberPayload
{
    public UserPayload? User { get; set; }
    public string? Nick { get; set; }
    public IReadOnlyList<string>? Roles { get; set; }
    public string? Permissions { get; set; }
}

internal sealed class ChannelPayload
{
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public int Type { get; set; }
    public string? GuildId { get; set; }
    public int Position { get; set; }
    public string? OwnerId { get; set; }
    public IReadOnlyList<OverwritePayload>? PermissionOverwrites { get; set; }
}

internal sealed class OverwritePayload
{
    public string Id { get; set; } = "";
    public string Allow { get; set; } = "0";
    public string Deny { get; set; } = "0";
}

internal sealed class MessagePayload
{
    public string Id { get; set; } = "";
    public string ChannelId { get; set; } = "";
    public string? GuildId { get; set; }
    public string? Content { get; set; }
    public UserPayload? Author { get; set; }
    public IReadOnlyList<UserPayload>? Mentions { get; set; }
    public string? Nonce { get; set; }
    public DateTimeOffset? Timestamp { get; set; }
    public IReadOnlyList<EmbedPayload>? Embeds { get; set; }
    public IReadOnlyList<AttachmentPayload>? Attachments { get; set; }
}

internal sealed class EmbedPayload
{
    public string? Title { get; set; }
    public string? Description { get; set; }
}

internal sealed class AttachmentPayload
{
    public string? Filename { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(IReadOnlyList<MessagePayload>), TypeInfoPropertyName = "Messages")]
[JsonSerializable(typeof(ChannelPayload))]
[JsonSerializable(typeof(UserPayload))]
internal sealed partial class PayloadJson : JsonSerializerContext;
