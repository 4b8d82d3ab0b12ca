using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.People;

/// <summary>INTERACTION_CREATE. Source: interactions/receiving-and-responding.</summary>
internal static class InteractionPayload
{
    private const int MaxAttachment = 10 * 1024 * 1024;

    public static JsonObject Of(WorldState world, MessageDesk desk, Interaction interaction, JsonObject data)
    {
        var channel = interaction.Channel;
        var json = new JsonObject
        {
            ["id"] = Payload.Id(interaction.Id),
            ["application_id"] = Payload.Id(world.AppId),
            ["type"] = (int)interaction.Kind,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["channel_id"] = Payload.Id(channel.Id),
            ["channel"] = Place(channel),
            ["app_permissions"] = Payload.Id(Permissions.In(channel, world.Bot.Id)),
            ["locale"] = interaction.User.Locale,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = channel.Guild is { } owner ? Payload.Id(owner.Id) : "0" },
            ["context"] = channel.Guild is null ? 1 : 0,
            ["attachment_size_limit"] = MaxAttachment,
            ["data"] = data,
        };
        if (channel.Guild is { } guild) AddGuild(json, guild, interaction);
        else json["user"] = Payload.Of(interaction.User);
        if (interaction.Source is { } source) json["message"] = desk.Json(source);
        return json;
    }

    private static void AddGuild(JsonObject json, Guild guild, Interaction interaction)
    {
        var member = Payload.WithUser(guild.Members[interaction.User.Id]);
        member["permissions"] = Payload.Id(Permissions.In(interaction.Channel, interaction.User.Id));
        json["member"] = member;
        json["guild_id"] = Payload.Id(guild.Id);
        json["guild"] = new JsonObject { ["id"] = Payload.Id(guild.Id), ["locale"] = "en-US", ["features"] = new JsonArray() };
        json["guild_locale"] = "en-US";
    }

    private static JsonObject Place(Channel channel)
    {
        var json = Payload.Of(channel);
        json.Remove("permission_overwrites");
        return json;
    }
}
