namespace TriageBot.Chat.Discord.Commands;

/// <summary>A command as Discord registers it, and as it shows registered ones.</summary>
internal sealed record CommandBody(string Name, int Type)
{
    public string? Description { get; init; }
    public IReadOnlyList<OptionBody>? Options { get; init; }

    /// <summary>Where it can be used: in servers, and in the private conversation with the bot.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }
}

internal static class CommandType
{
    public const int Typed = 1;
    public const int OnMember = 2;
    public const int OnMessage = 3;
}

internal sealed record OptionBody(int Type, string Name, string Description)
{
    public bool? Required { get; init; }
    public IReadOnlyList<OptionChoiceBody>? Choices { get; init; }
    public IReadOnlyList<int>? ChannelTypes { get; init; }
    public int? MaxLength { get; init; }
    public bool? Autocomplete { get; init; }
}

internal sealed record OptionChoiceBody(string Name, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<CommandBody>), TypeInfoPropertyName = "Commands")]
internal sealed partial class CommandJson : JsonSerializerContext;
