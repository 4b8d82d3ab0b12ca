using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Review;

/// <summary>Carry counts and do-days over days that pass (rule A7).</summary>
public sealed class CarryTests
{
    [Fact]
    public async Task Over_a_weekend_a_task_is_carried_once_to_Monday()
    {
        await using var team = await PlannedForTodayAsync("2026-03-13 09:00");

        await team.AdvanceToAsync("2026-03-14 05:00");
        Assert.Equal((1, "2026-03-16"), (await Carries.OfAsync(team, 1), await Carries.DoDayAsync(team, 1)));
        await team.AdvanceToAsync("2026-03-16 08:00");
        Assert.Equal((1, "2026-03-16"), (await Carries.OfAsync(team, 1), await Carries.DoDayAsync(team, 1)));
        team.IgnoreRest("the prompts are not what this is about");
    }

    [Fact]
    public async Task Planning_a_task_anew_before_its_day_is_no_slip_and_on_its_day_it_is_one()
    {
        await using var team = await PlannedForTodayAsync("2026-03-10 09:00");
        await team.SaysAsync("alex", "/move 1 thu", "dm");
        Assert.Equal(1, await Carries.OfAsync(team, 1));

        await team.AdvanceToAsync("2026-03-11 10:00");
        await team.SaysAsync("alex", "/move 1 mon", "dm");
        Assert.Equal(1, await Carries.OfAsync(team, 1));
        await team.AdvanceToAsync("2026-03-16 08:00");
        Assert.Equal((1, "2026-03-16"), (await Carries.OfAsync(team, 1), await Carries.DoDayAsync(team, 1)));

        await team.AdvanceToAsync("2026-03-17 08:00");
        Assert.Equal((2, "2026-03-17"), (await Carries.OfAsync(team, 1), await Carries.DoDayAsync(team, 1)));
        team.IgnoreRest("the prompts are not what this is about");
    }

    [Fact]
    public async Task Put_off_and_taken_back_on_one_day_that_day_counts_once()
    {
        await using var team = await PlannedForTodayAsync("2026-03-10 09:00");
        foreach (var day in new[] { "tomorrow", "today", "fri", "today" }) await team.SaysAsync("alex", $"/move 1 {day}", "dm");

        await team.AdvanceToAsync("2026-03-11 08:00");

        Assert.Equal((1, "2026-03-11"), (await Carries.OfAsync(team, 1), await Carries.DoDayAsync(team, 1)));
        team.IgnoreRest("the echoes and prompts are not what this is about");
    }

    [Fact]
    public async Task Days_missed_while_the_machine_slept_are_made_up_for_at_once()
    {
        await using var team = await PlannedForTodayAsync("2026-03-10 09:00");

        await team.SleepsUntilAsync("2026-03-13 08:00");

        Assert.Equal((3, "2026-03-13"), (await Carries.OfAsync(team, 1), await Carries.DoDayAsync(team, 1)));
        await team.RestartAsync();
        await team.AdvanceToAsync("2026-03-13 08:20");
        Assert.Equal(3, await Carries.OfAsync(team, 1));
        team.IgnoreRest("the prompts are not what this is about");
    }

    [Fact]
    public async Task Over_a_fortnight_of_closed_days_only_the_worked_days_count()
    {
        await using var team = await PlannedForTodayAsync("2026-03-12 09:00");
        await team.SaysAsync("alex", "/closures 2026-03-13 to 2026-03-27", "dm");

        await team.AdvanceToAsync("2026-03-30 08:00");

        Assert.Equal((1, "2026-03-30"), (await Carries.OfAsync(team, 1), await Carries.DoDayAsync(team, 1)));
        Assert.Single(team.Shown, shown => shown.Text.Contains("is over. Planned", StringComparison.Ordinal));
        team.IgnoreRest("the echoes and prompts are not what this is about");
    }

    [Fact]
    public async Task A_teammates_task_is_carried_too()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("sam", "/task Count stock do:today", "dm");
        team.Expect("sam", "Added #1");

        await team.AdvanceToAsync("2026-03-16 08:00");

        Assert.Equal((1, "2026-03-16"), (await Carries.OfAsync(team, 1), await Carries.DoDayAsync(team, 1)));
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Carried_three_times_it_is_asked_about_and_five_times_someday_is_proposed_but_never_applied()
    {
        await using var team = await PlannedForTodayAsync("2026-03-09 09:00");
        await team.SaysAsync("alex", "/task File the tax return do:today due:2026-04-30", "dm");
        await team.SleepsUntilAsync("2026-03-12 16:00");
        await team.SaysAsync("alex", "/plan", "dm");
        Assert.Contains("It has been carried 3 times. Is it still wanted", team.Shown[^1].Text);

        await team.SleepsUntilAsync("2026-03-16 16:00");
        await team.SaysAsync("alex", "/plan", "dm");
        Assert.Contains("#2 File the tax return", team.Shown[^1].Text);
        Assert.Contains("It has been carried 5 times. Is it still wanted", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Today", 2);
        Assert.Contains("#1 Payroll", team.Shown[^1].Text);
        Assert.Contains("It has been carried 5 times. Someday may be the more honest place", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/someday", "dm");
        Assert.Contains("someday-maybe list is empty", team.Shown[^1].Text);
        team.IgnoreRest("the prompts are not what this is about");
    }

    [Fact]
    public async Task Done_on_a_card_of_yesterday_still_works_after_the_day_has_been_carried()
    {
        await using var team = await PlannedForTodayAsync("2026-03-12 15:00");
        await team.SleepsUntilAsync("2026-03-13 08:00");

        await team.PressesAsync("alex", "Done", 1);

        Assert.Contains("Done: #1 Payroll", team.Shown[^1].Text);
    }

    private static async Task<Team> PlannedForTodayAsync(string at)
    {
        var team = await Team.StartAsync(at: at);
        await team.SaysAsync("alex", "/task Payroll do:today", "dm");
        team.Expect("alex", "Added #1");
        return team;
    }
}
