using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NodaTime;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;
using TriageBot.Core.Workspaces;

namespace TriageBot.Settings;

/// <summary>Everything that can be set before the program starts. What a team changes while it runs (hours, breaks, zone) is in its database.</summary>
public sealed record TriageBotOptions
{
    public WebOptions Web { get; init; } = new();

    public DiscordSettings Discord { get; init; } = new();

    public DataOptions Data { get; init; } = new();

    public TeamOptions Team { get; init; } = new();

    public HoldOptions Hold { get; init; } = new();

    public LadderOptions Ladder { get; init; } = new();

    public TextsOptions Texts { get; init; } = new();

    public LoggingOptions Logging { get; init; } = new();
}

/// <summary>The local team chat.</summary>
/// <param name="Port">0–65535 on the loopback addresses; 0 takes any free one.</param>
public sealed record WebOptions(bool Enabled = true, int Port = 5080);

/// <param name="Folder">Relative to the working directory; made when it is not there.</param>
public sealed record DataOptions(string Folder = "data")
{
    public string DatabaseFile => Path.Combine(Folder, "triagebot.db");

    /// <summary>What was said in the local chat.</summary>
    public string ChatFile => Path.Combine(Folder, "chat.db");
}

/// <summary>What a new workspace begins with. Later changes are made in the chat.</summary>
public sealed record TeamOptions
{
    private static readonly TeamDefaults Standard = TeamDefaults.In(DateTimeZone.Utc);

    /// <summary>Null for the machine's own zone.</summary>
    public DateTimeZone? Zone { get; init; }

    public WeekHours Hours { get; init; } = Standard.Hours;

    public ImmutableArray<BreakWindow> Breaks { get; init; } = Standard.Breaks;

    public LocalTime AgendaTime { get; init; } = Standard.AgendaTime;

    /// <summary>Name of a channel, without the #.</summary>
    public string AgendaChannel { get; init; } = Standard.AgendaChannel;

    public TeamDefaults In(DateTimeZone machineZone) => new(Zone ?? machineZone, Hours, Breaks, AgendaTime, AgendaChannel);
}

/// <summary>How long a message may wait and what its requester is promised (rules H1, H2, H4).</summary>
/// <param name="CeilingMinutes">Working minutes, 15–600.</param>
/// <param name="MarginMinutes">Minutes between the end of a break and the promised time, 0–240.</param>
/// <param name="MinutesPerItem">Minutes of a break that one held message takes, 1–60.</param>
/// <param name="EmergencyText">What a new workspace's receipts say about things that cannot wait; null for the built-in sentence.</param>
public sealed record HoldOptions(int CeilingMinutes = 180, int MarginMinutes = 15, int MinutesPerItem = 2, string? EmergencyText = null)
{
    public HoldSettings ToSettings() => new(Duration.FromMinutes(CeilingMinutes), Duration.FromMinutes(MarginMinutes), Duration.FromMinutes(MinutesPerItem));
}

/// <summary>How fast an escalation climbs until somebody has it (rule C9).</summary>
/// <param name="StepMinutes">Working minutes of the service between two rungs, 1–240.</param>
/// <param name="AcknowledgementMinutes">Working minutes of the service after which "I have it" without an answer counts for nothing, 5–480.</param>
public sealed record LadderOptions(int StepMinutes = 10, int AcknowledgementMinutes = 30)
{
    public LadderSettings ToSettings() => new(Duration.FromMinutes(StepMinutes), Duration.FromMinutes(AcknowledgementMinutes));
}

/// <param name="Folder">Relative to the working directory; null for the folder <c>config</c> beside the program.</param>
public sealed record TextsOptions(string? Folder = null)
{
    /// <summary>The team's service levels, read by <c>/levels import</c>.</summary>
    public string LevelsFile => Path.Combine(Folder ?? Path.Combine(AppContext.BaseDirectory, "config"), "service-levels.json");
}

public sealed record LoggingOptions(LogLevel Level = LogLevel.Warning);
