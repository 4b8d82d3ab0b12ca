using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.TimeLog;

public sealed class AfterBreakTests
{
    [Fact]
    public async Task One_press_after_a_break_says_how_long_customers_took_and_a_second_one_corrects_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Heating is out customer:Northside");
        team.Expect("sam", "#1");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "1 of 1");
        await team.PressesAsync("alex", "Do today", 1);
        team.Expect("sam", "#1");
        Assert.Contains("How long did customers take?", team.Shown[^1].Text + team.Shown[^2].Text);

        await team.PressesAsync("alex", "15 min");
        team.Expect("alex", "Logged: 15 min customers · Northside (unplanned)\nToday: 15 min in all.");
        await team.PressesAsync("alex", "30 min");
        team.Expect("alex", "Today: 30 min in all.");
        await team.SaysAsync("alex", "/log", "dm");
        team.Expect("alex", "Today · 30 min logged · customers 30 min");
    }

    [Fact]
    public async Task What_ran_through_a_break_goes_on_without_the_minutes_that_went_to_customers()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await team.SaysAsync("alex", "/task Payroll", "dm");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("sam", "/urgent Heating is out");
        team.Expect("sam", "#2");
        await team.PressesAsync("alex", "Start", 1);
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "1 of 1");
        await team.PressesAsync("alex", "Do today", 2);
        team.Expect("sam", "#2");

        await team.PressesAsync("alex", "30 min");
        team.Expect("alex", "Counted once: tasks · #1, running since 10:30.");
        await team.PressesAsync("alex", "15 min");
        team.Expect("alex", "running since 10:15");
        await team.AdvanceToAsync("11:00");
        await team.PressesAsync("alex", "Stop", 1);

        await team.SaysAsync("alex", "/log", "dm");
        team.Expect("alex", "Today · 1h logged · tasks 45 min · customers 15 min");
    }
}
