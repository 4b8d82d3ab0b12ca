using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Week;

/// <summary>Rule M3 as an owner meets it, after six weeks.</summary>
public sealed class HireSignalTests
{
    private const string Signal =
        """

        HIRE SIGNAL  customers took more than 80 % of their capacity (86 %) in 5 of the 6 weeks to Sun 12 Apr; the buffer was overspent on 2 days or more in 4 of the 6; clearing what was open would have taken 3 working days at the end of the first week, 7 at the end of the last
          one customer, Acme, is 58 % of your hours in these weeks; what helps may then be another price or level rather than a person
        """;

    [Fact]
    public async Task M3_Six_weeks_of_more_than_customers_can_be_given_end_the_report_with_the_numbers()
    {
        await using var team = await SixWeeksAsync();

        await team.SaysAsync("alex", "/week");
        // The running week does not count, but its report is of a week in which something was logged.
        Assert.EndsWith(Signal, team.Expect("alex", "Your week Mon 13 Apr – Sun 19 Apr, so far").Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/week last");
        var last = team.Expect("alex", "Your week Mon 6 Apr – Sun 12 Apr");
        Assert.EndsWith(Signal, last.Text, StringComparison.Ordinal);
        Assert.False(last.IsVisibleAt("sam"));
        // The six weeks that end with this one begin before anything was logged.
        await team.PressesAsync("alex", "The week before");
        Assert.DoesNotContain("HIRE", team.Expect("alex", "Your week Mon 30 Mar – Sun 5 Apr").Text);
    }

    [Fact]
    public async Task M3_What_is_done_in_time_leaves_nothing_to_say()
    {
        await using var team = await SixWeeksAsync(inTheLast: "/done 4");

        await team.SaysAsync("alex", "/week last");

        Assert.DoesNotContain("HIRE", team.Expect("alex", "Your week Mon 6 Apr – Sun 12 Apr").Text);
    }

    [Fact]
    public async Task M3_A_buffer_that_holds_is_no_signal()
    {
        await using var team = await SixWeeksAsync(inTheLast: "/setup buffer:90m");

        await team.SaysAsync("alex", "/week last");

        Assert.DoesNotContain("HIRE", team.Expect("alex", "Your week Mon 6 Apr – Sun 12 Apr").Text);
    }

    /// <summary>
    /// Hours of 40 h a week and a buffer of 1 h a day leave 35 h. In the first week customers take 20 h 2 min of it, in the others 30 h 2 min;
    /// from the third on two days overspend the buffer. Tasks of 3 days are open at the end of the first week, of 7 days at the end of the last.
    /// </summary>
    private static async Task<Team> SixWeeksAsync(string inTheLast = "/agenda")
    {
        var team = await Team.StartAsync(at: "2026-03-02 09:00");
        team.IgnoreRest("Six weeks of agendas and echoes are not what this is about.");
        await SayAsync(team, "/task Shelf estimate:7h", "/task Roof estimate:7h", "/task Door estimate:6h");
        foreach (var (week, monday) in new[] { "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30", "2026-04-06" }.Index())
        {
            var day = NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value;
            await team.AdvanceToAsync($"{day:uuuu-MM-dd} 16:00");
            await SayAsync(team, "/log 10h customers Acme", "/log 61m customers Birch unplanned:yes");
            if (week == 2) await SayAsync(team, "/task Cellar estimate:21h", "/task Garden estimate:8h");
            if (week == 5) await SayAsync(team, inTheLast);
            await team.AdvanceToAsync($"{day.PlusDays(1):uuuu-MM-dd} 16:00");
            await SayAsync(team, "/log 10h customers Birch", week < 2 ? "/log 61m customers Birch" : "/log 61m customers Birch unplanned:yes");
            await team.AdvanceToAsync($"{day.PlusDays(2):uuuu-MM-dd} 16:00");
            if (week > 0) await SayAsync(team, "/log 8h customers Acme");
        }

        await team.AdvanceToAsync("2026-04-13 10:00");
        await SayAsync(team, "/log 5m customers Acme");
        return team;
    }

    private static async Task SayAsync(Team team, params IEnumerable<string> commands)
    {
        foreach (var command in commands) await team.SaysAsync("alex", command, "dm");
    }
}
