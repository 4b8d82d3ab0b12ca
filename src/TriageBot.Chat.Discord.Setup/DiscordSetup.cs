using System.Runtime.CompilerServices;
using System.Text;

namespace TriageBot.Chat.Discord.Setup;

/// <summary>Invites the bot, and looks whether everything is set up.</summary>
public sealed class DiscordSetup(DiscordOptions options, TimeProvider clock) : IDisposable
{
    private const int FewSessions = 10;
    private readonly DiscordRest rest = new(options, clock);

    /// <summary>The link that invites the bot to a server, with the rights and scopes it needs and no others.</summary>
    /// <exception cref="DiscordStoppedException">The token is not accepted.</exception>
    public async Task<string> InviteAsync(CancellationToken ct)
    {
        var id = IdIn(options.Token) ?? await new ApplicationApi(rest, clock).IdAsync(ct).ConfigureAwait(false);
        return $"https://discord.com/oauth2/authorize?client_id={id}&scope=bot+applications.commands&permissions={Permissions.Wanted}";
    }

    /// <summary>Looks at one thing after the other; what cannot be looked at is itself a finding.</summary>
    /// <param name="channels">Channels in which the bot must be able to post; empty to look at all.</param>
    public async IAsyncEnumerable<Finding> CheckAsync(IChatSurface bot, IReadOnlyCollection<string> channels, [EnumeratorCancellation] CancellationToken ct)
    {
        var (application, problem) = await TryAsync(() => new ApplicationApi(rest, clock).ReadAsync(ct)).ConfigureAwait(false);
        if (application is null)
        {
            yield return problem;
            yield break;
        }

        yield return new Finding(true, $"Discord accepts the token; the bot is {application.Name ?? application.Id}");
        yield return IntentsOf(application.Flags);
        yield return await SessionsAsync(ct).ConfigureAwait(false);
        yield return await CommandsAsync(bot, application.Id, ct).ConfigureAwait(false);
        await foreach (var finding in new ServerCheck(rest, application.Id).LookAsync(channels, ct).ConfigureAwait(false)) yield return finding;
    }

    public void Dispose() => rest.Dispose();

    /// <summary>The one intent with a switch is looked for where Discord shows the switch: asked for without it, Discord ends the connection with 4014.</summary>
    private Finding IntentsOf(long flags)
    {
        string[] asked = ["servers", .. options.DirectMessages ? ["private conversations"] : Array.Empty<string>(), .. options.Mentions ? ["mentions in channels"] : Array.Empty<string>()];
        var intents = $"Intents: {string.Join(", ", asked)}; ";
        if (!options.MessageContent) return new Finding(true, intents + "none that needs a switch on the application's page");
        return (flags & ApplicationPayload.SeesMessageContent) != 0
            ? new Finding(true, intents + "and the text of messages, whose switch is on")
            : new Finding(
                false,
                "The text of messages is asked for, and its switch is off",
                "On the application's page, under Bot, switch \"Message Content Intent\" on; or set Discord:MessageContent to false.");
    }

    private async Task<Finding> SessionsAsync(CancellationToken ct)
    {
        var (gateway, problem) = await TryAsync(() => new ApplicationApi(rest, clock).GatewayAsync(ct)).ConfigureAwait(false);
        if (gateway is null) return problem;
        return gateway.Remaining > FewSessions
            ? new Finding(true, $"{gateway.Remaining} sessions may still be begun today; Discord advises {gateway.Shards} {(gateway.Shards == 1 ? "shard" : "shards")}")
            : new Finding(false, $"Only {gateway.Remaining} sessions may still be begun", "Something starts the bot again and again. Stop it until tomorrow: when none are left, the next one resets the token.");
    }

    private async Task<Finding> CommandsAsync(IChatSurface bot, string application, CancellationToken ct)
    {
        var wanted = CommandCatalog.Of(bot);
        var registered = await rest.SendAsync(CommandRegistration.Registered(application), ct).ConfigureAwait(false) is RestAnswer.Ok ok ? ok.Read(CommandJson.Default.Commands) : [];
        return CommandCatalog.IsSame(wanted, registered)
            ? new Finding(true, $"All {wanted.Length} commands and menus are registered")
            : new Finding(false, $"Not registered as they should be: {string.Join(", ", CommandCatalog.Differing(wanted, registered).Take(5))}", "Start the bot once; it registers them.");
    }

    private async Task<(T? Value, Finding Problem)> TryAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return (await ask().ConfigureAwait(false), new Finding(true, ""));
        }
        catch (DiscordStoppedException stopped)
        {
            return (null, new Finding(false, "The token is not accepted", stopped.Message));
        }
        catch (Exception unreachable) when (unreachable is UnansweredException or System.Text.Json.JsonException)
        {
            return (null, new Finding(false, $"{options.ApiUrl.Host} does not answer", "Look whether this machine reaches it; then check again."));
        }
    }

    /// <summary>A token begins with the id of its application.</summary>
    private static string? IdIn(string token)
    {
        var first = token.Split('.')[0].Replace('-', '+').Replace('_', '/');
        var buffer = new byte[first.Length];
        return Convert.TryFromBase64String(first.PadRight((first.Length + 3) / 4 * 4, '='), buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length) is var id && id.Length is >= 15 and <= 20 && id.All(char.IsAsciiDigit) ? id : null;
    }
}
