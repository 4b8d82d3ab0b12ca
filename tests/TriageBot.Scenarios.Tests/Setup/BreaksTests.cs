using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Setup;

/// <summary><c>/breaks</c>: what is shown, said and moved (rules H2, H8).</summary>
public sealed class BreaksTests
{
    [Fact]
    public async Task Saving_a_plan_with_a_long_gap_names_the_break_that_is_put_in()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/breaks 10:30 15m, 12:30 30m");

        var said = team.Expect("alex", "Your breaks: 10:30 15m, 12:30 30m.");
        Assert.Contains("Nobody waits longer than 3h of working time, so I also ask you at 15:30 for 15 min.", said.Text);
    }

    [Fact]
    public async Task A_break_outside_the_hours_is_taken_and_named()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/breaks 07:00 15m, 10:30 15m, 12:30 30m, 15:30 15m");

        Assert.Contains("Outside your hours, so it will not happen: 07:00.", team.Expect("alex", "Your breaks: 07:00 15m").Text);
    }

    [Fact]
    public async Task A_later_break_moves_the_promise_and_the_requester_hears_it_once()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("sam", "/urgent Server down at Acme");
        team.Expect("sam", "answer by 11:00");
        await team.SaysAsync("alex", "/breaks 11:45 15m, 14:30 15m, 16:45 15m");
        Assert.Contains("Waiting longer than promised now: 1", team.Expect("alex", "Your breaks: 11:45").Text);

        team.ExpectNothing("sam");
        await team.AdvanceToAsync("09:10");
        Assert.Contains("not by 11:00 but by 12:15, because the breaks were changed", team.Expect("sam", "comes later").Text);
        await team.AdvanceToAsync("09:30");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Undo_within_ten_minutes_keeps_the_promise_and_nobody_hears_of_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("sam", "/urgent Server down at Acme");
        team.Expect("sam", "answer by 11:00");
        await team.SaysAsync("alex", "/breaks 11:45 15m, 14:30 15m, 16:45 15m");
        team.Expect("alex", "Waiting longer than promised now: 1");
        await team.PressesAsync("alex", "Undo");

        var back = team.Shown[^1].Text;
        Assert.Contains("Taken back", back);
        Assert.Contains("10:30 15m, 12:30 30m, 15:30 15m", back);
        Assert.Contains("None of them waits longer than promised", back);
        await team.AdvanceToAsync("09:30");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Undo_of_what_was_changed_again_changes_nothing_and_says_so()
    {
        await using var team = await Team.StartAsync(people: "alex:owner kim:admin");
        await team.SaysAsync("alex", "/breaks 11:30 15m, 14:30 15m", "dm");
        team.Expect("alex", "Your breaks: 11:30");
        await team.SaysAsync("kim", "/breaks 10:00 15m, 13:00 15m, 16:00 15m for:@alex");
        team.Expect("kim", "alex's breaks: 10:00 15m, 13:00 15m, 16:00 15m.");
        Assert.Contains("Your breaks: 10:00 15m", team.Expect("alex", "kim changed the set-up").Text);

        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "kim changed this again");
        await team.SaysAsync("alex", "/breaks");
        team.Expect("alex", "Your breaks: 10:00 15m, 13:00 15m, 16:00 15m.");
    }

    [Fact]
    public async Task Without_options_the_state_is_shown_with_an_example_of_how_to_change_it()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/breaks");

        Assert.Contains("/breaks 10:30 15m", team.Expect("alex", "Your breaks: 10:30 15m, 12:30 30m, 15:30 15m.").Text);
    }

    [Fact]
    public async Task What_cannot_be_read_is_repeated_with_a_line_that_would_work()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/breaks 10:30");

        var said = team.Expect("alex", "How long is the break at 10:30?").Text;
        Assert.Contains("You typed: 10:30", said);
        Assert.Contains("This would work: /breaks 10:30 15m", said);
    }

    [Fact]
    public async Task A_teammate_is_told_who_may_and_an_admin_without_breaks_is_asked_whose()
    {
        await using var team = await Team.StartAsync(people: "alex:owner sam kim:admin");
        await team.SaysAsync("sam", "/breaks 10:30 15m");
        team.Expect("sam", "Who can: alex");
        await team.SaysAsync("kim", "/breaks 10:30 15m");

        Assert.Contains("for:@alex", team.Expect("kim", "please say whose you mean").Text);
    }

    [Fact]
    public async Task An_owner_cannot_change_the_breaks_of_another()
    {
        await using var team = await Team.StartAsync(people: "alex:owner,admin kim:owner");
        await team.SaysAsync("kim", "/breaks 10:30 15m for:@alex");
        team.Expect("kim", "Who can: alex");

        await team.SaysAsync("kim", "/breaks for:@alex");
        team.Expect("kim", "alex's breaks: 10:30 15m, 12:30 30m, 15:30 15m.");
    }
}
