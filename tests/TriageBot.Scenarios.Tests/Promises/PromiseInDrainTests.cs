using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Promises;

/// <summary>Promises that grow out of a break: the choice "Promise" (rule H5), the offer below an answer (rule C6), and work that gives way (rule A6).</summary>
public sealed class PromiseInDrainTests
{
    [Fact]
    public async Task A_held_message_becomes_a_promise_and_its_requester_hears_until_when()
    {
        await using var team = await HeldAsync("/urgent server down customer:Acme");

        await team.PressesAsync("alex", "Promise", 1);
        await team.FillsAsync("alex", ("customer", "Acme"), ("what", "the server runs again"), ("due", "mon 12:00"), ("estimate", ""));

        team.Expect("sam", "Your #1 (server down) is promised to Acme by alex, until Mon 16 Mar 12:00.");
        Assert.Contains("1 promised", team.Expect("alex", "promised to the customer").Text);
        await team.SaysAsync("alex", "/promises", "dm");
        team.Expect("alex", "#1 Acme: the server runs again — due Mon 16 Mar 12:00");
    }

    [Fact]
    public async Task A_date_that_cannot_be_used_leaves_the_message_in_the_break()
    {
        await using var team = await HeldAsync("/urgent server down customer:Acme");

        await team.PressesAsync("alex", "Promise", 1);
        await team.FillsAsync("alex", ("customer", "Acme"), ("what", "the server runs again"), ("due", "2026-03-14 12:00"), ("estimate", ""));

        team.Expect("alex", "is outside the hours");
        team.ExpectNothing("sam");
        await team.PressesAsync("alex", "Mon 16 Mar 2026, 09:00");
        team.Expect("sam", "is promised to Acme by alex, until Mon 16 Mar 09:00");
        team.Expect("alex", "1 promised");
    }

    [Fact]
    public async Task A_date_in_an_answer_is_offered_and_not_recorded()
    {
        await using var team = await HeldAsync("/urgent quote wanted customer:Acme");

        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "They get it by monday noon"));

        team.Expect("sam", "They get it by monday noon");
        Assert.Contains("#1: promise Mon 16 Mar 2026, 12:00", team.Expect("alex", "1 answered").Buttons);
        await team.SaysAsync("alex", "/promises", "dm");
        team.Expect("alex", "No promise is open");

        await team.PressesAsync("alex", "#1: promise Mon 16 Mar 2026, 12:00");
        await team.FillsAsync("alex", ("customer", "Acme"), ("what", "the quote"), ("due", "Mon 16 Mar 2026, 12:00"), ("estimate", ""));
        team.Expect("alex", "Promised, with task #2");
    }

    [Fact]
    public async Task A_date_told_to_the_customer_of_an_escalation_is_offered_as_well()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");

        await team.SaysAsync("sam", "/answered 1 told Kay we come by monday noon", "dm");
        team.Expect("sam", "First answered");
        await team.PressesAsync("sam", "#1: promise Mon 16 Mar 2026, 12:00");
        await team.FillsAsync("sam", ("customer", "Northside"), ("what", "no heating"), ("due", "Mon 16 Mar 2026, 12:00"), ("estimate", ""));

        team.Expect("sam", "Promised, with task #2");
    }

    [Fact]
    public async Task A_break_with_nothing_held_names_the_next_promise_that_becomes_due()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:\"mon 12:00\"", "dm");
        team.Expect("alex", "Promised");

        await team.SaysAsync("alex", "/break", "dm");

        Assert.Contains("#1", team.Expect("alex", "the new quote").Text);
    }

    [Fact]
    public async Task An_answer_without_a_date_offers_nothing()
    {
        await using var team = await HeldAsync("/urgent quote wanted customer:Acme");

        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "Ask Kay, she sits by the window"));

        team.Expect("sam", "Ask Kay");
        Assert.DoesNotContain(team.Expect("alex", "1 answered").Buttons, button => button.Contains("promise", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_of_a_promise_that_gives_way_is_named_before_the_yes_and_told_after_it()
    {
        await using var team = await Team.StartAsync(people: "alex:owner sam kim", at: "2026-03-13 09:10");
        await team.SaysAsync("alex", "/task long day due:today estimate:6h", "dm");
        team.Expect("alex", "long day");
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:today estimate:30m", "dm");
        team.Expect("alex", "Promised");
        team.IgnoreRest("receipts, reminders and what else the break says");
        await team.SaysAsync("sam", "/urgent server down");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");

        await team.PressesAsync("alex", "Do today", 3);

        Assert.Contains("is promised to Acme for Fri 13 Mar.", team.Shown.Last(shown => shown.Text.Contains("Yes to #3", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public async Task The_customers_owner_hears_that_another_owner_put_a_promise_behind_something_else()
    {
        await using var team = await Team.StartAsync(people: "alex:owner lee:owner sam", at: "2026-03-13 09:10");
        await team.SaysAsync("lee", "/task long day due:today estimate:6h", "dm");
        await team.SaysAsync("lee", "/promise Acme \"the new quote\" due:today estimate:30m", "dm");
        team.Expect("lee", "Promised");
        team.IgnoreRest("receipts, and what else the break says");
        await team.SaysAsync("sam", "/urgent server down for:@lee");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("lee", "/break", "dm");
        await team.PressesAsync("lee", "Do today", 3);
        Assert.DoesNotContain(team.Shown, shown => shown.IsAddressedTo("alex") && shown.Item == 2);

        await team.PressesAsync("lee", "Accept", 3);

        var told = Assert.Single(team.Shown, shown => shown.IsAddressedTo("alex") && shown.Item == 2);
        Assert.Contains("The work of a promise moves to Mon 16 Mar, to make room for #3: #2 to Acme: the new quote", told.Text);
    }

    private static async Task<Team> HeldAsync(string urgent)
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", urgent);
        team.Expect("sam", "#1");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "1 of 1");
        return team;
    }
}
