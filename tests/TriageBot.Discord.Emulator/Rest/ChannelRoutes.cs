using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Rest;

/// <summary>Channels and threads. Source: resources/channel.</summary>
internal sealed class ChannelRoutes(WorldState world, MessageDesk desk, Access access)
{
    public void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/channels/{channel_id}", "channels", call => RestAnswer.Ok(Payload.Of(access.Channel(call))));
        routes.Add("PATCH", "/channels/{channel_id}", "channels.edit", Change);
        routes.Add("POST", "/channels/{channel_id}/messages/{message_id}/threads", "threads", ThreadOnMessage);
        routes.Add("POST", "/channels/{channel_id}/threads", "threads", ThreadAlone);
        routes.Add("PUT", "/channels/{channel_id}/thread-members/@me", "threads", _ => RestAnswer.NoContent);
        routes.Add("PUT", "/channels/{channel_id}/thread-members/{user_id}", "threads", AddToThread);
    }

    private RestAnswer Change(RestCall call)
    {
        var channel = access.Channel(call);
        var needed = channel.IsThread ? Permissions.ManageThreads : Permissions.ManageChannels;
        var isOwn = channel.IsThread && channel.Starter == world.Bot.Id;
        if (!isOwn && !access.Granted(channel).Has(needed)) throw RestError.MissingPermissions();
        var form = call.Form();
        if (form.Text("name", 1, 100, isTrimmed: true) is { } name) channel.Name = name;
        if (form.Says("topic")) channel.Topic = form.TextUpTo("topic", 1024);
        if (form.Says("archived")) channel.IsArchived = form.Flag("archived");
        if (form.Says("locked")) channel.IsLocked = form.Flag("locked");
        if (form.Choice("auto_archive_duration", false, 60, 1440, 4320, 10080) is { } minutes) channel.ArchiveMinutes = minutes;
        form.Errors.Check();
        Tell(channel, channel.IsThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE");
        return RestAnswer.Ok(Payload.Of(channel));
    }

    private RestAnswer ThreadOnMessage(RestCall call)
    {
        var message = access.Message(call);
        if (message.Thread is not null) throw RestError.ThreadExists();
        // A thread on a message has the message's id.
        var thread = Open(call, message.Channel, ChannelType.PublicThread, message.Id);
        message.Thread = thread;
        message.Flags |= MessageFlags.HasThread;
        desk.Tell(message, "MESSAGE_UPDATE");
        return RestAnswer.Created(Shown(thread));
    }

    private RestAnswer ThreadAlone(RestCall call)
    {
        var type = (ChannelType)(call.Form().Choice("type", false, 10, 11, 12) ?? 12);
        return RestAnswer.Created(Shown(Open(call, access.Channel(call), type, world.Ids.Next())));
    }

    private Channel Open(RestCall call, Channel parent, ChannelType type, ulong id)
    {
        if (parent.Guild is not { } guild) throw new RestError(403, 50003, "Cannot execute action on a DM channel");
        if (parent.IsThread || !parent.TakesMessages || (type == ChannelType.PrivateThread && parent.Type != ChannelType.Text)) throw new RestError(400, 50024, "Cannot execute action on this channel type");
        var needed = type == ChannelType.PrivateThread ? Permissions.CreatePrivateThreads : Permissions.CreatePublicThreads;
        if (!access.Granted(parent).Has(needed)) throw RestError.MissingPermissions();
        var form = call.Form();
        var name = form.Text("name", 1, 100, isRequired: true, isTrimmed: true) ?? "";
        var minutes = form.Choice("auto_archive_duration", false, 60, 1440, 4320, 10080) ?? 1440;
        form.Errors.Check();
        var thread = new Channel(id, type, name, guild) { Parent = parent, Starter = world.Bot.Id, ArchiveMinutes = minutes };
        thread.ThreadMembers.Add(world.Bot.Id);
        guild.Channels[id] = world.Channels[id] = thread;
        Tell(thread, "THREAD_CREATE");
        return thread;
    }

    private RestAnswer AddToThread(RestCall call)
    {
        var thread = access.Channel(call);
        if (!thread.IsThread) throw new RestError(400, 50024, "Cannot execute action on this channel type");
        if (!access.Granted(thread).Has(Permissions.SendInThreads)) throw RestError.MissingAccess();
        if (thread.IsArchived) throw RestError.Archived();
        if (thread.Guild is not { } guild || !guild.Members.ContainsKey(call.Id("user_id"))) throw RestError.UnknownMember();
        thread.ThreadMembers.Add(call.Id("user_id"));
        return RestAnswer.NoContent;
    }

    private JsonObject Shown(Channel thread)
    {
        var json = Payload.Of(thread);
        json["member"] = Payload.ThreadMember(thread, world.Bot.Id, world.Clock.GetUtcNow());
        return json;
    }

    private void Tell(Channel channel, string name)
    {
        var json = Payload.Of(channel);
        if (name == "THREAD_CREATE") json["newly_created"] = true;
        world.Publish(new Event(name, channel.Guild?.Id, Intents.Guilds, json));
        world.Changed();
    }
}
