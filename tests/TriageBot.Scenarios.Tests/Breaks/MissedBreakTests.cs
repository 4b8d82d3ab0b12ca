using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rule H16: a planned break that nobody opens.</summary>
public sealed class MissedBreakTests
{
    [Fact]
    public async Task It_gets_one_nudge_after_ten_minutes_with_what_waits_and_until_when()
    {
        await using var team = await HeldAsync();

        await team.AdvanceToAsync("10:39");
        team.ExpectNothing("alex");
        await team.AdvanceToAsync("10:44");

        var nudge = team.Expect("alex", "10:30");
        Assert.Contains("1 held", nudge.Text);
        Assert.Contains("11:00", nudge.Text);
        team.ExpectNothing("alex");
        await team.PressesAsync("alex", Assert.Single(nudge.Buttons));
        team.Expect("alex", "Server down");
    }

    [Fact]
    public async Task At_its_end_the_messages_are_carried_and_the_requester_hears_that_nobody_covers()
    {
        await using var team = await HeldAsync();

        await team.AdvanceToAsync("10:45");

        team.Expect("alex", "10:30");
        var owner = team.Expect("alex", "not opened").Text;
        Assert.Contains("12:20", owner);
        var told = team.Expect("sam", "#1").Text;
        Assert.Contains("nobody covers", told);
        Assert.Contains("11:00", told);
        Assert.Contains("12:50", told);
    }

    [Fact]
    public async Task A_break_with_nothing_held_passes_in_silence()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.AdvanceToAsync("16:00");

        team.ExpectNothing("alex");
        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task An_opened_break_is_not_nudged()
    {
        await using var team = await HeldAsync();
        await team.AdvanceToAsync("10:31");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");

        await team.AdvanceToAsync("10:40");

        team.ExpectNothing("alex");
    }

    [Fact]
    public async Task A_break_opened_a_little_early_is_the_one_that_is_meant()
    {
        await using var team = await HeldAsync();
        await team.AdvanceToAsync("10:20");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");
        await team.PressesAsync("alex", "Do today", 1);
        team.Expect("sam", "today");
        team.Expect("alex", "1 read");

        await team.AdvanceToAsync("12:00");

        team.ExpectNothing("alex");
    }

    [Fact]
    public async Task A_machine_that_slept_over_the_break_tells_the_truth_once_when_it_wakes()
    {
        await using var team = await HeldAsync();

        await team.RestartAsync();
        await team.AdvanceToAsync("10:50");

        team.Expect("alex", "10:30");
        team.Expect("alex", "not opened");
        team.Expect("sam", "#1");
    }

    private static async Task<Team> HeldAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "11:00");
        return team;
    }
}
