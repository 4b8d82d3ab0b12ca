using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Rest;
using TriageBot.Discord.Emulator.Rest.Forms;

namespace TriageBot.Discord.Emulator.World;

/// <summary>Puts messages up, changes them, takes them down, and tells the sessions. Called under the world's lock.</summary>
internal sealed class MessageDesk(WorldState world)
{
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(5);

    /// <summary>Host of the files' addresses.</summary>
    public string Address { get; set; } = "http://127.0.0.1";

    /// <summary>Posts what somebody wrote by hand or a bot sent.</summary>
    public Message Post(Message message, MessageForm form, IReadOnlyDictionary<int, Upload> files, bool mayNameEveryone)
    {
        Fill(message, form, files, mayNameEveryone);
        Put(message);
        return message;
    }

    /// <summary>Puts up a message that is complete.</summary>
    public void Put(Message message)
    {
        message.Channel.Messages[message.Id] = message;
        message.Channel.LastMessage = message.Id;
        Tell(message, "MESSAGE_CREATE");
    }

    /// <summary>The message that an earlier request with this nonce made, if it was minutes ago.</summary>
    public Message? Repeated(Channel channel, MessageForm form)
    {
        if (!form.IsNonceEnforced || form.Nonce is null) return null;
        if (!world.Nonces.TryGetValue((channel.Id, form.Nonce.ToString()), out var first)) return null;
        return world.Clock.GetUtcNow() - first.Created < NonceLife ? first : null;
    }

    public void Edit(Message message, MessageForm form, IReadOnlyDictionary<int, Upload> files, bool mayNameEveryone)
    {
        message.Former.Add(message.Content);
        message.Edited = message.IsLoading ? null : world.Clock.GetUtcNow();
        message.Flags &= ~MessageFlags.Loading;
        Fill(message, form, files, mayNameEveryone);
        Tell(message, "MESSAGE_UPDATE");
    }

    public void Delete(Message message)
    {
        message.IsDeleted = true;
        var (guild, intent) = Audience(message);
        var json = new JsonObject { ["id"] = Payload.Id(message.Id), ["channel_id"] = Payload.Id(message.Channel.Id) };
        if (guild is { } id) json["guild_id"] = Payload.Id(id);
        world.Publish(new Event("MESSAGE_DELETE", guild, intent, json));
        world.Changed();
    }

    public void Tell(Message message, string name)
    {
        var (guild, intent) = Audience(message);
        world.Publish(new Event(name, guild, intent, (session, json) => MessagePayload.WriteEvent(json, world, message, Address, (session.Intents & Intents.Content) != 0)));
        world.Changed();
    }

    public JsonObject Json(Message message) => MessagePayload.Of(world, message, Address);

    /// <summary>As it is told to whoever looks back: the nonce only as long as it is remembered.</summary>
    public JsonObject Listed(Message message)
    {
        var json = Json(message);
        if (world.Clock.GetUtcNow() - message.Created >= NonceLife) json.Remove("nonce");
        return json;
    }

    public void Write(Utf8JsonWriter json, Message message) => MessagePayload.Write(json, world, message, Address);

    private static (ulong? Guild, int Intent) Audience(Message message) =>
        message.IsPrivate || message.Channel.Guild is null ? (null, Intents.Direct) : (message.Channel.Guild.Id, Intents.Messages);

    private void Fill(Message message, MessageForm form, IReadOnlyDictionary<int, Upload> files, bool mayNameEveryone)
    {
        KeepFiles(message, form, files);
        if (form.Content is { } content) message.Content = content;
        if (form.Embeds is { } embeds) message.Embeds = WithAddresses(message, embeds);
        if (form.Components is { } components) message.Components = components;
        if (form.Flags is { } flags) message.Flags |= flags & (MessageFlags.ComponentsV2 | MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications);
        if (message.IsPrivate) message.Flags |= MessageFlags.Ephemeral;
        if (form.IsEmpty(message.Attachments.Count) && message.Content.Length == 0 && message.Embeds.Count == 0 && message.Components.Count == 0) throw RestError.Empty();
        var text = (message.Flags & MessageFlags.ComponentsV2) != 0 ? message.Content + Texts(message.Components.Items) : message.Content;
        message.Mentions = MentionReader.Read(world, message.Channel.Guild, text, form.Allowed, mayNameEveryone);
        message.Pings += message.Mentions.Pings;
        LetIn(message);
        if (form is { IsNonceEnforced: true, Nonce: { } nonce }) world.Nonces[(message.Channel.Id, nonce.ToString())] = message;
    }

    /// <summary>Who is called in a thread and sees its channel is in the thread from then on.</summary>
    private static void LetIn(Message message)
    {
        if (!message.Channel.IsThread) return;
        message.Channel.ThreadMembers.UnionWith(message.Mentions.Users.Select(user => user.Id).Where(id => Permissions.In(message.Channel, id).Has(Permissions.ViewChannel)));
    }

    private void KeepFiles(Message message, MessageForm form, IReadOnlyDictionary<int, Upload> files)
    {
        if (form.Attachments is { } listed)
        {
            var kept = listed.Select(item => Snowflakes.Read(item.Node("id")?.ToString())).ToHashSet();
            message.Attachments.RemoveAll(file => !kept.Contains(file.Id));
        }

        foreach (var (number, file) in files)
        {
            var named = form.Attachments?.FirstOrDefault(item => item.Node("id")?.ToString() == number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var description = named?.Node("description")?.ToString();
            message.Attachments.Add(new Attachment(world.Ids.Next(), named?.Node("filename")?.ToString() ?? file.Filename, description, file.ContentType, file.Content));
        }

        if (message.Attachments.Count > 10) throw new RestError(400, 30015, "Maximum number of attachments in a message reached (10)");
    }

    /// <summary>Pictures named with <c>attachment://</c> get the address of their file, and stand no more among the attachments of the answer's embeds.</summary>
    private JsonList WithAddresses(Message message, JsonList embeds)
    {
        if (message.Attachments.Count == 0) return embeds;
        foreach (var part in embeds.Items.OfType<JsonObject>().SelectMany(embed => (JsonNode?[])[embed["image"], embed["thumbnail"]]).OfType<JsonObject>())
        {
            var url = (string?)part["url"] ?? "";
            if (!url.StartsWith("attachment://", StringComparison.Ordinal)) continue;
            if (message.Attachments.Find(file => file.Filename == url["attachment://".Length..]) is not { } file) continue;
            var address = (string?)MessagePayload.Of(message, file, Address)["url"];
            part["url"] = address;
            part["proxy_url"] = address;
        }

        return JsonList.Of(embeds.Items);
    }

    private static string Texts(JsonNode? node) => node switch
    {
        JsonArray list => string.Concat(list.Select(Texts)),
        JsonObject json when (int?)json["type"] == 10 => (string?)json["content"] + "\n",
        JsonObject json => Texts(json["components"]),
        _ => "",
    };
}
