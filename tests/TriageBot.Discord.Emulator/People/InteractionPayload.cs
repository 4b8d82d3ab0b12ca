using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.People;

/// <summary>INTERACTION_CREATE. Source: interactions/receiving-and-responding.</summary>
internal static class InteractionPayload
{
    private const int MaxAttachment = 10 * 1024 * 1024;

    public static void Write(Utf8JsonWriter json, WorldState world, MessageDesk desk, Interaction interaction, JsonObject data)
    {
        var channel = interaction.Channel;
        json.WriteStartObject();
        Payload.WriteId(json, "id", interaction.Id);
        Payload.WriteId(json, "application_id", world.AppId);
        json.WriteNumber("type", (int)interaction.Kind);
        json.WriteString("token", interaction.Token);
        json.WriteNumber("version", 1);
        Payload.WriteId(json, "channel_id", channel.Id);
        json.WritePropertyName("channel");
        Payload.Write(json, channel, withOverwrites: false);
        Payload.WriteId(json, "app_permissions", Permissions.In(channel, world.Bot.Id));
        json.WriteString("locale", interaction.User.Locale);
        WriteNothing(json, "entitlements");
        json.WriteStartObject("authorizing_integration_owners");
        json.WriteString("0", channel.Guild is { } owner ? Payload.Id(owner.Id) : "0");
        json.WriteEndObject();
        json.WriteNumber("context", channel.Guild is null ? 1 : 0);
        json.WriteNumber("attachment_size_limit", MaxAttachment);
        json.WritePropertyName("data");
        data.WriteTo(json);
        WriteWho(json, interaction);
        if (interaction.Source is { } source)
        {
            json.WritePropertyName("message");
            desk.Write(json, source);
        }

        json.WriteEndObject();
    }

    private static void WriteWho(Utf8JsonWriter json, Interaction interaction)
    {
        if (interaction.Channel.Guild is not { } guild)
        {
            json.WritePropertyName("user");
            Payload.Write(json, interaction.User);
            return;
        }

        json.WritePropertyName("member");
        Payload.Write(json, guild.Members[interaction.User.Id], withUser: true, Permissions.In(interaction.Channel, interaction.User.Id));
        Payload.WriteId(json, "guild_id", guild.Id);
        json.WriteStartObject("guild");
        Payload.WriteId(json, "id", guild.Id);
        json.WriteString("locale", "en-US");
        WriteNothing(json, "features");
        json.WriteEndObject();
        json.WriteString("guild_locale", "en-US");
    }

    private static void WriteNothing(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
