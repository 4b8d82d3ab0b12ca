using System.Globalization;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.Control;

/// <summary>Guilds, people, roles, channels, the clock.</summary>
internal sealed class WorldVerbs(Service service)
{
    private readonly WorldState world = service.World;

    public void AddTo(ControlServer control)
    {
        control.Add("info", _ => Info());
        control.Add("guild", AddGuild);
        control.Add("guilds", AddGuilds);
        control.Add("guild-rename", RenameGuild);
        control.Add("user", AddUser);
        control.Add("channel", AddChannel);
        control.Add("delete-channel", DeleteChannel);
        control.Add("role", AddRole);
        control.Add("join", Join);
        control.Add("leave", Leave);
        control.Add("grant", Grant);
        control.Add("overwrite", Overwrite);
        control.Add("bot-joins", call => BotComes(service.Names.Guild(call.Find("guild"))));
        control.Add("bot-leaves", call => BotGoes(service.Names.Guild(call.Find("guild")), isOutage: false));
        control.Add("outage", call => BotGoes(service.Names.Guild(call.Find("guild")), isOutage: true));
        control.Add("recover", call => BotComes(service.Names.Guild(call.Find("guild"))));
        control.Add("clock", MoveClock);
    }

    private JsonObject Info() => new()
    {
        ["api"] = $"{service.Desk.Address}/api/v10",
        ["gateway"] = service.Door.Address,
        ["otherGateway"] = service.Door.OtherAddress,
        ["token"] = world.Token,
        ["bot"] = Payload.Id(world.Bot.Id),
        ["now"] = Payload.Time(world.Clock.GetUtcNow()),
        ["hasSpecification"] = service.Spec.IsThere,
    };

    private JsonObject AddGuild(ControlCall call)
    {
        var owner = Person(call.Text("owner"));
        var guild = world.AddGuild(call.Text("name"), owner);
        foreach (var name in call.Texts("members")) world.Join(guild, Person(name));
        foreach (var name in call.Texts("channels")) world.AddChannel(guild, name, ChannelType.Text, null);
        if (call.Has("botPermissions")) guild.Roles.Values.First(role => role.IsManaged).Permissions = call.Bits("botPermissions");
        guild.HasBot = call.Flag("hasBot", true);
        if (guild.HasBot) BotComes(guild);
        else guild.Members.Remove(world.Bot.Id);
        return Describe(guild);
    }

    /// <summary>Many guilds of one kind, for the size of things.</summary>
    private JsonArray AddGuilds(ControlCall call)
    {
        var made = new JsonArray();
        for (var i = 1; i <= call.Number("count", 1); i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            var guild = world.AddGuild($"{call.Find("name") ?? "guild"} {number}", Person(call.Find("owner") ?? "boss"));
            for (var r = 0; r < call.Number("roles"); r++) NewRole(guild, $"role {r.ToString(CultureInfo.InvariantCulture)}");
            for (var c = 0; c < call.Number("channels"); c++) Furnish(world.AddChannel(guild, $"channel-{c.ToString(CultureInfo.InvariantCulture)}", ChannelType.Text, null), call);
            for (var e = 0; e < call.Number("emojis"); e++) guild.Emojis[world.Ids.Next()] = $"emoji_{e.ToString(CultureInfo.InvariantCulture)}";
            foreach (var name in call.Texts("members")) world.Join(guild, Person(name));
            BotComes(guild);
            made.Add(Payload.Id(guild.Id));
        }

        return made;
    }

    private JsonNode? RenameGuild(ControlCall call)
    {
        var guild = service.Names.Guild(call.Find("guild"));
        guild.Name = call.Text("name");
        world.Publish(new Event("GUILD_UPDATE", guild.Id, Intents.Guilds, GuildPayload.Of(guild)));
        return null;
    }

    /// <summary>A topic as long as wanted, and as many roles that are treated in a way of their own.</summary>
    private static void Furnish(Channel channel, ControlCall call)
    {
        channel.Topic = new string('t', call.Number("topic"));
        foreach (var role in (channel.Guild?.Roles.Keys ?? Enumerable.Empty<ulong>()).Skip(2).Take(call.Number("overwrites")))
            channel.Overwrites.Add(new Overwrite(role, false, Permissions.ViewChannel, Permissions.MentionEveryone));
    }

    private JsonObject AddUser(ControlCall call)
    {
        var user = Person(call.Text("name"));
        if (call.Find("globalName") is { } shown) user.GlobalName = shown;
        if (call.Has("takesDirectMessages")) user.TakesDirectMessages = call.Flag("takesDirectMessages");
        if (call.Find("locale") is { } locale) user.Locale = locale;
        return new JsonObject { ["id"] = Payload.Id(user.Id), ["name"] = user.Name };
    }

    private JsonObject AddChannel(ControlCall call)
    {
        var guild = service.Names.Guild(call.Find("guild"));
        var type = (ChannelType)call.Number("type");
        var parent = call.Find("parent") is { } name ? service.Names.Channel(name) : null;
        var channel = world.AddChannel(guild, call.Text("name"), type, parent);
        var json = Payload.Of(channel);
        world.Publish(new Event("CHANNEL_CREATE", guild.Id, Intents.Guilds, json));
        return new JsonObject { ["id"] = Payload.Id(channel.Id), ["name"] = channel.Name };
    }

