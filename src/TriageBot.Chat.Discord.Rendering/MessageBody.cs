namespace TriageBot.Chat.Discord.Rendering;

/// <summary>A message as Discord takes it. A part that is null is left out; an edit names the empty parts too, so that nothing old stays.</summary>
internal sealed record MessageBody
{
    /// <summary>A flag: only the person who acted sees the message.</summary>
    public const int Ephemeral = 64;
    public string? Content { get; init; }
    public IReadOnlyList<EmbedBody>? Embeds { get; init; }
    public IReadOnlyList<RowBody>? Components { get; init; }

    /// <summary>Never left out where there is text: without it Discord would ping whomever the text names.</summary>
    public AllowedMentionsBody? AllowedMentions { get; init; } = AllowedMentionsBody.Nobody;
    public int? Flags { get; init; }

    /// <summary>At most 25 characters; with <see cref="EnforceNonce"/> a repeated message appears once.</summary>
    public string? Nonce { get; init; }
    public bool? EnforceNonce { get; init; }
    public IReadOnlyList<AttachmentBody>? Attachments { get; init; }
}

internal sealed record EmbedBody(string Description);

/// <summary>Whom a message may ping: nobody but these (rule X6).</summary>
internal sealed record AllowedMentionsBody(IReadOnlyList<string> Parse, IReadOnlyList<string>? Users = null)
{
    public static AllowedMentionsBody Nobody { get; } = new([]);
}

internal sealed record AttachmentBody(string Id, string Filename);

internal sealed record RowBody(IReadOnlyList<ComponentBody> Components)
{
    public int Type { get; init; } = ComponentType.Row;
}

internal static class ComponentType
{
    public const int Row = 1;
    public const int Button = 2;
    public const int StringSelect = 3;
    public const int TextInput = 4;
    public const int Label = 18;
}

/// <summary>A button, a select or a field of a form; which parts are there depends on its type.</summary>
internal sealed record ComponentBody(int Type)
{
    public string? CustomId { get; init; }
    public int? Style { get; init; }
    public string? Label { get; init; }
    public string? Description { get; init; }
    public string? Url { get; init; }
    public string? Placeholder { get; init; }
    public IReadOnlyList<SelectOptionBody>? Options { get; init; }
    public string? Value { get; init; }
    public int? MaxLength { get; init; }
    public bool? Required { get; init; }

    /// <summary>What a label labels.</summary>
    public ComponentBody? Component { get; init; }
}

internal sealed record SelectOptionBody(string Label, string Value);

/// <summary>A form.</summary>
internal sealed record ModalBody(string CustomId, string Title, IReadOnlyList<ComponentBody> Components);

/// <summary>Suggestions for the value of an option.</summary>
internal sealed record ChoicesBody(IReadOnlyList<ChoiceBody> Choices);
internal sealed record ChoiceBody(string Name, string Value);
internal sealed record MessageCallback(int Type, MessageBody? Data = null);
internal sealed record ModalCallback(int Type, ModalBody Data);
internal sealed record ChoicesCallback(int Type, ChoicesBody Data);

internal static class CallbackType
{
    public const int Message = 4;
    public const int DeferredMessage = 5;
    public const int DeferredUpdate = 6;
    public const int Update = 7;
    public const int Suggestions = 8;
    public const int Modal = 9;
}

internal sealed record RecipientBody(string RecipientId);

/// <param name="Type">Null for a thread below a message.</param>
internal sealed record ThreadBody(string Name, int AutoArchiveDuration, int? Type = null, bool? Invitable = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(MessageCallback))]
[JsonSerializable(typeof(ModalCallback))]
[JsonSerializable(typeof(ChoicesCallback))]
[JsonSerializable(typeof(RecipientBody))]
[JsonSerializable(typeof(ThreadBody))]
internal sealed partial class BodyJson : JsonSerializerContext;
