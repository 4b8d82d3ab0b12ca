using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>A guild as <c>GET /guilds/{id}</c> and GUILD_CREATE give it.</summary>
internal static class GuildPayload
{
    /// <summary>What both have in common.</summary>
    public static JsonObject Of(Guild guild) => new()
    {
        ["id"] = Payload.Id(guild.Id),
        ["name"] = guild.Name,
        ["icon"] = null,
        ["description"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray(),
        ["banner"] = null,
        ["owner_id"] = Payload.Id(guild.Owner.Id),
        ["application_id"] = null,
        ["region"] = "us",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 0,
        ["roles"] = new JsonArray([.. guild.Roles.Values.Select(role => (JsonNode)Payload.Of(role))]),
        ["default_message_notifications"] = 0,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 0,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = "en-US",
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["nsfw_level"] = 0,
        ["emojis"] = new JsonArray([.. guild.Emojis.Select(emoji => (JsonNode)Emoji(emoji.Key, emoji.Value))]),
        ["stickers"] = new JsonArray(),
        ["incidents_data"] = null,
    };

    public static JsonObject Rest(Guild guild, bool withCounts)
    {
        var json = Of(guild);
        json["home_header"] = null;
        json["max_presences"] = null;
        json["nsfw"] = false;
        if (withCounts) json["approximate_member_count"] = guild.Members.Count;
        if (withCounts) json["approximate_presence_count"] = 1;
        return json;
    }

    /// <summary>GUILD_CREATE.</summary>
    /// <param name="bot">The only member in it, unless the session may see them all.</param>
    /// <param name="withMembers">Whether the session has the privileged intent.</param>
    public static JsonObject Create(Guild guild, User bot, bool withMembers)
    {
        var json = Of(guild);
        var places = guild.Channels.Values.Where(channel => !channel.IsThread).ToList();
        var members = withMembers ? guild.Members.Values : guild.Members.Values.Where(member => member.User == bot);
        json["joined_at"] = Payload.Time(guild.Members.TryGetValue(bot.Id, out var own) ? own.Joined : Snowflakes.TimeOf(guild.Id));
        json["large"] = guild.Members.Count > 50;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count;
        json["voice_states"] = new JsonArray();
        json["members"] = new JsonArray([.. members.Select(member => (JsonNode)Payload.WithUser(member))]);
        json["channels"] = new JsonArray([.. places.Select(channel => (JsonNode)Payload.Of(channel))]);
        json["threads"] = new JsonArray([.. Open(guild).Select(channel => (JsonNode)Payload.Of(channel))]);
        json["presences"] = new JsonArray();
        json["stage_instances"] = new JsonArray();
        json["guild_scheduled_events"] = new JsonArray();
        json["soundboard_sounds"] = new JsonArray();
        return json;
    }

    private static JsonObject Emoji(ulong id, string name) => new()
    {
        ["id"] = Payload.Id(id),
        ["name"] = name,
        ["roles"] = new JsonArray(),
        ["require_colons"] = true,
        ["managed"] = false,
        ["animated"] = false,
        ["available"] = true,
    };

    private static IEnumerable<Channel> Open(Guild guild) => guild.Channels.Values.Where(channel => channel is { IsThread: true, IsArchived: false });
}
