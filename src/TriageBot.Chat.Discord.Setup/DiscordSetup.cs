using System.Runtime.CompilerServices;
using System.Text;

namespace TriageBot.Chat.Discord.Setup;

/// <summary>Invites the bot, and looks whether everything is set up.</summary>
public sealed class DiscordSetup(DiscordOptions options, TimeProvider clock) : IDisposable
{
    private readonly DiscordRest rest = new(options, clock);

    /// <summary>The link that invites the bot to a server, with the rights and scopes it needs and no others; or why there is none.</summary>
    public async Task<Finding> InviteAsync(CancellationToken ct)
    {
        if (IdIn(options.Token) is { } id) return Invitation(id);
        var told = await new ApplicationCheck(new Questions(rest, options.ApiUrl, "Try again"), options).ReadAsync(ct).ConfigureAwait(false);
        return told.Value is { } application ? Invitation(application.Id) : told.Problem;
    }

    /// <summary>Looks at one thing after the other; what cannot be looked at is itself a finding.</summary>
    /// <param name="channels">Channels in which the bot must be able to post; empty to look at all.</param>
    public async IAsyncEnumerable<Finding> CheckAsync(IChatSurface bot, IReadOnlyCollection<string> channels, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var finding in FindAsync(bot, channels, ct).ConfigureAwait(false))
        {
            yield return finding;
            // Nothing more is sent, so everything else would only be said to be unknown.
            if (rest.Stopped.IsCompleted) yield break;
        }
    }

    public void Dispose() => rest.Dispose();

    private async IAsyncEnumerable<Finding> FindAsync(IChatSurface bot, IReadOnlyCollection<string> channels, [EnumeratorCancellation] CancellationToken ct)
    {
        var questions = new Questions(rest, options.ApiUrl, "Run the check again");
        var check = new ApplicationCheck(questions, options);
        var told = await check.ReadAsync(ct).ConfigureAwait(false);
        if (told.Value is not { } application)
        {
            yield return told.Problem;
            yield break;
        }

        yield return new Finding(true, $"Discord accepts the token; the bot is {application.Name ?? application.Id}");
        if (ApplicationCheck.EndpointOf(application) is { } elsewhere) yield return elsewhere;
        yield return check.IntentsOf(application);
        yield return await check.SessionsAsync(ct).ConfigureAwait(false);
        yield return await check.CommandsAsync(bot, application.Id, ct).ConfigureAwait(false);
        await foreach (var finding in new ServerCheck(questions, application.Id, options.Threads).LookAsync(channels, ct).ConfigureAwait(false)) yield return finding;
    }

    private static Finding Invitation(string id) =>
        new(true, $"https://discord.com/oauth2/authorize?client_id={id}&scope=bot+applications.commands&permissions={Permissions.Wanted}");

    /// <summary>A token begins with the id of its application.</summary>
    private static string? IdIn(string token)
    {
        var first = token.Split('.')[0].Replace('-', '+').Replace('_', '/');
        var buffer = new byte[first.Length];
        return Convert.TryFromBase64String(first.PadRight((first.Length + 3) / 4 * 4, '='), buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length) is var id && id.Length is >= 15 and <= 20 && id.All(char.IsAsciiDigit) ? id : null;
    }
}
