using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Setup;

public sealed class ClosuresTests
{
    [Fact]
    public async Task On_closed_days_there_is_no_agenda_and_a_held_message_finds_its_break_after_them()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 16:50");
        await team.SaysAsync("sam", "/urgent Toner is out");
        Assert.Contains("Fri 13 Mar", team.Expect("sam", "#1").Text);

        await team.SaysAsync("alex", "/closures tomorrow why:\"Fair\"", "dm");
        team.Expect("alex", "Your closed days:\nFri 13 Mar: Fair\nHeld messages: 1. Waiting longer than promised now: 1");
        await team.AdvanceToAsync("2026-03-16 08:35");

        Assert.Contains("because there are other closed days", team.Expect("sam", "Your #1 (Toner is out) comes later").Text);
        team.Expect("#team", "Mon 16 Mar");
        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task A_closure_is_shown_opened_again_in_part_and_taken_back()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await team.SaysAsync("alex", "/closures", "dm");
        team.Expect("alex", "Your closed days: none beside the weekly hours.");

        await team.SaysAsync("alex", "/closures 2026-04-02 to 2026-04-06 why:Easter", "dm");
        team.Expect("alex", "Your closed days:\nThu 2 Apr to Mon 6 Apr: Easter");
        await team.SaysAsync("alex", "/closures 2026-05-01", "dm");
        team.Expect("alex", "Thu 2 Apr to Mon 6 Apr: Easter\nFri 1 May");
        await team.PressesAsync("alex", "Undo");
        Assert.EndsWith("Taken back. It is as before:\nYour closed days:\nThu 2 Apr to Mon 6 Apr: Easter", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/closures open:2026-04-04", "dm");
        team.Expect("alex", "Thu 2 Apr to Fri 3 Apr: Easter\nSun 5 Apr to Mon 6 Apr: Easter");
    }

    [Fact]
    public async Task What_is_no_span_of_days_is_answered_with_one_that_works_and_nothing_changes()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");

