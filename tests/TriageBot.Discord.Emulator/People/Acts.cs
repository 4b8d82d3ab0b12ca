using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.People;

/// <summary>What people do with the bot: each makes an interaction and sends it. Called under the world's lock.</summary>
internal sealed class Acts(WorldState world, MessageDesk desk, Application application, Names names)
{
    /// <summary>Makes tokens as long as the service's.</summary>
    private static readonly string TokenEnd = new('x', 140);

    /// <param name="path">The command's name with group and subcommand, separated by blanks.</param>
    /// <param name="focused">The option being typed, when suggestions are asked for.</param>
    public Interaction Slash(User user, Channel channel, string path, JsonObject values, string? focused = null)
    {
        CheckPresence(user, channel);
        var parts = path.TrimStart('/').Split(' ');
        var command = FindCommand(user, channel, parts[0], type: 1);
        var resolved = new Resolved(world, desk, channel);
        var options = new CommandInput(names, resolved, user).Fill(command, parts, values, focused);
        var data = Data(command);
        if (options.Count > 0) data["options"] = options;
        if (resolved.Json() is { } found) data["resolved"] = found;
        var kind = focused is null ? InteractionKind.Command : InteractionKind.Autocomplete;
        var optionType = focused is null ? 1 : FocusedType(options);
        return Send(New(user, channel, kind, commandType: optionType, commandName: focused is null ? string.Join(' ', parts) : null), data);
    }

    public Interaction UserMenu(User user, Channel channel, string name, User target)
    {
        CheckPresence(user, channel);
        var resolved = new Resolved(world, desk, channel);
        resolved.AddUser(target.Id);
        return Menu(user, channel, FindCommand(user, channel, name, type: 2), target.Id, resolved);
    }

    public Interaction MessageMenu(User user, string name, Message target)
    {
        CheckPresence(user, target.Channel);
        CheckSeen(user, target);
        var resolved = new Resolved(world, desk, target.Channel);
        resolved.AddMessage(target);
        return Menu(user, target.Channel, FindCommand(user, target.Channel, name, type: 3), target.Id, resolved);
    }

    /// <param name="control">The button's custom id, or its label.</param>
    public Interaction Press(User user, Message message, string control)
    {
        var button = FindControl(user, message, control, type => type == 2);
        if ((string?)button["custom_id"] is not { } customId) throw new ImpossibleException($"{control} is a link.");
        return Send(New(user, message.Channel, InteractionKind.Component, message), new JsonObject { ["custom_id"] = customId, ["component_type"] = 2, ["id"] = button["id"]?.DeepClone() });
    }

    /// <param name="values">Values or labels of a text menu; people, roles or channels by name for the others.</param>
    public Interaction Choose(User user, Message message, string control, IReadOnlyList<string> values)
    {
        var menu = FindControl(user, message, control, type => type is 3 or 5 or 6 or 7 or 8);
        var resolved = new Resolved(world, desk, message.Channel);
        var data = new JsonObject
        {
            ["custom_id"] = menu["custom_id"]?.DeepClone(),
            ["component_type"] = menu["type"]?.DeepClone(),
            ["id"] = menu["id"]?.DeepClone(),
            ["values"] = new MenuChoice(names, resolved, user).Read(menu, values),
        };
        if (resolved.Json() is { } found) data["resolved"] = found;
        return Send(New(user, message.Channel, InteractionKind.Component, message), data);
    }

    /// <summary>Sends the form that an interaction opened.</summary>
    public Interaction Submit(Interaction opener, JsonObject values)
    {
        if (opener.Modal is not { } modal) throw new ImpossibleException("No form is open.");
        opener.IsModalUsed = true;
        var resolved = new Resolved(world, desk, opener.Channel);
        var data = new JsonObject
        {
            ["custom_id"] = modal["custom_id"]?.DeepClone(),
            ["components"] = new ModalInput(new MenuChoice(names, resolved, opener.User)).Fill(modal, values),
        };
        if (resolved.Json() is { } found) data["resolved"] = found;
        return Send(New(opener.User, opener.Channel, InteractionKind.Modal, opener.Source, opener), data);
    }

