using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Workspaces;

/// <summary>What a new workspace and a new owner begin with.</summary>
/// <param name="AgendaChannel">Name of the channel for the agenda, without #; where the workspace has no such channel, its first one.</param>
public sealed record TeamDefaults(DateTimeZone Zone, WeekHours Hours, ImmutableArray<BreakWindow> Breaks, LocalTime AgendaTime, string AgendaChannel)
{
    /// <summary>Mon–Fri 09:00–17:00, breaks 10:30 15m, 12:30 30m, 15:30 15m, agenda 08:30 in #team.</summary>
    public static TeamDefaults In(DateTimeZone zone) => new(
        zone,
        WeekHours.Standard,
        [new(new LocalTime(10, 30), 15), new(new LocalTime(12, 30), 30), new(new LocalTime(15, 30), 15)],
        new LocalTime(8, 30),
        "team");
}
