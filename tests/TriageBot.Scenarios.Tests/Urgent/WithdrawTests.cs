using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rule H10: what was withdrawn or solved itself bothers nobody.</summary>
public sealed class WithdrawTests
{
    [Fact]
    public async Task Withdrawn_and_solved_messages_leave_the_queue_and_the_break_only_counts_them()
    {
        await using var team = await HeldAsync("First", "Second", "Third");
        await team.PressesAsync("sam", "Withdraw", 1);
        team.Expect("sam", "#1");
        await team.PressesAsync("sam", "Solved itself", 2);
        team.Expect("sam", "#2");

        await team.SaysAsync("alex", "/queue", "dm");
        var queue = team.Expect("alex", "#3").Text;
        Assert.DoesNotContain("#1", queue);
        Assert.DoesNotContain("#2", queue);

        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("1 of 1", team.Expect("alex", "#3").Text);
        await team.PressesAsync("alex", "Do today", 3);
        team.Expect("sam", "today");
        team.Expect("alex", "2 solved themselves");
    }

    [Fact]
    public async Task When_everything_solved_itself_the_break_says_so_and_nothing_else_is_read()
    {
        await using var team = await HeldAsync("First", "Second");
        await team.PressesAsync("sam", "Withdraw", 1);
        await team.PressesAsync("sam", "Solved itself", 2);

        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");

        team.Expect("alex", "2 solved themselves");
    }

    [Fact]
    public async Task What_was_withdrawn_while_the_owner_looks_at_it_is_said_and_the_next_one_comes()
    {
        await using var team = await HeldAsync("First", "Second");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "First");

        await team.PressesAsync("sam", "Withdraw", 1);
        await team.PressesAsync("alex", "Do today", 1);

        Assert.Contains("withdrawn", team.Expect("alex", "Second").Text);
        await team.PressesAsync("alex", "Do today", 2);
        team.Expect("sam", "#1");
        team.Expect("sam", "#2");
        team.Expect("alex", "1 solved itself");
    }

    [Fact]
    public async Task Requests_lists_state_and_promise_and_lets_withdraw()
    {
        await using var team = await HeldAsync("First", "Second");
        await team.SaysAsync("sam", "/requests");
        var list = team.Expect("sam", "#2");
        Assert.Contains("#1", list.Text);
        Assert.Contains("11:00", list.Text);

        await team.PressesAsync("sam", "Withdraw #2");

        team.Expect("sam", "#2");
        await team.SaysAsync("sam", "/requests");
        Assert.Contains("withdrawn", team.Expect("sam", "1 held").Text);
    }

    [Fact]
    public async Task Of_many_requests_the_oldest_can_be_withdrawn_as_well()
    {
        await using var team = await HeldAsync("Boiler", "Printer", "Lamp", "Door", "Lift", "Gate");
        await team.SaysAsync("sam", "/requests");
        team.Expect("sam", "6 held");

        await team.PressesAsync("sam", "#1 Boiler");

        Assert.Contains("withdrawn", team.Expect("sam", "Boiler").Text, StringComparison.Ordinal);
        await team.SaysAsync("sam", "/requests");
        team.Expect("sam", "5 held");
        team.IgnoreRest("promises of the others may be earlier now");
    }

    [Fact]
    public async Task Withdrawing_twice_changes_nothing_and_says_so()
    {
        await using var team = await HeldAsync("First");
        await team.SaysAsync("sam", "/requests");
        team.Expect("sam", "#1");
        await team.PressesAsync("sam", "Withdraw #1");
        team.Expect("sam", "withdrawn");

        await team.PressesAsync("sam", "Withdraw", 1);

        team.Expect("sam", "already withdrawn");
    }

    [Fact]
    public async Task Nobody_sees_anothers_requests()
    {
        await using var team = await HeldAsync("First");

        await team.SaysAsync("kim", "/requests");

        Assert.DoesNotContain("#1", team.Expect("kim", "not asked").Text);
    }

    private static async Task<Team> HeldAsync(params string[] messages)
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:20");
        foreach (var message in messages)
        {
            await team.SaysAsync("sam", "/urgent " + message);
            team.Expect("sam", message);
        }

        return team;
    }
}
