using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rule O7: two questions, asked after the message is safe.</summary>
public sealed class IntakeQuestionTests
{
    [Fact]
    public async Task The_receipt_asks_what_happens_until_the_real_time_promised_and_by_when_at_the_latest()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Server down");

        var receipt = team.Expect("sam", "What happens if this waits until 11:00");
        Assert.Contains("The business may stop", receipt.Buttons);
        Assert.Contains("Tomorrow", receipt.Buttons);
    }

    [Fact]
    public async Task The_message_is_held_before_the_questions_are_answered()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.RestartAsync();
        await team.SaysAsync("alex", "/queue", "dm");

        team.Expect("alex", "Server down");
    }

    [Fact]
    public async Task What_happens_if_it_waits_is_answered_by_a_button_and_shown_to_the_owner()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.PressesAsync("sam", "A customer is stuck", 1);

        var receipt = team.Expect("sam", "A customer is stuck");
        Assert.DoesNotContain("A customer is stuck", receipt.Buttons);
        Assert.Contains("11:00", receipt.Text);
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("A customer is stuck", team.Expect("alex", "#1").Text);
    }

    [Fact]
    public async Task The_latest_date_is_answered_by_a_select_and_says_whether_the_promise_keeps_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.PressesAsync("sam", "Tomorrow", 1);

        Assert.DoesNotContain("Tomorrow", team.Expect("sam", "#1").Buttons);
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("Needed by", team.Expect("alex", "#1").Text);
    }

    [Fact]
    public async Task Another_date_is_typed_into_a_form()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.PressesAsync("sam", "Another date…", 1);
        await team.FillsAsync("sam", ("when", "2026-03-17 15:00"));

        Assert.Contains("Tue 17 Mar 2026, 15:00 (in 4 days)", team.Expect("sam", "#1").Text);
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_repeated_with_what_would_work_and_the_message_stays_held()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.PressesAsync("sam", "Another date…", 1);
        await team.FillsAsync("sam", ("when", "when pigs fly"));

        team.Expect("sam", "when pigs fly");
        await team.SaysAsync("sam", "/requests");
        Assert.Contains("11:00", team.Expect("sam", "#1").Text);
    }

    [Fact]
    public async Task A_date_before_the_promise_is_said_to_be_missed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Server down due:\"today 10:00\"");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("10:00", receipt);
        Assert.Contains("earlier than", receipt);
    }

    [Fact]
    public async Task Questions_answered_in_the_command_are_not_asked_again()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Server down due:\"today 16:00\" if-it-waits:\"Acme cannot ship\"");

        var receipt = team.Expect("sam", "Acme cannot ship");
        Assert.Contains("16:00", receipt.Text);
        Assert.DoesNotContain("?", receipt.Text);
        Assert.DoesNotContain("Tomorrow", receipt.Buttons);
    }

    [Fact]
    public async Task A_message_with_an_unreadable_date_is_not_lost_it_is_repeated()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Server down at Acme due:\"when pigs fly\"");

        team.Expect("sam", "when pigs fly");
        team.IgnoreRest("whether it was held without the date or has to be sent again is said in that answer");
    }
}
