using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.TimeLog;

/// <summary>Start and Stop below a task.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task Starting_another_task_stops_the_first_and_says_so()
    {
        await using var team = await TwoTasksAsync();
        await team.PressesAsync("alex", "Start", 1);
        Assert.Contains("Started at 09:00", team.Shown[^1].Text);

        await team.AdvanceToAsync("09:25");
        await team.PressesAsync("alex", "Start", 2);

        Assert.Contains("Stopped: 25 min tasks · #1\nStarted at 09:25", team.Shown[^1].Text);
        await team.AdvanceToAsync("10:00");
        await team.PressesAsync("alex", "Stop", 2);
        Assert.Contains("Stopped: 35 min customers · Acme · #2", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "Today · 1h logged");
    }

    [Fact]
    public async Task A_running_entry_survives_a_restart()
    {
        await using var team = await TwoTasksAsync();
        await team.PressesAsync("alex", "Start", 1);

        await team.AdvanceToAsync("09:10");
        await team.RestartAsync();
        await team.AdvanceToAsync("09:40");

        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "tasks · #1, running since 09:00");
        await team.PressesAsync("alex", "Stop", 1);
        Assert.Contains("Stopped: 40 min", team.Shown[^1].Text);
    }

    [Fact]
    public async Task What_ran_overnight_is_asked_about_and_counts_nothing_before_the_answer()
    {
        await using var team = await TwoTasksAsync();
        await team.AdvanceToAsync("15:00");
        await team.PressesAsync("alex", "Start", 1);

        await team.AdvanceToAsync("2026-03-14 04:00");

        team.Expect("alex", "#1 has been running since Fri 13 Mar 15:00");
        await team.AdvanceToAsync("2026-03-14 10:00");
        await team.SaysAsync("alex", "/log day:yesterday");
        team.Expect("alex", "Fri 13 Mar · 0 min logged\ntasks · #1, how long it was is still to be said");
        await team.PressesAsync("alex", "2h (to the end of work)");
        Assert.Contains("Thank you. 2h tasks · #1", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/log day:yesterday");
        team.Expect("alex", "Fri 13 Mar · 2h logged");
    }

    [Fact]
    public async Task After_a_night_asleep_the_next_start_does_not_count_the_night()
    {
        await using var team = await TwoTasksAsync();
        await team.AdvanceToAsync("16:00");
        await team.PressesAsync("alex", "Start", 1);
        await team.SleepsUntilAsync("2026-03-16 08:00");
        team.Expect("alex", "seems that Stop was forgotten");

        await team.PressesAsync("alex", "Start", 2);

        Assert.DoesNotContain("Stopped", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Another length…", 1);
        await team.FillsAsync("alex", ("minutes", "50m"));
        Assert.Contains("Thank you. 50 min tasks · #1", team.Shown[^1].Text);
    }

    [Fact]
    public async Task Finishing_a_task_stops_its_clock_and_undoing_that_takes_the_time_back()
    {
        await using var team = await TwoTasksAsync();
        await team.PressesAsync("alex", "Start", 1);
        await team.AdvanceToAsync("09:20");

        await team.SaysAsync("alex", "/done 1");

        team.Expect("alex", "Time: 20 min tasks · #1");
        await team.PressesAsync("alex", "Undo", 1);
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "nothing logged yet");
    }

    [Fact]
    public async Task A_second_card_of_a_running_task_shows_Stop_and_one_of_a_finished_task_starts_nothing()
    {
        await using var team = await TwoTasksAsync();
        await team.PressesAsync("alex", "Start", 1);
        await team.SaysAsync("alex", "/edit 1 estimate:20m", "dm");
        var card = team.Expect("alex", "Changed: #1");
        Assert.Contains(card.Controls, control => control.Label == "Stop");
        Assert.DoesNotContain(card.Controls, control => control.Label == "Start");

        await team.SaysAsync("alex", "/done 2");
        Assert.DoesNotContain(team.Expect("alex", "Done: #2").Controls, control => control.Label is "Start" or "Stop");
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "tasks · #1, running since 09:00");
    }

    private static async Task<Team> TwoTasksAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/task Payroll", "dm");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/task Refund Kay customer:Acme", "dm");
        team.Expect("alex", "Added #2");
        return team;
    }
}
