using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Tasks;

public sealed class TaskScenarios
{
    [Fact]
    public async Task Whoever_asked_hears_once_that_it_is_done_and_hears_again_when_that_is_undone()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Check the invoice for:@alex due:today");
        team.Expect("sam", "Added #1 Check the invoice");
        team.Expect("alex", "sam gave you #1 Check the invoice");

        await team.PressesAsync("alex", "Done", 1);
        team.Expect("sam", "alex has done #1: Check the invoice");
        await team.PressesAsync("alex", "Undo", 1);
        team.Expect("sam", "alex has opened #1 again");
        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task A_button_of_an_older_card_changes_nothing_and_says_what_changed()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Refund Kay due:today");
        team.Expect("alex", "Added #1 Refund Kay");
        await team.SaysAsync("alex", "/drop 1");
        team.Expect("alex", "Dropped: #1 Refund Kay");

        await team.PressesAsync("alex", "Done", 1);

        Assert.Contains("Nothing was changed: since this was shown, alex dropped it", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "nothing open");
    }

    [Fact]
    public async Task Others_may_not_change_a_task_and_learn_who_can()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("kim", "/done 1");

        team.Expect("kim", "Changing #1 is not yours");
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "1 open");
    }

    [Fact]
    public async Task What_others_add_waits_for_the_owners_judgement()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Order toner for:@alex important:yes");
        team.Expect("sam", "Whether it is important is for the owner of that list to judge");
        team.Expect("alex", "untriaged");

        await team.PressesAsync("alex", "Important", 1);

        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "Q2 important: 1");
    }

    [Fact]
    public async Task A_task_with_a_date_that_cannot_be_read_is_not_lost()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/task Ring the bank due:tomorow");

        team.Expect("alex", "You typed: /task Ring the bank due:tomorow");
        await team.SaysAsync("alex", "/task Ring the bank for:@nobody");
        team.Expect("alex", "Not saved yet: Ring the bank");
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "nothing open");
    }

    [Fact]
    public async Task A_due_date_is_set_echoed_in_full_and_taken_back()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/due 1 fri 17:00");
        team.Expect("alex", "due Fri 20 Mar 2026, 17:00 (in 7 days)");
        await team.PressesAsync("alex", "Undo", 1);

        await team.SaysAsync("alex", "/tasks");
        Assert.DoesNotContain("due", team.Expect("alex", "#1 Payroll").Text.Split("#1 Payroll")[1].Split('\n')[0]);
        team.IgnoreRest("The card of the undone change is shown again; its words are not promised here.");
    }

    [Fact]
    public async Task Editing_changes_what_a_task_says_and_takes()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/edit 1 what:\"Payroll for March\" estimate:45m customer:Acme");
        var card = team.Expect("alex", "#1").Text;

        Assert.Contains("Payroll for March", card);
        Assert.Contains("45m", card);
        Assert.Contains("Acme", card);
    }

    [Fact]
    public async Task Moving_sets_the_do_day_and_never_touches_the_due_date()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll due:2026-03-20");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/move 1 tomorrow");

        Assert.Contains("due Fri 20 Mar 2026 (in 7 days) · do-day Sat 14 Mar 2026 (tomorrow)", team.Expect("alex", "Do-day changed: #1").Text);
    }

    [Fact]
    public async Task Several_tasks_are_done_at_once_and_each_can_be_undone()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task One");
        await team.SaysAsync("alex", "/task Two");
        team.Expect("alex", "Added #1");
        team.Expect("alex", "Added #2");

        await team.SaysAsync("alex", "/done 1 2 99");

        var answer = team.Expect("alex", "Done: #1 One").Text;
        Assert.Contains("Done: #2 Two", answer);
        Assert.Contains("There is no #99 here", answer);
    }

    [Fact]
    public async Task A_long_list_is_shown_ten_at_a_time()
    {
        await using var team = await Team.StartAsync();
        for (var number = 1; number <= 12; number++) await team.SaysAsync("alex", $"/task Thing {number} customer:Acme");
        await team.SaysAsync("alex", "/task Other");
        await team.SaysAsync("alex", "/tasks customer:acme");
        Assert.DoesNotContain("Thing 11", team.Expect("alex", "1–10 of 12").Text);

        await team.PressesAsync("alex", "Next");

        Assert.Contains("11 #11 Thing 11", team.Shown[^1].Text);
        Assert.DoesNotContain("Other", team.Shown[^1].Text);
        team.IgnoreRest("The additions are not what this is about.");
    }

    [Fact]
    public async Task A_someday_item_gets_a_day_and_becomes_a_task_and_a_dropped_one_can_be_restored()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/someday Learn to bind books");
        team.Expect("alex", "On your someday-maybe list: #1 Learn to bind books");
        await team.SaysAsync("alex", "/drop 1");
        team.Expect("alex", "Dropped: #1");
        await team.PressesAsync("alex", "Undo", 1);
        await team.SaysAsync("alex", "/someday");
        team.Expect("alex", "Someday-maybe · 1");

        await team.SaysAsync("alex", "/move 1 mon");

        team.Expect("alex", "do-day Mon 16 Mar 2026");
        await team.SaysAsync("alex", "/someday");
        team.Expect("alex", "Your someday-maybe list is empty");
    }
}
