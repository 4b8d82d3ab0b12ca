using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NodaTime.Text;
using TriageBot.Chat.Discord;
using TriageBot.Core.Time;

namespace TriageBot.Settings;

/// <summary>One key of the configuration: its name, what it expects, and how its value enters the options. Every key exists once, here.</summary>
/// <param name="Name">Section and key, joined by a colon, as in <c>Web:Port</c>.</param>
/// <param name="Expects">Completes the sentence "… expects".</param>
/// <param name="Apply">The options with the value in them; null when the value is not what the key expects.</param>
public sealed record OptionKey(string Name, string Expects, Func<TriageBotOptions, string, TriageBotOptions?> Apply)
{
    private const int LongestText = 500;

    public static IReadOnlyList<OptionKey> All { get; } =
    [
        YesNo("Web:Enabled", (options, value) => options with { Web = options.Web with { Enabled = value } }),
        Number("Web:Port", 0, 65535, (options, value) => options with { Web = options.Web with { Port = value } }),
        new("Discord:Token", "the bot's token as the application's page shows it, only letters, digits and signs such as \".\", \"-\" and \"_\"; or nothing", (options, value) => SetToken(options, value.Trim())),
        Text("Discord:TokenFile", "a file", (options, value) => options with { Discord = options.Discord with { TokenFile = value } }),
        new("Discord:ApiUrl", "an address such as https://discord.com/api", (options, value) =>
            Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? options with { Discord = options.Discord with { ApiUrl = url } } : null),
        new("Discord:Shards", "auto, or a range such as 0-3/8", (options, value) => SetShards(options, value.Trim())),
        YesNo("Discord:DirectMessages", (options, value) => options with { Discord = options.Discord with { DirectMessages = value } }),
        YesNo("Discord:Threads", (options, value) => options with { Discord = options.Discord with { Threads = value } }),
        YesNo("Discord:Mentions", (options, value) => options with { Discord = options.Discord with { Mentions = value } }),
        YesNo("Discord:MessageContent", (options, value) => options with { Discord = options.Discord with { MessageContent = value } }),
        Number("Discord:KeepDays", 1, 3650, (options, value) => options with { Discord = options.Discord with { KeepDays = value } }),
        Text("Data:Folder", "a folder", (options, value) => options with { Data = options.Data with { Folder = value } }),
        new("Team:Zone", "a time zone such as Europe/Oslo", (options, value) =>
            ZoneTime.Find(value) is { } zone ? options with { Team = options.Team with { Zone = zone } } : null),
        new("Team:Hours", "working hours such as \"Mon-Fri 09:00-17:00\"", (options, value) =>
            WeekHours.Read(value) is ParseOutcome<WeekHours>.Success(var hours) ? options with { Team = options.Team with { Hours = hours } } : null),
        new("Team:Breaks", "breaks such as \"10:30 15m, 12:30 30m\", or \"none\"", (options, value) =>
            BreakPlanText.Read(value) is ParseOutcome<ImmutableArray<BreakWindow>>.Success(var breaks) ? options with { Team = options.Team with { Breaks = breaks } } : null),
        new("Team:AgendaTime", "a time such as 08:30", (options, value) =>
            LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(value).TryGetValue(default, out var time) ? options with { Team = options.Team with { AgendaTime = time } } : null),
        Text("Team:AgendaChannel", "the name of a channel", (options, value) => options with { Team = options.Team with { AgendaChannel = value.TrimStart('#') } }),
        Number("Hold:CeilingMinutes", 15, 600, (options, value) => options with { Hold = options.Hold with { CeilingMinutes = value } }),
        Number("Hold:MarginMinutes", 0, 240, (options, value) => options with { Hold = options.Hold with { MarginMinutes = value } }),
        Number("Hold:MinutesPerItem", 1, 60, (options, value) => options with { Hold = options.Hold with { MinutesPerItem = value } }),
        Text("Hold:EmergencyText", "a sentence", (options, value) => options with { Hold = options.Hold with { EmergencyText = value } }),
        Number("Ladder:StepMinutes", 1, 240, (options, value) => options with { Ladder = options.Ladder with { StepMinutes = value } }),
        Number("Ladder:AcknowledgementMinutes", 5, 480, (options, value) => options with { Ladder = options.Ladder with { AcknowledgementMinutes = value } }),
        Text("Texts:Folder", "a folder", (options, value) => options with { Texts = new TextsOptions(value) }),
        new("Logging:Level", "Trace, Debug, Information, Warning, Error, Critical or None", (options, value) =>
            !value.Any(char.IsDigit) && Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) ? options with { Logging = new LoggingOptions(level) } : null),
    ];

    public static OptionKey? Find(string name) => All.FirstOrDefault(key => string.Equals(key.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>An empty one takes away what was set elsewhere.</summary>
    private static TriageBotOptions? SetToken(TriageBotOptions options, string token) =>
        DiscordSettings.CanBeToken(token) ? options with { Discord = options.Discord with { Token = token.Length == 0 ? null : token } } : null;

    private static TriageBotOptions? SetShards(TriageBotOptions options, string value) =>
        value.Equals("auto", StringComparison.OrdinalIgnoreCase) ? options with { Discord = options.Discord with { Shards = null } }
        : ShardRange.Read(value) is { } range ? options with { Discord = options.Discord with { Shards = range } }
        : null;

    private static OptionKey Text(string name, string expects, Func<TriageBotOptions, string, TriageBotOptions> apply) =>
        new(name, $"{expects}, at most {LongestText} characters", (options, value) =>
            string.IsNullOrWhiteSpace(value) || value.Length > LongestText ? null : apply(options, value.Trim()));

    private static OptionKey Number(string name, int least, int most, Func<TriageBotOptions, int, TriageBotOptions> apply) =>
        new(name, $"a whole number from {least} to {most}", (options, value) =>
            int.TryParse(value, out var number) && number >= least && number <= most ? apply(options, number) : null);

    private static OptionKey YesNo(string name, Func<TriageBotOptions, bool, TriageBotOptions> apply) =>
        new(name, "true or false", (options, value) => bool.TryParse(value, out var yes) ? apply(options, yes) : null);
}
