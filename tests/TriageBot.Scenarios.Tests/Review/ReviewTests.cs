using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Review;

/// <summary>Closing a day in the evening, or the morning after (rules A7, A8).</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task At_the_end_of_work_each_open_planned_item_is_decided_and_tomorrow_is_shown_against_its_time()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await AddAsync(team, "/task Payroll do:today estimate:45m", 1);
        await AddAsync(team, "/task Price list do:today", 2);
        await AddAsync(team, "/task Old brochure do:today", 3);
        await AddAsync(team, "/task Quote for Birch St do:tomorrow estimate:2h", 4);

        await team.AdvanceToAsync("17:00");
        Assert.Contains("#1 Payroll", team.Expect("alex", "Thu 12 Mar is over. Planned and still open: 3").Text);
        await team.PressesAsync("alex", "Go through them");
        team.Expect("alex", "Closing Thu 12 Mar, 3 to decide\n1 #1 Payroll");
        await team.PressesAsync("alex", "Tomorrow", 1);
        Assert.Contains("#1 is planned for tomorrow, Fri 13 Mar.\nClosing Thu 12 Mar, 2 to decide\n1 #2 Price list", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Someday", 2);
        Assert.Contains("#2 is on the someday-maybe list.", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Drop", 3);

        // 45m + 2h = 165m of 480m − 60m buffer.
        Assert.Contains("Closed: today. Nothing of it is left to decide.\nFri 13 Mar · 2 planned, 2h 45m ×1.0 = 2h 45m → fits, 4h 15m spare", team.Shown[^1].Text);
        await team.AdvanceToAsync("2026-03-13 09:00");
        team.Expect("#team", "Fri 13 Mar");
    }

    [Fact]
    public async Task Every_choice_of_a_review_can_be_taken_back()
    {
        await using var team = await Team.StartAsync(people: "alex:owner sam", at: "2026-03-12 09:00");
        await AddAsync(team, "/task Payroll do:today", 1);
        await team.AdvanceToAsync("16:00");
        await team.SaysAsync("alex", "/plan", "dm");
        team.Expect("alex", "1 to decide");

        await team.PressesAsync("alex", "sam", 1);
        Assert.DoesNotContain("do-day", team.Expect("sam", "alex gave you #1 Payroll").Text);
        Assert.Contains("#1 is with sam now.\nClosed: today", team.Shown.Last(shown => shown.OnlyFor?.Value == "alex").Text);
        await team.PressesAsync("alex", "Undo #1");
        team.Expect("sam", "#1 Payroll is not yours to do any more");
        Assert.Contains("Undone: #1 is as it was.\nClosing Thu 12 Mar, 1 to decide", team.Shown.Last(shown => shown.OnlyFor?.Value == "alex").Text);
        await team.PressesAsync("alex", "Done", 1);
        Assert.Contains("#1 is done.", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Undo #1");
        await team.PressesAsync("alex", "Tomorrow", 1);
        await team.PressesAsync("alex", "Undo #1");

        Assert.Contains("1 to decide", team.Shown[^1].Text);
        Assert.DoesNotContain("carried", team.Shown[^1].Text);
    }

    [Fact]
    public async Task A_day_that_nobody_closed_goes_the_default_way_and_two_presses_close_it_in_the_morning()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await AddAsync(team, "/task Payroll do:today", 1);
        await AddAsync(team, "/task Price list do:today", 2);
        await team.AdvanceToAsync("17:00");
        team.Expect("alex", "Planned and still open: 2");

        await team.AdvanceToAsync("2026-03-13 09:00");

        team.Expect("#team", "Payroll");
        team.Expect("alex", "Thu 12 Mar was not closed. Carried to the next working day: 2");
        await team.PressesAsync("alex", "Keep all as carried");
        Assert.Contains("#1, #2: planned for today.\nClosed: Thu 12 Mar.", team.Shown[^1].Text);
        Assert.Contains("Fri 13 Mar · 2 planned, 1h 00m ×1.0 = 1h 00m → fits, 6h 00m spare", team.Shown[^1].Text);
        await team.AdvanceToAsync("2026-03-16 09:00");
        team.Expect("alex", "Fri 13 Mar is over. Planned and still open: 2");
        team.Expect("alex", "Fri 13 Mar was not closed");
        team.Expect("#team", "Mon 16 Mar");
    }

    [Fact]
    public async Task The_morning_after_planning_an_item_for_another_day_is_no_second_slip()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await AddAsync(team, "/task Payroll do:today", 1);
        await team.AdvanceToAsync("17:00");
        team.Expect("alex", "Planned and still open: 1");
        await team.AdvanceToAsync("2026-03-13 09:00");
        team.Expect("#team", "Payroll");
        team.Expect("alex", "Thu 12 Mar was not closed");

        await team.PressesAsync("alex", "Go through them");
        team.Expect("alex", "1 to decide");
        await team.PressesAsync("alex", "Mon 16 Mar", 1);
        Assert.Contains("#1 is planned for Mon 16 Mar.", team.Shown[^1].Text);

        Assert.Equal(1, await Carries.OfAsync(team, 1));
    }

    [Fact]
    public async Task A_button_of_the_evening_still_works_the_morning_after()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await AddAsync(team, "/task Payroll do:today", 1);
        await team.AdvanceToAsync("17:00");
        team.Expect("alex", "Planned and still open: 1");
        await team.PressesAsync("alex", "Go through them");
        team.Expect("alex", "1 to decide");
        await team.AdvanceToAsync("2026-03-13 09:30");
        team.Expect("#team", "Payroll");
        team.Expect("alex", "was not closed");

        await team.PressesAsync("alex", "Tomorrow", 1);

        Assert.Contains("#1 stays for today.\nClosed: Thu 12 Mar.", team.Shown[^1].Text);
    }

    [Fact]
    public async Task A_due_date_stays_where_it_is_and_that_is_said()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await AddAsync(team, "/task Payroll due:today", 1);
        await team.AdvanceToAsync("16:00");
        await team.SaysAsync("alex", "/plan", "dm");
        team.Expect("alex", "1 to decide");

        await team.PressesAsync("alex", "Tomorrow", 1);

        Assert.Contains("#1 is planned for tomorrow, Fri 13 Mar. It stays due today.", team.Shown[^1].Text);
    }

    [Fact]
    public async Task With_nothing_left_nobody_is_asked_and_a_teammate_has_no_review()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await AddAsync(team, "/task Payroll do:today", 1);
        await team.SaysAsync("alex", "/done 1", "dm");
        team.Expect("alex", "Done: #1");

        await team.AdvanceToAsync("20:00");

        team.ExpectNothing("alex");
        await team.SaysAsync("alex", "/plan", "dm");
        team.Expect("alex", "Fri 13 Mar · nothing planned yet");
        await team.SaysAsync("sam", "/plan");
        team.Expect("sam", "/plan is not yours to use");
    }

    [Fact]
    public async Task A_prompt_missed_by_more_than_three_hours_is_left_to_the_morning()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await AddAsync(team, "/task Payroll do:today", 1);

        await team.SleepsUntilAsync("20:30");
        team.ExpectNothing("alex");

        await team.AdvanceToAsync("2026-03-13 09:00");
        team.Expect("#team", "Payroll");
        team.Expect("alex", "Thu 12 Mar was not closed");
    }

    private static async Task AddAsync(Team team, string command, int number)
    {
        await team.SaysAsync("alex", command, "dm");
        team.Expect("alex", $"Added #{number}");
    }
}
