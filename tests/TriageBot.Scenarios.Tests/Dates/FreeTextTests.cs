using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Dates;

/// <summary>Rule D1: a date at the end of a free text counts, after by, due, on, at, in or every.</summary>
public sealed class FreeTextTests
{
    private const string AsksForADate = "By when do you need it at the latest?";

    [Fact]
    public async Task An_urgent_message_that_ends_with_a_date_is_needed_by_then_and_keeps_its_words()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");

        await team.SaysAsync("sam", "/urgent call Kay back by friday 5pm");

        var receipt = team.Expect("sam", "(call Kay back by friday 5pm)");
        Assert.Contains("You need it by Fri 13 Mar 2026, 17:00 (tomorrow)", receipt.Text);
        Assert.DoesNotContain(AsksForADate, receipt.Text);
    }

    [Fact]
    public async Task The_option_counts_more_than_the_text()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");

        await team.SaysAsync("sam", "/urgent call Kay back by friday 5pm due:\"fri 11:00\"");

        Assert.Contains("You need it by Fri 13 Mar 2026, 11:00 (tomorrow)", team.Expect("sam", "#1").Text);
    }

    [Theory]
    [InlineData("call Kay back on 5/12")]
    [InlineData("The printer jams every monday")]
    [InlineData("They wrote \"we pay by friday\"")]
    [InlineData("Friday is too late for Kay")]
    public async Task A_text_that_names_no_one_date_is_held_and_the_receipt_asks(string text)
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");

        await team.SaysAsync("sam", "/urgent " + text);

        Assert.Contains(AsksForADate, team.Expect("sam", "Held for").Text);
    }

    [Fact]
    public async Task A_message_of_yesterday_does_not_mean_the_tomorrow_of_today()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 09:20");
        await team.SaysAsync("kim", "Please call Kay back by tomorrow");
        await team.AdvanceToAsync("2026-03-12 09:20");

        await team.UsesMenuAsync("sam", "Hold for the next break", "call Kay back");

        Assert.Contains(AsksForADate, team.Expect("sam", "Held for").Text);
        team.IgnoreRest("the agendas of two mornings");
    }

    [Fact]
    public async Task The_texts_once_mistaken_for_dates_are_not()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");
        string[] texts =
        [
            "information fripple", "Julian Lee", "injunction", "Mark", "Jane", "Decide", "paprika", "I spent $300", "the second most important",
            "To whom this may concern", "Page 1 of 1", "software may be more fully described", "Version 1.10.30", "at 650-650-6500", "Pay ABC 2000",
            "schedule me a 1:1",
        ];

        foreach (var text in texts)
        {
            await team.SaysAsync("sam", "/urgent " + text);
            Assert.Contains(AsksForADate, team.Expect("sam", $"({text})").Text);
            await team.SaysAsync("sam", "/task " + text);
            Assert.DoesNotContain("due", team.Expect("sam", "Added").Text);
        }
    }

    [Fact]
    public async Task A_task_that_ends_with_a_date_is_due_then_and_keeps_its_words()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");

        await team.SaysAsync("alex", "/task Refund Kay by friday 11:00");

        Assert.Contains("due Fri 13 Mar 2026, 11:00", team.Expect("alex", "Refund Kay by friday 11:00").Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_task_whose_date_could_be_two_is_added_without_one_and_says_what_to_type()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");

        await team.SaysAsync("alex", "/task Refund Kay by 5/12");

        var added = team.Expect("alex", "Added #1 Refund Kay by 5/12").Text;
        Assert.Contains("No due date was set", added);
        Assert.Contains("Tue 12 May 2026", added);
    }

    [Fact]
    public async Task A_task_for_someday_is_no_less_so_because_its_text_ends_with_a_date()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:20");

        await team.SaysAsync("alex", "/task See the northern lights by friday do:someday");

        Assert.DoesNotContain("due", team.Expect("alex", "See the northern lights").Text);
    }
}
