using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rules H13 and H15: the end of a break, and a break with nothing in it.</summary>
public sealed class EndTests
{
    [Fact]
    public async Task What_is_left_is_carried_to_a_named_break_and_its_requester_hears_of_the_later_time()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "Yes"));
        team.Expect("sam", "Yes");
        team.Expect("alex", "Second");

        await team.SaysAsync("alex", "/break end", "dm");

        var summary = team.Expect("alex", "1 answered").Text;
        Assert.Contains("1 read", summary);
        Assert.Contains("1 carried", summary);
        Assert.Contains("12:30", summary);
        var told = team.Expect("kim", "#2").Text;
        Assert.Contains("11:00", told);
        Assert.Contains("13:15", told);
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Nobody_hears_of_a_carry_that_keeps_what_they_were_told()
    {
        // Asked during the break, both were promised an answer from the next one at the latest.
        await using var team = await Drains.TwoHeldAsync();
        await team.AdvanceToAsync("10:32");
        await team.SaysAsync("lee", "/urgent Third");
        Assert.Contains("13:15", team.Expect("lee", "#3").Text);
        await team.PressesAsync("alex", "Someday", 1);
        await team.PressesAsync("alex", "Someday", 2);
        team.Expect("sam", "#1");
        team.Expect("kim", "#2");
        team.Expect("alex", "Second");
        team.Expect("alex", "Third");

        await team.SaysAsync("alex", "/break end", "dm");

        team.Expect("alex", "1 carried");
        team.ExpectNothing("lee");
        await team.SaysAsync("lee", "/requests");
        Assert.Contains("13:15", team.Expect("lee", "#3").Text);
    }

    [Fact]
    public async Task A_break_nobody_ends_is_ended_when_its_time_is_over_and_nobody_looks_at_it_any_more()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.AdvanceToAsync("10:50");

        Assert.Contains("2 carried", team.Expect("alex", "0 read").Text);
        team.Expect("sam", "#1");
        team.Expect("kim", "#2");
    }

    [Fact]
    public async Task The_summary_counts_every_kind_of_choice()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:25");
        for (var number = 1; number <= 7; number++) await team.SaysAsync("sam", $"/urgent Question {number}");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        foreach (var number in new[] { 1, 2 })
        {
            await team.PressesAsync("alex", "Answer", number);
            await team.FillsAsync("alex", ("text", "Yes"));
        }

        await team.PressesAsync("alex", "Do today", 3);
        await team.PressesAsync("alex", "Schedule", 4);
        await team.PressesAsync("alex", "Mon 16 Mar", 4);
        await team.PressesAsync("alex", "Delegate", 5);
        await team.PressesAsync("alex", "kim", 5);
        await team.PressesAsync("alex", "Decline", 6);
        await team.FillsAsync("alex");
        await team.PressesAsync("alex", "Skip", 7);

        var summary = team.Expect("alex", "7 read").Text;
        foreach (var part in new[] { "2 answered", "1 for today", "1 planned", "1 delegated", "1 declined", "1 carried" }) Assert.Contains(part, summary);
        Assert.DoesNotContain("someday", summary);
        team.IgnoreRest("what requesters read is not what this is about");
    }

    [Fact]
    public async Task Ending_when_no_break_is_open_says_so_and_names_the_next()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("alex", "/break end", "dm");

        team.Expect("alex", "10:30");
    }

    [Fact]
    public async Task An_empty_queue_is_said_with_the_next_promise_due_and_the_next_break()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Do today", 1);
        await team.PressesAsync("alex", "Do today", 2);
        team.Expect("sam", "#1");
        team.Expect("kim", "#2");
        team.Expect("alex", "Second");
        team.Expect("alex", "2 read");

        await team.SaysAsync("alex", "/break", "dm");

        var empty = team.Expect("alex", "Nothing is held").Text;
        Assert.Contains("First", empty);
        Assert.Contains("12:30", empty);
    }

    [Fact]
    public async Task With_nothing_held_and_nothing_owed_the_break_says_that_too()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:30");

        await team.SaysAsync("alex", "/break", "dm");

        var empty = team.Expect("alex", "Nothing is held").Text;
        Assert.DoesNotContain("#", empty);
        Assert.Contains("12:30", empty);
    }

    [Fact]
    public async Task Carried_once_more_whoever_waits_longest_is_not_put_behind_who_came_later()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:05");
        team.IgnoreRest("breaks in which nothing is decided");
        await team.SaysAsync("sam", "/urgent Old one", "dm");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        await team.AdvanceToAsync("11:30");
        await team.SaysAsync("kim", "/urgent New one", "dm");
        await team.AdvanceToAsync("12:30");
        await team.SaysAsync("alex", "/break", "dm");
        await team.AdvanceToAsync("13:01");

        await team.SaysAsync("alex", "/queue", "dm");

        var queue = team.Shown.Last(shown => shown.IsAddressedTo("alex")).Text;
        Assert.Contains("1. #1 Old one", queue, StringComparison.Ordinal);
        Assert.Contains("2. #2 New one", queue, StringComparison.Ordinal);
        Assert.Equal(2, queue.Split("break 14:30").Length - 1);
    }
}
