using NodaTime;
using TriageBot.Core.Escalations;
using TriageBot.Core.Urgent;
using TriageBot.Core.Workspaces;

namespace TriageBot.Features;

/// <summary>What is configured for the whole program rather than for one workspace.</summary>
/// <param name="Emergency">What a new workspace's receipts say about things that cannot wait; empty for the built-in sentence.</param>
public sealed record BotSettings(TeamDefaults Team, HoldSettings Hold, string Emergency = "")
{
    /// <summary>How fast the escalation ladder climbs (rule C9).</summary>
    public LadderSettings Ladder { get; init; } = LadderSettings.Standard;

    /// <summary>How long the data of a workspace is kept after the bot was removed from it.</summary>
    public Duration KeptAfterLeaving { get; init; } = Duration.FromDays(30);

    /// <summary>The file of the team's service levels, for <c>/levels import</c>.</summary>
    public string LevelsFile { get; init; } = "";
}
