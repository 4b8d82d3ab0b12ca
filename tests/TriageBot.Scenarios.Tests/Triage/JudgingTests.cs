using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Triage;

public sealed class JudgingTests
{
    [Fact]
    public async Task Untriaged_tasks_are_judged_one_after_the_other_with_one_tap_each()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Toner for:@alex");
        await team.SaysAsync("sam", "/task Invoice for:@alex");
        await team.SaysAsync("kim", "/task Lamp for:@alex");
        team.IgnoreRest("What the others are told is not what this is about.");

        await team.SaysAsync("alex", "/triage");
        team.Expect("alex", "1 of 3 · untriaged · #1 Toner");
        await team.PressesAsync("alex", "Important", 1);
        Assert.Contains("Judged: #1 Toner\n1 of 2 · untriaged · #2 Invoice", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Next one");
        Assert.Contains("2 of 2 · untriaged · #3 Lamp", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Important", 3);
        Assert.Contains("That was the last one. Still waiting for a decision: 1.", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Undo #3");
        await team.SaysAsync("alex", "/tasks state:untriaged");
        team.Expect("alex", "2 untriaged");
    }

    [Fact]
    public async Task O2_What_has_become_urgent_without_being_important_comes_up_again_with_the_proposal()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Order cake for:@alex due:2026-03-17");
        await team.PressesAsync("alex", "Not important", 1);
        team.IgnoreRest("What is told on the way is not what this is about.");
        await team.SaysAsync("alex", "/triage");
        team.Expect("alex", "Nothing is untriaged");

        await team.AdvanceToAsync("2026-03-17 09:00");
        await team.SaysAsync("alex", "/triage");

        var card = team.Expect("alex", "1 of 1 · not yours? · #1 Order cake");
        Assert.Contains("Decline it kindly, or give it to somebody", card.Text);
        Assert.Contains("Decline…", card.Buttons);
    }

    [Fact]
    public async Task Nothing_to_judge_is_said_so()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/triage");

        team.Expect("alex", "Nothing is untriaged");
    }

    [Fact]
    public async Task O2_What_is_neither_urgent_nor_important_goes_to_the_someday_maybe_list_and_whoever_asked_is_told()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Paint the door for:@alex");
        team.Expect("sam", "Added #1");
        team.Expect("alex", "sam gave you #1");

        await team.PressesAsync("alex", "Not important", 1);

        team.Expect("sam", "#1 was put on the someday-maybe list by alex: Paint the door");
        await team.SaysAsync("alex", "/someday");
        Assert.Contains("#1 Paint the door", team.Expect("alex", "Someday-maybe · 1").Text);
    }

    [Fact]
    public async Task O2_What_has_a_date_stays_until_it_is_urgent()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Paint the door for:@alex due:2026-03-27");
        team.Expect("sam", "Added #1");
        team.Expect("alex", "sam gave you #1");

        await team.PressesAsync("alex", "Not important", 1);

        await team.SaysAsync("alex", "/why 1");
        team.Expect("alex", "Q4 neither urgent nor important · due Fri 27 Mar");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task O2_A_kind_no_is_proposed_for_what_is_urgent_only_and_sent_in_the_owners_words()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Order cake for:@alex due:today");
        team.Expect("sam", "Added #1");
        team.Expect("alex", "sam gave you #1");
        await team.PressesAsync("alex", "Not important", 1);
        Assert.Contains("better not done by you", team.Shown[^1].Text);
        team.ExpectNothing("sam");

        await team.PressesAsync("alex", "Decline…", 1);
        Assert.Contains("Thank you for asking, sam. I have to say no to “Order cake”", team.Shown[^1].Text);
        await team.FillsAsync("alex", ("text", "Sorry sam, the bakery closes at two. Next week?"));

        team.Expect("sam", "alex on what you asked for, #1 Order cake:\nSorry sam, the bakery closes at two. Next week?");
        await team.SaysAsync("alex", "/tasks state:dropped");
        team.Expect("alex", "1 #1 Order cake");
    }

    [Fact]
    public async Task O2_Or_it_is_given_to_somebody_who_gets_the_owners_words_and_whoever_asked_hears_who_has_it()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Order cake for:@alex due:today");
        team.Expect("sam", "Added #1");
        team.Expect("alex", "sam gave you #1");
        await team.PressesAsync("alex", "Not important", 1);
        await team.PressesAsync("alex", "Give to…", 1);
        await team.FillsAsync("alex", ("who", "@nobody"), ("text", "Please take this, kim."));
        Assert.Contains("Please take this, kim.", team.Expect("alex", "I know nobody called @nobody here.").Text);

        await team.FillsAsync("alex", ("who", "@kim"));

        team.Expect("kim", "alex gave you #1 Order cake\nPlease take this, kim.");
        team.Expect("sam", "is done by kim now");
    }

    [Fact]
    public async Task X4_A_form_opened_before_somebody_else_was_faster_sends_nothing_and_gives_the_words_back()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam");
        await team.SaysAsync("sam", "/task Order cake for:@alex due:today");
        team.IgnoreRest("What is told on the way is not what this is about.");
        team.Expect("sam", "Added #1");
        await team.PressesAsync("alex", "Not important", 1);
        await team.PressesAsync("alex", "Decline…", 1);
        await team.SaysAsync("kim", "/done 1");
        team.Expect("sam", "kim has done #1");

        await team.FillsAsync("alex", ("text", "Sorry sam."));

        var answer = team.Shown.Last(shown => shown.OnlyFor?.Value == "alex").Text;
        Assert.Contains("Nothing was changed: since this was shown, kim finished it", answer);
        Assert.Contains("What you wrote was not sent: Sorry sam.", answer);
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task O1_A_requester_never_judges()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Toner for:@alex important:yes");
        team.Expect("sam", "Whether it is important is for the owner of that list to judge");
        team.Expect("alex", "untriaged");

        await team.SaysAsync("sam", "/edit 1 important:yes");
        team.Expect("sam", "Judging whether #1 is important is not yours");
        await team.SaysAsync("sam", "/triage");
        team.Expect("sam", "/triage is not yours to use");
    }
}
