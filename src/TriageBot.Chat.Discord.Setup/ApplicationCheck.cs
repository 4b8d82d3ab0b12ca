namespace TriageBot.Chat.Discord.Setup;

/// <summary>Looks at the application: its switches, its sessions, its commands.</summary>
internal sealed class ApplicationCheck(Questions discord, DiscordOptions options)
{
    private const int FewSessions = 10;

    public Task<Told<ApplicationDetails>> ReadAsync(CancellationToken ct) =>
        discord.AskAsync("which application the token belongs to", RestRequest.Get("/applications/@me", 0), SetupJson.Default.ApplicationDetails, ct);

    /// <summary>With an address, Discord sends interactions there and none over the gateway.</summary>
    public static Finding? EndpointOf(ApplicationDetails application) => string.IsNullOrEmpty(application.InteractionsEndpointUrl)
        ? null
        : new Finding(
            false,
            $"Commands and buttons reach {application.InteractionsEndpointUrl} instead of the bot",
            "On the application's page, General Information, empty Interactions Endpoint URL.");

    /// <summary>The one intent with a switch is looked for where Discord shows the switch: asked for without it, Discord ends the connection with 4014.</summary>
    public Finding IntentsOf(ApplicationDetails application)
    {
        string[] asked = ["servers", .. options.DirectMessages ? ["private conversations"] : Array.Empty<string>(), .. options.Mentions ? ["mentions in channels"] : Array.Empty<string>()];
        var intents = $"Intents: {string.Join(", ", asked)}; ";
        if (!options.MessageContent) return new Finding(true, intents + "none that needs a switch on the application's page");
        return (application.Flags & ApplicationDetails.SeesMessageContent) != 0
            ? new Finding(true, intents + "and the text of messages, whose switch is on")
            : new Finding(
                false,
                "The text of messages is asked for, and its switch is off",
                "On the application's page, under Bot, switch \"Message Content Intent\" on; or set Discord:MessageContent to false.");
    }

    public async Task<Finding> SessionsAsync(CancellationToken ct)
    {
        var told = await discord.AskAsync("how many sessions may be begun", RestRequest.Get("/gateway/bot", 0), ApplicationJson.Default.GatewayPayload, ct).ConfigureAwait(false);
        if (told.Value is not { } gateway) return told.Problem;
        var remaining = gateway.SessionStartLimit?.Remaining ?? 0;
        return remaining > FewSessions
            ? new Finding(true, $"{remaining} sessions may still be begun today; Discord advises {gateway.Shards} {(gateway.Shards == 1 ? "shard" : "shards")}")
            : new Finding(false, $"Only {remaining} sessions may still be begun", "Something starts the bot again and again. Stop it until tomorrow: when none are left, the next one resets the token.");
    }

    public async Task<Finding> CommandsAsync(IChatSurface bot, string application, CancellationToken ct)
    {
        var wanted = CommandCatalog.Of(bot);
        var told = await discord.AskAsync("which commands are registered", CommandRegistration.Registered(application), CommandJson.Default.Commands, ct).ConfigureAwait(false);
        if (told.Value is not { } registered) return told.Problem;
        return CommandCatalog.IsSame(wanted, registered)
            ? new Finding(true, $"All {wanted.Length} commands and menus are registered")
            : new Finding(false, $"Not registered as they should be: {string.Join(", ", CommandCatalog.Differing(wanted, registered).Take(5))}", "Start the bot once; it registers them.");
    }
}

internal sealed class ApplicationDetails
{
    /// <summary>GATEWAY_MESSAGE_CONTENT, or its limited form for bots in fewer than a hundred servers.</summary>
    public const long SeesMessageContent = (1 << 18) | (1 << 19);

    public string Id { get; init; } = "";
    public string? Name { get; init; }

    /// <summary>Switches on the application's page.</summary>
    public long Flags { get; init; }

    public string? InteractionsEndpointUrl { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ApplicationDetails))]
[JsonSerializable(typeof(ChannelPayload))]
[JsonSerializable(typeof(GuildPayload))]
[JsonSerializable(typeof(MemberPayload))]
[JsonSerializable(typeof(IReadOnlyList<ChannelPayload>), TypeInfoPropertyName = "Channels")]
[JsonSerializable(typeof(IReadOnlyList<GuildPayload>), TypeInfoPropertyName = "Guilds")]
internal sealed partial class SetupJson : JsonSerializerContext;
