using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Triage;

public sealed class PinTests
{
    [Fact]
    public async Task O5_The_owners_own_order_comes_first_everywhere_and_lasts_one_logical_day()
    {
        await using var team = await Team.StartAsync();
        await AddThreeAsync(team);

        await team.SaysAsync("alex", "/pin 3 2");
        team.Expect("alex", "Your order for today, before all others until your day is over:\n1 #3 Third\n2 #2 Second");
        await team.SaysAsync("alex", "/tasks");
        Assert.Matches("(?s)1 #3 Third — \\(your order\\).*2 #2 Second — \\(your order\\).*3 #1 First — due", team.Expect("alex", "3 open").Text);
        await team.SaysAsync("alex", "/why 3");
        team.Expect("alex", "(your order) · Q2 important · created 0 min ago → 1st of 3");
        await team.AdvanceToAsync("08:30");
        Assert.Matches("(?s)1 #3 Third [^\n]*\\(your order\\).*#1 First", team.Expect("#team", "Fri 13 Mar").Text);

        await team.AdvanceToAsync("2026-03-14 03:59");
        team.Expect("alex", "Fri 13 Mar is over.");
        await team.SaysAsync("alex", "/pin");
        team.Expect("alex", "1 #3 Third");
        await team.AdvanceToAsync("2026-03-14 04:00");
        await team.SaysAsync("alex", "/pin");
        team.Expect("alex", "You have no order of your own for today");
        await team.SaysAsync("alex", "/tasks");
        Assert.Contains("1 #1 First", team.Expect("alex", "3 open").Text);
    }

    [Fact]
    public async Task What_is_pinned_can_be_taken_back_and_taken_away()
    {
        await using var team = await Team.StartAsync();
        await AddThreeAsync(team);
        await team.SaysAsync("alex", "/pin 3");
        await team.SaysAsync("alex", "/pin 2");
        team.Expect("alex", "1 #3 Third");
        team.Expect("alex", "1 #2 Second");

        await team.PressesAsync("alex", "Undo");
        Assert.Contains("1 #3 Third", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/pin none");

        team.Expect("alex", "You have no order of your own for today");
    }

    [Fact]
    public async Task X4_An_older_undo_changes_nothing_once_the_order_was_changed_again()
    {
        await using var team = await Team.StartAsync();
        await AddThreeAsync(team);
        await team.SaysAsync("alex", "/pin 3");
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "1 #3 Third");
        team.Expect("alex", "3 open");

        await team.DeliversAsync("elsewhere", "alex", "/pin 2 1");
        await team.PressesAsync("alex", "Undo");

        Assert.Contains("Your order was changed since, so nothing was taken back.", team.Shown[^1].Text);
        Assert.Contains("1 #2 Second", team.Shown[^1].Text);
    }

    [Theory]
    [InlineData("/pin 9", "Not open on your list, so nothing was changed: #9.")]
    [InlineData("/pin 4", "Not open on your list, so nothing was changed: #4.")]
    [InlineData("/pin first", "You typed: first")]
    [InlineData("/pin 1 1", "You typed: 1 1")]
    public async Task Only_open_tasks_of_ones_own_are_pinned(string typed, string answer)
    {
        await using var team = await Team.StartAsync();
        await AddThreeAsync(team);
        await team.SaysAsync("sam", "/task Water the plants");
        team.Expect("sam", "Added #4");

        await team.SaysAsync("alex", typed);

        team.Expect("alex", answer);
    }

    [Fact]
    public async Task What_is_done_leaves_the_order_by_itself()
    {
        await using var team = await Team.StartAsync();
        await AddThreeAsync(team);
        await team.SaysAsync("alex", "/pin 3 2");
        team.Expect("alex", "2 #2 Second");
        await team.SaysAsync("alex", "/done 3");
        team.Expect("alex", "Done: #3");

        await team.SaysAsync("alex", "/pin");

        Assert.DoesNotContain("#3", team.Expect("alex", "1 #2 Second").Text);
    }

    private static async Task AddThreeAsync(Team team)
    {
        await team.SaysAsync("alex", "/task First due:today");
        await team.SaysAsync("alex", "/task Second");
        await team.SaysAsync("alex", "/task Third");
        for (var number = 1; number <= 3; number++) team.Expect("alex", $"Added #{number}");
    }
}
