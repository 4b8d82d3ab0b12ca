using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Agenda;

/// <summary>The day's arithmetic and its cut line as an owner sees them (rules A3–A5).</summary>
public sealed class DayScenarios
{
    [Fact]
    public async Task A5_what_does_not_fit_is_below_the_cut_line_and_nothing_small_fills_up_behind_it()
    {
        await using var team = await Team.StartAsync();
        await AddAsync(team, "/task Move the office due:today estimate:6h", "/task Tidy up due:\"in 3 days\" estimate:2h", "/task Ring Lee due:\"in 4 days\" estimate:5m");

        await team.AdvanceToAsync("08:30");

        var agenda = team.Expect("#team", "Planned 8h 05m ×1.0 = 8h 05m | fixed 0m | buffer 1h 00m | free 7h 00m → short 5m even without the buffer").Text;
        Assert.Contains("#1 Move the office — due today · 360m\n— won't fit today —\nTHEN  important\n 2 #2 Tidy up", agenda);
        Assert.Contains(" 3 #3 Ring Lee", agenda[agenda.IndexOf("won't fit", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task A5_fit_names_the_next_of_the_order_that_are_short_enough()
    {
        await using var team = await Team.StartAsync();
        await AddAsync(team, "/task Move the office due:today estimate:6h", "/task Ring Lee due:today estimate:15m", "/task Water the plants estimate:20m", "/task Think");

        await team.SaysAsync("alex", "/fit 20m");

        var fitting = team.Expect("alex", "What fits into 20m:").Text;
        Assert.Contains("1 #2 Ring Lee — 15m\n2 #3 Water the plants — 20m", fitting);
        Assert.DoesNotContain("Think", fitting);
        await team.SaysAsync("alex", "/fit 3m");
        team.Expect("alex", "Nothing on your list fits into 3m.");
    }

    [Fact]
    public async Task A3_unplanned_minutes_are_paid_from_the_buffer()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:55");
        await AddAsync(team, "/task Payroll due:today estimate:45m");
        await team.SaysAsync("alex", "/log 20m customers unplanned:yes");
        team.Expect("alex", "Logged");

        await team.SaysAsync("alex", "/agenda");

        team.Expect("alex", "buffer 40m left of 1h 00m | free 7h 20m → fits, 6h 35m spare");
    }

    [Fact]
    public async Task A3_at_noon_only_the_rest_of_the_day_is_reckoned_with_and_in_the_evening_nothing()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 12:00");
        await AddAsync(team, "/task Payroll due:today estimate:45m");

        await team.SaysAsync("alex", "/agenda");
        Assert.Contains("free 4h 00m → fits, 3h 15m spare", team.Expect("alex", "Fri 13 Mar · 5h 00m left of a 8h 00m day").Text);
        team.IgnoreRest("The evening review is not what this is about.");
        await team.AdvanceToAsync("18:00");
        await team.SaysAsync("alex", "/agenda");
        Assert.DoesNotContain("won't fit", team.Expect("alex", "work is over").Text);
    }

    [Fact]
    public async Task A4_what_took_longer_than_estimated_makes_the_next_day_longer()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 10:00");
        for (var number = 1; number <= 10; number++)
        {
            await AddAsync(team, $"/task Job {number} estimate:30m");
            await team.SaysAsync("alex", $"/log 36m task:{number}");
            await team.SaysAsync("alex", $"/done {number}");
        }

        await AddAsync(team, "/task Payroll due:\"tomorrow\" estimate:50m");
        team.IgnoreRest("The echoes of the jobs are not what this is about.");
        await team.AdvanceToAsync("2026-03-13 08:30");

        Assert.Contains("Yesterday 10 done, 0 carried", team.Expect("#team", "Planned 50m ×1.2 = 1h 00m").Text);
    }

    [Fact]
    public async Task A11_forty_tasks_are_a_few_lines_and_a_count_and_all_of_them_on_demand()
    {
        await using var team = await Team.StartAsync();
        for (var number = 1; number <= 40; number++) await AddAsync(team, $"/task Job {number} do:today estimate:30m");

        await team.AdvanceToAsync("08:30");
        var agenda = team.Expect("#team", "+22 more → /agenda all").Text;
        Assert.Contains("14 #14 Job 14", agenda);
        Assert.DoesNotContain("#19 Job 19", agenda);

        await team.PressesAsync("sam", "Show all");
        Assert.Contains("40 #40 Job 40", team.Expect("sam", "Fri 13 Mar · alex").Text);
        await team.SaysAsync("alex", "/agenda all");
        Assert.Contains("40 #40 Job 40", team.Expect("alex", "Fri 13 Mar").Text);
    }

    [Fact]
    public async Task A_line_is_opened_from_the_menu_under_the_agenda()
    {
        await using var team = await Team.StartAsync();
        await AddAsync(team, "/task Payroll due:today");
        await team.AdvanceToAsync("08:30");
        team.Expect("#team", "Payroll");

        await team.PressesAsync("alex", "#1 Payroll");
        Assert.Contains("Done", team.Expect("alex", "Payroll").Buttons);
        await team.PressesAsync("alex", "Done", item: 1);

        team.Expect("alex", "Done: #1");
    }

    [Fact]
    public async Task A2_the_first_working_day_of_the_week_shows_the_week_day_by_day()
    {
        await using var team = await Team.StartAsync(at: "2026-03-16 08:00");
        await AddAsync(team, "/task Payroll due:thu estimate:7h", "/task Quote do:tue estimate:2h", "/task Plan do:thu estimate:1h", "/task Today do:today");

        await team.AdvanceToAsync("08:30");
        var agenda = team.Expect("#team", "THIS WEEK").Text;
        Assert.Contains("Tue 17 Mar  2h 00m of 7h 00m · #2 Quote", agenda);
        Assert.Contains("Thu 19 Mar  8h 00m of 7h 00m, over by 1h 00m · #1 Payroll · #3 Plan", agenda);
        team.IgnoreRest("The evening review is not what this is about.");
        await team.AdvanceToAsync("2026-03-17 08:30");
        Assert.DoesNotContain("THIS WEEK", team.Expect("#team", "Tue 17 Mar").Text);
    }

    private static async Task AddAsync(Team team, params IEnumerable<string> commands)
    {
        foreach (var command in commands)
        {
            await team.SaysAsync("alex", command);
            team.Expect("alex", "Added #");
        }
    }
}
