namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>What the bot is told of a server.</summary>
internal static class GuildView
{
    private const int TextChannel = 0;
    private const int AnnouncementChannel = 5;

    public static bool IsForText(ChannelPayload channel) => channel.Type is TextChannel or AnnouncementChannel;

    public static KnownGuild Know(GuildPayload guild, string bot)
    {
        var (name, writable) = (guild.Name ?? guild.Id, Writable(guild, bot));
        return new KnownGuild(name, writable, writable is null ? guild : null);
    }

    /// <summary>The first channel, in the order in which members see them, to which the bot may post; null when there is none.</summary>
    public static string? Writable(GuildPayload guild, string bot)
    {
        var roles = Permissions.OfRoles(guild.Roles);
        var own = (guild.Members ?? []).FirstOrDefault(member => member.User?.Id == bot)?.Roles ?? [];
        return (guild.Channels ?? [])
            .Where(IsForText)
            .OrderBy(channel => channel.Position)
            .FirstOrDefault(channel => (Permissions.In(channel, guild.Id, bot, own, roles) & Permissions.ToPost) == Permissions.ToPost)
            ?.Id;
    }

    public static WorkspaceSeen Seen(ulong guild, string name, IEnumerable<ChannelPayload> channels, string? writable) =>
        new(DiscordIds.Workspace(guild), DiscordOptions.PlatformName, name, [], [.. channels.Where(IsForText).Select(Seen)], [])
        {
            Greeting = writable is null ? null : new Destination.Channel(writable),
        };

    private static ChannelSeen Seen(ChannelPayload channel) => new(channel.Id, channel.Name ?? channel.Id);
}
