using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace TriageBot.Chat.Discord.Setup;

/// <summary>Looks at the servers the bot is in: where it may post, and which right is missing where it may not.</summary>
internal sealed class ServerCheck(DiscordRest rest, string bot)
{
    private const int Most = 20;

    public async IAsyncEnumerable<Finding> LookAsync(IReadOnlyCollection<string> chosen, [EnumeratorCancellation] CancellationToken ct)
    {
        var guilds = await ReadAsync(RestRequest.Get("/users/@me/guilds", 0), ServerJson.Default.Guilds, ct).ConfigureAwait(false) ?? [];
        if (guilds.Count == 0) yield return new Finding(false, "The bot is in no server", "Open the link that \"triagebot discord invite\" prints, and choose your server.");
        var found = new HashSet<string>();
        foreach (var guild in guilds.Take(Most))
        {
            var channels = await ReadAsync(RestRequest.Get("/guilds/{0}/channels", 1, guild.Id), ServerJson.Default.Channels, ct).ConfigureAwait(false);
            var roles = await ReadAsync(RestRequest.Get("/guilds/{0}/roles", 1, guild.Id), ServerJson.Default.Roles, ct).ConfigureAwait(false);
            var member = await ReadAsync(RestRequest.Get("/guilds/{0}/members/{1}", 1, guild.Id, bot), ServerJson.Default.MemberPayload, ct).ConfigureAwait(false);
            if (channels is null || roles is null || member is null)
            {
                yield return new Finding(false, $"{guild.Name}: the bot may not look at its channels", "Invite it again with the link of \"triagebot discord invite\".");
                continue;
            }

            var rights = roles.DistinctBy(role => role.Id).ToDictionary(role => role.Id, role => Permissions.Read(role.Permissions));
            foreach (var channel in channels.Where(channel => GuildView.IsForText(channel) && (chosen.Count == 0 || chosen.Contains(channel.Id))))
            {
                found.Add(channel.Id);
                yield return Judge(guild, channel, Permissions.In(channel, guild.Id, bot, member.Roles ?? [], rights), isChosen: chosen.Count > 0);
            }
        }

        foreach (var unknown in chosen.Where(id => !found.Contains(id)))
        {
            yield return new Finding(false, $"No text channel {unknown} is in the bot's servers", "Copy the channel's id from its menu, in developer mode; or invite the bot to that server.");
        }
    }

    /// <summary>Without chosen channels it is the team's business where the bot may post; it is only told.</summary>
    private static Finding Judge(GuildPayload guild, ChannelPayload channel, ulong rights, bool isChosen)
    {
        var missing = Permissions.Names.Where(right => (Permissions.ToPost & right.Bit) != 0 && (rights & right.Bit) == 0).Select(right => right.Name).ToList();
        var place = $"{guild.Name} #{channel.Name}";
        return missing.Count == 0
            ? new Finding(true, $"{place}: the bot may post")
            : new Finding(!isChosen, $"{place}: the bot may not post", $"Give it {string.Join(", ", missing)} there{(isChosen ? "." : ", if an agenda is to appear in that channel.")}");
    }

    private async Task<T?> ReadAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            return await rest.SendAsync(request, ct).ConfigureAwait(false) is RestAnswer.Ok ok ? ok.Read(type) : null;
        }
        catch (Exception unusable) when (unusable is UnansweredException or JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<GuildPayload>), TypeInfoPropertyName = "Guilds")]
[JsonSerializable(typeof(IReadOnlyList<ChannelPayload>), TypeInfoPropertyName = "Channels")]
[JsonSerializable(typeof(IReadOnlyList<RolePayload>), TypeInfoPropertyName = "Roles")]
[JsonSerializable(typeof(MemberPayload))]
internal sealed partial class ServerJson : JsonSerializerContext;
