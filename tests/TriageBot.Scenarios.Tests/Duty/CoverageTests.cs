using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Duty;

/// <summary>Rule W1 as an owner meets it.</summary>
public sealed class CoverageTests
{
    [Fact]
    public async Task A_day_away_in_published_hours_is_warned_of_once_at_seven_three_and_one_day_and_at_the_start()
    {
        await using var team = await Team.StartAsync(at: "2026-03-09 09:20");
        await team.SaysAsync("alex", "/levels set level:gold hours:\"mon-fri 09:00-17:00\" first:2h next:2h resolution:16h", "dm");
        team.Expect("alex", "Saved");

        await team.SaysAsync("alex", "/away from:2026-03-19 until:2026-03-20", "dm");

        team.Expect("alex", "You will be away");
        await team.AdvanceToAsync("2026-03-12 08:59");
        Assert.DoesNotContain(team.Shown, IsWarning);
        await team.AdvanceToAsync("2026-03-12 09:01");
        team.Expect("alex", "gold: nobody from Thu 19 Mar 09:00 until Thu 19 Mar 17:00");
        await team.AdvanceToAsync("2026-03-19 18:00");
        Assert.Equal(4, team.Shown.Count(IsWarning));
        team.IgnoreRest("agendas and reviews of the days");

        static bool IsWarning(TriageBot.Simulate.Shown shown) => shown.Text.Contains("Published hours", StringComparison.Ordinal);
    }
}
