using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Escalations;

/// <summary>Rules C1–C3 as a team meets them. Without a level: Monday to Friday 09:00–17:00, first answer 4 h, next 8 h, solved in 40 h.</summary>
public sealed class EscalateTests
{
    [Fact]
    public async Task X5_who_has_nothing_to_do_with_a_matter_cannot_solve_or_reopen_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await team.SaysAsync("sam", "/escalate Acme \"it drips\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "it drips");

        await team.SaysAsync("kim", "/solved 1", "dm");
        Assert.Contains("whoever reported it", team.Expect("kim", "Solving #1").Text);
        await team.SaysAsync("sam", "/solved 1 tightened", "dm");
        team.Expect("sam", "Solved");
        await team.SaysAsync("kim", "/reopen 1", "dm");
        team.Expect("kim", "Reopening #1");
    }

    [Fact]
    public async Task The_receipt_says_until_when_the_customer_must_hear_and_who_reads_it_when()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("Northside must hear from a person by 13:20", receipt);
        Assert.Contains("It is read by alex in the 10:30 break", receipt);
        Assert.Contains("/answered 1", receipt);
        var card = team.Expect("#team", "no heating");
        Assert.Contains("Fri 13 Mar 13:20", card.Text);
        Assert.Contains("To be solved by Fri 20 Mar 09:20", card.Text);
        Assert.Equal(["I have it", "Answered", "Solved", "Solved, don't ask"], card.Buttons);
    }

    [Fact]
    public async Task A_slip_in_the_name_put_right_gives_the_matter_its_customers_level()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/levels set level:gold hours:\"mon-fri 09:00-17:00\" first:1h next:2h resolution:16h");
        team.Expect("alex", "Saved");
        await team.SaysAsync("alex", "/customer add Northside level:gold");
        team.Expect("alex", "Added");
        await team.SaysAsync("sam", "/escalate Nortside \"no heating\"");
        Assert.Contains("by 13:20", team.Expect("sam", "Did you mean Northside?").Text);
        team.Expect("#team", "Nortside");

        await team.PressesAsync("sam", "It is Northside", 1);

        Assert.Contains("(gold)", team.Expect("sam", "Northside must hear from a person by Fri 13 Mar 10:20").Text);
    }

    [Fact]
    public async Task On_Friday_evening_with_a_closed_weekend_the_time_begins_on_Monday_and_the_receipt_says_so()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 17:30");

        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("they begin Mon 16 Mar 09:00", receipt);
        Assert.Contains("by Mon 16 Mar 13:00", receipt);
        team.Expect("#team", "no heating");
    }

    [Fact]
    public async Task An_answer_ends_the_first_clock_and_edits_the_one_card_and_tells_whoever_asked()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");

        await team.SaysAsync("kim", "/answered 1 told Kay that we come at noon", "dm");

        team.Expect("kim", "First answered Fri 13 Mar 09:20");
        team.Expect("sam", "kim has answered Northside on #1: told Kay that we come at noon");
        Assert.Single(team.Shown, shown => shown.Kind == TriageBot.Simulate.ShownKind.Post && shown.IsVisibleAt("#team"));
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "Nothing is held");
    }

    [Fact]
    public async Task A_matter_solved_while_held_leaves_the_queue_and_the_break_tells_how_many()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");

        await team.PressesAsync("sam", "Solved", 1);
        team.Expect("#team", "Solved by sam");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");

        team.Expect("alex", "1 solved itself");
    }

    [Fact]
    public async Task A_reply_during_a_pause_ends_it_and_the_next_answer_is_owed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await OpenAndAnswerAsync(team);

        await team.SaysAsync("sam", "/wait 1 photos of the boiler until:2026-03-20", "dm");
        team.Expect("sam", "Waiting for the customer until Fri 20 Mar 09:00");
        await team.SaysAsync("sam", "/heard 1", "dm");

        var card = team.Expect("sam", "Northside wrote and must have an answer by Thu 12 Mar 17:00");
        Assert.DoesNotContain("Waiting", card.Text);
    }

    [Fact]
    public async Task A_pause_over_a_weekend_removes_nothing()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await OpenAndAnswerAsync(team);
        await team.AdvanceToAsync("17:00");
        await team.SaysAsync("sam", "/wait 1 photos", "dm");
        team.Expect("sam", "Waiting for the customer: photos");
        await team.AdvanceToAsync("2026-03-16 09:00");

        await team.SaysAsync("sam", "/heard 1", "dm");

        team.Expect("sam", "To be solved by Thu 19 Mar 17:00");
        team.IgnoreRest("the agenda of Monday");
    }

    [Fact]
    public async Task A_pause_ends_on_its_date_and_the_owner_is_told()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await OpenAndAnswerAsync(team);
        await team.SaysAsync("sam", "/wait 1 photos until:\"2026-03-12 15:00\"", "dm");
        team.Expect("sam", "Waiting");

        await team.AdvanceToAsync("15:00");

        team.Expect("alex", "Waiting for the customer (photos) ended on its date");
    }

    [Fact]
    public async Task Nobody_waits_for_a_customer_who_waits_for_us_and_what_was_typed_comes_back()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");

        await team.SaysAsync("sam", "/wait 1 photos of the boiler", "dm");

        Assert.Contains("photos of the boiler", team.Expect("sam", "Answer first").Text);
    }

    [Fact]
    public async Task A_solved_matter_goes_on_within_three_working_days_and_is_a_new_one_later()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await OpenAndAnswerAsync(team);
        await team.SaysAsync("sam", "/solved 1", "dm");
        team.Expect("sam", "Solved by sam");
        await team.SaysAsync("sam", "/reopen 1", "dm");
        team.Expect("sam", "Northside wrote and must have an answer");
        await team.SaysAsync("sam", "/solved 1", "dm");
        team.Expect("sam", "Solved by sam");
        await team.AdvanceToAsync("2026-03-18 09:00");

        await team.SaysAsync("sam", "/reopen 1 cold again");

        Assert.Contains("a new matter, #2", team.Expect("sam", "too long ago").Text);
        Assert.Contains("See also #1", team.Expect("#team", "no heating: cold again").Text);
        team.IgnoreRest("agendas of the days between");
    }

    [Fact]
    public async Task The_same_again_opens_nothing_and_something_like_it_is_asked_about()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Northside \"no heating in the office\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");

        await team.SaysAsync("kim", "/escalate northside No heating in the OFFICE!");
        team.Expect("kim", "open already as #1");
        await team.SaysAsync("kim", "/escalate Northside \"heating dead, office cold\"");
        team.Expect("kim", "This looks like #1");
        team.Expect("#team", "office cold");
        await team.PressesAsync("kim", "Add to #1", 2);

        team.Expect("kim", "#2 was added to #1");
        await team.SaysAsync("alex", "/answered 1", "dm");
        team.Expect("alex", "First answered");
        team.Expect("sam", "alex has answered Northside");
        team.Expect("kim", "alex has answered Northside");
    }

    [Fact]
    public async Task Why_explains_the_arithmetic_of_the_deadline()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 15:00");
        await team.SaysAsync("alex", "/levels close on:2026-03-16 name:Storm");
        team.Expect("alex", "is closed (Storm)");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");
        await team.AdvanceToAsync("16:00");

        await team.SaysAsync("sam", "/why 1");

        var why = team.Expect("sam", "Clocks count").Text;
        Assert.Contains("First answer: 4h of working time, counted since Fri 13 Mar 15:00; 1h used, 3h left. Due Tue 17 Mar 11:00.", why);
        Assert.Contains("Closed meanwhile: Mon 16 Mar (Storm)", why);
        Assert.Contains("standard: Mon–Fri 09:00–17:00 (Europe/Oslo)", why);
        team.IgnoreRest("the nudge of the 15:30 break");
    }

    [Fact]
    public async Task An_old_button_changes_nothing_and_says_what_happened()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");
        await team.AdvanceToAsync("12:32");
        team.Expect("alex", "four fifths");
        await team.SaysAsync("kim", "/answered 1", "dm");
        team.Expect("sam", "kim has answered");

        await team.PressesAsync("alex", "I have it", 1);

        Assert.DoesNotContain("has it since", team.Expect("alex", "Nothing was changed: meanwhile kim answered the customer").Text);
        team.IgnoreRest("the breaks of the morning");
    }

    [Fact]
    public async Task Open_matters_are_listed_by_what_is_due_first()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalations");
        team.Expect("sam", "No customer matter is open");
        await OpenAndAnswerAsync(team);
        await team.SaysAsync("sam", "/escalate Acme \"server down\"", "dm");
        team.Expect("sam", "#2");
        team.Expect("#team", "server down");

        await team.SaysAsync("sam", "/escalations");

        var list = team.Expect("sam", "Open customer matters").Text;
        Assert.True(list.IndexOf("#2 Acme", StringComparison.Ordinal) < list.IndexOf("#1 Northside", StringComparison.Ordinal));
    }

    private static async Task OpenAndAnswerAsync(Team team)
    {
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");
        await team.SaysAsync("sam", "/answered 1", "dm");
        team.Expect("sam", "First answered");
    }
}
