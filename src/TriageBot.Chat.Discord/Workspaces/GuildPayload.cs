namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>A server as GUILD_CREATE shows it; members are read only to find the bot's own roles.</summary>
internal sealed class GuildPayload
{
    public string Id { get; init; } = "";
    public string? Name { get; init; }
    public string? OwnerId { get; init; }

    /// <summary>The server cannot be reached for a while, or has not been sent yet.</summary>
    public bool Unavailable { get; init; }
    public IReadOnlyList<ChannelPayload>? Channels { get; init; }
    public IReadOnlyList<ChannelPayload>? Threads { get; init; }
    public IReadOnlyList<RolePayload>? Roles { get; init; }
    public IReadOnlyList<MemberPayload>? Members { get; init; }
}

internal sealed class RolePayload
{
    public string Id { get; init; } = "";
    public string Permissions { get; init; } = "0";
}

internal sealed class ReadyPayload
{
    public UserPayload? User { get; init; }
    public IReadOnlyList<GuildPayload>? Guilds { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GuildPayload))]
[JsonSerializable(typeof(MemberPayload))]
[JsonSerializable(typeof(ReadyPayload))]
internal sealed partial class GuildJson : JsonSerializerContext;
