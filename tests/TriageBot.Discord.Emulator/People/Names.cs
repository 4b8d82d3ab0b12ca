using TriageBot.Discord.Emulator.World;

namespace TriageBot.Discord.Emulator.People;

/// <summary>Finds what a test names, by id or by name: <c>sam</c>, <c>team</c>, <c>Ops/team</c>, <c>@sam</c> for direct messages.</summary>
internal sealed class Names(WorldState world)
{
    public User User(string? name) => ById(world.Users, name) ?? world.Users.Values.FirstOrDefault(user => Same(user.Name, name))
        ?? throw new ImpossibleException($"There is no user {name}.");

    public Guild Guild(string? name) => name is null
        ? world.Guilds.Values.FirstOrDefault() ?? throw new ImpossibleException("There is no guild.")
        : ById(world.Guilds, name) ?? world.Guilds.Values.FirstOrDefault(guild => Same(guild.Name, name)) ?? throw new ImpossibleException($"There is no guild {name}.");

    /// <param name="name">An id, a name in the first guild that has it, guild and name with a slash between, or a person with @ in front.</param>
    public Channel Channel(string? name)
    {
        if (ById(world.Channels, name) is { } known) return known;
        if (name is ['@', .. var person]) return world.DirectWith(User(person));
        var parts = (name ?? "").TrimStart('#').Split('/');
        var guilds = parts.Length == 2 ? [Guild(parts[0])] : world.Guilds.Values.ToList();
        return guilds.SelectMany(guild => guild.Channels.Values).FirstOrDefault(channel => Same(channel.Name, parts[^1]))
            ?? throw new ImpossibleException($"There is no channel {name}.");
    }

    public Role Role(string? name) => world.Guilds.Values.SelectMany(guild => guild.Roles.Values).FirstOrDefault(role => Same(role.Name, name) || Snowflakes.Text(role.Id) == name)
        ?? throw new ImpossibleException($"There is no role {name}.");

    public Message Message(string? id)
    {
        if (Snowflakes.Read(id) is { } known)
        {
            foreach (var channel in world.Channels.Values)
            {
                if (WorldState.Find(channel, known) is { } message) return message;
            }
        }

        throw new ImpossibleException($"There is no message {id}.");
    }

    public Interaction Interaction(string? id) => Snowflakes.Read(id) is { } known && world.Interactions.TryGetValue(known, out var interaction)
        ? interaction
        : throw new ImpossibleException($"There is no interaction {id}.");

    private static T? ById<T>(Dictionary<ulong, T> all, string? text)
        where T : class => Snowflakes.Read(text) is { } id ? all.GetValueOrDefault(id) : null;

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
