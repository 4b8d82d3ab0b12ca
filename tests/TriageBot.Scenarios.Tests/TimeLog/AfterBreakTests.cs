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
}
