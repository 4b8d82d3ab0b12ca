using TriageBot.Core.Time;
using TriageBot.Settings;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Owners' plans for teams that do not begin with the usual one.</summary>
internal static class Plans
{
    public static Func<TriageBotOptions, TriageBotOptions> WithBreaks(string breaks) => With(breaks, "mon-fri 09:00-17:00");

    public static Func<TriageBotOptions, TriageBotOptions> With(string breaks, string hours) => options => options with
    {
        Team = options.Team with { Breaks = Read(BreakPlanText.Read(breaks)), Hours = Read(WeekHours.Read(hours)) },
    };

    private static T Read<T>(ParseOutcome<T> outcome) => Assert.IsType<ParseOutcome<T>.Success>(outcome).Value;
}
