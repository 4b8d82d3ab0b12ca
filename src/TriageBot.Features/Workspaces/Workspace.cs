using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Workspaces;

/// <summary>A workspace's row.</summary>
public sealed class Workspace
{
    public WorkspaceId Id { get; init; }

    public string Platform { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The zone of members who have set none.</summary>
    public string Zone { get; init; } = "";

    /// <summary>When a logical day begins (rule T2).</summary>
    public LocalTime DayStart { get; init; }

    /// <summary>What to do if something cannot wait, in the team's own words; empty when nothing is set.</summary>
    public string Emergency { get; init; } = "";

    /// <summary>Words that are never held, in a list (rule H4); blank for none.</summary>
    public string SafetyWords { get; init; } = "";

    /// <summary>How members who have set nothing write 5/12: DMY or MDY; null asks them.</summary>
    public string? DateOrder { get; init; }

    /// <summary>When the bot was removed from it; null while the bot is in it.</summary>
    public Instant? LeftAt { get; init; }

    /// <summary>When the bot said hello there; null while there is nowhere to say it.</summary>
    public Instant? GreetedAt { get; init; }

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];
}
