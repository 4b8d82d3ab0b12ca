using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Promises;

/// <summary>Rule C6 as a team meets it. Without a level a customer is served Monday to Friday 09:00–17:00.</summary>
public sealed class PromiseTests
{
    [Fact]
    public async Task A_promise_echoes_its_date_and_stands_in_the_list_in_the_agenda_and_on_the_customers_page()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await team.SaysAsync("alex", "/customer add Acme");
        team.Expect("alex", "Added");

        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:\"today 15:00\"");

        var card = team.Expect("alex", "Promised, with task #1: until Wed 11 Mar 2026, 15:00 (in 5 hours).");
        Assert.Contains("#1 to Acme: the new quote\nDue Wed 11 Mar 15:00 · alex · open", card.Text);
        Assert.Equal(["Keep", "Move", "Hand over", "Withdraw", "Undo"], card.Buttons);
        await team.SaysAsync("sam", "/promises", "dm");
        Assert.Contains("#1 Acme: the new quote — due Wed 11 Mar 15:00 · alex · open", team.Expect("sam", "Promises, 1 open").Text);
        await team.SaysAsync("alex", "/agenda", "dm");
        Assert.Contains("PROMISES DUE 1  #1 Acme: the new quote — due 15:00", team.Expect("alex", "PROMISES").Text);
        await team.SaysAsync("sam", "/customer show Acme", "dm");
        var page = team.Expect("sam", "promised for Wed 11 Mar 15:00, open").Text;
        Assert.Equal(page.IndexOf("#1", StringComparison.Ordinal), page.LastIndexOf("#1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_promises_the_list_says_how_to_write_one_down()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");

        await team.SaysAsync("sam", "/promises", "dm");

        Assert.Contains("Kept: nothing to count in 90 days", team.Expect("sam", "No promise is open. /promise Acme").Text);
    }

    [Fact]
    public async Task Renegotiated_once_before_it_is_due_is_its_own_class_and_a_second_time_counts_as_late()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");

        await team.PressesAsync("sam", "Move", 1);
        await team.FillsAsync("sam", ("due", "mon 12:00"));

        var moved = team.Expect("sam", "#1 has another date.");
        Assert.Contains("Dear Acme, we promised you the new quote by Fri 13 Mar 15:00.", moved.Text);
        Assert.Contains("done by Mon 16 Mar 12:00", moved.Text);
        Assert.Contains("put off once before it was due", moved.Text);
        await team.SaysAsync("sam", "/promises", "dm");
        team.Expect("sam", "renegotiated in time 1");

        await team.SaysAsync("sam", "/renegotiate 1 tue 12:00", "dm");

        Assert.Contains("put off twice: counts as late · ", team.Expect("sam", "#1 has another date.").Text.Replace("\n", " · ", StringComparison.Ordinal));
        await team.SaysAsync("sam", "/kept 1", "dm");
        team.Expect("sam", "kept, put off twice: counts as late");
        await team.SaysAsync("sam", "/promises", "dm");
        Assert.Contains("cause not given", team.Expect("sam", "Kept 0 % in 90 days (0 of 1; late 1, broken 0) · renegotiated in time 0").Text);
    }

    [Fact]
    public async Task The_message_to_the_customer_is_edited_and_copied_and_nobody_sends_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");
        await team.SaysAsync("sam", "/renegotiate 1 mon 12:00", "dm");
        team.Expect("sam", "I send nothing to customers");

        await team.PressesAsync("sam", "Edit the message", 1);
        await team.FillsAsync("sam", ("text", "Dear Kay, Monday noon it is."));

        team.Expect("sam", "To copy and send:\nDear Kay, Monday noon it is.");
    }

    [Fact]
    public async Task An_earlier_date_puts_nothing_off_and_the_other_reading_of_a_date_neither()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");

        await team.SaysAsync("sam", "/renegotiate 1 thu 15:00", "dm");

        Assert.DoesNotContain("put off", team.Expect("sam", "#1 has another date.").Text);
    }

    [Fact]
    public async Task Undo_takes_a_move_back_for_ten_minutes_and_not_later()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");
        await team.SaysAsync("sam", "/renegotiate 1 mon 12:00", "dm");
        team.Expect("sam", "another date");

        await team.PressesAsync("sam", "Undo", 1);

        Assert.Contains("Due Fri 13 Mar 15:00 · sam · open", team.Expect("sam", "taken back").Text);
        await team.SaysAsync("sam", "/kept 1", "dm");
        team.Expect("sam", "#1 is kept.");
        await team.AdvanceToAsync("+11m");
        await team.PressesAsync("sam", "Undo", 1);
        team.Expect("sam", "a change can be taken back for 10 minutes");
    }

    [Fact]
    public async Task Withdrawn_needs_a_reason_and_is_neither_kept_nor_missed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");

        await team.PressesAsync("sam", "Withdraw", 1);
        await team.FillsAsync("sam", ("reason", "they bought elsewhere"));

        Assert.Contains("Taken back: they bought elsewhere", team.Expect("sam", "#1 is withdrawn.").Text);
        await team.SaysAsync("sam", "/promises", "dm");
        team.Expect("sam", "Kept: nothing to count in 90 days · renegotiated in time 0 · withdrawn 1");
        await team.SaysAsync("sam", "/tasks", "dm");
        Assert.DoesNotContain("the new quote", team.Shown[^1].Text);
        team.IgnoreRest("the list of tasks");
    }

    [Fact]
    public async Task Finishing_the_task_keeps_the_promise_and_taking_that_back_opens_it_again()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");

        await team.SaysAsync("sam", "/done 1", "dm");

        team.Expect("sam", "With it the promise to Acme is kept.");
        await team.PressesAsync("sam", "Undo", 1);
        team.Expect("sam", "The promise to Acme, due Fri 13 Mar 15:00, is open again.");
        await team.SaysAsync("sam", "/due 1 mon", "dm");
        team.Expect("sam", "the promise to Acme stays due Fri 13 Mar 15:00. /renegotiate 1 moves it");
    }

    [Fact]
    public async Task Two_people_who_press_Keep_at_once_keep_it_once_and_the_second_sees_who_was_first()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:\"fri 15:00\" for:@sam", "dm");
        team.Expect("alex", "Promised");
        team.Expect("sam", "alex has promised in your name");

        await team.PressesAsync("sam", "Keep", 1);
        await team.PressesAsync("alex", "Keep", 1);

        team.Expect("sam", "#1 is kept.");
        team.Expect("alex", "sam has kept it");
        Assert.Contains("kept", team.Expect("alex", "It has changed since: sam kept it. Nothing was done").Text);
    }

    [Fact]
    public async Task A_promise_in_anothers_name_shows_both_their_times_and_both_hear_what_becomes_of_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await team.SaysAsync("kim", "/zone Europe/London", "dm");
        team.Expect("kim", "London");

        await team.SaysAsync("sam", "/promise Acme \"the new quote\" due:\"fri 15:00\" for:@kim", "dm");

        Assert.Contains("Fri 13 Mar 2026, 15:00", team.Expect("sam", "Fri 13 Mar 14:00 (Europe/London)").Text);
        team.Expect("kim", "sam has promised in your name: #1 to Acme: the new quote\nDue Fri 13 Mar 14:00.");
        await team.SaysAsync("kim", "/kept 1", "dm");
        team.Expect("kim", "#1 is kept.");
        team.Expect("sam", "kim has kept it");
        await team.PressesAsync("kim", "Undo", 1);
        team.Expect("kim", "taken back");
        team.Expect("sam", "kim has taken the last change back");
    }

    [Fact]
    public async Task Handed_over_it_stays_where_it_is_until_the_other_accepts()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");

        await team.PressesAsync("sam", "Hand over", 1);
        team.Expect("sam", "#1 to Acme");
        await team.PressesAsync("sam", "kim", 1);

        team.Expect("sam", "Offered to kim; until they accept, sam has it.");
        team.Expect("kim", "sam asks you to take this over");
        await team.PressesAsync("kim", "Accept", 1);
        team.Expect("kim", "#1 is yours now.");
        team.Expect("sam", "kim has taken it over");
        await team.SaysAsync("kim", "/tasks", "dm");
        team.Expect("kim", "the new quote");
    }

    [Fact]
    public async Task It_is_handed_over_by_name_to_somebody_whom_a_long_list_leaves_out()
    {
        var crowd = string.Join(' ', Enumerable.Range(10, 30).Select(number => $"p{number}"));
        await using var team = await Team.StartAsync($"alex:owner sam kim {crowd} zoe", "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");
        await team.PressesAsync("sam", "Hand over", 1);
        team.Expect("sam", "#1 to Acme");

        await team.PressesAsync("sam", "Somebody else…", 1);
        await team.FillsAsync("sam", ("who", "zoe"));

        team.Expect("sam", "Offered to zoe; until they accept, sam has it.");
        team.Expect("zoe", "sam asks you to take this over");
    }

    [Fact]
    public async Task A_customer_who_is_renamed_keeps_what_was_promised()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await team.SaysAsync("alex", "/customer add Acme");
        team.Expect("alex", "Added");
        await PromiseAsync(team, "fri 15:00");

        await team.SaysAsync("alex", "/customer rename Acme to:\"Acme Group\"");

        Assert.Contains("promised for Fri 13 Mar 15:00", team.Expect("alex", "Acme Group").Text);
        await team.SaysAsync("sam", "/promises \"Acme Group\"", "dm");
        team.Expect("sam", "#1 Acme Group: the new quote");
    }

    [Fact]
    public async Task Only_its_people_and_owners_change_a_promise()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseAsync(team, "fri 15:00");

        await team.SaysAsync("kim", "/kept 1", "dm");

        team.Expect("kim", "whoever made the promise or wrote it down");
    }

    [Fact]
    public async Task Why_tells_the_hours_the_closures_the_basis_and_every_version()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await team.SaysAsync("alex", "/levels close on:2026-03-13 name:Holiday");
        team.Expect("alex", "Holiday");
        team.IgnoreRest("whatever closing a day says besides");
        await team.SaysAsync("sam", "/promise Acme \"the new quote\" due:\"mon 12:00\"", "dm");
        await team.SaysAsync("sam", "/renegotiate 1 tue 12:00", "dm");

        await team.SaysAsync("sam", "/why 1", "dm");

        var why = team.Shown[^1].Text;
        Assert.Contains("it is 26h of working time of service level standard", why); // Wednesday 7, Thursday 8, Monday 8, Tuesday 3
        Assert.Contains("Closed in between: Fri 13 Mar (Holiday)", why);
        Assert.Contains("0 matters like it, too few to say", why);
        Assert.Contains("1. 10:00: promised, due Mon 16 Mar 12:00, sam", why);
        Assert.Contains("2. 10:00: moved, due Tue 17 Mar 12:00, sam", why);
    }

    internal static async Task PromiseAsync(Team team, string due, string customer = "Acme", string who = "sam")
    {
        await team.SaysAsync(who, $"/promise {customer} \"the new quote\" due:\"{due}\"", "dm");
        team.Expect(who, "Promised, with task");
    }
}
