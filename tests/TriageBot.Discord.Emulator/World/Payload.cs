using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>People, roles, channels and guilds as the service writes them.</summary>
internal static class Payload
{
    private const int MaxId = 20;

    /// <summary>Fields of a member that nobody here has.</summary>
    private static readonly string[] Absent = ["avatar", "banner", "premium_since", "communication_disabled_until"];

    /// <summary>ISO 8601 with six digits below the second; .NET's own form has seven.</summary>
    public static string Time(DateTimeOffset time) => string.Concat(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture).AsSpan(0, 26), "+00:00");

    public static string Id(ulong id) => Snowflakes.Text(id);

    public static void WriteId(Utf8JsonWriter json, string name, ulong id)
    {
        Span<byte> text = stackalloc byte[MaxId];
        id.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    public static JsonNode? IdOrNull(ulong? id) => id is { } known ? Id(known) : null;

    public static JsonObject Of(User user) => JsonText.Node(json => Write(json, user));

    public static void Write(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        WriteId(json, "id", user.Id);
        json.WriteString("username", user.Name);
        json.WriteString("discriminator", "0");
        json.WriteString("global_name", user.GlobalName);
        json.WriteNull("avatar");
        json.WriteNumber("public_flags", 0);
        json.WriteNumber("flags", 0);
        json.WriteNull("primary_guild");
        if (user.IsBot) json.WriteBoolean("bot", true);
        json.WriteEndObject();
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
    public static JsonObject Of(Member member) => JsonText.Node(json => Write(json, member));

    public static JsonObject WithUser(Member member) => JsonText.Node(json => Write(json, member, withUser: true));

    /// <param name="permissions">Where they are told along.</param>
    public static void Write(Utf8JsonWriter json, Member member, bool withUser = false, ulong? permissions = null)
    {
        json.WriteStartObject();
        json.WriteStartArray("roles");
        foreach (var role in member.Roles) json.WriteStringValue(Id(role));
        json.WriteEndArray();
        json.WriteString("joined_at", Time(member.Joined));
        json.WriteBoolean("deaf", false);
        json.WriteBoolean("mute", false);
        json.WriteNumber("flags", 0);
        json.WriteBoolean("pending", false);
        json.WriteString("nick", member.Nick);
        foreach (var name in Absent) json.WriteNull(name);
        if (withUser)
        {
            json.WritePropertyName("user");
            Write(json, member.User);
        }

        if (permissions is { } granted) WriteId(json, "permissions", granted);
        json.WriteEndObject();
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

    public static JsonObject Of(Channel channel) => JsonText.Node(json => Write(json, channel));

    /// <param name="withOverwrites">Whether who may do what in a channel is told along.</param>
    public static void Write(Utf8JsonWriter json, Channel channel, bool withOverwrites = true)
    {
        json.WriteStartObject();
        WriteId(json, "id", channel.Id);
        json.WriteNumber("type", (int)channel.Type);
        if (channel.Recipient is { } user) WriteDirect(json, channel, user);
        else if (channel.IsThread) WriteThread(json, channel);
        else WritePlace(json, channel, withOverwrites);
        json.WriteEndObject();
    }

    public static JsonObject ThreadMember(Channel thread, ulong user, DateTimeOffset now) => new()
    {
        ["id"] = Id(thread.Id),
        ["user_id"] = Id(user),
        ["join_timestamp"] = Time(now),
        ["flags"] = 0,
    };

    private static void WriteDirect(Utf8JsonWriter json, Channel channel, User user)
    {
        WriteIdOrNull(json, "last_message_id", channel.LastMessage);
        json.WriteNumber("flags", 0);
        json.WriteStartArray("recipients");
        Write(json, user);
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, Channel channel, bool withOverwrites)
    {
        WriteIdOrNull(json, "guild_id", channel.Guild?.Id);
        json.WriteString("name", channel.Name);
        json.WriteNumber("position", channel.Position);
        WriteIdOrNull(json, "parent_id", channel.Parent?.Id);
        json.WriteString("topic", channel.Topic);
        json.WriteBoolean("nsfw", false);
        WriteIdOrNull(json, "last_message_id", channel.LastMessage);
        json.WriteNumber("rate_limit_per_user", 0);
        json.WriteNumber("flags", 0);
        if (!withOverwrites) return;
        json.WriteStartArray("permission_overwrites");
        foreach (var overwrite in channel.Overwrites)
        {
            json.WriteStartObject();
            WriteId(json, "id", overwrite.Id);
            json.WriteNumber("type", overwrite.IsForMember ? 1 : 0);
            WriteId(json, "allow", overwrite.Allow);
            WriteId(json, "deny", overwrite.Deny);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThread(Utf8JsonWriter json, Channel channel)
    {
        WriteIdOrNull(json, "guild_id", channel.Guild?.Id);
        json.WriteString("name", channel.Name);
        WriteIdOrNull(json, "parent_id", channel.Parent?.Id);
        WriteId(json, "owner_id", channel.Starter);
        WriteIdOrNull(json, "last_message_id", channel.LastMessage);
        json.WriteNumber("rate_limit_per_user", 0);
        json.WriteNumber("message_count", channel.Messages.Count);
        json.WriteNumber("member_count", channel.ThreadMembers.Count);
        json.WriteNumber("total_message_sent", channel.Messages.Count);
        json.WriteNumber("flags", 0);
        json.WriteStartObject("thread_metadata");
        json.WriteBoolean("archived", channel.IsArchived);
        json.WriteNumber("auto_archive_duration", channel.ArchiveMinutes);
        json.WriteString("archive_timestamp", Time(Snowflakes.TimeOf(channel.Id)));
        json.WriteBoolean("locked", channel.IsLocked);
        json.WriteString("create_timestamp", Time(Snowflakes.TimeOf(channel.Id)));
        json.WriteEndObject();
    }

    private static void WriteIdOrNull(Utf8JsonWriter json, string name, ulong? id)
    {
        if (id is { } known) WriteId(json, name, known);
        else json.WriteNull(name);
    }
}
