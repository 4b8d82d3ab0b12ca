using System.Text.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.World;

/// <summary>A message as the service writes it.</summary>
internal static class MessagePayload
{
    /// <param name="address">Where files lie, without a slash at the end.</param>
    public static JsonObject Of(WorldState world, Message message, string address) => JsonText.Node(json => Write(json, world, message, address));

    public static void Write(Utf8JsonWriter json, WorldState world, Message message, string address)
    {
        json.WriteStartObject();
        WriteFields(json, world, message, address, isOpen: true);
        json.WriteEndObject();
    }

    /// <summary>As MESSAGE_CREATE and MESSAGE_UPDATE carry it: with guild and member, and without contents that the session may not read.</summary>
    public static void WriteEvent(Utf8JsonWriter json, WorldState world, Message message, string address, bool mayRead)
    {
        json.WriteStartObject();
        WriteFields(json, world, message, address, mayRead || message.Author == world.Bot || message.Channel.Recipient is not null || message.Mentions.Users.Contains(world.Bot));
        // Events of private messages belong to direct messages and lack both.
        if (!message.IsPrivate && message.Channel.Guild is { } guild)
        {
            Payload.WriteId(json, "guild_id", guild.Id);
            if (guild.Members.TryGetValue(message.Author.Id, out var member))
            {
                json.WritePropertyName("member");
                Payload.Write(json, member);
            }
        }

        json.WriteNumber("channel_type", (int)message.Channel.Type);
        json.WriteEndObject();
    }

    /// <param name="isOpen">Whether contents are told.</param>
    /// <param name="isReferenced">Whether it stands in another that answers it: then what it answers itself, and its reactions, are not told along.</param>
    private static void WriteFields(Utf8JsonWriter json, WorldState world, Message message, string address, bool isOpen, bool isReferenced = false)
    {
        Payload.WriteId(json, "id", message.Id);
        Payload.WriteId(json, "channel_id", message.Channel.Id);
        json.WriteNumber("type", message.Type);
        json.WriteString("content", isOpen ? message.Content : "");
        json.WritePropertyName("author");
        Payload.Write(json, message.Author);
        json.WriteString("timestamp", Payload.Time(message.Created));
        json.WriteString("edited_timestamp", message.Edited is { } edited ? Payload.Time(edited) : null);
        json.WriteBoolean("tts", message.IsTts);
        WriteMentions(json, message.Mentions);
        json.WriteStartArray("attachments");
        foreach (var file in message.Attachments)
        {
            if (isOpen) Of(message, file, address).WriteTo(json);
        }

        json.WriteEndArray();
        json.WritePropertyName("embeds");
        (isOpen ? message.Embeds : JsonList.Empty).WriteTo(json);
        json.WritePropertyName("components");
        (isOpen ? message.Components : JsonList.Empty).WriteTo(json);
        json.WriteNumber("flags", message.Flags);
        json.WriteBoolean("pinned", message.IsPinned);
        if (message.IsByWebhook) Payload.WriteId(json, "webhook_id", world.AppId);
        if (message.Author == world.Bot) Payload.WriteId(json, "application_id", world.AppId);
        if (message.Answers is { } interaction) WriteInteraction(json, interaction);
        if (message.Nonce is { } nonce) WriteNode(json, "nonce", nonce);
        if (message.Thread is { } thread)
        {
            json.WritePropertyName("thread");
            Payload.Write(json, thread);
        }

        if (message.ReplyTo is { } to) WriteReference(json, world, message, to, address, withMessage: !isReferenced);
        if (!isReferenced && message.Reactions.Count > 0) WriteNode(json, "reactions", new JsonArray([.. message.Reactions.Select(reaction => (JsonNode)Of(world, reaction.Key, reaction.Value))]));
    }

    private static void WriteMentions(Utf8JsonWriter json, Mentions mentions)
    {
        json.WriteBoolean("mention_everyone", mentions.IsEveryone);
        json.WriteStartArray("mentions");
        foreach (var user in mentions.Users) Payload.Write(json, user);
        json.WriteEndArray();
        json.WriteStartArray("mention_roles");
        foreach (var role in mentions.Roles) json.WriteStringValue(Payload.Id(role.Id));
        json.WriteEndArray();
    }

    private static void WriteInteraction(Utf8JsonWriter json, Interaction interaction)
    {
        json.WritePropertyName("interaction_metadata");
        WriteMetadata(json, interaction);
        if (interaction.CommandName is not { } name) return;
        // The deprecated field, which older clients still need to find their buttons again.
        json.WriteStartObject("interaction");
        Payload.WriteId(json, "id", interaction.Id);
        json.WriteNumber("type", (int)interaction.Kind);
        json.WriteString("name", name);
        json.WritePropertyName("user");
        Payload.Write(json, interaction.User);
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Interaction interaction)
    {
        json.WriteStartObject();
        Payload.WriteId(json, "id", interaction.Id);
        json.WriteNumber("type", (int)interaction.Kind);
        json.WritePropertyName("user");
        Payload.Write(json, interaction.User);
        json.WriteStartObject("authorizing_integration_owners");
        json.WriteString("0", interaction.Channel.Guild is { } guild ? Payload.Id(guild.Id) : "0");
        json.WriteEndObject();
        if (interaction.Kind == InteractionKind.Component && interaction.Source is { } source) Payload.WriteId(json, "interacted_message_id", source.Id);
        if (interaction.Kind == InteractionKind.Modal && interaction.Opener is { } opener)
        {
            json.WritePropertyName("triggering_interaction_metadata");
            WriteMetadata(json, opener);
        }

        json.WriteEndObject();
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

    private static void WriteReference(Utf8JsonWriter json, WorldState world, Message message, ulong to, string address, bool withMessage)
    {
        json.WriteStartObject("message_reference");
        json.WriteNumber("type", 0);
        Payload.WriteId(json, "message_id", to);
        Payload.WriteId(json, "channel_id", message.Channel.Id);
        if (message.Channel.Guild is { } guild) Payload.WriteId(json, "guild_id", guild.Id);
        json.WriteEndObject();
        if (!withMessage) return;
        if (WorldState.Find(message.Channel, to) is not { } referenced)
        {
            json.WriteNull("referenced_message");
            return;
        }

        json.WriteStartObject("referenced_message");
        WriteFields(json, world, referenced, address, isOpen: true, isReferenced: true);
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, string name, JsonNode node)
    {
        json.WritePropertyName(name);
        node.WriteTo(json);
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
