namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>What the bot is told of a server.</summary>
internal static class GuildView
{
    public const int TextChannel = 0;
    private const int AnnouncementChannel = 5;

    public static bool IsForText(ChannelPayload channel) => channel.Type is TextChannel or AnnouncementChannel;

    /// <summary>Its channels are looked at in the order in which members see them. Rights are kept for the bot's own roles only.</summary>
    public static KnownGuild Know(GuildPayload guild, string bot)
    {
        var own = (guild.Members ?? []).FirstOrDefault(member => member.User?.Id == bot)?.Roles ?? [];
        var roles = Permissions.OfRoles((guild.Roles ?? []).Where(role => role.Id == guild.Id || own.Contains(role.Id)));
        var known = new KnownGuild(guild.Name ?? guild.Id, new BotRights(guild.Id, bot, own, roles), []);
        return (guild.Channels ?? []).Where(IsForText).OrderBy(channel => channel.Position).Aggregate(known, (all, channel) => all.With(channel));
    }

    public static WorkspaceSeen Seen(ulong guild, string name, IEnumerable<ChannelPayload> channels, string? writable) =>
        new(DiscordIds.Workspace(guild), DiscordOptions.PlatformName, name, [], [.. channels.Where(IsForText).Select(Seen)], [])
        {
            Greeting = writable is null ? null : new Destination.Channel(writable),
        };

    private static ChannelSeen Seen(ChannelPayload channel) => new(channel.Id, channel.Name ?? channel.Id);
}
