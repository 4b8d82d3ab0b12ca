using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Time;

/// <summary>Rules T9, X3 and A1: a machine that slept catches up with the truth, and says no more than is still worth saying.</summary>
public sealed class SleepTests
{
    [Fact]
    public async Task Asleep_over_the_agenda_time_the_agenda_comes_once_and_is_marked_late()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:00");

        await team.SleepsUntilAsync("09:30");

        Assert.Contains("late", team.Expect("#team", "Fri 13 Mar").Text);
        await team.AdvanceToAsync("17:00");
        team.ExpectNothing("#team");
    }

    [Theory]
    [InlineData("11:31")]
    [InlineData("17:30")]
    public async Task More_than_three_hours_later_it_does_not_come_at_all(string woken)
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:00");

        await team.SleepsUntilAsync(woken);

        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task Asleep_over_several_days_only_the_agenda_of_the_last_comes()
    {
        await using var team = await Team.StartAsync(at: "2026-03-10 08:00");

        await team.SleepsUntilAsync("2026-03-13 08:40");

        team.Expect("#team", "Fri 13 Mar");
        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task Asleep_over_a_break_nobody_is_nudged_for_what_is_over_and_the_requester_hears_the_time_that_is_true_now()
    {
        await using var team = await HeldAsync();

        await team.SleepsUntilAsync("11:20");

        team.Expect("alex", "not opened");
        team.ExpectNothing("alex");
        var told = team.Expect("sam", "#1").Text;
        Assert.Contains("11:00", told);
        Assert.Contains("12:50", told);
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Asleep_over_two_breaks_the_requester_hears_once()
    {
        await using var team = await HeldAsync();

        await team.SleepsUntilAsync("13:05");

        team.Expect("sam", "#1");
        team.ExpectNothing("sam");
        team.IgnoreRest("what the owner reads is not what this is about");
    }

    [Fact]
    public async Task Asleep_while_a_later_time_was_to_be_told_it_is_told_once_and_true()
    {
        await using var team = await HeldAsync();
        await team.SaysAsync("alex", "/break at 11:15", "dm");
        team.Expect("alex", "11:15");

        await team.SleepsUntilAsync("10:50");

        Assert.Contains("11:45", team.Expect("sam", "#1").Text);
        team.ExpectNothing("sam");
        team.ExpectNothing("alex");
    }

    [Fact]
    public async Task Asleep_in_mid_drain_the_card_still_works_and_nothing_is_told_twice()
    {
        await using var team = await HeldAsync();
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");

        await team.SleepsUntilAsync("12:00");
        Assert.Contains("1 carried", team.Expect("alex", "0 read").Text);
        team.Expect("sam", "12:50");
        await team.PressesAsync("alex", "Do today", 1);

        team.Expect("sam", "today");
        team.Expect("alex", "over");
        await team.AdvanceToAsync("13:00");
        team.ExpectNothing("sam");
        team.ExpectNothing("alex");
    }

    private static async Task<Team> HeldAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "11:00");
        return team;
    }
}
