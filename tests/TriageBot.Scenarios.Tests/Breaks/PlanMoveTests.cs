using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rule H8: a break is moved or skipped, and who waits longer hears of it once.</summary>
public sealed class PlanMoveTests
{
    [Fact]
    public async Task Moved_later_the_requester_hears_it_once_after_ten_minutes_with_old_time_new_time_and_reason()
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("alex", "/break at 11:15", "dm");
        Assert.Contains("11:15", team.Expect("alex", "10:30").Text);
        await team.AdvanceToAsync("09:39");
        team.ExpectNothing("sam");
        await team.AdvanceToAsync("09:40");

        var told = team.Expect("sam", "#1").Text;
        Assert.Contains("11:00", told);
        Assert.Contains("11:45", told);
        Assert.Contains("because", told);
        await team.AdvanceToAsync("11:15");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Moved_twice_within_ten_minutes_only_the_last_is_told()
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("alex", "/break at 11:15", "dm");
        await team.AdvanceToAsync("09:36");
        await team.SaysAsync("alex", "/break at 11:40", "dm");
        await team.AdvanceToAsync("11:20");

        var told = team.Expect("sam", "#1").Text;
        Assert.Contains("11:00", told);
        Assert.Contains("12:10", told);
        Assert.DoesNotContain("11:45", told);
        Assert.DoesNotContain("11:15", told);
        team.ExpectNothing("sam");
        team.Expect("alex", "11:15");
        team.Expect("alex", "11:40");
    }

    [Fact]
    public async Task Moved_and_back_again_nobody_is_bothered()
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("alex", "/break at 11:15", "dm");
        await team.AdvanceToAsync("09:36");
        await team.SaysAsync("alex", "/break at 10:30", "dm");
        await team.AdvanceToAsync("10:30");

        team.ExpectNothing("sam");
        team.Expect("alex", "11:15");
        team.Expect("alex", "10:30");
    }

    [Fact]
    public async Task Moved_earlier_nobody_is_told_and_the_break_comes_earlier()
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("alex", "/break at 10:00", "dm");
        team.Expect("alex", "10:00");
        await team.SaysAsync("sam", "/requests");
        Assert.Contains("10:30", team.Expect("sam", "#1").Text);
        await team.AdvanceToAsync("10:00");
        await team.SaysAsync("alex", "/break", "dm");

        team.Expect("alex", "Server down");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Moved_earlier_and_read_it_does_not_come_back_at_its_old_time()
    {
        await using var team = await HeldAsync();
        await team.SaysAsync("alex", "/break at 09:45", "dm");
        team.Expect("alex", "09:45");
        await team.AdvanceToAsync("09:45");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");
        await team.PressesAsync("alex", "Do today", 1);
        team.Expect("sam", "today");
        team.Expect("alex", "1 read");

        await team.AdvanceToAsync("10:05");
        await team.SaysAsync("kim", "/urgent Afterwards");

        Assert.Contains("13:15", team.Expect("kim", "#2").Text);
    }

    [Fact]
    public async Task Moved_earlier_and_not_opened_it_is_missed_once_and_carried()
    {
        await using var team = await HeldAsync();
        await team.SaysAsync("alex", "/break at 09:45", "dm");
        team.Expect("alex", "09:45");

        await team.AdvanceToAsync("10:50");

        team.Expect("alex", "09:45");
        team.Expect("alex", "not opened");
        team.ExpectNothing("alex");
        Assert.Contains("12:50", team.Expect("sam", "#1").Text);
    }

    [Fact]
    public async Task Moved_later_a_second_time_after_it_was_told_is_told_again_from_the_time_last_told()
    {
        await using var team = await HeldAsync();
        await team.SaysAsync("alex", "/break at 11:00", "dm");
        await team.AdvanceToAsync("09:45");
        Assert.Contains("11:30", team.Expect("sam", "#1").Text);

        await team.SaysAsync("alex", "/break at 11:40", "dm");
        await team.AdvanceToAsync("09:55");

        var told = team.Expect("sam", "#1").Text;
        Assert.Contains("11:30", told);
        Assert.Contains("12:10", told);
        Assert.DoesNotContain("11:00", told);
        team.Expect("alex", "11:00");
        team.Expect("alex", "11:40");
    }

    [Fact]
    public async Task Moved_ahead_and_later_again_within_what_was_already_told_nobody_hears_it_twice()
    {
        await using var team = await HeldAsync();
        await team.SaysAsync("alex", "/break at 11:40", "dm");
        team.Expect("alex", "11:40");
        await team.AdvanceToAsync("09:45");
        Assert.Contains("12:10", team.Expect("sam", "#1").Text);

        await team.SaysAsync("alex", "/break at 11:00", "dm");
        team.Expect("alex", "11:00");
        await team.AdvanceToAsync("10:00");
        await team.SaysAsync("alex", "/break at 11:30", "dm");
        team.Expect("alex", "11:30");
        await team.AdvanceToAsync("11:00");

        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Skipped_the_requester_hears_the_next_time_once()
    {
        await using var team = await HeldAsync("10:05");

        await team.SaysAsync("alex", "/break skip", "dm");
        Assert.Contains("12:30", team.Expect("alex", "10:30").Text);
        await team.AdvanceToAsync("10:50");

        var told = team.Expect("sam", "#1").Text;
        Assert.Contains("11:00", told);
        Assert.Contains("13:15", told);
        Assert.Contains("skipped", told);
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task A_skip_taken_back_leaves_everything_as_it_was()
    {
        await using var team = await HeldAsync("10:05");

        await team.SaysAsync("alex", "/break skip", "dm");
        team.Expect("alex", "10:30");
        await team.PressesAsync("alex", "Undo");
        Assert.Contains("10:30", team.Expect("alex", "back").Text);
        await team.AdvanceToAsync("10:30");

        team.ExpectNothing("sam");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");
    }

    [Fact]
    public async Task A_skip_taken_back_takes_back_the_break_that_it_forced()
    {
        // Asked at 09:20, nothing may wait beyond 12:20: skipping 10:30 forces a break then.
        await using var team = await HeldAsync();
        await team.SaysAsync("alex", "/break skip", "dm");
        Assert.Contains("12:20", team.Expect("alex", "10:30").Text);

        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "10:30");
        await team.AdvanceToAsync("10:46");
        team.IgnoreRest("how alex lets the 10:30 break pass is not what this is about");
        await team.PressesAsync("sam", "Withdraw", 1);
        await team.SaysAsync("kim", "/urgent Another one");

        Assert.Contains("13:15", team.Expect("kim", "#2").Text);
    }

    [Fact]
    public async Task The_requester_hears_of_a_later_time_before_the_old_one_has_passed()
    {
        await using var team = await HeldAsync("10:05");
        await team.AdvanceToAsync("10:29");

        await team.SaysAsync("alex", "/break at 11:30", "dm");
        await team.AdvanceToAsync("10:59");

        Assert.Contains("12:00", team.Expect("sam", "#1").Text);
        team.Expect("alex", "11:30");
    }

    [Theory]
    [InlineData("09:00")]
    [InlineData("tomorrow 10:00")]
    [InlineData("soonish")]
    public async Task A_break_cannot_be_moved_to_the_past_another_day_or_a_riddle_and_what_was_typed_is_repeated(string when)
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("alex", $"/break at {when}", "dm");

        team.Expect("alex", when);
        await team.SaysAsync("sam", "/requests");
        Assert.Contains("11:00", team.Expect("sam", "#1").Text);
    }

    [Fact]
    public async Task With_no_break_left_today_one_can_be_added()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 16:00");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "Mon 16 Mar 11:00");

        await team.SaysAsync("alex", "/break at 16:30", "dm");
        team.Expect("alex", "16:30");

        await team.SaysAsync("sam", "/requests");
        team.Expect("sam", "17:00");
        await team.AdvanceToAsync("16:30");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");
    }

    [Fact]
    public async Task A_moved_break_that_was_read_early_does_not_come_once_more()
    {
        await using var team = await HeldAsync();
        await team.SaysAsync("alex", "/break at 10:20", "dm");
        team.Expect("alex", "10:20");
        await team.AdvanceToAsync("10:10");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");
        await team.PressesAsync("alex", "Do today", 1);
        team.Expect("sam", "today");
        team.Expect("alex", "1 read");

        await team.SaysAsync("kim", "/urgent Just after");

        Assert.Contains("13:15", team.Expect("kim", "#2").Text);
        await team.AdvanceToAsync("12:30");
        team.ExpectNothing("alex");
    }

    private static async Task<Team> HeldAsync(string asked = "09:20")
    {
        var team = await Team.StartAsync(at: "2026-03-13 " + asked);
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "11:00");
        await team.AdvanceToAsync("+10m");
        return team;
    }
}