    private Interaction Menu(User user, Channel channel, Command command, ulong target, Resolved resolved)
    {
        var data = Data(command);
        data["target_id"] = Payload.Id(target);
        data["resolved"] = resolved.Json();
        return Send(New(user, channel, InteractionKind.Command, commandType: command.Type, commandName: command.Name), data);
    }

    private static JsonObject Data(Command command)
    {
        var data = new JsonObject { ["id"] = Payload.Id(command.Id), ["name"] = command.Name, ["type"] = command.Type };
        if (command.Json["guild_id"] is { } guild) data["guild_id"] = guild.DeepClone();
        return data;
    }

    private static int FocusedType(JsonNode? node) => node switch
    {
        JsonArray list => list.Select(FocusedType).Max(),
        JsonObject json when json["focused"] is not null => (int?)json["type"] ?? 3,
        JsonObject json => FocusedType(json["options"]),
        _ => 0,
    };

    private static void CheckPresence(User user, Channel channel)
    {
        var granted = Permissions.In(channel, user.Id);
        if (channel.Guild is { HasBot: false }) throw new ImpossibleException("The bot is not there.");
        if (!Permissions.Sees(channel, user.Id)) throw new ImpossibleException($"{user.Name} does not see #{channel.Name}.");
        if (!granted.Has(Permissions.UseCommands)) throw new ImpossibleException($"{user.Name} may not use commands in #{channel.Name}.");
    }

    private static void CheckSeen(User user, Message message)
    {
        if ((message.OnlyFor is { } only && only != user) || !Permissions.Sees(message.Channel, user.Id)) throw new ImpossibleException($"{user.Name} does not see this message.");
    }

    private Command FindCommand(User user, Channel channel, string name, int type)
    {
        var command = channel.Guild?.Commands.Find(name, type) ?? world.Commands.Find(name, type) ?? throw new ImpossibleException($"No command {name} is registered here.");
        var context = channel.Guild is null ? 1 : 0;
        if (command.Json["contexts"] is JsonArray contexts && !contexts.Any(node => (int?)node == context)) throw new ImpossibleException($"{name} is not offered here.");
        if (channel.Guild is { } guild && Snowflakes.Read((string?)command.Json["default_member_permissions"]) is { } needed)
        {
            var granted = Permissions.InGuild(guild, user.Id);
            if (needed == 0 ? !granted.Has(Permissions.Administrator) : !granted.Has(needed)) throw new ImpossibleException($"{name} is not offered to {user.Name}.");
        }

        return command;
    }

    private static JsonObject FindControl(User user, Message message, string control, Func<int, bool> isWanted)
    {
        if (message.IsDeleted) throw new ImpossibleException("The message is gone.");
        CheckSeen(user, message);
        var found = Controls(message.Components.Items).Where(one => isWanted((int?)one["type"] ?? 0))
            .FirstOrDefault(one => (string?)one["custom_id"] == control || (string?)one["label"] == control || (string?)one["placeholder"] == control)
            ?? throw new ImpossibleException($"There is no {control} on message {message.Id}.");
        if (found["disabled"]?.GetValue<bool>() == true) throw new ImpossibleException($"{control} is switched off.");
        return found;
    }

    private static IEnumerable<JsonObject> Controls(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Controls),
        JsonObject json => Controls(json["components"]).Concat(Controls(json["accessory"])).Prepend(json),
        _ => [],
    };

    private Interaction New(User user, Channel channel, InteractionKind kind, Message? source = null, Interaction? opener = null, int commandType = 0, string? commandName = null)
    {
        var id = world.Ids.Next();
        var token = $"aW50ZXJhY3Rpb246{Payload.Id(id)}-{TokenEnd}";
        return new Interaction(id, token, kind, user, channel) { Made = world.Clock.GetUtcNow(), Source = source, Opener = opener, CommandType = commandType, CommandName = commandName };
    }

    private Interaction Send(Interaction interaction, JsonObject data)
    {
        world.Interactions[interaction.Id] = interaction;
        world.InteractionsByToken[interaction.Token] = interaction;
        if (application.InteractionsEndpoint is not null) return interaction;
        world.Publish(new Event("INTERACTION_CREATE", interaction.Channel.Guild?.Id, 0, (_, json) => InteractionPayload.Write(json, world, desk, interaction, data)));
        return interaction;
    }
}
