using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rules X4 and H14: buttons on old cards, and buttons pressed twice.</summary>
public sealed class StaleCardTests
{
    [Fact]
    public async Task A_second_press_on_an_old_card_changes_nothing_and_is_answered_privately()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "First");
        await team.PressesAsync("alex", "Do today", 1);
        team.Expect("sam", "today");
        team.Expect("alex", "Second");

        await team.PressesAsync("alex", "Someday", 1);

        Assert.Contains("alex", team.Expect("alex", "already being done today").Text);
        team.ExpectNothing("sam");
        await team.SaysAsync("alex", "/someday", "dm");
        Assert.DoesNotContain("First", team.Expect("alex", "omeday").Text);
    }

    [Fact]
    public async Task A_card_that_is_out_of_date_says_what_changed_and_changes_nothing()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("sam", "The business may stop", 1);

        await team.PressesAsync("alex", "Someday", 1);

        team.Expect("sam", "The business may stop");
        team.ExpectNothing("sam");
        var card = team.Expect("alex", "nothing was changed").Text;
        Assert.Contains("what happens if it waits", card);
        Assert.Contains("The business may stop", card);
        await team.PressesAsync("alex", "Do today", 1);
        team.Expect("sam", "today");
        team.Expect("alex", "Second");
    }

    [Fact]
    public async Task Asking_again_is_only_counted_and_does_not_get_in_the_way_of_an_answer()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Answer", 1);
        await team.AdvanceToAsync("10:31");
        await team.SaysAsync("sam", "/urgent First");
        team.Expect("sam", "#3");
        await team.SaysAsync("sam", "/urgent FIRST!");
        team.Expect("sam", "#3");

        await team.FillsAsync("alex", ("text", "On it"));

        team.Expect("sam", "On it");
        team.Expect("alex", "Second");
    }

    [Fact]
    public async Task A_repeat_while_the_owner_is_writing_does_not_cost_them_their_answer()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:29");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "#1");
        await team.PressesAsync("alex", "Answer", 1);
        await team.SaysAsync("sam", "/urgent SERVER DOWN!!!");
        team.Expect("sam", "2×");

        await team.FillsAsync("alex", ("text", "On it, 20 minutes"));

        team.Expect("sam", "On it, 20 minutes");
    }

    [Theory]
    [InlineData("Answer")]
    [InlineData("Decline")]
    public async Task What_was_written_to_a_message_that_changed_meanwhile_is_repeated_so_that_nothing_typed_is_lost(string choice)
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", choice, 1);
        await team.PressesAsync("sam", "A customer is stuck", 1);

        await team.FillsAsync("alex", ("text", "A long and careful text"));

        team.Expect("alex", "A long and careful text");
        team.Expect("sam", "A customer is stuck");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task What_was_written_to_a_message_that_was_withdrawn_meanwhile_is_repeated()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Answer", 1);
        await team.PressesAsync("sam", "Withdraw", 1);

        await team.FillsAsync("alex", ("text", "A long and careful text"));

        Assert.Contains("withdrawn", team.Expect("alex", "A long and careful text").Text);
        team.Expect("sam", "#1");
        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task Buttons_work_for_ever_also_after_the_break_is_over()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.SaysAsync("alex", "/break end", "dm");
        team.IgnoreRest("the end of the break is not what this is about");

        await team.AdvanceToAsync("11:50");
        await team.PressesAsync("alex", "Do today", 1);

        team.Expect("sam", "today");
        await team.SaysAsync("alex", "/queue", "dm");
        Assert.DoesNotContain("First", team.Expect("alex", "1 held").Text);
    }
}
