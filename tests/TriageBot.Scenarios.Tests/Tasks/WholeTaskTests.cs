using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Tasks;

public sealed class WholeTaskTests
{
    [Fact]
    public async Task Everything_known_of_a_task_can_be_said_when_it_is_added_and_stands_on_its_card()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/task Renew the insurance customer:Acme due:\"mon 16:00\" do:mon estimate:1h30 value:$100 stops:yes private:yes defer:sun");

        var card = team.Expect("alex", "Added #1 Renew the insurance").Text;
        Assert.All(
            new[] { "due Mon 16 Mar 2026, 16:00", "do-day Mon 16 Mar 2026", "not before Sun 15 Mar 2026", "90m", "$100", "Acme", "private", "the business may stop", "important" },
            fact => Assert.Contains(fact, card));
    }

    [Fact]
    public async Task Every_part_of_a_task_can_be_changed_and_taken_away_again()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll customer:Acme estimate:45m");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/edit 1 value:$1 stops:yes private:yes defer:2026-03-20");
        Assert.Contains("not before Fri 20 Mar 2026 (in 7 days) · 45m · $1 · Acme · private · the business may stop", team.Expect("alex", "Changed: #1").Text);

        await team.SaysAsync("alex", "/edit 1 customer:none estimate:0m stops:no private:no defer:none value:$10");
        var card = team.Expect("alex", "Changed: #1").Text;
        Assert.All(new[] { "Acme", "45m", "private", "business", "not before" }, gone => Assert.DoesNotContain(gone, card));
    }

    [Fact]
    public async Task A_length_that_cannot_be_used_is_repeated_as_it_was_typed()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll estimate:200h");
        var refused = team.Expect("alex", "An estimate is at least 1 minute").Text;
        Assert.Contains("You typed: /task Payroll estimate:200h", refused);
        await team.SaysAsync("alex", "/task Payroll estimate:45m");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/edit 1 estimate:200h");
        Assert.Contains("You typed: /edit 1 estimate:200h", team.Expect("alex", "at most 80 hours; 0m takes it away").Text);
        await team.SaysAsync("alex", "/fit 0");

        Assert.Contains("You typed: /fit 0", team.Expect("alex", "You typed").Text);
    }

    [Fact]
    public async Task Of_several_that_are_done_each_line_says_one_thing()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:fri");
        team.Expect("alex", "Promised, with task #2");

        await team.SaysAsync("alex", "/done 1 2");

        Assert.Contains("Done: #2 the new quote\nWith it the promise to Acme is kept.", team.Expect("alex", "Done: #1").Text);
    }

    [Fact]
    public async Task O3_A_deferred_task_is_in_no_list_before_its_day_and_back_in_it_then()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Tax papers defer:sat");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "nothing open");
        await team.SaysAsync("alex", "/why 1");
        team.Expect("alex", "#1 Tax papers is deferred: it is in no list before Sat 14 Mar.");
        await team.SaysAsync("alex", "/tasks state:deferred");
        team.Expect("alex", "Tasks of alex · 1 deferred");

        await team.AdvanceToAsync("2026-03-14 08:00");

        Assert.DoesNotContain("#1", team.Expect("#team", "Fri 13 Mar").Text);
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "1 #1 Tax papers");
    }

    [Fact]
    public async Task O1_What_the_business_may_stop_without_is_urgent_without_any_date()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/task Renew the domain stops:yes");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/why 1");
        team.Expect("alex", "Q1 urgent + important · the business may stop");
    }

    [Fact]
    public async Task Undo_works_for_ten_minutes_and_then_says_why_not_and_offers_what_works()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/drop 1");
        team.Expect("alex", "Dropped: #1");
        await team.AdvanceToAsync("08:36");
        team.Expect("#team", "Fri 13 Mar");

        await team.PressesAsync("alex", "Undo", 1);

        var late = team.Shown[^1];
        Assert.Contains("Nothing was changed: Undo works for ten minutes, and that change was made at 08:25. What works now: Restore, below.", late.Text);
        await team.PressesAsync("alex", "Restore", 1);
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "1 #1 Payroll");
    }

    [Fact]
    public async Task Undo_takes_back_any_change_within_ten_minutes()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await team.SaysAsync("alex", "/task Payroll value:$10 estimate:20m");
        team.IgnoreRest("The echoes are not what this is about.");
        foreach (var change in new[] { "/edit 1 value:$1", "/edit 1 private:yes", "/edit 1 defer:mon", "/move 1 mon", "/due 1 mon", "/done 1", "/drop 1" })
        {
            await team.SaysAsync("alex", change);
            await team.AdvanceToAsync("+9m");
            await team.PressesAsync("alex", "Undo", 1);
            Assert.EndsWith("Undone. Now again: #1 Payroll\n20m · $10 · important", team.Shown[^1].Text);
        }

        await team.SaysAsync("alex", "/tasks");
        Assert.EndsWith("1 #1 Payroll — 20m · $10", team.Shown[^1].Text);
    }

    [Fact]
    public async Task Adding_is_undone_too_and_whoever_was_told_of_it_hears_that()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Wrong list for:@alex");
        team.Expect("sam", "Added #1 Wrong list");
        team.Expect("alex", "sam gave you #1");

        await team.PressesAsync("sam", "Undo", 1);

        team.Expect("alex", "#1 was dropped by sam: Wrong list");
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "nothing open");
    }

    [Fact]
    public async Task What_is_deferred_until_after_it_is_due_says_so()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/task Tax papers due:mon defer:tue");

        team.Expect("alex", "not before Tue 17 Mar 2026 (in 4 days), which is after it is due");
    }

    [Fact]
    public async Task A_dropped_task_is_found_in_the_list_of_dropped_ones_and_restored_there()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Payroll");
        await team.SaysAsync("alex", "/drop 1");
        await team.SaysAsync("alex", "/tasks state:dropped");
        team.Expect("alex", "Tasks of alex · 1 dropped");

        await team.PressesAsync("alex", "#1 Payroll");
        await team.PressesAsync("alex", "Restore", 1);

        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "1 #1 Payroll");
        team.IgnoreRest("The cards on the way are not what this is about.");
    }

    [Fact]
    public async Task Several_are_done_in_one_line_and_the_time_is_shared_among_them()
    {
        await using var team = await Team.StartAsync();
        foreach (var what in new[] { "One", "Two", "Three" }) await team.SaysAsync("alex", $"/task {what}");
        team.IgnoreRest("The additions are not what this is about.");

        await team.SaysAsync("alex", "/done 1 2 3 25m");
        team.Expect("alex", "Done: #1 One");

        await team.SaysAsync("alex", "/log");
        var log = team.Expect("alex", "25 min logged").Text;
        Assert.All(new[] { "9 min tasks · #1", "8 min tasks · #2", "8 min tasks · #3" }, share => Assert.Contains(share, log));
    }

    [Theory]
    [InlineData("/done 1 two")]
    [InlineData("/done 1 25h")]
    [InlineData("/done 1 2 0m")]
    public async Task What_done_cannot_read_is_repeated_with_a_line_that_works(string typed)
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task One");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", typed);

        var answer = team.Expect("alex", "This would work: /done 12 13 14 25m").Text;
        Assert.Contains(typed["/done 1 ".Length..], answer);
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "1 #1 One");
    }

    [Fact]
    public async Task The_undo_of_one_of_several_leaves_the_others_theirs()
    {
        await using var team = await Team.StartAsync();
        foreach (var what in new[] { "One", "Two" }) await team.SaysAsync("alex", $"/task {what}");
        team.IgnoreRest("The additions are not what this is about.");
        await team.SaysAsync("alex", "/done 1 2");

        await team.PressesAsync("alex", "Undo #1");
        await team.PressesAsync("alex", "Undo #2");

        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "2 open");
    }

    [Fact]
    public async Task Whoever_gets_a_task_hears_of_it_once_and_privately_and_whoever_asked_hears_who_has_it()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Check the invoice for:@alex");
        team.Expect("sam", "Added #1");
        team.Expect("alex", "sam gave you #1 Check the invoice");

        await team.SaysAsync("alex", "/edit 1 for:@kim");

        team.Expect("alex", "Changed: #1");
        team.Expect("kim", "alex gave you #1 Check the invoice");
        team.Expect("sam", "What you asked for, #1 Check the invoice, is done by kim now; alex gave it on.");
        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task Two_who_press_at_once_one_acts_and_the_other_learns_what_was_done()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam");
        await team.SaysAsync("sam", "/task Check the invoice for:@alex due:today");
        team.IgnoreRest("What each of them is told is not what this is about.");
        await team.SaysAsync("kim", "/tasks @alex");
        await team.PressesAsync("kim", "#1 Check the invoice");

        await team.PressesAsync("alex", "Done", 1);
        await team.PressesAsync("kim", "Drop", 1);

        Assert.Contains("Nothing was changed: since this was shown, alex finished it", team.Shown.Last(shown => shown.OnlyFor?.Value == "kim").Text);
        await team.SaysAsync("kim", "/tasks @alex state:done");
        team.Expect("kim", "1 done");
    }

    [Fact]
    public async Task Two_who_edit_at_once_both_have_their_say_when_they_change_different_things()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam");
        await team.SaysAsync("alex", "/task Payroll");
        team.Expect("alex", "Added #1");

        await team.SaysAsync("alex", "/edit 1 estimate:45m");
        team.Expect("alex", "45m");
        await team.SaysAsync("kim", "/edit 1 value:$100");

        Assert.Contains("45m · $100", team.Expect("kim", "Changed: #1").Text);
    }
}
