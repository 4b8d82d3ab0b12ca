using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.TimeLog;

public sealed class LogTests
{
    [Fact]
    public async Task Logged_time_is_echoed_summed_and_can_be_taken_back_and_put_back()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 11:00");
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "nothing logged yet");

        await team.SaysAsync("alex", "/log 30m customers Acme Ltd");
        team.Expect("alex", "Logged: 30 min customers · Acme Ltd\nToday: 30 min in all.");
        await team.SaysAsync("alex", "/log 1h30 billing");
        team.Expect("alex", "Today: 2h in all.");
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "Today · 2h logged · billing 1h 30m · customers 30 min\n30 min customers · Acme Ltd\n1h 30m billing\n0 min of 2h working time so far are unlogged.");

        await team.PressesAsync("alex", "Undo 1h 30m");
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "Today · 30 min logged · customers 30 min");
        await team.PressesAsync("alex", "Put it back");
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "Today · 2h logged");
        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task What_cannot_be_logged_is_answered_with_what_was_typed_and_a_line_that_works()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/log 30m");
        Assert.Contains("You typed: /log 30m\nThis would work: /log 30m customers Acme", team.Expect("alex", "What did the time go to?").Text);
        await team.SaysAsync("alex", "/log 25h billing");
        team.Expect("alex", "at most a day. You typed: /log 25h billing");
        await team.SaysAsync("alex", "/log function:billing");
        team.Expect("alex", "How long was it? You typed: /log function:billing");
        await team.SaysAsync("alex", "/log 20m task:99");
        team.Expect("alex", "There is no #99 here");
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "nothing logged yet");
    }

    [Fact]
    public async Task Time_for_a_task_goes_to_its_customer_and_an_urgent_message_is_unplanned()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Refund Kay customer:Acme");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("sam", "/urgent Heating is out customer:Northside");
        team.Expect("sam", "#2");

        await team.SaysAsync("alex", "/log 20m task:1");
        team.Expect("alex", "Logged: 20 min customers · Acme · #1");
        await team.SaysAsync("alex", "/log 10m task:#2");
        team.Expect("alex", "Logged: 10 min customers · Northside · #2 (unplanned)");
        await team.PressesAsync("alex", "It was planned");
        await team.SaysAsync("alex", "/log");
        Assert.DoesNotContain("unplanned", team.Expect("alex", "Today · 30 min logged").Text);
    }

    [Fact]
    public async Task Yesterdays_time_counts_for_yesterday_and_a_new_function_is_pointed_out()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/log 45m costumers day:yesterday");

        Assert.Contains("“costumers” is new here", team.Expect("alex", "Thu 12 Mar: 45 min in all.").Text);
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "Today · nothing logged yet");
        await team.SaysAsync("alex", "/log day:yesterday");
        team.Expect("alex", "Thu 12 Mar · 45 min logged");
    }

    [Fact]
    public async Task An_old_button_changes_nothing_and_shows_the_entry_as_it_is_and_nobody_elses_time_can_be_changed()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/log 30m billing");
        team.Expect("alex", "Logged: 30 min billing");
        await team.SaysAsync("alex", "/log");
        team.Expect("alex", "Today · 30 min logged");
        await team.PressesAsync("alex", "Undo 30 min");
        Assert.Contains("Taken back: 30 min billing", team.Shown[^1].Text);

        await team.PressesAsync("alex", "It was unplanned");

        Assert.Contains("Taken back: 30 min billing", team.Shown[^1].Text);
        await team.SaysAsync("sam", "/log");
        team.Expect("sam", "nothing logged yet");
    }
}
