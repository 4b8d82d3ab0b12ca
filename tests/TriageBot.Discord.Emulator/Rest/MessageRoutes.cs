using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Rest.Forms;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Messages in channels. Source: resources/message.</summary>
internal sealed class MessageRoutes(WorldState world, MessageDesk desk, Access access)
{
    private const string Many = "/channels/{channel_id}/messages";
    private const string One = "/channels/{channel_id}/messages/{message_id}";

    public void AddTo(RouteTable routes)
    {
        routes.Add("GET", Many, "messages.get", List);
        routes.Add("POST", Many, "messages.post", Post);
        routes.Add("GET", One, "messages.get", call => RestAnswer.Ok(desk.Json(access.Message(call))));
        routes.Add("PATCH", One, "messages.edit", Edit);
        routes.Add("DELETE", One, "messages.delete", Delete);
        routes.Add("POST", "/channels/{channel_id}/messages/bulk-delete", "messages.delete", DeleteMany);
        routes.Add("POST", "/channels/{channel_id}/typing", "typing", Type);
        routes.Add("PUT", One + "/reactions/{emoji_name}/@me", "reactions", React);
        routes.Add("DELETE", One + "/reactions/{emoji_name}/@me", "reactions", Unreact);
        routes.Add("PUT", "/channels/{channel_id}/messages/pins/{message_id}", "pins", call => Pin(call, isPinned: true));
        routes.Add("DELETE", "/channels/{channel_id}/messages/pins/{message_id}", "pins", call => Pin(call, isPinned: false));
    }

    private RestAnswer List(RestCall call)
    {
        var channel = access.Channel(call);
        var limit = call.Number("limit", 50, 1, 100);
        if (!access.Granted(channel).Has(Permissions.ReadHistory)) return RestAnswer.Ok(new JsonArray());
        var visible = channel.Messages.Values.Where(message => message is { IsDeleted: false, IsPrivate: false });
        if (Snowflakes.Read(call.Query("before")) is { } before) visible = visible.Where(message => message.Id < before);
        if (Snowflakes.Read(call.Query("after")) is { } after) visible = visible.Where(message => message.Id > after).Take(limit);
        if (Snowflakes.Read(call.Query("around")) is { } around) visible = visible.OrderBy(message => Math.Abs((long)message.Id - (long)around)).Take(limit).OrderBy(message => message.Id);
        return RestAnswer.Ok(new JsonArray([.. visible.Reverse().Take(limit).Select(message => (JsonNode)desk.Listed(message))]));
    }

    private RestAnswer Post(RestCall call)
    {
        var channel = access.Channel(call);
        var form = call.Form();
        var wanted = MessageForm.Read(form, call.Files, AllowedMentions.All, mayBePrivate: false);
        form.Errors.Check();
        access.CheckPosting(channel, wanted, call.Files.Count);
        if (wanted.IsEmpty(call.Files.Count)) throw RestError.Empty();
        if (desk.Repeated(channel, wanted) is { } first) return RestAnswer.Ok(desk.Json(first));
        var replyTo = ReadReply(channel, wanted);
        var message = new Message(world.Ids.Next(), channel, world.Bot)
        {
            Type = replyTo is null ? 0 : 19,
            Created = world.Clock.GetUtcNow(),
            Nonce = wanted.Nonce,
            IsTts = wanted.IsTts,
            ReplyTo = replyTo,
        };
        desk.Post(message, wanted, call.Files, access.Granted(channel).Has(Permissions.MentionEveryone));
        return RestAnswer.Ok(desk.Json(message));
    }

    private ulong? ReadReply(Channel channel, MessageForm wanted)
    {
        if (wanted.ReplyTo is not { } to) return null;
        if (!access.Granted(channel).Has(Permissions.ReadHistory)) throw RestError.NoHistory();
        if (WorldState.Find(channel, to) is { IsPrivate: false }) return to;
        return wanted.MayReplyToNothing ? null : throw FormErrors.Of("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    }

    private RestAnswer Edit(RestCall call)
    {
        var message = access.Message(call);
        if (message.Author != world.Bot) throw RestError.NotYours();
        if (message.Channel.IsArchived) throw RestError.Archived();
        var form = call.Form();
        var wanted = MessageForm.Read(form, call.Files, AllowedMentions.All, mayBePrivate: false, (message.Flags & MessageFlags.ComponentsV2) != 0);
        form.Errors.Check();
        desk.Edit(message, wanted, call.Files, access.Granted(message.Channel).Has(Permissions.MentionEveryone));
        return RestAnswer.Ok(desk.Json(message));
    }

    private RestAnswer Delete(RestCall call)
    {
        var message = access.Message(call);
        var isOwn = message.Author == world.Bot;
        if (!isOwn && message.Channel.Guild is null) throw new RestError(403, 50003, "Cannot execute action on a DM channel");
        if (!isOwn && !access.Granted(message.Channel).Has(Permissions.ManageMessages)) throw RestError.MissingPermissions();
        desk.Delete(message);
        return RestAnswer.NoContent;
    }

    private RestAnswer DeleteMany(RestCall call)
    {
        var channel = access.Channel(call);
        if (channel.Guild is null) throw new RestError(403, 50003, "Cannot execute action on a DM channel");
        if (!access.Granted(channel).Has(Permissions.ManageMessages)) throw RestError.MissingPermissions();
        var form = call.Form();
        var ids = form.List("messages", 2, 100).Select(id => Snowflakes.Read(Form.Written(id)) ?? 0).ToList();
        form.Errors.Check();
        if (ids.Count < 2) throw new RestError(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");
        var oldest = world.Clock.GetUtcNow() - TimeSpan.FromDays(14);
        if (ids.Exists(id => Snowflakes.TimeOf(id) < oldest)) throw new RestError(400, 50034, "A message provided was too old to bulk delete");
        foreach (var message in ids.Select(id => WorldState.Find(channel, id)).OfType<Message>()) desk.Delete(message);
        return RestAnswer.NoContent;
    }

    private RestAnswer Type(RestCall call)
    {
        var channel = access.Channel(call);
        if (!access.Granted(channel).Has(Permissions.SendMessages)) throw RestError.MissingPermissions();
        return RestAnswer.NoContent;
    }

    private RestAnswer React(RestCall call)
    {
        var message = access.Message(call);
        var granted = access.Granted(message.Channel);
        if (!granted.Has(Permissions.ReadHistory)) throw RestError.MissingPermissions();
        var emoji = call.Part("emoji_name");
        if (!message.Reactions.TryGetValue(emoji, out var by))
        {
            if (!granted.Has(Permissions.AddReactions)) throw RestError.MissingPermissions();
            if (message.Reactions.Count >= 20) throw new RestError(400, 30010, "Maximum number of reactions reached (20)");
            message.Reactions[emoji] = by = [];
        }

        by.Add(world.Bot.Id);
        return RestAnswer.NoContent;
    }

    private RestAnswer Unreact(RestCall call)
    {
        var message = access.Message(call);
        var emoji = call.Part("emoji_name");
        if (message.Reactions.TryGetValue(emoji, out var by) && by.Remove(world.Bot.Id) && by.Count == 0) message.Reactions.Remove(emoji);
        return RestAnswer.NoContent;
    }

    private RestAnswer Pin(RestCall call, bool isPinned)
    {
        var message = access.Message(call);
        if (message.Channel.Guild is not null && !access.Granted(message.Channel).Has(Permissions.PinMessages)) throw RestError.MissingPermissions();
        message.IsPinned = isPinned;
        return RestAnswer.NoContent;
    }
}
