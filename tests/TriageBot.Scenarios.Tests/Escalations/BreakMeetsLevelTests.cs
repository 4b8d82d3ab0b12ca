using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Escalations;

/// <summary>Rules H2 and H9 as a team meets them: the break meets the service level. Breaks are at 10:30, 12:30 and 15:30.</summary>
public sealed class BreakMeetsLevelTests
{
    [Fact]
    public async Task A_break_is_put_in_fifteen_working_minutes_before_the_deadline_though_the_next_one_is_later()
    {
        await using var team = await GoldAsync("first:1h", "2026-03-13 13:05");

        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");

        var receipt = team.Expect("sam", "Northside must hear from a person by 14:05").Text;
        Assert.Contains("alex is asked to read it at 13:50, in a break put in for this; you will have an answer by 14:05", receipt);
        team.Expect("#team", "no heating");
        await team.SaysAsync("alex", "/why 1", "dm");
        team.Expect("alex", "To be read by Fri 13 Mar 13:50, so that there is time to answer by Fri 13 Mar 14:05");
        await team.AdvanceToAsync("13:49");
        team.ExpectNothing("alex");
        await team.AdvanceToAsync("13:50");
        team.Expect("alex", "the customer of #1 must hear from a person by 14:05: Northside: no heating");
        await team.PressesAsync("alex", "Start the break");
        team.Expect("alex", "1 of 1 · #1");
        team.IgnoreRest("warnings of the ladder");
    }

    [Fact]
    public async Task With_no_time_left_to_wait_the_owner_is_asked_at_once()
    {
        await using var team = await GoldAsync("first:10m", "2026-03-13 13:05");

        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");

        team.Expect("sam", "There is no time to wait for a break: alex is asked to read it at once");
        team.Expect("#team", "no heating");
        await team.AdvanceToAsync("13:06");
        team.Expect("alex", "the customer of #1 must hear from a person by 13:15");
        team.IgnoreRest("warnings of the ladder");
    }

    [Fact]
    public async Task A_closure_of_the_level_moves_the_break_with_the_deadline()
    {
        await using var team = await GoldAsync("first:2h", "2026-03-13 13:05");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "alex is asked to read it at 14:50");
        team.Expect("#team", "no heating");

        await team.SaysAsync("alex", "/levels close level:gold on:2026-03-13", "dm");

        team.IgnoreRest("what the closure moved is told elsewhere");
        await team.AdvanceToAsync("15:00");
        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("I put this break in", StringComparison.Ordinal));
        await team.SaysAsync("alex", "/why 1", "dm");
        team.Expect("alex", "it waits for alex's break at Fri 13 Mar 15:30");
    }

    [Fact]
    public async Task Hours_that_go_on_after_the_owners_are_met_before_they_go_home_and_after_that_the_receipt_says_when_they_are_back()
    {
        await using var team = await GoldAsync("first:2h", "2026-03-13 16:00", hours: "daily 08:00-20:00");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "alex is asked to read it at 16:45");
        team.Expect("#team", "no heating");
        await team.AdvanceToAsync("17:30");

        await team.SaysAsync("sam", "/escalate Northside \"a broken window\"", "dm");

        var receipt = team.Expect("sam", "Northside must hear from a person by 19:30").Text;
        Assert.Contains("Nobody reads it before that: it is read by alex Mon 16 Mar", receipt);
        Assert.DoesNotContain("you will have an answer by", receipt);
        team.IgnoreRest("what comes of the first one");
    }

    private static async Task<Team> GoldAsync(string first, string at, string hours = "mon-fri 09:00-17:00")
    {
        var team = await Team.StartAsync(at: at);
        await team.SaysAsync("alex", $"/levels set level:gold hours:\"{hours}\" {first} next:2h resolution:16h", "dm");
        team.Expect("alex", "Saved");
        await team.SaysAsync("alex", "/customer add Northside level:gold", "dm");
        team.Expect("alex", "Added");
        return team;
    }
}
