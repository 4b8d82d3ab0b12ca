using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rules H6 and H17: one order everywhere, and clocks that run while a message is held.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task How_long_a_message_has_waited_is_working_time_in_the_queue_the_drain_and_why()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 16:50");
        await team.SaysAsync("sam", "/urgent Server down", "dm");
        team.Expect("sam", "#1");

        await team.AdvanceToAsync("2026-03-16 09:20");

        await team.SaysAsync("alex", "/queue", "dm");
        Assert.Contains("waiting 30 min ·", team.Expect("alex", "1 held.").Text);
        await team.SaysAsync("alex", "/why 1", "dm");
        Assert.Contains("waiting 30 min of 3h", team.Expect("alex", "clocks run").Text);
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("waiting 30 min of 3h", team.Expect("alex", "1 of 1").Text);
        team.IgnoreRest("agendas and reviews");
    }

    [Fact]
    public async Task The_queue_the_drain_and_why_have_the_same_order()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent First asked");
        await team.AdvanceToAsync("+10m");
        await team.SaysAsync("kim", "/urgent Second asked");
        await team.AdvanceToAsync("+10m");
        await team.SaysAsync("sam", "/urgent Needed soonest due:\"today 11:30\"");
        team.Expect("sam", "#1");
        team.Expect("kim", "#2");
        Assert.Contains("1st", team.Expect("sam", "#3").Text);

        await team.SaysAsync("alex", "/queue", "dm");
        var queue = team.Expect("alex", "#3").Text;
        Assert.Equal(["#3", "#1", "#2"], new[] { "#1", "#2", "#3" }.OrderBy(number => queue.IndexOf(number, StringComparison.Ordinal)));

        await WhyAsync(team, 3, "1st of 3");
        await WhyAsync(team, 1, "2nd of 3");
        await WhyAsync(team, 2, "3rd of 3");

        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("1 of 3", team.Expect("alex", "#3").Text);
        await team.PressesAsync("alex", "Someday", 3);
        Assert.Contains("2 of 3", team.Expect("alex", "First asked").Text);
        await team.PressesAsync("alex", "Someday", 1);
        Assert.Contains("3 of 3", team.Expect("alex", "Second asked").Text);
        team.Expect("sam", "#3");
        team.Expect("sam", "#1");
    }

    [Fact]
    public async Task Why_says_that_the_clock_runs_while_the_message_is_held()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await team.AdvanceToAsync("10:05");

        await team.SaysAsync("sam", "/why 1");

        var why = team.Expect("sam", "clocks run").Text;
        Assert.Contains("45 min of 3h", why);
        Assert.Contains("12:20", why);
        Assert.Contains("11:00", why);
    }

    [Fact]
    public async Task The_clock_stands_still_outside_working_hours()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 11:30", change: Plans.With("11:00 15m, 13:30 15m, 16:00 15m", "mon-fri 09:00-12:00 13:00-17:00"));
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await team.AdvanceToAsync("13:10");

        await team.SaysAsync("sam", "/why #1");

        team.Expect("sam", "40 min of 3h");
    }

    [Fact]
    public async Task Why_of_something_decided_says_what_became_of_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await team.PressesAsync("sam", "Withdraw", 1);
        team.Expect("sam", "#1");

        await team.SaysAsync("sam", "/why 1");

        team.Expect("sam", "withdrawn");
    }

    private static async Task WhyAsync(Team team, int number, string place)
    {
        await team.SaysAsync("alex", $"/why {number}", "dm");
        Assert.Contains(place, team.Expect("alex", $"#{number}").Text);
    }
}
