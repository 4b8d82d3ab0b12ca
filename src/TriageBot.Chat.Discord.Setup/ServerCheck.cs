using System.Runtime.CompilerServices;

namespace TriageBot.Chat.Discord.Setup;

/// <summary>Looks at the servers the bot is in: where it may post, and which right is missing where it may not.</summary>
internal sealed class ServerCheck(Questions discord, string bot, bool opensThreads)
{
    private const int Most = 20;

    /// <summary>Servers in one answer of Discord's.</summary>
    private const int FullPage = 200;
    private const string InviteAgain = "Invite it again with the link of \"triagebot discord invite\".";

    /// <summary>Threads below messages are opened only where a setting says so.</summary>
    private readonly ulong needed = opensThreads ? Permissions.Wanted : Permissions.Wanted & ~Permissions.CreatePublicThreads;

    public IAsyncEnumerable<Finding> LookAsync(IReadOnlyCollection<string> chosen, CancellationToken ct) => chosen.Count > 0 ? ChosenAsync(chosen, ct) : AllAsync(ct);

    private async IAsyncEnumerable<Finding> ChosenAsync(IReadOnlyCollection<string> chosen, [EnumeratorCancellation] CancellationToken ct)
    {
        var servers = new Dictionary<string, Told<Server>>();
        foreach (var id in chosen.Distinct())
        {
            var told = await discord.AskAsync($"which channel {id} is", RestRequest.Get("/channels/{0}", 1, id), SetupJson.Default.ChannelPayload, ct).ConfigureAwait(false);
            if (told.Value is not { } channel)
            {
                yield return Unseen(id, told);
            }
            else if (channel.GuildId is not { } guild || !GuildView.IsForText(channel))
            {
                yield return new Finding(false, $"{channel.Name ?? id} is no text channel of a server", "Copy the id of a text channel from its menu, in developer mode.");
            }
            else
            {
                if (!servers.TryGetValue(guild, out var server)) servers[guild] = server = await ServerAsync(guild, "the channel's server", ct).ConfigureAwait(false);
                yield return server.Value is { } place ? JudgeWhole(place, channel) : server.Problem;
            }
        }
    }

    private Finding Unseen(string id, Told<ChannelPayload> told) => told.Refusal switch
    {
        400 or 404 => new Finding(false, $"There is no channel {id}", "Copy the channel's id from its menu, in developer mode."),
        403 => new Finding(false, $"The bot may not see channel {id}", $"Give it {Names(needed)} there; if it is not in that server, invite it with the link of \"triagebot discord invite\"."),
        _ => told.Problem,
    };

    private async IAsyncEnumerable<Finding> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var guilds = new List<GuildPayload>();
        Told<IReadOnlyList<GuildPayload>> page;
        do
        {
            var after = guilds.Count == 0 ? "0" : guilds[^1].Id;
            page = await discord.AskAsync("which servers the bot is in", RestRequest.Get("/users/@me/guilds?limit=200&after={0}", 0, after), SetupJson.Default.Guilds, ct).ConfigureAwait(false);
            guilds.AddRange(page.Value ?? []);
        }
        while (page.Value is { Count: FullPage });

        if (page.Value is null) yield return page.Problem;
        else if (guilds.Count == 0) yield return new Finding(false, "The bot is in no server", "Open the link that \"triagebot discord invite\" prints, and choose your server.");
        foreach (var guild in guilds.Take(Most))
        {
            await foreach (var finding in ChannelsAsync(guild, ct).ConfigureAwait(false)) yield return finding;
        }

