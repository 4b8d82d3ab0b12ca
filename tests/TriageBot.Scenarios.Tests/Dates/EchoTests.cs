using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Dates;

/// <summary>Rule D2: every date is echoed, with the other reading and Undo on buttons; rule T1: in both zones. The day is Wednesday, 11 March 2026, in Oslo.</summary>
public sealed class EchoTests
{
    private const string Wednesday = "2026-03-11 08:25";

    [Fact]
    public async Task The_other_reading_of_a_due_date_changes_it_and_is_echoed_and_undone()
    {
        await using var team = await Team.StartAsync(at: Wednesday);
        await team.SaysAsync("alex", "/task Call Lee due:\"next friday\"");
        team.Expect("alex", "due Fri 20 Mar 2026 (in 9 days)");
        await team.PressesAsync("alex", "Fri 13 Mar 2026 instead", 1);
        Assert.Contains("Due date changed: #1 Call Lee\ndue Fri 13 Mar 2026 (in 2 days)", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Undo", 1);
        Assert.Contains("due Fri 20 Mar 2026 (in 9 days)", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_just_added_is_undone_as_a_whole_and_comes_back()
    {
        await using var team = await Team.StartAsync(at: Wednesday);
        await team.SaysAsync("alex", "/task Call Lee due:\"next friday\"");
        team.Expect("alex", "due Fri 20 Mar 2026 (in 9 days)");
        await team.PressesAsync("alex", "Undo", 1);
        Assert.Contains("Dropped: #1 Call Lee", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Undo", 1);
        Assert.Contains("due Fri 20 Mar 2026 (in 9 days)", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_reading_of_a_do_day_changes_it()
    {
        await using var team = await Team.StartAsync(at: Wednesday);
        await team.SaysAsync("alex", "/task Call Lee");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/move 1 wednesday");
        team.Expect("alex", "do-day Wed 18 Mar 2026 (in 7 days)");
        await team.PressesAsync("alex", "Wed 11 Mar 2026 instead", 1);
        Assert.Contains("do-day Wed 11 Mar 2026 (today)", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_urgent_message_echoes_its_date_with_the_other_reading_and_undo()
    {
        await using var team = await Team.StartAsync(at: Wednesday);
        await team.SaysAsync("sam", "/urgent Server slow due:\"next friday\"");
        team.Expect("sam", "You need it by Fri 20 Mar 2026 (in 9 days): that fits.");
        await team.PressesAsync("sam", "Fri 13 Mar 2026 instead", 1);
        Assert.Contains("You need it by Fri 13 Mar 2026 (in 2 days)", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.PressesAsync("sam", "Undo", 1);
        Assert.Contains("You need it by Fri 20 Mar 2026 (in 9 days)", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("sam", "/urgent Printer jammed due:today");
        team.Expect("sam", "You need it by Wed 11 Mar 2026 (today)");
        await team.PressesAsync("sam", "Undo", 2);
        Assert.Contains("By when do you need it at the latest?", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_is_needed_once()
    {
        await using var team = await Team.StartAsync(at: Wednesday);
        await team.SaysAsync("sam", "/urgent Server slow due:\"every friday\"");
        team.Expect("sam", "What is held is needed once");
        await team.PressesAsync("sam", "Fri 13 Mar 2026");
        Assert.Contains("You need it by Fri 13 Mar 2026", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_requester_elsewhere_sees_both_times()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 12:00");
        await team.SaysAsync("sam", "/zone America/New_York");
        team.Expect("sam", "America/New_York");
        await team.SaysAsync("sam", "/urgent Server slow due:\"fri 10:00\"");
        team.Expect("sam", "You need it by Fri 13 Mar 2026, 10:00 America/New_York (in 2 days) = Fri 13 Mar 15:00 (Europe/Oslo)");
        await team.SaysAsync("sam", "/task Check the invoice for:@alex due:\"fri 10:00\"");
        team.Expect("sam", "due Fri 13 Mar 2026, 10:00 America/New_York (in 2 days) = Fri 13 Mar 15:00 (Europe/Oslo)");
        team.Expect("alex", "due Fri 13 Mar 2026, 10:00 America/New_York (in 2 days) = Fri 13 Mar 15:00 (Europe/Oslo)");
    }

    [Fact]
    public async Task A_message_planned_in_a_break_echoes_its_day_and_offers_the_other_one()
    {
        await using var team = await Team.StartAsync(at: Wednesday);
        await team.SaysAsync("sam", "/urgent Server slow");
        team.Expect("sam", "#1");
        await team.SaysAsync("alex", "/break");
        team.Expect("alex", "1 of 1");
        await team.PressesAsync("alex", "Schedule", 1);
        await team.PressesAsync("alex", "Another date…", 1);
        await team.FillsAsync("alex", ("when", "next friday"));
        team.IgnoreRest("what sam is told");
        Assert.Contains(team.Shown, shown => shown.Text.Contains("#1 scheduled for Fri 20 Mar 2026 (in 9 days)", StringComparison.Ordinal));
        await team.PressesAsync("alex", "#1: Fri 13 Mar 2026 instead");
        Assert.Contains("do-day Fri 13 Mar 2026 (in 2 days)", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-29 02:30", "Sun 29 Mar 2026, 03:30", "Clocks go forward then: 02:30 becomes 03:30.")]
    [InlineData("2026-10-25 02:30", "Sun 25 Oct 2026, 02:30", "Clocks go back then: 02:30 comes twice, the first is meant.")]
    public async Task A_time_that_the_clocks_jump_over_or_repeat_is_said_wherever_a_date_is_set(string typed, string date, string note)
    {
        await using var team = await Team.StartAsync(at: "2026-03-26 08:25");
        await team.SaysAsync("alex", $"/task Look at the server due:\"{typed}\"");
        ExpectBoth(team.Expect("alex", "Added #1").Text);
        await team.SaysAsync("alex", "/task Look again");
        team.Expect("alex", "Added #2");
        await team.SaysAsync("alex", $"/due 2 {typed}");
        ExpectBoth(team.Expect("alex", "Due date changed: #2").Text);
        await team.SaysAsync("alex", $"/task Look once more at {typed}");
        ExpectBoth(team.Expect("alex", "Added #3").Text);
        await team.SaysAsync("alex", $"/task Go there at:\"{typed}\"");
        Assert.Contains(note, team.Expect("alex", "Added #4").Text, StringComparison.Ordinal);
        await team.SaysAsync("sam", $"/urgent Server slow due:\"{typed}\"");
        ExpectBoth(team.Expect("sam", "Held for alex as #5").Text);
        await team.SaysAsync("sam", $"/urgent call Kay back by {typed}");
        ExpectBoth(team.Expect("sam", "Held for alex as #6").Text);
        await team.SaysAsync("sam", "/urgent Printer jammed");
        team.Expect("sam", "Held for alex as #7");
        await team.PressesAsync("sam", "Another date…", 7);
        await team.FillsAsync("sam", ("when", typed));
        ExpectBoth(team.Shown[^1].Text);

        void ExpectBoth(string text)
        {
            Assert.Contains(date, text, StringComparison.Ordinal);
            Assert.Contains(note, text, StringComparison.Ordinal);
        }
    }
}
