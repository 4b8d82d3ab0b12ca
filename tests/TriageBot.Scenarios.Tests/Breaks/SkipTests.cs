using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rule H12: skipping a message in the drain.</summary>
public sealed class SkipTests
{
    [Fact]
    public async Task A_skipped_message_heads_the_next_break_and_its_requester_hears_the_later_time_once()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Skip", 1);

        var told = team.Expect("sam", "#1").Text;
        Assert.Contains("11:00", told);
        Assert.Contains("12:50", told);
        Drains.ExpectNext(team);
        await team.PressesAsync("alex", "Do today", 2);
        team.Expect("kim", "#2");
        Assert.Contains("12:20", team.Expect("alex", "2 read").Text);
        await team.SaysAsync("kim", "/urgent Needed at once due:\"today 11:30\"");
        team.Expect("kim", "#3");

        await team.AdvanceToAsync("12:20");
        team.Expect("alex", "#1");
        await team.SaysAsync("alex", "/break", "dm");

        Assert.Contains("1 of 2", team.Expect("alex", "First").Text);
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task The_third_skip_asks_for_a_decision_instead()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:25");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await SkipAtAsync(team, "10:30");
        await SkipAtAsync(team, "12:30");

        await team.AdvanceToAsync("13:25");
        await team.SaysAsync("alex", "/break", "dm");

        var card = team.Expect("alex", "decide");
        Assert.DoesNotContain("Skip", card.Buttons);
        Assert.Contains("Decline", card.Buttons);
        team.IgnoreRest("how the skips were told is not what this is about");
    }

    [Fact]
    public async Task Skipped_messages_are_counted_as_carried()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Skip", 1);
        team.Expect("sam", "#1");
        team.Expect("alex", "Second");

        await team.PressesAsync("alex", "Do today", 2);

        team.Expect("kim", "#2");
        Assert.Contains("1 carried", team.Expect("alex", "2 read").Text);
    }

    private static async Task SkipAtAsync(Team team, string time)
    {
        await team.AdvanceToAsync(time);
        await team.SaysAsync("alex", "/break", "dm");
        await team.PressesAsync("alex", "Skip", 1);
    }
}
