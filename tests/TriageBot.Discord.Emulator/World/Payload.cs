using System.Globalization;
using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>People, roles, channels and guilds as the service writes them.</summary>
internal static class Payload
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static string Id(ulong id) => Snowflakes.Text(id);

    public static JsonNode? IdOrNull(ulong? id) => id is { } known ? Id(known) : null;

    public static JsonObject Of(User user)
    {
        var json = new JsonObject
        {
            ["id"] = Id(user.Id),
            ["username"] = user.Name,
            ["discriminator"] = "0",
            ["global_name"] = user.GlobalName,
            ["avatar"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
        };
        if (user.IsBot) json["bot"] = true;
        return json;
    }

    /// <summary>The bot about itself.</summary>
    public static JsonObject Self(User bot)
    {
        var json = Of(bot);
        json["mfa_enabled"] = false;
        json["locale"] = "en-US";
        json["verified"] = true;
        json["email"] = null;
        return json;
    }

    /// <summary>A member without the user, as messages and resolved data carry it.</summary>
    public static JsonObject Of(Member member) => new()
    {
        ["roles"] = new JsonArray([.. member.Roles.Select(role => (JsonNode)Id(role))]),
        ["joined_at"] = Time(member.Joined),
        ["deaf"] = false,
        ["mute"] = false,
        ["flags"] = 0,
        ["pending"] = false,
        ["nick"] = member.Nick,
        ["avatar"] = null,
        ["banner"] = null,
        ["premium_since"] = null,
        ["communication_disabled_until"] = null,
    };

    public static JsonObject WithUser(Member member)
    {
        var json = Of(member);
        json["user"] = Of(member.User);
        return json;
    }

    public static JsonObject Of(Role role) => new()
    {
        ["id"] = Id(role.Id),
        ["name"] = role.Name,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["position"] = role.Position,
        ["permissions"] = Id(role.Permissions),
        ["managed"] = role.IsManaged,
        ["mentionable"] = role.IsMentionable,
        ["flags"] = 0,
    };

    public static JsonObject Of(Channel channel) => channel switch
    {
        { Recipient: { } user } => new()
        {
            ["id"] = Id(channel.Id),
            ["type"] = 1,
            ["last_message_id"] = IdOrNull(channel.LastMessage),
            ["flags"] = 0,
            ["recipients"] = new JsonArray(Of(user)),
        },
        { IsThread: true } => Thread(channel),
        _ => new()
        {
            ["id"] = Id(channel.Id),
            ["type"] = (int)channel.Type,
            ["guild_id"] = IdOrNull(channel.Guild?.Id),
            ["name"] = channel.Name,
            ["position"] = channel.Position,
            ["parent_id"] = IdOrNull(channel.Parent?.Id),
            ["topic"] = channel.Topic,
            ["nsfw"] = false,
            ["last_message_id"] = IdOrNull(channel.LastMessage),
            ["rate_limit_per_user"] = 0,
            ["flags"] = 0,
            ["permission_overwrites"] = new JsonArray([.. channel.Overwrites.Select(Of)]),
        },
    };

    public static JsonObject ThreadMember(Channel thread, ulong user, DateTimeOffset now) => new()
    {
        ["id"] = Id(thread.Id),
        ["user_id"] = Id(user),
        ["join_timestamp"] = Time(now),
        ["flags"] = 0,
    };

    private static JsonObject Of(Overwrite overwrite) => new()
    {
        ["id"] = Id(overwrite.Id),
        ["type"] = overwrite.IsForMember ? 1 : 0,
        ["allow"] = Id(overwrite.Allow),
        ["deny"] = Id(overwrite.Deny),
    };

    private static JsonObject Thread(Channel channel) => new()
    {
        ["id"] = Id(channel.Id),
        ["type"] = (int)channel.Type,
        ["guild_id"] = IdOrNull(channel.Guild?.Id),
        ["name"] = channel.Name,
        ["parent_id"] = IdOrNull(channel.Parent?.Id),
        ["owner_id"] = Id(channel.Starter),
        ["last_message_id"] = IdOrNull(channel.LastMessage),
        ["rate_limit_per_user"] = 0,
        ["message_count"] = channel.Messages.Count,
        ["member_count"] = channel.ThreadMembers.Count,
        ["total_message_sent"] = channel.Messages.Count,
        ["flags"] = 0,
        ["thread_metadata"] = new JsonObject
        {
            ["archived"] = channel.IsArchived,
            ["auto_archive_duration"] = channel.ArchiveMinutes,
            ["archive_timestamp"] = Time(Snowflakes.TimeOf(channel.Id)),
            ["locked"] = channel.IsLocked,
            ["create_timestamp"] = Time(Snowflakes.TimeOf(channel.Id)),
        },
    };
}
