using System.Globalization;
using System.Text.RegularExpressions;

namespace TriageBot.Discord.Emulator.World;

/// <summary>Whom a message names.</summary>
/// <param name="Users">Named and allowed to be named.</param>
/// <param name="Roles">Named and allowed to be named.</param>
/// <param name="IsEveryone"><c>@everyone</c> or <c>@here</c>, allowed and permitted.</param>
/// <param name="Shown">Everything in the text that Discord would draw as a mention, allowed or not.</param>
internal sealed record Mentions(IReadOnlyList<User> Users, IReadOnlyList<Role> Roles, bool IsEveryone, IReadOnlyList<string> Shown)
{
    public static Mentions None { get; } = new([], [], false, []);

    /// <summary>How many phones ring, a role and everyone counted as one.</summary>
    public int Pings => Users.Count + Roles.Count + (IsEveryone ? 1 : 0);
}

/// <summary>What a message's <c>allowed_mentions</c> lets through. Source: resources/message.</summary>
internal sealed record AllowedMentions(bool AllUsers, bool AllRoles, bool Everyone, IReadOnlySet<ulong> Users, IReadOnlySet<ulong> Roles)
{
    private static readonly HashSet<ulong> Nobody = [];

    /// <summary>Ordinary messages without the field name everybody.</summary>
    public static AllowedMentions All { get; } = new(true, true, true, Nobody, Nobody);

    /// <summary>Answers to interactions and webhooks without the field name only users.</summary>
    public static AllowedMentions OnlyUsers { get; } = new(true, false, false, Nobody, Nobody);
}

/// <summary>Finds mentions in a text, by the service's rules and not by the bot's. Code spans are searched too: the stricter reading.</summary>
internal static partial class MentionReader
{
    /// <param name="text">Content, or the text displays of a message with the new components. Embeds never ring; they are read for what they show.</param>
    public static Mentions Read(WorldState world, Guild? guild, string text, AllowedMentions allowed, bool mayNameEveryone)
    {
        if (!text.Contains('@') && !text.Contains('<')) return Mentions.None;

        List<User> users = [];
        List<Role> roles = [];
        List<string> shown = [];
        var isEveryone = false;
        foreach (Match match in Mention().Matches(text))
        {
            shown.Add(match.Value);
            if (match.Groups["user"] is { Success: true } user) Add(users, world.Users.GetValueOrDefault(Id(user)), found => allowed.AllUsers || allowed.Users.Contains(found.Id));
            else if (match.Groups["role"] is { Success: true } role)
                Add(roles, guild?.Roles.GetValueOrDefault(Id(role)), found => (found.IsMentionable || mayNameEveryone) && (allowed.AllRoles || allowed.Roles.Contains(found.Id)));
            else isEveryone |= allowed.Everyone && mayNameEveryone && guild is not null;
        }

        return new Mentions(users, roles, isEveryone, shown);
    }

    private static void Add<T>(List<T> found, T? one, Func<T, bool> isAllowed)
        where T : class
    {
        if (one is not null && isAllowed(one) && !found.Contains(one)) found.Add(one);
    }

    private static ulong Id(Group group) => ulong.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    [GeneratedRegex(@"<@!?(?<user>\d{1,20})>|<@&(?<role>\d{1,20})>|@everyone|@here")]
    private static partial Regex Mention();
}
