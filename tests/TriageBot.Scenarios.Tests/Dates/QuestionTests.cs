using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Dates;

/// <summary>What cannot be used as it was typed is asked or refused, and a button does what was asked (rules D1, D2). The day is Friday, 13 March 2026, in Oslo.</summary>
public sealed class QuestionTests
{
    [Fact]
    public async Task A_reading_on_a_button_does_what_was_asked_with_everything_else_that_was_typed()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Pay the rent due:5/12 customer:Acme estimate:30m");
        Assert.Contains("You typed: /task Pay the rent due:5/12 customer:Acme estimate:30m", team.Expect("alex", "Is 5/12 the 5 December or the 12 May?").Text, StringComparison.Ordinal);

        await team.PressesAsync("alex", "Tue 12 May 2026");

        var added = team.Shown[^1].Text;
        Assert.Contains("Added #1 Pay the rent", added, StringComparison.Ordinal);
        Assert.Contains("due Tue 12 May 2026", added, StringComparison.Ordinal);
        Assert.Contains("30m · Acme", added, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_offers_the_corrected_text_and_pressing_it_carries_the_command_out()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Ring the bank due:tomorow");
        Assert.Contains("You typed: /task Ring the bank due:tomorow", team.Expect("alex", "tomorow").Text, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Sat 14 Mar 2026 (tomorrow)");
        Assert.Contains("Added #1 Ring the bank\ndue Sat 14 Mar 2026 (tomorrow)", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/task Pay due:yesterday")]
    [InlineData("/task Pay due:\"last friday\"")]
    [InlineData("/task Pay due:christmas")]
    [InlineData("/task Pay due:25:00")]
    [InlineData("/task Pay do:\"in a few days\"")]
    public async Task What_is_only_an_example_stands_on_no_button(string typed)
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", typed);

        var refused = team.Expect("alex", $"You typed: {typed}");
        Assert.Contains("This is how a date can be written:", refused.Text, StringComparison.Ordinal);
        Assert.Empty(refused.Buttons);
    }

    [Theory]
    [InlineData("25", "Wed 25 Mar 2026 (in 12 days)")]
    [InlineData("friday 5pm EST", "Fri 20 Mar 2026, 17:00 (in 7 days)")]
    [InlineData("fri 12 may 2026", "Tue 12 May 2026 (in 1 month)", "Fri 8 May 2026 (in 8 weeks)", "Fri 15 May 2026 (in 2 months)")]
    [InlineData("mon or tue", "Mon 16 Mar 2026 (in 3 days)", "Tue 17 Mar 2026 (in 4 days)")]
    public async Task What_was_made_from_the_typed_words_stands_on_a_button_and_stays_what_it_says(string typed, params string[] buttons)
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", $"/task Pay due:\"{typed}\"");
        Assert.Equal(buttons, team.Expect("alex", "You typed: ").Buttons);

        // The same words would mean another day by then.
        await team.AdvanceToAsync("2026-03-16 00:30");
        team.IgnoreRest("the days between");
        await team.PressesAsync("alex", buttons[^1]);

        Assert.Contains($"due {buttons[^1].Split(" (")[0]}", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_only_looked_at_can_be_meant_on_a_button_too()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/agenda 5/12");
        team.Expect("alex", "Is 5/12 the 5 December or the 12 May?");
        await team.PressesAsync("alex", "Tue 12 May 2026");
        team.Expect("alex", "Tue 12 May · 8h 00m day");
    }

    [Fact]
    public async Task Two_dates_that_are_unsure_are_asked_one_after_the_other()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Move house due:5/12 do:4/12");
        team.Expect("alex", "Is 5/12 the");
        await team.PressesAsync("alex", "Tue 12 May 2026");
        Assert.Contains("Is 4/12 the", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Sun 12 Apr 2026");
        Assert.Contains("due Tue 12 May 2026 (in 1 month) · do-day Sun 12 Apr 2026 (in 30 days)", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_date_counts_a_series_is_refused_and_its_first_date_does_what_was_asked()
    {
        await using var team = await Team.StartAsync("alex:owner sam kim", "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        await team.SaysAsync("sam", "/answered 1", "dm");

        await team.SaysAsync("sam", "/wait 1 \"photos of the boiler\" until:\"every monday\"", "dm");

        Assert.Contains("You typed: /wait 1 \"photos of the boiler\" until:\"every monday\"", team.Expect("sam", "One date counts here, not a series.").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("Waiting for the customer", StringComparison.Ordinal));
        await team.PressesAsync("sam", "Mon 16 Mar 2026");
        Assert.Contains(team.Shown, shown => shown.Text.Contains("Waiting for the customer until Mon 16 Mar", StringComparison.Ordinal));
        team.IgnoreRest("what the escalation tells others");
    }

    [Theory]
    [InlineData("/escalate Northside \"no heating\" due:\"every monday\"", "Mon 16 Mar 2026")]
    [InlineData("/away until:\"every monday\"", "Mon 16 Mar 2026")]
    [InlineData("/handoff @kim \"every monday at 12:00\"", "Mon 16 Mar 2026, 12:00")]
    [InlineData("/rotation @alex @kim from:\"every monday\"", "Mon 16 Mar 2026")]
    [InlineData("/rotation on:@kim from:\"every monday\" until:wed", "Mon 16 Mar 2026")]
    [InlineData("/hours \"mon-fri 9:00-17:00\" from:\"every monday\"", "Mon 16 Mar 2026")]
    [InlineData("/task Call at:\"every monday at 12:00\"", "Mon 16 Mar 2026, 12:00")]
    [InlineData("/agenda \"every monday\"", "Mon 16 Mar 2026")]
    public async Task Every_command_that_takes_one_date_offers_the_first_of_a_series(string typed, string first)
    {
        await using var team = await Team.StartAsync("alex:owner:admin kim:owner sam", "2026-03-13 09:20");

        await team.SaysAsync("alex", typed, "dm");

        var asked = team.Expect("alex", "One date counts here, not a series.");
        Assert.Contains(first, asked.Buttons);
        await team.PressesAsync("alex", first);
        Assert.DoesNotContain("One date counts", team.Shown[^1].Text, StringComparison.Ordinal);
        team.IgnoreRest("what the date does is said elsewhere");
    }

    [Fact]
    public async Task The_same_works_for_due_and_move_and_urgent_and_break_and_pause()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/due 1 next fryday");
        team.Expect("alex", "fryday");
        await team.PressesAsync("alex", "Fri 20 Mar 2026 (in 7 days)");
        Assert.Contains("Due date changed: #1 Backup", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/move 1 this monday");
        team.Expect("alex", "This Monday was Mon 9 Mar 2026.");
        await team.PressesAsync("alex", "Mon 16 Mar 2026 (in 3 days)");
        Assert.Contains("Do-day changed: #1", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/pause 1 until 1/4");
        team.Expect("alex", "Is 1/4 the");
        await team.PressesAsync("alex", "Wed 1 Apr 2026");
        Assert.Contains("paused until Wed 1 Apr", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/break at 11:75");
        team.Expect("alex", "You typed: /break at 11:75");
        await team.SaysAsync("sam", "/urgent Server down due:5/12");
        team.Expect("sam", "Is 5/12 the");
        await team.PressesAsync("sam", "Sat 5 Dec 2026");
        Assert.Contains("Held for alex as #2 (Server down)", team.Shown[^1].Text, StringComparison.Ordinal);
        Assert.Contains("You need it by Sat 5 Dec 2026", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_named_an_unsure_date_goes_on_from_the_button()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup");
        team.Expect("alex", "Added #1");
        await team.PressesAsync("alex", "Another date…", 1);
        await team.FillsAsync("alex", ("when", "5/12"));
        team.Expect("alex", "Is 5/12 the");
        await team.PressesAsync("alex", "Tue 12 May 2026");
        Assert.Contains("Do-day changed: #1 Backup", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Always_day_first_answers_this_and_all_later_questions_and_can_be_undone()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/task Pay the rent due:5/12");
        team.Expect("sam", "I ask this about every such date until you say which comes first.");
        await team.PressesAsync("sam", "Always month first");
        Assert.Contains(team.Shown, shown => shown.Text.Contains("Added #1 Pay the rent\ndue Tue 12 May 2026", StringComparison.Ordinal));
        team.Expect("sam", "Your dates: month first, 5/12 is 12 May.");
        await team.SaysAsync("sam", "/task Pay it again due:6/12");
        team.Expect("sam", "due Fri 12 Jun 2026");
        await team.SaysAsync("kim", "/task Mine due:6/12");
        team.Expect("kim", "Is 6/12 the");
    }

    [Fact]
    public async Task The_order_is_set_up_shown_and_taken_back()
    {
        await using var team = await Team.StartAsync("alex:owner,admin sam kim");
        await team.SaysAsync("alex", "/setup");
        team.Expect("alex", "The team's dates: 5/12 is asked about each time.");
        await team.SaysAsync("alex", "/setup team-dates:dmy");
        team.Expect("alex", "The team's dates: day first, 5/12 is 5 December.");
        await team.SaysAsync("sam", "/task Pay the rent due:5/12");
        team.Expect("sam", "due Sat 5 Dec 2026");
        await team.SaysAsync("alex", "/setup dates:MDY");
        team.Expect("alex", "Your dates: month first, 5/12 is 12 May.");
        await team.SaysAsync("alex", "/task Pay it due:5/12");
        team.Expect("alex", "due Tue 12 May 2026");
        await team.SaysAsync("alex", "/setup dates:ask");
        team.Expect("alex", "Your dates: the team's, day first");
        await team.PressesAsync("alex", "Undo");
        Assert.Contains("Your dates: month first", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_text_ends_with_may_be_unsure_and_each_reading_stands_on_a_button()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Call Kay on 5/12");
        Assert.Contains("No due date was set: Is 5/12 the", team.Expect("alex", "Added #1 Call Kay on 5/12").Text, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Tue 12 May 2026", 1);
        Assert.Contains("Due date changed: #1", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("sam", "/urgent call Kay back by 5/12");
        team.Expect("sam", "#2 (call Kay back by 5/12)");
        await team.PressesAsync("sam", "Tue 12 May 2026", 2);
        Assert.Contains("You need it by Tue 12 May 2026", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_pressed_by_somebody_else_or_twice_does_nothing_and_says_why()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Pay the rent due:5/12");
        team.Expect("alex", "Is 5/12 the");
        var button = new IncomingBody.Pressed("date-take:1:1:");

        Assert.Contains("This question is for alex, who typed the date.", Text(await team.DeliversAsync("press-1", "kim", button)), StringComparison.Ordinal);
        Assert.Contains("Added #1 Pay the rent", Text(await team.DeliversAsync("press-2", "alex", button)), StringComparison.Ordinal);
        Assert.Contains("This was answered already: Tue 12 May 2026.", Text(await team.DeliversAsync("press-3", "alex", button)), StringComparison.Ordinal);
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "1 open");
    }

    [Fact]
    public async Task A_question_outlives_a_crash()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Pay the rent due:5/12");
        team.Expect("alex", "Is 5/12 the");
        await team.RestartAsync();
        await team.PressesAsync("alex", "Sat 5 Dec 2026");
        Assert.Contains("Added #1 Pay the rent", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    private static string Text(Reply reply) => reply switch
    {
        Reply.Private answer => answer.Card.Text.ToPlainText(),
        Reply.Update answer => answer.Card.Text.ToPlainText(),
        _ => "",
    };
}
