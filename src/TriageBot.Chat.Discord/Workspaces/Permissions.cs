using System.Globalization;

namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>Discord's rights, of which there are more than fit into 64 bits one day.</summary>
internal static class Permissions
{
    public const ulong Administrator = 1 << 3;
    public const ulong ManageGuild = 1 << 5;
    public const ulong ViewChannel = 1 << 10;
    public const ulong SendMessages = 1 << 11;
    public const ulong EmbedLinks = 1 << 14;
    public const ulong AttachFiles = 1 << 15;
    public const ulong ReadMessageHistory = 1 << 16;
    public const ulong CreatePublicThreads = 1UL << 35;
    public const ulong CreatePrivateThreads = 1UL << 36;
    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>What the bot needs where it posts.</summary>
    public const ulong ToPost = ViewChannel | SendMessages | EmbedLinks;

    /// <summary>What an invitation asks for: to post with a file where a text is too long, to look before posting again after a long silence, and to open threads.</summary>
    public const ulong Wanted = ToPost | AttachFiles | ReadMessageHistory | CreatePublicThreads | CreatePrivateThreads | SendMessagesInThreads;

    /// <summary>The same rights by the names they have in Discord's own settings.</summary>
    public static IReadOnlyList<(ulong Bit, string Name)> Names { get; } =
    [
        (ViewChannel, "View Channels"),
        (SendMessages, "Send Messages"),
        (EmbedLinks, "Embed Links"),
        (AttachFiles, "Attach Files"),
        (ReadMessageHistory, "Read Message History"),
        (CreatePublicThreads, "Create Public Threads"),
        (CreatePrivateThreads, "Create Private Threads"),
        (SendMessagesInThreads, "Send Messages in Threads"),
    ];

    public static ulong Read(string? decimals) =>
        UInt128.TryParse(decimals, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? (ulong)(bits & ulong.MaxValue) : 0;

    /// <summary>Manage Server makes an admin (rule X5).</summary>
    public static bool MayManage(string? permissions) => MayManage(Read(permissions));

    public static bool MayManage(ulong permissions) => (permissions & (Administrator | ManageGuild)) != 0;

    /// <summary>Rights of a server's roles by id.</summary>
    public static IReadOnlyDictionary<string, ulong> OfRoles(IEnumerable<RolePayload>? roles) =>
        (roles ?? []).DistinctBy(role => role.Id).ToDictionary(role => role.Id, role => Read(role.Permissions));

    /// <summary>What a member's roles give them everywhere in a server; the role with the server's id holds for everybody.</summary>
    public static ulong InServer(string guild, IEnumerable<string> memberRoles, IReadOnlyDictionary<string, ulong> roles) =>
        memberRoles.Append(guild).Aggregate(0UL, (all, role) => all | roles.GetValueOrDefault(role));

    /// <summary>A member's rights in a channel, as Discord computes them.</summary>
    /// <param name="roles">As <see cref="OfRoles"/> gives them.</param>
    public static ulong In(ChannelPayload channel, string guild, string member, IReadOnlyCollection<string> memberRoles, IReadOnlyDictionary<string, ulong> roles)
    {
        var rights = InServer(guild, memberRoles, roles);
        if ((rights & Administrator) != 0) return ulong.MaxValue;
        var overwrites = channel.PermissionOverwrites ?? [];
        rights = Apply(rights, overwrites.Where(overwrite => overwrite.Id == guild));
        rights = Apply(rights, overwrites.Where(overwrite => overwrite.Id != guild && memberRoles.Contains(overwrite.Id)));
        rights = Apply(rights, overwrites.Where(overwrite => overwrite.Id == member));
        if ((rights & ViewChannel) == 0) return 0;
        return (rights & SendMessages) == 0 ? rights & ~(EmbedLinks | AttachFiles) : rights;
    }

    private static ulong Apply(ulong rights, IEnumerable<OverwritePayload> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Allow: 0UL, Deny: 0UL), (sum, overwrite) => (sum.Allow | Read(overwrite.Allow), sum.Deny | Read(overwrite.Deny)));
        return (rights & ~deny) | allow;
    }
}
