using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>The application as its maker set it up in the portal.</summary>
internal sealed class Application
{
    private const int LimitedPresence = 1 << 13;
    private const int LimitedMembers = 1 << 15;
    private const int LimitedContent = 1 << 19;

    /// <summary>Privileged intents that are switched on; asking for another closes with 4014.</summary>
    public int Privileged { get; set; }

    /// <summary>Where interactions go over HTTP. Set, none comes over the gateway.</summary>
    public string? InteractionsEndpoint { get; set; }

    /// <summary>What the portal's switches look like from outside.</summary>
    public int Flags =>
        ((Privileged & Intents.Presences) != 0 ? LimitedPresence : 0)
        | ((Privileged & Intents.Members) != 0 ? LimitedMembers : 0)
        | ((Privileged & Intents.Content) != 0 ? LimitedContent : 0);

    public JsonObject Json(WorldState world) => new()
    {
        ["id"] = Payload.Id(world.AppId),
        ["name"] = "TriageBot",
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = Payload.Of(world.Bot),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = Flags,
        ["flags_new"] = Payload.Id((ulong)Flags),
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = InteractionsEndpoint,
        ["role_connections_verification_url"] = null,
        ["owner"] = Payload.Of(world.AppOwner),
        ["approximate_guild_count"] = world.Guilds.Values.Count(guild => guild.HasBot),
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray(),
    };
}
