namespace TriageBot.Chat.Discord.Commands;

/// <summary>Brings what is registered in line with what the bot has; writes only when something is known to differ, because writing is limited and members would see commands flicker.</summary>
internal sealed partial class CommandRegistration(DiscordRest rest, ILogger logger)
{
    private const string Route = "/applications/{0}/commands";

    public static RestRequest Registered(string application) => RestRequest.Get(Route, 1, application);

    /// <returns>Null when nothing is left to do; otherwise how long to wait before it can be done.</returns>
    /// <exception cref="UnansweredException">Discord did not say what is registered, or whether it took the commands.</exception>
    public async Task<TimeSpan?> UpdateAsync(IChatBot bot, string application, CancellationToken ct)
    {
        var wanted = CommandCatalog.Of(bot);
        switch (await rest.SendAsync(Registered(application), ct).ConfigureAwait(false))
        {
            case RestAnswer.Ok ok when CommandCatalog.IsSame(wanted, ok.Read(CommandJson.Default.Commands)): return null;
            case RestAnswer.Refused refused: throw new UnansweredException($"GET {Route} was refused with {refused.Status}: {refused.Detail}");
            case RestAnswer.Later(var after): return NotBefore(after);
        }

        var written = await rest.SendAsync(
            new RestRequest(HttpMethod.Put, Route, 1, application)
            {
                Body = JsonSerializer.SerializeToUtf8Bytes<IReadOnlyList<CommandBody>>(wanted, CommandJson.Default.Commands),
                MayRepeat = true,
                Patience = TimeSpan.FromSeconds(30),
            },
            ct).ConfigureAwait(false);
        if (written is RestAnswer.Refused no) LogRefused(no.Status, no.Detail);
        return written is RestAnswer.Later(var later) ? NotBefore(later) : null;
    }

    private TimeSpan NotBefore(TimeSpan after)
    {
        LogLater(after.TotalSeconds);
        return after;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord did not take the commands ({Status}): {Detail}")]
    private partial void LogRefused(int status, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord takes the commands in {Seconds:0} s at the earliest; until then members see those it has")]
    private partial void LogLater(double seconds);
}
