namespace TriageBot.Chat.Discord.Commands;

/// <summary>Brings what is registered in line with what the bot has; writes only when something differs, because writing is limited and members would see commands flicker.</summary>
internal sealed partial class CommandRegistration(DiscordRest rest, ILogger logger)
{
    private const string Route = "/applications/{0}/commands";

    /// <returns>True when something was written.</returns>
    public async Task<bool> UpdateAsync(IChatBot bot, string application, CancellationToken ct)
    {
        var wanted = CommandCatalog.Of(bot);
        if (CommandCatalog.IsSame(wanted, await RegisteredAsync(application, ct).ConfigureAwait(false))) return false;
        var answer = await rest.SendAsync(
            new RestRequest(HttpMethod.Put, Route, 1, application)
            {
                Body = JsonSerializer.SerializeToUtf8Bytes<IReadOnlyList<CommandBody>>(wanted, CommandJson.Default.Commands),
                MayRepeat = true,
                Patience = TimeSpan.FromSeconds(30),
            },
            ct).ConfigureAwait(false);
        if (answer is RestAnswer.Refused refused) LogRefused(refused.Status, refused.Detail);
        return answer is RestAnswer.Ok;
    }

    public async Task<IReadOnlyList<CommandBody>> RegisteredAsync(string application, CancellationToken ct) =>
        await rest.SendAsync(RestRequest.Get(Route, 1, application), ct).ConfigureAwait(false) is RestAnswer.Ok ok ? ok.Read(CommandJson.Default.Commands) : [];

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord did not take the commands ({Status}): {Detail}")]
    private partial void LogRefused(int status, string detail);
}