        if (guilds.Count - Most is var left and > 0)
            yield return new Finding(true, $"And {left} more {(left == 1 ? "server was" : "servers were")} not looked at", "To look at a channel of theirs, name it: discord check --channel id");
    }

    private async IAsyncEnumerable<Finding> ChannelsAsync(GuildPayload guild, [EnumeratorCancellation] CancellationToken ct)
    {
        var name = guild.Name ?? guild.Id;
        var told = await ServerAsync(guild.Id, name, ct).ConfigureAwait(false);
        if (told.Value is not { } server)
        {
            yield return told.Problem;
            yield break;
        }

        var listed = await discord.AskAsync($"which channels {name} has", RestRequest.Get("/guilds/{0}/channels", 1, guild.Id), SetupJson.Default.Channels, ct).ConfigureAwait(false);
        if (listed.Value is not { } all)
        {
            yield return listed.IsWithheld ? Withheld(name) : listed.Problem;
            yield break;
        }

        var channels = all.Where(GuildView.IsForText).OrderBy(channel => channel.Position).ToList();
        var first = channels.FirstOrDefault(channel => Missing(Permissions.ToPost, server.RightsIn(channel, bot)) == 0);
        if (first is null)
        {
            yield return Closed(server, channels);
            yield break;
        }

        foreach (var channel in channels) yield return channel == first ? JudgeWhole(server, channel) : Tell(server, channel);
    }

    private async Task<Told<Server>> ServerAsync(string id, string name, CancellationToken ct)
    {
        var guild = await discord.AskAsync($"which roles {name} has", RestRequest.Get("/guilds/{0}", 1, id), SetupJson.Default.GuildPayload, ct).ConfigureAwait(false);
        if (guild.Value is not { } server) return new Told<Server>(null, guild.IsWithheld ? Withheld(name) : guild.Problem);
        var shown = server.Name ?? name;
        var member = await discord.AskAsync($"which roles the bot has in {shown}", RestRequest.Get("/guilds/{0}/members/{1}", 1, id, bot), SetupJson.Default.MemberPayload, ct).ConfigureAwait(false);
        if (member.Value is not { } self) return new Told<Server>(null, member.IsWithheld ? Withheld(shown) : member.Problem);
        var rights = (server.Roles ?? []).DistinctBy(role => role.Id).ToDictionary(role => role.Id, role => Permissions.Read(role.Permissions));
        return new Told<Server>(new Server(id, shown, self.Roles ?? [], rights), new Finding(true, ""));
    }

    private static Finding Withheld(string server) => new(false, $"{server}: the bot may not look at its channels", InviteAgain);

    private Finding Closed(Server server, List<ChannelPayload> channels) => channels is [var nearest, ..]
        ? new Finding(
            false,
            $"{server.Name}: the bot may post in none of its channels",
            $"Give it {Names(Missing(needed, server.RightsIn(nearest, bot)))} in one of them, such as #{nearest.Name}.")
        : new Finding(false, $"{server.Name}: there is no text channel", "Make one in which the bot may post.");

    /// <summary>Where the bot is meant to be: everything it does there is looked at.</summary>
    private Finding JudgeWhole(Server server, ChannelPayload channel)
    {
        var missing = Missing(needed, server.RightsIn(channel, bot));
        if (missing == 0) return MayPost(server, channel);
        var what = (missing & Permissions.ToPost) != 0 ? "the bot may not post" : "the bot may post, but lacks a right it needs";
        return new Finding(false, $"{server.Name} #{channel.Name}: {what}", $"Give it {Names(missing)} there.");
    }

    /// <summary>It is the team's business where else the bot may post; it is only told.</summary>
    private Finding Tell(Server server, ChannelPayload channel)
    {
        var missing = Missing(Permissions.ToPost, server.RightsIn(channel, bot));
        return missing == 0
            ? MayPost(server, channel)
            : new Finding(true, $"{server.Name} #{channel.Name}: the bot may not post", $"Give it {Names(missing)} there, if an agenda is to appear in that channel.");
    }

    private static Finding MayPost(Server server, ChannelPayload channel) => new(true, $"{server.Name} #{channel.Name}: the bot may post");

    private static ulong Missing(ulong wanted, ulong rights) => wanted & ~rights;

    private static string Names(ulong rights) => string.Join(", ", Permissions.Names.Where(right => (rights & right.Bit) != 0).Select(right => right.Name));

    private sealed record Server(string Id, string Name, IReadOnlyList<string> BotRoles, IReadOnlyDictionary<string, ulong> Roles)
    {
        public ulong RightsIn(ChannelPayload channel, string bot) => Permissions.In(channel, Id, bot, BotRoles, Roles);
    }
}