        await team.SaysAsync("alex", "/closures \"tomorrow 15:00\"", "dm");
        team.Expect("alex", "Closed days are a day or a span of days");
        await team.SaysAsync("alex", "/closures 2026-04-06 to 2026-04-02", "dm");
        team.Expect("alex", "A closure begins with its first day and lasts 120 days at most.\nYou typed: /closures 2026-04-06 to 2026-04-02");
        await team.SaysAsync("alex", "/closures 2026-04-02 to 2027-04-02", "dm");
        team.Expect("alex", "lasts 120 days at most");
        await team.SaysAsync("sam", "/closures 2026-04-02 for:@alex");
        team.Expect("sam", "/closures is not yours to use");
        await team.SaysAsync("alex", "/closures", "dm");
        team.Expect("alex", "none beside the weekly hours");
    }

    [Fact]
    public async Task An_admin_closes_a_day_for_all_owners()
    {
        await using var team = await Team.StartAsync("alex:owner:admin kim:owner sam", "2026-03-12 09:00");

        await team.SaysAsync("alex", "/closures 2026-05-01 why:\"Labour Day\" for:team", "dm");

        team.Expect("alex", "kim's closed days:\nFri 1 May: Labour Day");
        team.Expect("kim", "alex changed the set-up:\nYour closed days:\nFri 1 May: Labour Day");
    }

    [Theory]
    [InlineData("next week", "Mon 16 Mar to Sun 22 Mar")]
    [InlineData("this week", "Thu 12 Mar to Sun 15 Mar")]
    [InlineData("next weekend", "Sat 21 Mar to Sun 22 Mar")]
    [InlineData("next month", "Wed 1 Apr to Thu 30 Apr")]
    [InlineData("july", "Wed 1 Jul to Fri 31 Jul")]
    [InlineData("mon to wed", "Mon 16 Mar to Wed 18 Mar")]
    [InlineData("sat to next week", "Sat 14 Mar to Sun 22 Mar")]
    public async Task Days_that_are_named_together_are_closed_together(string typed, string closed)
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");

        await team.SaysAsync("alex", $"/closures {typed}", "dm");

        Assert.Equal($"Your closed days:\n{closed}", team.Expect("alex", "Your closed days").Text);
    }

    [Theory]
    [InlineData("mon-wed", "Mon 16 Mar 2026 to Wed 18 Mar 2026", "Mon 16 Mar to Wed 18 Mar")]
    [InlineData("sat - next friday", "Sat 14 Mar 2026 to Fri 20 Mar 2026", "Sat 14 Mar to Fri 20 Mar")]
    public async Task A_span_with_a_dash_is_offered_as_the_days_it_means(string typed, string button, string closed)
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");

        await team.SaysAsync("alex", $"/closures \"{typed}\" why:Fair", "dm");

        var asked = team.Expect("alex", "Several days are written with “to”");
        Assert.Contains($"You typed: /closures \"{typed}\" why:Fair", asked.Text, StringComparison.Ordinal);
        Assert.Equal([button], asked.Buttons);
        await team.PressesAsync("alex", button);
        Assert.EndsWith($"Your closed days:\n{closed}: Fair", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_day_that_was_perhaps_meant_is_closed_in_place_of_the_first()
    {
        await using var team = await Team.StartAsync("alex:owner:admin kim:owner sam", "2026-03-12 09:00");
        await team.SaysAsync("alex", "/closures 2026-05-01", "dm");
        team.Expect("alex", "Your closed days:\nFri 1 May");
        await team.SaysAsync("alex", "/closures thursday why:Fair for:team", "dm");
        team.Expect("alex", "Thu 19 Mar: Fair\nFri 1 May");
        team.Expect("kim", "Thu 19 Mar: Fair");

        await team.PressesAsync("alex", "Thu 12 Mar 2026 instead");

        Assert.Contains("kim's closed days:\nThu 12 Mar: Fair", team.Expect("alex", "Your closed days:\nThu 12 Mar: Fair\nFri 1 May").Text, StringComparison.Ordinal);
        team.Expect("kim", "Your closed days:\nThu 12 Mar: Fair");
        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "Your closed days:\nThu 19 Mar: Fair\nFri 1 May");
        team.IgnoreRest("what kim is told of it");
    }

    [Fact]
    public async Task The_other_beginning_of_a_span_keeps_its_end_and_opens_days_as_well()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await team.SaysAsync("alex", "/closures thursday to saturday", "dm");
        team.Expect("alex", "Your closed days:\nThu 19 Mar to Sat 21 Mar");
        await team.PressesAsync("alex", "Thu 12 Mar 2026 to Sat 14 Mar 2026 instead");
        Assert.EndsWith("Your closed days:\nThu 12 Mar to Sat 14 Mar", team.Shown[^1].Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/closures 2026-03-19", "dm");
        team.Expect("alex", "Thu 19 Mar");
        await team.SaysAsync("alex", "/closures open:thursday", "dm");
        team.Expect("alex", "Your closed days:\nThu 12 Mar to Sat 14 Mar");
        await team.PressesAsync("alex", "Thu 12 Mar 2026 instead");
        Assert.EndsWith("Your closed days:\nFri 13 Mar to Sat 14 Mar\nThu 19 Mar", team.Shown[^1].Text, StringComparison.Ordinal);
        team.IgnoreRest("the review of a day on which alex is not there");
    }

    [Fact]
    public async Task An_other_day_that_comes_too_late_changes_nothing_and_says_what_was_changed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await team.SaysAsync("alex", "/closures thursday", "dm");
        team.Expect("alex", "Thu 19 Mar");
        await team.SaysAsync("alex", "/closures 2026-05-01", "dm");
        team.Expect("alex", "Fri 1 May");

        await team.PressesAsync("alex", "Thu 12 Mar 2026 instead");

        Assert.EndsWith("Your closed days:\nThu 19 Mar\nFri 1 May", team.Shown[^1].Text, StringComparison.Ordinal);
    }
}
