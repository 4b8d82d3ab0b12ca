using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Dates;

/// <summary>Rule T3: a day is a day wherever it is read, never the moment at which it ends. The day is Friday, 13 March 2026, in Oslo.</summary>
public sealed class DayTests
{
    [Theory]
    [InlineData("today", "Needed by today")]
    [InlineData("mon", "Needed by Mon 16 Mar")]
    [InlineData("today 17:00", "Needed by 17:00")]
    public async Task What_is_needed_by_a_day_names_the_day_on_the_card_of_the_break(string due, string said)
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", $"/urgent Server slow due:\"{due}\"");
        team.Expect("sam", "#1");
        await team.AdvanceToAsync("10:30");

        await team.SaysAsync("alex", "/break", "dm");

        Assert.Contains(said, Lines(team.Expect("alex", "1 of 1").Text));
    }

    [Fact]
    public async Task Why_names_the_day_where_the_day_is_the_deadline()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 16:30");
        await team.SaysAsync("sam", "/urgent Server slow due:today");
        team.Expect("sam", "#1");

        await team.SaysAsync("sam", "/why 1");

        Assert.Contains("· deadline today →", team.Expect("sam", "clocks run").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_who_wants_it_by_a_day_wants_it_by_that_day()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/escalate Northside \"no heating\" due:mon");

        Assert.Contains("The customer wants it solved by Mon 16 Mar.", Lines(team.Expect("#team", "Northside").Text));
        team.IgnoreRest("what the owner and the team hear");
    }

    private static string[] Lines(string text) => text.Split('\n');
}
