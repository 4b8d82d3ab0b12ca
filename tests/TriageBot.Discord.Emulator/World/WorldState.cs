using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Gateway;

namespace TriageBot.Discord.Emulator.World;

/// <summary>All that the service knows: guilds, people, messages, interactions. Everything in it is read and changed under <see cref="Gate"/>.</summary>
internal sealed class WorldState
{
    private TaskCompletionSource? change;

    public WorldState()
    {
        Ids = new Snowflakes(Clock);
        lock (Gate)
        {
            Bot = new User(Ids.Next(), "triagebot") { IsBot = true };
            AppOwner = AddUser("maker");
            Users[Bot.Id] = Bot;
            Token = MakeToken(Bot.Id);
        }
    }

    public Lock Gate { get; } = new();

    public EmulatorClock Clock { get; } = new();

    public Snowflakes Ids { get; }

    public User Bot { get; }

    /// <summary>The application has the same id as its bot, as all newer ones have.</summary>
    public ulong AppId => Bot.Id;

    public User AppOwner { get; }

    public string Token { get; set; }

    public Dictionary<ulong, User> Users { get; } = [];

    public Dictionary<ulong, Guild> Guilds { get; } = [];

    public Dictionary<ulong, Channel> Channels { get; } = [];

    public Dictionary<ulong, Channel> DirectChannels { get; } = [];

    public CommandSet Commands { get; } = new();

    public Dictionary<ulong, Interaction> Interactions { get; } = [];

    public Dictionary<string, Interaction> InteractionsByToken { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages posted with <c>enforce_nonce</c>, for the minutes in which a second one with the same nonce is the first.</summary>
    public Dictionary<(ulong Channel, string Nonce), Message> Nonces { get; } = [];

    /// <summary>What the bot sent that the service lets pass but the documentation forbids.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Told of every event that clients may see.</summary>
    public Action<Event> Publish { get; set; } = _ => { };

    public User AddUser(string name)
    {
        var user = new User(Ids.Next(), name) { GlobalName = char.ToUpperInvariant(name[0]) + name[1..] };
        Users[user.Id] = user;
        return user;
    }

    /// <summary>A server with @everyone, a role for the bot, the owner, and the channel #general.</summary>
    public Guild AddGuild(string name, User owner)
    {
        var guild = new Guild(Ids.Next(), name, owner);
        guild.Roles[guild.Id] = new Role(guild.Id, "@everyone") { Permissions = Permissions.Ordinary };
        var role = new Role(Ids.Next(), Bot.Name) { Position = 1, IsManaged = true, Permissions = Permissions.Ordinary | Permissions.ReadHistory };
        guild.Roles[role.Id] = role;
        Join(guild, owner);
        Join(guild, Bot).Roles.Add(role.Id);
        Guilds[guild.Id] = guild;
        AddChannel(guild, "general", ChannelType.Text, null);
        return guild;
    }

    public Channel AddChannel(Guild guild, string name, ChannelType type, Channel? parent)
    {
        var channel = new Channel(Ids.Next(), type, name, guild) { Parent = parent, Position = guild.Channels.Count };
        guild.Channels[channel.Id] = channel;
        Channels[channel.Id] = channel;
        return channel;
    }

    public Member Join(Guild guild, User user)
    {
        if (guild.Members.TryGetValue(user.Id, out var there)) return there;
        return guild.Members[user.Id] = new Member(user, Clock.GetUtcNow());
    }

    public Channel DirectWith(User user)
    {
        if (DirectChannels.TryGetValue(user.Id, out var channel)) return channel;
        channel = new Channel(Ids.Next(), ChannelType.Direct, user.Name, null) { Recipient = user };
        Channels[channel.Id] = channel;
        return DirectChannels[user.Id] = channel;
    }

    /// <summary>The message if it is there and not deleted.</summary>
    public static Message? Find(Channel channel, ulong id) => channel.Messages.TryGetValue(id, out var message) && !message.IsDeleted ? message : null;

    /// <summary>Says that something is otherwise than before; whoever waits looks again. Call it under the lock.</summary>
    public void Changed()
    {
        change?.TrySetResult();
        change = null;
    }

    /// <summary>Waits until something is found.</summary>
    /// <param name="find">Called under the lock.</param>
    /// <param name="limit">Real time.</param>
    /// <returns>What was found, or nothing when the time was over.</returns>
    public async Task<T?> WaitAsync<T>(Func<T?> find, TimeSpan limit)
        where T : class
    {
        var over = Task.Delay(limit, TimeProvider.System);
        while (true)
        {
            Task next;
            lock (Gate)
            {
                if (find() is { } found) return found;
                next = (change ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            if (await Task.WhenAny(next, over) == over)
            {
                lock (Gate) return find();
            }
        }
    }

    /// <summary>Made up, in the shape that real clients check: three parts, the first the bot's id.</summary>
    private static string MakeToken(ulong bot) =>
        $"{Convert.ToBase64String(Encoding.ASCII.GetBytes(Snowflakes.Text(bot))).TrimEnd('=')}.Gemade.{"not-a-real-token-of-anything-0123456789"}";
}

/// <summary>A dispatch on its way to those who asked for it.</summary>
/// <param name="Name">Such as <c>MESSAGE_CREATE</c>.</param>
/// <param name="Guild">Whose shard gets it; none for direct messages and private ones, which go to shard 0.</param>
/// <param name="Intent">Bit that a session must have asked for; 0 when everybody gets it.</param>
/// <param name="Write">Writes what happened for one session, as intents decide what it may see.</param>
internal sealed record Event(string Name, ulong? Guild, int Intent, Action<Session, Utf8JsonWriter> Write)
{
    /// <summary>One that is the same for everybody.</summary>
    public Event(string name, ulong? guild, int intent, JsonObject body)
        : this(name, guild, intent, (_, json) => body.WriteTo(json))
    {
    }
}
