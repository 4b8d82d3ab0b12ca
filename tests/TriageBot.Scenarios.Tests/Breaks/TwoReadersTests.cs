using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rule H14: two people on one queue, closed windows and crashes.</summary>
public sealed class TwoReadersTests
{
    private const string Everybody = "alex:owner kim:owner sam lee";

    [Fact]
    public async Task Each_reader_gets_another_message()
    {
        await using var team = await BothReadAsync();

        await team.PressesAsync("alex", "Do today", 1);
        await team.PressesAsync("kim", "Someday", 2);

        team.Expect("sam", "alex");
        team.Expect("lee", "kim");
        Assert.Contains("Third", team.Expect("alex", "3 of 3").Text);
        team.Expect("kim", "alex");
    }

    [Fact]
    public async Task A_reader_with_nothing_left_hears_who_has_the_last_ones()
    {
        await using var team = await BothReadAsync();
        await team.PressesAsync("alex", "Do today", 1);
        team.Expect("sam", "#1");
        team.Expect("alex", "Third");

        await team.PressesAsync("kim", "Someday", 2);

        team.Expect("lee", "#2");
        var answer = team.Expect("kim", "alex").Text;
        Assert.Contains("10:40", answer);
    }

    [Fact]
    public async Task The_other_readers_message_is_theirs_for_ten_minutes()
    {
        await using var team = await BothReadAsync();
        await team.AdvanceToAsync("10:39");
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "#1");

        await team.SaysAsync("kim", "/break for:@alex", "dm");

        Assert.DoesNotContain("First", team.Expect("kim", "Second").Text);
    }

    [Fact]
    public async Task After_ten_minutes_a_closed_window_frees_the_message_with_its_rank_unchanged()
    {
        await using var team = await BothReadAsync();
        await team.AdvanceToAsync("10:35");
        await team.PressesAsync("kim", "Someday", 2);
        team.Expect("lee", "#2");
        team.Expect("kim", "Third");

        await team.AdvanceToAsync("10:41");
        await team.SaysAsync("kim", "/break for:@alex", "dm");

        Assert.Contains("First", team.Expect("kim", "#1").Text);
        team.IgnoreRest("the break stays open");
    }

    [Fact]
    public async Task Whoever_comes_second_to_the_same_card_is_told_privately_who_was_first()
    {
        await using var team = await BothReadAsync();
        await team.AdvanceToAsync("10:41");
        await team.SaysAsync("kim", "/break for:@alex", "dm");
        team.Expect("kim", "First");
        await team.PressesAsync("kim", "Do today", 1);
        team.Expect("sam", "kim");

        await team.PressesAsync("alex", "Someday", 1);

        Assert.Contains("already", team.Expect("alex", "kim").Text);
        team.ExpectNothing("sam");
        team.IgnoreRest("the break stays open");
    }

    [Fact]
    public async Task An_answer_written_for_too_long_is_not_lost_when_another_reader_took_over()
    {
        await using var team = await BothReadAsync();
        await team.PressesAsync("alex", "Answer", 1);
        await team.AdvanceToAsync("10:41");
        await team.SaysAsync("kim", "/break for:@alex", "dm");
        team.Expect("kim", "First");

        await team.FillsAsync("alex", ("text", "A long and careful text"));

        Assert.Contains("kim", team.Expect("alex", "A long and careful text").Text);
        team.ExpectNothing("sam");
        team.IgnoreRest("the break stays open");
    }

    [Fact]
    public async Task After_a_crash_in_mid_drain_nothing_is_lost_and_nothing_told_twice()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "Yes"));
        team.Expect("sam", "Yes");
        team.Expect("alex", "Second");

        await team.RestartAsync();

        team.ExpectNothing("sam");
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("Second", team.Expect("alex", "2 of 2").Text);
        await team.PressesAsync("alex", "Do today", 2);
        team.Expect("kim", "#2");
        Assert.Contains("1 answered", team.Expect("alex", "2 read").Text);
    }

    [Fact]
    public async Task After_a_crash_the_card_that_was_open_still_works_and_the_rank_is_unchanged()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.RestartAsync();
        await team.SaysAsync("alex", "/queue", "dm");
        var queue = team.Expect("alex", "#1").Text;
        Assert.True(queue.IndexOf("#1", StringComparison.Ordinal) < queue.IndexOf("#2", StringComparison.Ordinal), queue);
        await team.PressesAsync("alex", "Do today", 1);

        team.Expect("sam", "today");
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task After_a_crash_a_later_time_that_was_still_to_be_told_is_told_once()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await team.SaysAsync("alex", "/break at 11:15", "dm");
        team.Expect("alex", "11:15");

        await team.RestartAsync();
        await team.AdvanceToAsync("09:40");
        await team.RestartAsync();
        await team.AdvanceToAsync("10:00");

        Assert.Contains("11:45", team.Expect("sam", "#1").Text);
        team.ExpectNothing("sam");
    }

    /// <summary>10:30: alex sees #1 "First" of sam, kim, who helps out, sees #2 "Second" of lee; #3 "Third" is left.</summary>
    private static async Task<Team> BothReadAsync()
    {
        var team = await Team.StartAsync(Everybody, "2026-03-13 10:20");
        foreach (var (who, what) in new[] { ("sam", "First"), ("lee", "Second"), ("sam", "Third") })
        {
            await team.SaysAsync(who, "/urgent " + what);
            team.Expect(who, what);
        }

        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("1 of 3", team.Expect("alex", "First").Text);
        await team.SaysAsync("kim", "/break for:@alex", "dm");
        Assert.Contains("2 of 3", team.Expect("kim", "Second").Text);
        return team;
    }
}
