using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.People;
using TriageBot.Discord.Emulator.Rest.Forms;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>What people do. Acts that the bot answers wait for its first answer, in real time, as long as the test says.</summary>
internal sealed class PeopleVerbs(Service service)
{
    private const int Patience = 10_000;
    private readonly WorldState world = service.World;

    public void AddTo(ControlServer control)
    {
        control.AddWaiting("slash", call => ActAsync(call, () => service.Acts.Slash(User(call), Place(call), call.Text("command"), call.Inner("options"))));
        control.AddWaiting("suggest", call => ActAsync(call, () => service.Acts.Slash(User(call), Place(call), call.Text("command"), call.Inner("options"), call.Text("focused"))));
        control.AddWaiting("press", call => ActAsync(call, () => service.Acts.Press(User(call), Message(call), call.Text("control"))));
        control.AddWaiting("choose", call => ActAsync(call, () => service.Acts.Choose(User(call), Message(call), call.Text("control"), call.Texts("values"))));
        control.AddWaiting("submit", call => ActAsync(call, () => service.Acts.Submit(service.Names.Interaction(call.Text("interaction")), call.Inner("values"))));
        control.AddWaiting("user-menu", call => ActAsync(call, () => service.Acts.UserMenu(User(call), Place(call), call.Text("command"), service.Names.User(call.Text("target")))));
        control.AddWaiting("message-menu", call => ActAsync(call, () => service.Acts.MessageMenu(User(call), call.Text("command"), Message(call))));
        control.Add("say", Say);
        control.Add("delete-message", call =>
        {
            service.Desk.Delete(Message(call));
            return null;
        });
        control.Add("edit-message", call =>
        {
            Write(Message(call), call.Text("content"), isNew: false);
            return View.Of(Message(call));
        });
        control.Add("react", React);
    }

    private async Task<JsonNode?> ActAsync(ControlCall call, Func<Interaction> act)
    {
        Interaction interaction;
        lock (world.Gate)
        {
            interaction = act();
            world.Changed();
        }

        var limit = call.Time("wait", Patience);
        if (limit > TimeSpan.Zero) await world.WaitAsync(() => interaction.Answer != 0 ? interaction : null, limit);
        lock (world.Gate) return View.Of(interaction);
    }

    private JsonObject Say(ControlCall call)
    {
        var (user, channel) = (User(call), Place(call));
        var needed = channel.IsThread ? Permissions.SendInThreads : Permissions.SendMessages;
        if (!Permissions.Sees(channel, user.Id) || !Permissions.In(channel, user.Id).Has(needed)) throw new ImpossibleException($"{user.Name} may not write in #{channel.Name}.");
        var message = new Message(world.Ids.Next(), channel, user)
        {
            Created = world.Clock.GetUtcNow(),
            Type = call.Has("replyTo") ? 19 : 0,
            ReplyTo = Snowflakes.Read(call.Find("replyTo")),
        };
        Write(message, call.Text("content"), isNew: true);
        return View.Of(message);
    }

    private void Write(Message message, string content, bool isNew)
    {
        var form = new Form(JsonSerializer.SerializeToElement(new { content }), new FormErrors());
        var wanted = MessageForm.Read(form, new Dictionary<int, Upload>(), AllowedMentions.All, mayBePrivate: false);
        form.Errors.Check();
        var mayNameEveryone = Permissions.In(message.Channel, message.Author.Id).Has(Permissions.MentionEveryone);
        if (isNew) service.Desk.Post(message, wanted, new Dictionary<int, Upload>(), mayNameEveryone);
        else service.Desk.Edit(message, wanted, new Dictionary<int, Upload>(), mayNameEveryone);
    }

    private JsonNode? React(ControlCall call)
    {
        var (user, message, emoji) = (User(call), Message(call), call.Text("emoji"));
        if (!message.Reactions.TryGetValue(emoji, out var by)) message.Reactions[emoji] = by = [];
        by.Add(user.Id);
        var json = new JsonObject
        {
            ["user_id"] = Payload.Id(user.Id),
            ["channel_id"] = Payload.Id(message.Channel.Id),
            ["message_id"] = Payload.Id(message.Id),
            ["message_author_id"] = Payload.Id(message.Author.Id),
            ["emoji"] = new JsonObject { ["id"] = null, ["name"] = emoji },
            ["burst"] = false,
            ["type"] = 0,
        };
        if (message.Channel.Guild is { } guild) json["guild_id"] = Payload.Id(guild.Id);
        var intent = message.Channel.Guild is null ? Intents.DirectReactions : Intents.Reactions;
        world.Publish(new Event("MESSAGE_REACTION_ADD", message.Channel.Guild?.Id, intent, json));
        return null;
    }

    private User User(ControlCall call) => service.Names.User(call.Text("user"));

    private Channel Place(ControlCall call) => call.Text("channel") == "@bot" ? world.DirectWith(User(call)) : service.Names.Channel(call.Text("channel"));

    private Message Message(ControlCall call) => service.Names.Message(call.Text("message"));
}
