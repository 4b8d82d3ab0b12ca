using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rule X5: a refusal is private, names who can, and changes nothing.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("/break")]
    [InlineData("/break end")]
    [InlineData("/break skip")]
    [InlineData("/break at 11:15")]
    [InlineData("/break for:@alex")]
    [InlineData("/queue")]
    [InlineData("/queue for:@alex")]
    public async Task Somebody_who_is_no_owner_cannot_touch_a_break_or_look_into_a_queue(string command)
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("kim", command, "#support");

        team.ExpectNothing("#support");
        var refusal = team.Expect("kim", "alex").Text;
        Assert.DoesNotContain("Server down", refusal);
        await team.SaysAsync("sam", "/requests");
        Assert.Contains("11:00", team.Expect("sam", "#1").Text);
    }

    [Fact]
    public async Task Only_requester_and_owners_may_ask_why()
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("kim", "/why 1");

        Assert.DoesNotContain("Server down", team.Expect("kim", "alex").Text);
    }

    [Fact]
    public async Task The_owner_cannot_withdraw_what_somebody_else_asked()
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("alex", "/requests", "dm");

        Assert.DoesNotContain("Withdraw #1", team.Expect("alex", "not asked").Buttons);
    }

    [Fact]
    public async Task An_owner_who_helped_out_can_take_back_the_skip_they_made()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam", "2026-03-13 10:05");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await team.SaysAsync("kim", "/break skip for:@alex", "dm");
        team.Expect("kim", "10:30");

        await team.PressesAsync("kim", "Undo");

        Assert.Contains("back", team.Expect("kim", "10:30").Text);
        await team.AdvanceToAsync("10:30");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task A_number_that_is_not_there_is_said_so()
    {
        await using var team = await HeldAsync();

        await team.SaysAsync("sam", "/why 77");

        team.Expect("sam", "77");
    }

    private static async Task<Team> HeldAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "11:00");
        return team;
    }
}
