using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rule H11: the same matter of one customer is asked about, joined on a click, and answered to everybody who asked.</summary>
public sealed class SimilarTests
{
    [Fact]
    public async Task What_a_colleague_asked_already_is_offered_by_number_and_its_answer_reaches_both()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down since nine customer:Acme");
        team.Expect("sam", "#1");

        await team.SaysAsync("kim", "/urgent The server at Acme is down customer:Acme");
        Assert.DoesNotContain("nine", team.Expect("kim", "A colleague asked something like it for Acme: #1").Text);
        await team.PressesAsync("kim", "Add to #1", 2);
        team.Expect("kim", "#2 was added to #1");

        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "1 of 1");
        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "On it"));
        team.Expect("sam", "On it");
        team.Expect("kim", "On it");
        team.IgnoreRest("the end of the break");
    }

    [Fact]
    public async Task Another_matter_or_another_customer_is_not_asked_about()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down customer:Acme");
        team.Expect("sam", "#1");

        await team.SaysAsync("kim", "/urgent Server down customer:Bolt");
        Assert.DoesNotContain("Add to #1", team.Expect("kim", "#2").Buttons);
        await team.SaysAsync("kim", "/urgent Refund for May customer:Acme");

        Assert.DoesNotContain("Add to #1", team.Expect("kim", "#3").Buttons);
    }

    [Fact]
    public async Task Who_added_theirs_hears_when_the_other_is_taken_back()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down customer:Acme");
        team.Expect("sam", "#1");
        await team.SaysAsync("kim", "/urgent Server down at Acme customer:Acme");
        team.Expect("kim", "#2");
        await team.PressesAsync("kim", "Add to #1", 2);
        team.Expect("kim", "was added to #1");

        await team.PressesAsync("sam", "Withdraw", 1);

        team.Expect("sam", "#1");
        team.Expect("kim", "sam took back #1");
    }
}
