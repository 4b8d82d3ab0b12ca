namespace TriageBot.Discord.Emulator.World;

/// <summary>Who may do what, computed as topics/permissions says.</summary>
internal static class Permissions
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageChannels = 1UL << 4;
    public const ulong ManageGuild = 1UL << 5;
    public const ulong AddReactions = 1UL << 6;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong SendTts = 1UL << 12;
    public const ulong ManageMessages = 1UL << 13;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong AttachFiles = 1UL << 15;
    public const ulong ReadHistory = 1UL << 16;
    public const ulong MentionEveryone = 1UL << 17;
    public const ulong ManageRoles = 1UL << 28;
    public const ulong UseCommands = 1UL << 31;
    public const ulong ManageThreads = 1UL << 34;
    public const ulong CreatePublicThreads = 1UL << 35;
    public const ulong CreatePrivateThreads = 1UL << 36;
    public const ulong SendInThreads = 1UL << 38;
    public const ulong PinMessages = 1UL << 51;
    public const ulong All = (1UL << 53) - 1;

    /// <summary>What @everyone has on a new server, near enough: everything that ordinary members need, not @everyone mentions.</summary>
    public const ulong Ordinary = AddReactions | ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadHistory | UseCommands | CreatePublicThreads | SendInThreads;

    /// <summary>Permissions without a sense when the channel takes no messages from them.</summary>
    private const ulong NeedSending = MentionEveryone | AttachFiles | EmbedLinks | SendTts;

    public static ulong InGuild(Guild guild, ulong user)
    {
        if (guild.Owner.Id == user) return All;
        if (!guild.Members.TryGetValue(user, out var member)) return 0;
        var sum = guild.Everyone.Permissions;
        foreach (var role in member.Roles) sum |= guild.Roles.GetValueOrDefault(role)?.Permissions ?? 0;
        return (sum & Administrator) != 0 ? All : sum;
    }

    public static ulong In(Channel channel, ulong user)
    {
        if (channel.Guild is not { } guild) return channel.Recipient?.Id == user || channel.Recipient is not null ? Ordinary : 0;
        var sum = InGuild(guild, user);
        if (sum == All) return All;
        if (!guild.Members.TryGetValue(user, out var member)) return 0;
        var place = channel.IsThread && channel.Parent is { } parent ? parent : channel;
        sum = Overwritten(sum, place, guild, member);
        if ((sum & ViewChannel) == 0) return 0;
        var sending = channel.IsThread ? SendInThreads : SendMessages;
        return (sum & sending) == 0 ? sum & ~NeedSending : sum;
    }

    /// <summary>
    /// A private thread is seen by those who are in it, and by whoever may manage threads; direct messages by the person they are with; everything else by
    /// whoever may view its channel.
    /// </summary>
    public static bool Sees(Channel channel, ulong user)
    {
        if (channel.Guild is null) return channel.Recipient?.Id == user;
        var granted = In(channel, user);
        return granted.Has(ViewChannel) && (channel.Type != ChannelType.PrivateThread || channel.ThreadMembers.Contains(user) || granted.Has(ManageThreads));
    }

    public static bool Has(this ulong granted, ulong wanted) => (granted & wanted) == wanted;

    private static ulong Overwritten(ulong sum, Channel channel, Guild guild, Member member)
    {
        ulong deny = 0, allow = 0;
        foreach (var overwrite in channel.Overwrites)
        {
            if (overwrite.IsForMember) continue;
            if (overwrite.Id == guild.Id) sum = (sum & ~overwrite.Deny) | overwrite.Allow;
            else if (member.Roles.Contains(overwrite.Id)) (deny, allow) = (deny | overwrite.Deny, allow | overwrite.Allow);
        }

        sum = (sum & ~deny) | allow;
        var own = channel.Overwrites.Find(overwrite => overwrite.IsForMember && overwrite.Id == member.User.Id);
        return own is null ? sum : (sum & ~own.Deny) | own.Allow;
    }
}
