using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rule H7: what arrives while the owner is reading.</summary>
public sealed class NewcomerTests
{
    [Fact]
    public async Task With_five_minutes_left_a_newcomer_is_read_in_the_same_break()
    {
        await using var team = await OpenAsync();
        await team.AdvanceToAsync("10:36");
        await team.SaysAsync("kim", "/urgent Late question");
        Assert.Contains("five minutes", team.Expect("kim", "#2").Text);

        await team.AdvanceToAsync("10:40");
        await team.PressesAsync("alex", "Do today", 1);

        team.Expect("sam", "#1");
        Assert.Contains("2 of 2", team.Expect("alex", "Late question").Text);
    }

    [Fact]
    public async Task With_less_than_five_minutes_left_a_newcomer_waits_for_the_next_break_and_its_receipt_said_so()
    {
        await using var team = await OpenAsync();
        await team.AdvanceToAsync("10:38");
        await team.SaysAsync("kim", "/urgent Late question");
        var receipt = team.Expect("kim", "#2").Text;
        Assert.Contains("12:30", receipt);
        Assert.Contains("13:15", receipt);

        await team.AdvanceToAsync("10:41");
        await team.PressesAsync("alex", "Do today", 1);

        team.Expect("sam", "#1");
        var summary = team.Expect("alex", "1 read").Text;
        Assert.DoesNotContain("Late question", summary);
        Assert.DoesNotContain("arried", summary);
        team.ExpectNothing("kim");
    }

    [Fact]
    public async Task A_newcomer_in_the_last_minutes_is_not_given_false_hope()
    {
        await using var team = await OpenAsync();
        await team.AdvanceToAsync("10:41");

        await team.SaysAsync("kim", "/urgent Late question");

        var receipt = team.Expect("kim", "13:15").Text;
        Assert.DoesNotContain("five minutes", receipt);
        team.IgnoreRest("the break stays open");
    }

    [Fact]
    public async Task A_newcomer_does_not_overtake_what_is_in_the_snapshot()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.SaysAsync("lee", "/urgent Third due:\"today 10:50\"");
        team.Expect("lee", "#3");

        await team.PressesAsync("alex", "Do today", 1);
        Assert.Contains("Second", team.Expect("alex", "2 of 2").Text);
        await team.PressesAsync("alex", "Do today", 2);

        Assert.Contains("Third", team.Expect("alex", "3 of 3").Text);
        team.Expect("sam", "#1");
        team.Expect("kim", "#2");
    }

    private static async Task<Team> OpenAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-13 10:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "Server down");
        return team;
    }
}
