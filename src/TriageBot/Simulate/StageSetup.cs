using Microsoft.Extensions.Logging;
using NodaTime;
using TriageBot.Chat.Web;
using TriageBot.Settings;

namespace TriageBot.Simulate;

/// <summary>How a <see cref="Stage"/> begins.</summary>
/// <param name="Folder">Where the database file is made; it must be there.</param>
public sealed record StageSetup(string Folder, Instant Start, TriageBotOptions Options, LocalChatOptions Chat, ILoggerFactory Loggers)
{
    /// <summary>A stage for the people, zone and channels of a script.</summary>
    public static StageSetup For(Script script, string folder, TriageBotOptions options, ILoggerFactory loggers) => new(
        folder,
        script.Start,
        options with { Team = options.Team with { Zone = script.Zone } },
        new LocalChatOptions
        {
            People = [.. script.People.Select(person => new Core.Chat.Author(Stage.IdOf(person.Name), person.Name, person.IsAdmin))],
            Owners = [.. script.People.Where(person => person.IsOwner).Select(person => Stage.IdOf(person.Name))],
            Channels = [.. script.Channels.Select(channel => new Core.Chat.ChannelSeen(channel, channel))],
            Capabilities = script.Capabilities,
            Logger = loggers.CreateLogger<LocalChat>(),
        },
        loggers);
}
