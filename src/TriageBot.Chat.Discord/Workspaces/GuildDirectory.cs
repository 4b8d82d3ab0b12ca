using System.Collections.Concurrent;

namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>The servers this process is in, as far as it needs to remember them. Thread-safe.</summary>
internal sealed class GuildDirectory
{
    private readonly ConcurrentDictionary<ulong, KnownGuild> guilds = [];
    private readonly ConcurrentDictionary<(ulong Guild, string Member), string> threads = [];

    public KnownGuild? Find(ulong guild) => guilds.GetValueOrDefault(guild);
    public void Add(ulong guild, KnownGuild known) => guilds[guild] = known;

    /// <summary>A channel that is gone is no place any more.</summary>
    public void Forget(ulong guild, string channel)
    {
        if (Find(guild) is { } known) Add(guild, known.Without(channel));
    }

    public void Remove(ulong guild) => guilds.TryRemove(guild, out _);

    /// <summary>Thread in which a member reads what could not be said in a private conversation.</summary>
    public string? ThreadFor(ulong guild, string member) => threads.GetValueOrDefault((guild, member));
    public void AddThread(ulong guild, string member, string thread) => threads[(guild, member)] = thread;
    public void ForgetThread(ulong guild, string member) => threads.TryRemove((guild, member), out _);
}

/// <param name="Open">Channels to which the bot may post, the first few.</param>
internal sealed record KnownGuild(string Name, BotRights Rights, IReadOnlyList<OpenChannel> Open)
{
    private const int Most = 8;
    private const int MostAttempts = 3;

    /// <summary>A channel to which the bot may post.</summary>
    public string? Writable => Open.Count > 0 ? Open[0].Id : null;

    /// <summary>Where a private thread may be opened, likeliest first; no more than may be tried one after the other.</summary>
    public IEnumerable<string> ForThreads => Open.Where(channel => channel.HoldsThreads).OrderByDescending(channel => channel.MayOpenThreads).Take(MostAttempts).Select(channel => channel.Id);

    /// <summary>With one channel as it is now.</summary>
    public KnownGuild With(ChannelPayload channel)
    {
        if (OpenChannel.Of(channel, Rights) is not { } open) return Without(channel.Id);
        return Open.Any(other => other.Id == channel.Id)
            ? this with { Open = [.. Open.Select(other => other.Id == channel.Id ? open : other)] }
            : this with { Open = [.. Open, .. Open.Count < Most ? [open] : Array.Empty<OpenChannel>()] };
    }

    public KnownGuild Without(string channel) => this with { Open = [.. Open.Where(other => other.Id != channel)] };
}

/// <summary>What the bot's roles give it in a server, and which they are.</summary>
internal sealed record BotRights(string Guild, string Bot, IReadOnlyCollection<string> Roles, IReadOnlyDictionary<string, ulong> OfRoles)
{
    public static BotRights Unknown { get; } = new("", "", [], new Dictionary<string, ulong>());
}

/// <param name="HoldsThreads">Private threads are for ordinary channels only, not for those with announcements.</param>
internal sealed record OpenChannel(string Id, bool HoldsThreads, bool MayOpenThreads)
{
    /// <returns>Null for channels to which the bot may not post.</returns>
    public static OpenChannel? Of(ChannelPayload channel, BotRights rights)
    {
        var granted = Permissions.In(channel, rights.Guild, rights.Bot, rights.Roles, rights.OfRoles);
        return (granted & Permissions.ToPost) == Permissions.ToPost
            ? new OpenChannel(channel.Id, channel.Type == GuildView.TextChannel, (granted & Permissions.CreatePrivateThreads) != 0)
            : null;
    }
}