    /// <summary>With its threads, of which the service says nothing.</summary>
    private JsonNode? DeleteChannel(ControlCall call)
    {
        var channel = service.Names.Channel(call.Text("channel"));
        var json = Payload.Of(channel);
        foreach (var gone in world.Channels.Values.Where(other => other == channel || (other.IsThread && other.Parent == channel)).ToList())
        {
            world.Channels.Remove(gone.Id);
            gone.Guild?.Channels.Remove(gone.Id);
        }

        world.Publish(new Event("CHANNEL_DELETE", channel.Guild?.Id, Intents.Guilds, json));
        return null;
    }

    private JsonObject AddRole(ControlCall call)
    {
        var guild = service.Names.Guild(call.Find("guild"));
        var role = NewRole(guild, call.Text("name"));
        role.Permissions = call.Bits("permissions");
        role.IsMentionable = call.Flag("isMentionable");
        var json = new JsonObject { ["guild_id"] = Payload.Id(guild.Id), ["role"] = Payload.Of(role) };
        world.Publish(new Event("GUILD_ROLE_CREATE", guild.Id, Intents.Guilds, json));
        return new JsonObject { ["id"] = Payload.Id(role.Id), ["name"] = role.Name };
    }

    private Role NewRole(Guild guild, string name)
    {
        var role = new Role(world.Ids.Next(), name) { Position = guild.Roles.Count };
        return guild.Roles[role.Id] = role;
    }

    private JsonObject Join(ControlCall call)
    {
        var guild = service.Names.Guild(call.Find("guild"));
        var member = world.Join(guild, Person(call.Text("user")));
        var json = Payload.WithUser(member);
        json["guild_id"] = Payload.Id(guild.Id);
        world.Publish(new Event("GUILD_MEMBER_ADD", guild.Id, Intents.Members, json));
        return new JsonObject { ["id"] = Payload.Id(member.User.Id) };
    }

    private JsonNode? Leave(ControlCall call)
    {
        var guild = service.Names.Guild(call.Find("guild"));
        var user = service.Names.User(call.Text("user"));
        guild.Members.Remove(user.Id);
        var json = new JsonObject { ["guild_id"] = Payload.Id(guild.Id), ["user"] = Payload.Of(user) };
        world.Publish(new Event("GUILD_MEMBER_REMOVE", guild.Id, Intents.Members, json));
        return null;
    }

    private JsonNode? Grant(ControlCall call)
    {
        var guild = service.Names.Guild(call.Find("guild"));
        var member = guild.Members[service.Names.User(call.Text("user")).Id];
        var role = guild.Roles.Values.First(one => one.Name == call.Text("role") || Payload.Id(one.Id) == call.Text("role"));
        if (call.Flag("isTaken")) member.Roles.Remove(role.Id);
        else member.Roles.Add(role.Id);
        return null;
    }

    /// <summary>Sets what a person, a role or (with neither) everybody may do in a channel.</summary>
    private JsonNode? Overwrite(ControlCall call)
    {
        var channel = service.Names.Channel(call.Text("channel"));
        var isForMember = call.Has("user");
        var id = isForMember ? service.Names.User(call.Text("user")).Id : call.Find("role") is { } role ? service.Names.Role(role).Id : channel.Guild?.Id ?? 0;
        channel.Overwrites.RemoveAll(old => old.Id == id);
        channel.Overwrites.Add(new Overwrite(id, isForMember, call.Bits("allow"), call.Bits("deny")));
        var json = Payload.Of(channel);
        world.Publish(new Event("CHANNEL_UPDATE", channel.Guild?.Id, Intents.Guilds, json));
        return null;
    }

    private JsonNode? BotComes(Guild guild)
    {
        guild.HasBot = true;
        guild.IsUnavailable = false;
        var role = guild.Roles.Values.First(one => one.IsManaged);
        world.Join(guild, world.Bot).Roles.Add(role.Id);
        world.Publish(new Event("GUILD_CREATE", guild.Id, Intents.Guilds, (session, json) => GuildPayload.Create(guild, world.Bot, (session.Intents & Intents.Members) != 0).WriteTo(json)));
        return null;
    }

    private JsonNode? BotGoes(Guild guild, bool isOutage)
    {
        guild.IsUnavailable = isOutage;
        var json = new JsonObject { ["id"] = Payload.Id(guild.Id) };
        if (isOutage) json["unavailable"] = true;
        world.Publish(new Event("GUILD_DELETE", guild.Id, Intents.Guilds, json));
        if (isOutage) return null;
        guild.HasBot = false;
        guild.Members.Remove(world.Bot.Id);
        return null;
    }

    private JsonObject MoveClock(ControlCall call)
    {
        if (call.Find("set") is { } text) world.Clock.Set(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), call.Flag("isStill"));
        world.Clock.Advance(call.Time("advance"));
        return new JsonObject { ["now"] = Payload.Time(world.Clock.GetUtcNow()) };
    }

    private User Person(string name) => world.Users.Values.FirstOrDefault(user => user.Name == name) ?? world.AddUser(name);

    private static JsonObject Describe(Guild guild) => new()
    {
        ["id"] = Payload.Id(guild.Id),
        ["name"] = guild.Name,
        ["channels"] = new JsonObject(guild.Channels.Values.Select(channel => KeyValuePair.Create(channel.Name, (JsonNode?)Payload.Id(channel.Id)))),
        ["members"] = new JsonObject(guild.Members.Values.Select(member => KeyValuePair.Create(member.User.Name, (JsonNode?)Payload.Id(member.User.Id)))),
    };
}
