using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Setup;

/// <summary><c>/hours</c> (rules T6, T7).</summary>
public sealed class HoursTests
{
    [Fact]
    public async Task Hours_count_from_today_on_and_move_what_is_held()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 14:00");
        await team.SaysAsync("sam", "/urgent Server down at Acme");
        team.Expect("sam", "answer by 16:00");
        await team.SaysAsync("alex", "/hours mon-thu 09:00-17:00, fri 09:00-15:00");
        team.Expect("alex", "Your hours: Mon–Thu 09:00–17:00, Fri 09:00–15:00 (Europe/Oslo).");

        await team.AdvanceToAsync("14:10");
        Assert.Contains("because the working hours were changed", team.Expect("sam", "comes later").Text);
    }

    [Fact]
    public async Task Hours_from_a_later_day_leave_today_as_it_is()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/hours mon-fri 08:00-16:00 from:2026-03-16");

        var said = team.Expect("alex", "Your hours: Mon–Fri 09:00–17:00").Text;
        Assert.Contains("From Mon 16 Mar: Mon–Fri 08:00–16:00.", said);
        await team.PressesAsync("alex", "Undo");
        Assert.DoesNotContain("From Mon 16 Mar", team.Shown[^1].Text);
    }

    [Fact]
    public async Task A_week_without_hours_is_refused()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/hours none");
        Assert.Contains("You typed: none", team.Expect("alex", "never promise an answer").Text);

        await team.SaysAsync("alex", "/hours");
        team.Expect("alex", "Your hours: Mon–Fri 09:00–17:00");
    }

    [Fact]
    public async Task A_day_that_is_over_is_refused()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/hours mon-fri 08:00-16:00 from:2026-03-12");
        team.Expect("alex", "2026-03-12");
        await team.SaysAsync("alex", "/hours");

        team.Expect("alex", "Your hours: Mon–Fri 09:00–17:00");
    }
}
