namespace TriageBot.Chat.Discord.Interactions;

/// <summary>An interaction as Discord sends it; what is not needed is not read.</summary>
internal sealed class InteractionPayload
{
    public string Id { get; init; } = "";
    public string ApplicationId { get; init; } = "";
    public int Type { get; init; }
    public InteractionData? Data { get; init; }
    public string? GuildId { get; init; }
    public string? ChannelId { get; init; }
    public MemberPayload? Member { get; init; }

    /// <summary>In private conversations, where there is no <see cref="Member"/>.</summary>
    public UserPayload? User { get; init; }
    public string Token { get; init; } = "";

    /// <summary>The message whose control was used, or from which the form was opened.</summary>
    public MessagePayload? Message { get; init; }
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
    public string? Name { get; init; }

    /// <summary>Kind of command: typed, on a person, on a message.</summary>
    public int Type { get; init; }
    public IReadOnlyList<OptionPayload>? Options { get; init; }
    public string? TargetId { get; init; }
    public string? CustomId { get; init; }
    public IReadOnlyList<string>? Values { get; init; }
    public IReadOnlyList<FieldPayload>? Components { get; init; }
    public ResolvedPayload? Resolved { get; init; }
}

internal sealed class OptionPayload
{
    public string Name { get; init; } = "";
    public int Type { get; init; }
    public JsonElement Value { get; init; }
    public IReadOnlyList<OptionPayload>? Options { get; init; }
    public bool Focused { get; init; }
}

/// <summary>A field of a form, or what holds one: a row as of old, or a label.</summary>
internal sealed class FieldPayload
{
    public string? CustomId { get; init; }
    public string? Value { get; init; }
    public IReadOnlyList<string>? Values { get; init; }
    public IReadOnlyList<FieldPayload>? Components { get; init; }
    public FieldPayload? Component { get; init; }
}

internal sealed class ResolvedPayload
{
    public IReadOnlyDictionary<string, UserPayload>? Users { get; init; }
    public IReadOnlyDictionary<string, MemberPayload>? Members { get; init; }
    public IReadOnlyDictionary<string, ChannelPayload>? Channels { get; init; }
    public IReadOnlyDictionary<string, MessagePayload>? Messages { get; init; }
}

internal sealed class UserPayload
{
    public string Id { get; init; } = "";
    public string Username { get; init; } = "";
    public string? GlobalName { get; init; }
    public bool Bot { get; init; }
}

internal sealed class MemberPayload
{
    public UserPayload? User { get; init; }
    public string? Nick { get; init; }
    public IReadOnlyList<string>? Roles { get; init; }
    public string? Permissions { get; init; }
}

internal sealed class ChannelPayload
{
    public string Id { get; init; } = "";
    public string? Name { get; init; }
    public int Type { get; init; }
    public string? GuildId { get; init; }
    public int Position { get; init; }
    public string? OwnerId { get; init; }
    public IReadOnlyList<OverwritePayload>? PermissionOverwrites { get; init; }
}

internal sealed class OverwritePayload
{
    public string Id { get; init; } = "";
    public string Allow { get; init; } = "0";
    public string Deny { get; init; } = "0";
}

internal sealed class MessagePayload
{
    public string Id { get; init; } = "";
    public string ChannelId { get; init; } = "";
    public string? GuildId { get; init; }
    public string? Content { get; init; }
    public UserPayload? Author { get; init; }
    public IReadOnlyList<UserPayload>? Mentions { get; init; }
    public string? Nonce { get; init; }

    /// <summary>Only in answers to interactions.</summary>
    public string? WebhookId { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public IReadOnlyList<EmbedPayload>? Embeds { get; init; }
    public IReadOnlyList<ControlPayload>? Components { get; init; }
    public IReadOnlyList<AttachmentPayload>? Attachments { get; init; }
}

/// <summary>A row, or a control in it.</summary>
internal sealed class ControlPayload
{
    public string? CustomId { get; init; }
    public IReadOnlyList<ControlPayload>? Components { get; init; }
}

internal sealed class EmbedPayload
{
    public string? Title { get; init; }
    public string? Description { get; init; }
}

internal sealed class AttachmentPayload
{
    public string? Filename { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(IReadOnlyList<MessagePayload>), TypeInfoPropertyName = "Messages")]
[JsonSerializable(typeof(ChannelPayload))]
[JsonSerializable(typeof(UserPayload))]
internal sealed partial class PayloadJson : JsonSerializerContext;
