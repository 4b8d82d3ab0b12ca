using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Series;

/// <summary>Skipping, pausing, changing and ending what repeats (rules R4, R5). The day is Friday, 13 March 2026, in Oslo.</summary>
public sealed class ChangingTests
{
    [Fact]
    public async Task Skip_leaves_this_one_out_and_undo_brings_it_back()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/skip 1");
        var skipped = team.Expect("alex", "Left out this time: #1 Backup").Text;
        Assert.Contains("Next: #2, Mon 23 Mar 2026 (in 10 days).", skipped, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Undo", 1);
        await team.SaysAsync("alex", "/tasks");
        Assert.Contains("1 open", team.Expect("alex", "#1 Backup — due Mon 16 Mar").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skip_stands_on_the_card_of_what_repeats_and_says_no_to_what_does_not()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday\"");
        team.Expect("alex", "Added #1");
        await team.PressesAsync("alex", "Skip this one", 1);
        Assert.Contains("Next: #2", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/task Call Lee");
        team.Expect("alex", "Added #3");
        await team.SaysAsync("alex", "/skip 3");
        team.Expect("alex", "#3 Call Lee does not repeat. To make it: /due 3 every monday");
        await team.SaysAsync("alex", "/pause 3 until monday");
        team.Expect("alex", "#3 Call Lee does not repeat.");
    }

    [Fact]
    public async Task A_pause_makes_none_inside_and_is_undone()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday at 10:00\"");
        team.Expect("alex", "Added #1 Backup");
        await team.SaysAsync("alex", "/pause 1 until 1 april");
        var paused = team.Expect("alex", "Pause changed: #1 Backup").Text;
        Assert.Contains("due Mon 6 Apr 2026, 10:00", paused, StringComparison.Ordinal);
        Assert.Contains("paused until Wed 1 Apr", paused, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Undo", 1);
        await team.SaysAsync("alex", "/tasks");
        Assert.DoesNotContain("paused", team.Expect("alex", "#1 Backup — due Mon 16 Mar 10:00").Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/pause 1 until 1 april");
        team.Expect("alex", "paused until Wed 1 Apr");
        await team.SaysAsync("alex", "/pause 1 none");
        team.Expect("alex", "Pause changed: #1 Backup\ndue Mon 16 Mar 2026, 10:00");
    }

    [Fact]
    public async Task What_was_due_before_a_pause_stays_owed_and_the_next_comes_after_it()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Empty the till due:\"every workday\"");
        team.Expect("alex", "Added #1");
        await team.AdvanceToAsync("2026-03-16 12:00");
        team.IgnoreRest("the agendas on the way");
        await team.SaysAsync("alex", "/pause 1 until 1 april");
        team.Expect("alex", "This one was due already, so it stays; the next comes Wed 1 Apr 2026.");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Wed 1 Apr 2026");
    }

    [Fact]
    public async Task A_pause_needs_a_day()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/pause 1 until someday");
        team.Expect("alex", "A pause ends on a day. You typed: until someday");
        await team.SaysAsync("alex", "/pause 9 until monday");
        team.Expect("alex", "#9");
        await team.SaysAsync("kim", "/pause 1 until monday");
        team.Expect("kim", "Changing #1 is not yours");
    }

    [Fact]
    public async Task Another_date_moves_only_this_one()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/due 1 wed");
        Assert.Contains("repeats every Monday", team.Expect("alex", "due Wed 18 Mar 2026").Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Mon 23 Mar 2026");
    }

    [Fact]
    public async Task Another_pattern_changes_the_series_and_no_date_ends_it()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/due 1 \"every friday\"");
        Assert.Contains("due Fri 13 Mar 2026 (today)", team.Expect("alex", "Repeats now: #1 Backup").Text, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Undo", 1);
        Assert.Contains("repeats every Monday", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/due 1 none");
        team.Expect("alex", "It repeated every Monday; that ends with it.");
        await team.SaysAsync("alex", "/done 1");
        Assert.DoesNotContain("Next:", team.Expect("alex", "Done: #1").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dropping_ends_the_series_until_it_is_undone()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/drop 1");
        team.Expect("alex", "It repeated every Monday; that ends with it. To leave out just one: /skip.");
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "nothing open");
        await team.PressesAsync("alex", "Undo", 1);
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Mon 23 Mar 2026");
    }

    [Fact]
    public async Task Closed_days_move_a_date_the_way_the_series_says()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Rent due:\"every month on the 15th, moved before closed days\"");
        team.Expect("alex", "moved before closed days");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Wed 15 Apr 2026");
        await team.SaysAsync("alex", "/task Invoices due:\"every month on the 14th\"");
        team.Expect("alex", "due Mon 16 Mar 2026");
    }

    [Fact]
    public async Task A_do_day_does_not_repeat_and_the_answer_says_what_does()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup do:\"every monday\"");
        var refused = team.Expect("alex", "What repeats is the due date, with due: or /due.").Text;
        Assert.Contains("You typed: /task Backup do:\"every monday\"", refused, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Mon 16 Mar 2026");
        Assert.Contains("Added #1 Backup\ndo-day Mon 16 Mar 2026", team.Shown[^1].Text, StringComparison.Ordinal);
    }
}
