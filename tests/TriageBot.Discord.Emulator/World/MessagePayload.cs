using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>A message as the service writes it.</summary>
internal static class MessagePayload
{
    /// <param name="address">Where files lie, without a slash at the end.</param>
    public static JsonObject Of(WorldState world, Message message, string address)
    {
        var json = new JsonObject
        {
            ["id"] = Payload.Id(message.Id),
            ["channel_id"] = Payload.Id(message.Channel.Id),
            ["type"] = message.Type,
            ["content"] = message.Content,
            ["author"] = Payload.Of(message.Author),
            ["timestamp"] = Payload.Time(message.Created),
            ["edited_timestamp"] = message.Edited is { } edited ? Payload.Time(edited) : null,
            ["tts"] = message.IsTts,
            ["mention_everyone"] = message.Mentions.IsEveryone,
            ["mentions"] = new JsonArray([.. message.Mentions.Users.Select(user => (JsonNode)Payload.Of(user))]),
            ["mention_roles"] = new JsonArray([.. message.Mentions.Roles.Select(role => (JsonNode)Payload.Id(role.Id))]),
            ["attachments"] = new JsonArray([.. message.Attachments.Select(file => (JsonNode)Of(message, file, address))]),
            ["embeds"] = message.Embeds.DeepClone(),
            ["components"] = message.Components.DeepClone(),
            ["flags"] = message.Flags,
            ["pinned"] = message.IsPinned,
        };
        if (message.IsByWebhook) json["webhook_id"] = Payload.Id(world.AppId);
        if (message.Author == world.Bot) json["application_id"] = Payload.Id(world.AppId);
        if (message.Interaction is { } interaction) json["interaction_metadata"] = interaction.DeepClone();
        if (message.FormerInteraction is { } former) json["interaction"] = former.DeepClone();
        if (message.Nonce is { } nonce) json["nonce"] = nonce.DeepClone();
        if (message.Thread is { } thread) json["thread"] = Payload.Of(thread);
        if (message.ReplyTo is { } to) AddReference(world, json, message, to, address);
        if (message.Reactions.Count > 0) json["reactions"] = new JsonArray([.. message.Reactions.Select(reaction => (JsonNode)Of(world, reaction.Key, reaction.Value))]);
        return json;
    }

    /// <summary>As MESSAGE_CREATE and MESSAGE_UPDATE carry it: with guild and member, and without contents that the session may not read.</summary>
    public static JsonObject Event(WorldState world, Message message, string address, bool mayRead)
    {
        var json = Of(world, message, address);
        // Events of private messages belong to direct messages and lack both.
        if (!message.IsPrivate && message.Channel.Guild is { } guild)
        {
            json["guild_id"] = Payload.Id(guild.Id);
            if (guild.Members.TryGetValue(message.Author.Id, out var member)) json["member"] = Payload.Of(member);
        }

        json["channel_type"] = (int)message.Channel.Type;
        var isOpen = mayRead || message.Author == world.Bot || message.Channel.Recipient is not null || message.Mentions.Users.Contains(world.Bot);
        if (isOpen) return json;
        json["content"] = "";
        json["embeds"] = new JsonArray();
        json["components"] = new JsonArray();
        json["attachments"] = new JsonArray();
        return json;
    }

    public static JsonObject Of(Message message, Attachment file, string address)
    {
        var url = $"{address}/attachments/{Payload.Id(message.Channel.Id)}/{Payload.Id(file.Id)}/{Uri.EscapeDataString(file.Filename)}";
        var json = new JsonObject
        {
            ["id"] = Payload.Id(file.Id),
            ["filename"] = file.Filename,
            ["size"] = file.Content.Length,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = file.ContentType,
        };
        if (message.IsPrivate) json["ephemeral"] = true;
        if (file.Description is { } description) json["description"] = description;
        if (!file.ContentType.StartsWith("image/", StringComparison.Ordinal)) return json;
        json["width"] = 1;
        json["height"] = 1;
        return json;
    }

    private static void AddReference(WorldState world, JsonObject json, Message message, ulong to, string address)
    {
        json["message_reference"] = new JsonObject { ["type"] = 0, ["message_id"] = Payload.Id(to), ["channel_id"] = Payload.Id(message.Channel.Id) };
        if (message.Channel.Guild is { } guild) json["message_reference"]!["guild_id"] = Payload.Id(guild.Id);
        var referenced = WorldState.Find(message.Channel, to);
        json["referenced_message"] = referenced is null ? null : Of(world, referenced, address);
        if (json["referenced_message"] is not JsonObject shown) return;
        // What it answers itself, and its reactions, are not told along.
        shown.Remove("referenced_message");
        shown.Remove("reactions");
    }

    private static JsonObject Of(WorldState world, string emoji, HashSet<ulong> by) => new()
    {
        ["emoji"] = new JsonObject { ["id"] = null, ["name"] = emoji },
        ["count"] = by.Count,
        ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = by.Count },
        ["burst_colors"] = new JsonArray(),
        ["me_burst"] = false,
        ["me"] = by.Contains(world.Bot.Id),
    };
}
