using TriageBot.Scenarios.Tests.Urgent;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rule H2: nothing is held longer than 180 working minutes.</summary>
public sealed class CeilingTests
{
    [Fact]
    public async Task A_plan_with_a_longer_gap_has_a_forced_break_in_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 12:00", change: Plans.WithBreaks("10:30 15m"));

        await team.SaysAsync("sam", "/urgent Server down");

        // Three working hours after 10:30.
        Assert.Contains("14:00", team.Expect("sam", "13:30").Text);
        await team.AdvanceToAsync("13:30");
        team.Expect("alex", "#1");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");
    }

    [Fact]
    public async Task Without_any_break_in_the_plan_a_message_is_still_read_within_three_working_hours()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20", change: Plans.WithBreaks("none"));

        // Three hours after opening.
        await team.SaysAsync("sam", "/urgent Server down");
        Assert.Contains("12:30", team.Expect("sam", "12:00").Text);
        await team.AdvanceToAsync("12:00");

        team.Expect("alex", "#1");
    }

    [Fact]
    public async Task Skipping_cannot_make_anybody_wait_beyond_the_ceiling()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "11:00");

        await team.SaysAsync("alex", "/break skip", "dm");

        // Asked at 09:20: not the 12:30 break but one at 12:20.
        Assert.Contains("12:20", team.Expect("alex", "10:30").Text);
        await team.AdvanceToAsync("09:30");
        Assert.Contains("12:50", team.Expect("sam", "#1").Text);
        await team.AdvanceToAsync("12:20");
        team.Expect("alex", "#1");
    }

    [Fact]
    public async Task Moving_cannot_make_anybody_wait_beyond_the_ceiling()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20", change: Plans.WithBreaks("10:30 15m, 13:00 15m, 15:30 15m"));
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "11:00");

        await team.SaysAsync("alex", "/break at 14:00", "dm");
        team.Expect("alex", "14:00");
        await team.AdvanceToAsync("12:20");

        Assert.Contains("12:50", team.Expect("sam", "#1").Text);
        team.Expect("alex", "#1");
    }

    [Fact]
    public async Task A_forced_break_that_somebody_waits_for_cannot_be_skipped()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 12:00", change: Plans.WithBreaks("10:30 15m"));
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "13:30");

        await team.SaysAsync("alex", "/break skip", "dm");

        team.Expect("alex", "13:30");
        await team.AdvanceToAsync("13:30");
        team.Expect("alex", "#1");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task A_full_break_cannot_push_anybody_beyond_the_ceiling()
    {
        // One message per break: the second would have to wait until 15:30.
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20", change: Plans.WithBreaks("10:30 2m, 15:30 15m"));
        await team.SaysAsync("sam", "/urgent First");
        team.Expect("sam", "10:30");

        await team.SaysAsync("kim", "/urgent Second");

        Assert.Contains("12:20", team.Expect("kim", "#2").Text);
    }

    [Fact]
    public async Task The_ceiling_counts_working_time_only()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 16:00", change: Plans.WithBreaks("09:05 15m, 12:00 15m, 14:55 15m"));

        await team.SaysAsync("sam", "/urgent Server down");

        team.Expect("sam", "Mon 16 Mar 09:05");
    }

    [Fact]
    public async Task What_the_owner_is_asked_at_a_forced_break_is_true()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 13:00", change: Plans.WithBreaks("10:30 15m"));
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "13:30");

        await team.AdvanceToAsync("13:30");

        Assert.DoesNotContain("has waited for 3h", team.Expect("alex", "#1").Text);
    }
}
