using System.Collections.Concurrent;

namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>The servers this process is in, as far as it needs to remember them. Thread-safe.</summary>
internal sealed class GuildDirectory
{
    private readonly ConcurrentDictionary<ulong, KnownGuild> guilds = [];
    private readonly ConcurrentDictionary<(ulong Guild, string Member), string> threads = [];

    public KnownGuild? Find(ulong guild) => guilds.GetValueOrDefault(guild);
    public void Add(ulong guild, KnownGuild known) => guilds[guild] = known;
    public void Remove(ulong guild) => guilds.TryRemove(guild, out _);

    /// <summary>Thread in which a member reads what could not be said in a private conversation.</summary>
    public string? ThreadFor(ulong guild, string member) => threads.GetValueOrDefault((guild, member));
    public void AddThread(ulong guild, string member, string thread) => threads[(guild, member)] = thread;
    public void ForgetThread(ulong guild, string member) => threads.TryRemove((guild, member), out _);
}

/// <param name="Writable">A channel to which the bot may post.</param>
/// <param name="Closed">Where there is none: the server's channels and the bot's roles, by which it is seen when one is opened.</param>
internal sealed record KnownGuild(string Name, string? Writable, GuildPayload? Closed = null);
