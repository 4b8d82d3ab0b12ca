using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Triage;

public sealed class ImportanceTests
{
    [Fact]
    public async Task O1_A_listed_customer_makes_new_and_waiting_tasks_important()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Old matter for:@alex customer:acme");
        team.IgnoreRest("The additions are not what this is about.");

        await team.SaysAsync("alex", "/important customer:\"Acme\"");
        Assert.Contains("Judged by it just now: 1 untriaged.", team.Expect("alex", "Important from now on: tasks for Acme").Text);
        await team.SaysAsync("sam", "/task New matter for:@alex customer:ACME");
        await team.SaysAsync("sam", "/task Another for:@alex customer:Birch");

        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "Q2 important: 2 · untriaged: 1");
    }

    [Fact]
    public async Task O1_A_listed_value_class_counts_as_soon_as_a_task_gets_it()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/important value:$100");
        team.Expect("alex", "Important from now on: tasks worth $100. Judged by it just now: 0 untriaged.");
        await team.SaysAsync("sam", "/task Quote for:@alex");
        team.Expect("sam", "untriaged");
        team.Expect("alex", "untriaged");

        await team.SaysAsync("sam", "/edit 1 value:$100");

        Assert.DoesNotContain("untriaged", team.Expect("sam", "Changed: #1").Text);
        await team.SaysAsync("alex", "/why 1");
        team.Expect("alex", "Q2 important · $100");
    }

    [Fact]
    public async Task What_an_owner_has_judged_stays_whatever_is_listed()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Toner for:@alex customer:Acme due:today");
        team.IgnoreRest("What is told on the way is not what this is about.");
        await team.PressesAsync("alex", "Not important", 1);

        await team.SaysAsync("alex", "/important customer:Acme");

        await team.SaysAsync("alex", "/why 1");
        team.Expect("alex", "Q3 urgent only");
    }

    [Fact]
    public async Task Taking_a_rule_back_makes_untriaged_again_what_it_alone_judged()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task One for:@alex customer:Acme");
        await team.SaysAsync("sam", "/task Two for:@alex customer:Acme");
        team.IgnoreRest("What is told on the way is not what this is about.");
        await team.SaysAsync("alex", "/important customer:Acme");
        await team.SaysAsync("sam", "/edit 2 estimate:10m");

        await team.PressesAsync("alex", "Undo");

        // The second was changed since by hand; what somebody has worked on is left alone.
        Assert.Contains("Taken back: tasks for Acme. Untriaged again: 1.", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "Q2 important: 1 · untriaged: 1");
    }

    [Fact]
    public async Task Rules_are_shown_removed_and_brought_back()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/important");
        team.Expect("alex", "Nothing is listed as important.");
        await team.SaysAsync("alex", "/important customer:Acme value:$100");
        team.Expect("alex", "Important on your list: tasks for Acme · tasks worth $100");
        await team.SaysAsync("alex", "/important customer:acme");
        team.Expect("alex", "Listed already: tasks for acme.");

        await team.SaysAsync("alex", "/important customer:ACME remove:yes");
        team.Expect("alex", "Important on your list: tasks worth $100");
        await team.PressesAsync("alex", "Undo");
        Assert.Contains("tasks for ACME", team.Shown[^1].Text.Split("Important on your list")[1]);
        await team.SaysAsync("alex", "/important remove:yes");
        team.Expect("alex", "Say what to take off: /important customer:Acme remove:yes");
    }

    [Fact]
    public async Task After_ten_minutes_the_undo_says_what_works_instead()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await team.SaysAsync("alex", "/important customer:\"Birch & Sons\"");
        team.Expect("alex", "Important from now on");
        await team.AdvanceToAsync("+11m");

        await team.PressesAsync("alex", "Undo");

        Assert.Contains("What works now: /important customer:\"Birch & Sons\" remove:yes", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/important customer:\"Birch & Sons\" remove:yes");
        team.Expect("alex", "Nothing is listed as important.");
    }

    [Fact]
    public async Task Only_owners_list_what_is_important()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("sam", "/important customer:Acme");

        team.Expect("sam", "/important is not yours to use. Who can: alex");
    }
}
