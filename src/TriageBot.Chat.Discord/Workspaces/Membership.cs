using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace TriageBot.Chat.Discord.Workspaces;

/// <summary>
/// Who somebody is in a server, asked of Discord: a private conversation shows an account only, and whoever has left the server or lost a right must not act by what was once
/// seen of them (rule X5). Remembered for a minute.
/// </summary>
internal sealed class Membership(DiscordRest rest, TimeProvider clock)
{
    private const int MostRemembered = 1000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>What was said is to be answered within 3 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(ulong Guild, MemberId Member), (Author? Author, DateTimeOffset Until)> known = [];

    /// <returns>Null when they are no member. Where Discord does not answer now, the account as it is: what was seen before then holds.</returns>
    public async Task<Author?> FindAsync(ulong guild, Author account, CancellationToken ct)
    {
        if (known.TryGetValue((guild, account.Id), out var seen) && seen.Until > clock.GetUtcNow()) return seen.Author;
        try
        {
            var author = await AskAsync(guild.ToString(CultureInfo.InvariantCulture), account, ct).WaitAsync(Patience, TimeProvider.System, ct).ConfigureAwait(false);
            if (known.Count >= MostRemembered) known.Clear();
            known[(guild, account.Id)] = (author, clock.GetUtcNow() + Remembered);
            return author;
        }
        catch (Exception unanswered) when (unanswered is UnansweredException or TimeoutException)
        {
            return account;
        }
    }

    private async Task<Author?> AskAsync(string guild, Author account, CancellationToken ct)
    {
        if (await GetAsync(RestRequest.Get("/guilds/{0}/members/{1}", 1, guild, account.Id.Value), GuildJson.Default.MemberPayload, ct).ConfigureAwait(false) is not { User: { } user } member
            || await GetAsync(RestRequest.Get("/guilds/{0}", 1, guild), GuildJson.Default.GuildPayload, ct).ConfigureAwait(false) is not { } server)
        {
            return null;
        }

        var rights = Permissions.InServer(guild, member.Roles ?? [], Permissions.OfRoles(server.Roles));
        return InteractionReader.Author(user, member) with { IsAdmin = server.OwnerId == user.Id || Permissions.MayManage(rights) };
    }

    /// <returns>Null when Discord refuses: there is no such member, or the bot is not in that server.</returns>
    private async Task<T?> GetAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class => await rest.SendAsync(request, ct).ConfigureAwait(false) switch
        {
            RestAnswer.Ok ok => ok.Read(type),
            RestAnswer.Refused => null,
            _ => throw new UnansweredException("Who is in a server cannot be asked now."),
        };
}
