using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Agenda;

public sealed class AgendaScenarios
{
    [Fact]
    public async Task It_is_posted_once_on_each_working_day_at_its_time()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Refund Kay due:\"today 11:00\" estimate:30m");
        team.Expect("alex", "Added #1");

        await team.AdvanceToAsync("08:29");
        team.ExpectNothing("#team");
        await team.AdvanceToAsync("08:30");
        Assert.Contains("1 #1 Refund Kay — due 11:00 · 30m", team.Expect("#team", "Fri 13 Mar · 8h 00m day").Text);
        await team.AdvanceToAsync("2026-03-16 09:00");
        Assert.Contains("overdue, was due Fri 13 Mar 11:00", team.Expect("#team", "Mon 16 Mar · 8h 00m day").Text);
        team.ExpectNothing("#team");
        team.Expect("alex", "Fri 13 Mar is over. Planned and still open: 1");
    }

    [Fact]
    public async Task A_restart_after_the_post_does_not_post_it_again()
    {
        await using var team = await Team.StartAsync();
        await team.AdvanceToAsync("08:30");
        team.Expect("#team", "Nothing is waiting to be done");

        await team.RestartAsync();

        await team.AdvanceToAsync("12:00");
        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task Looking_at_it_is_private_and_does_not_pass_the_someday_turn_on()
    {
        await using var team = await Team.StartAsync();
        for (var number = 1; number <= 4; number++) await team.SaysAsync("alex", $"/someday Wish {number}");
        await team.AdvanceToAsync("2026-03-20 08:29");
        team.IgnoreRest("The agendas of the week are not what this is about.");

        await team.SaysAsync("alex", "/agenda");
        await team.SaysAsync("alex", "/agenda");
        team.Expect("alex", "SOMEDAY  3 of 4 (all seen every 2 working days): #1 · #2 · #3");
        team.Expect("alex", "SOMEDAY  3 of 4 (all seen every 2 working days): #1 · #2 · #3");

        await team.AdvanceToAsync("2026-03-23 08:30");
        team.Expect("#team", "SOMEDAY  3 of 4 (all seen every 2 working days): #1 · #2 · #3");
        team.Expect("#team", "SOMEDAY  3 of 4 (all seen every 2 working days): #4");
    }

    [Fact]
    public async Task Two_owners_each_get_their_own_and_it_says_whose_it_is()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam");
        await team.SaysAsync("sam", "/task Order toner for:@kim");
        team.Expect("sam", "Added #1");
        team.Expect("kim", "sam gave you #1");

        await team.AdvanceToAsync("08:30");

        Assert.Contains("Nothing is waiting", team.Expect("#team", "Fri 13 Mar · alex · 8h 00m day").Text);
        Assert.Contains("UNTRIAGED 1", team.Expect("#team", "Fri 13 Mar · kim · 8h 00m day").Text);
    }

    [Fact]
    public async Task A_teammate_sees_their_own_tasks()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Water the plants due:today");
        team.Expect("sam", "Added #1");

        await team.SaysAsync("sam", "/agenda");

        Assert.DoesNotContain("QUEUE", team.Expect("sam", "DO FIRST").Text);
    }

    [Fact]
    public async Task A_day_that_is_over_has_no_agenda_and_another_day_shows_what_is_planned_then()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll do:2026-03-17");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/agenda 2026-03-17");
        Assert.Contains("#1 Payroll", team.Expect("alex", "Tue 17 Mar · 8h 00m day").Text);
        await team.SaysAsync("alex", "/agenda 2026-03-12");
        team.Expect("alex", "You typed: /agenda 2026-03-12");
    }
}
