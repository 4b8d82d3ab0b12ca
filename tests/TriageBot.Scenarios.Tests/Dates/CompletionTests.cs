using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Dates;

/// <summary>What is offered while the value of an option is typed.</summary>
public sealed class CompletionTests
{
    [Fact]
    public async Task A_date_shows_the_day_it_comes_to_while_it_is_typed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:25");

        Assert.Equal([new Choice("mon 5pm", "Mon 16 Mar 2026, 17:00 (in 3 days)")], await OfDueAsync(team, "sam", "mon 5pm "));
    }

    [Fact]
    public async Task Before_anything_is_typed_today_tomorrow_and_the_next_working_days_are_offered()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:25");

        var offered = await OfDueAsync(team, "sam", "");

        Assert.Equal(
            ["Fri 13 Mar 2026 (today)", "Sat 14 Mar 2026 (tomorrow)", "Mon 16 Mar 2026 (in 3 days)", "Tue 17 Mar 2026 (in 4 days)", "Wed 18 Mar 2026 (in 5 days)"],
            offered.Take(5).Select(choice => choice.Label));
    }

    [Fact]
    public async Task A_day_is_offered_once_even_where_two_texts_name_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-10 08:25");

        var offered = await OfDueAsync(team, "sam", "");

        Assert.Single(offered, choice => choice.Label.StartsWith("Wed 11 Mar 2026 (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_beginning_of_a_usual_date_is_completed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:25");

        Assert.Equal(new Choice("tomorrow", "Sat 14 Mar 2026 (tomorrow)"), (await OfDueAsync(team, "sam", "tomo"))[0]);
    }

    [Fact]
    public async Task A_date_that_could_be_two_offers_both()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:25");

        var offered = await OfDueAsync(team, "sam", "5/12");

        Assert.Equal(["Sat 5 Dec 2026", "Tue 12 May 2026"], offered.Select(choice => choice.Value));
        Assert.StartsWith("Tue 12 May 2026 (in ", offered[1].Label);
    }

    [Fact]
    public async Task A_date_with_a_second_meaning_offers_that_as_well()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 08:25");

        var offered = await OfDueAsync(team, "sam", "next friday");

        Assert.Equal(["Fri 20 Mar 2026 (in 9 days)", "Fri 13 Mar 2026 (in 2 days)"], offered.Select(choice => choice.Label));
    }

    [Theory]
    [InlineData("this monday", "Mon 16 Mar 2026 (in 3 days)")]
    [InlineData("tomorow 17:00", "Sat 14 Mar 2026, 17:00 (tomorrow)")]
    public async Task What_is_no_date_offers_what_was_perhaps_meant(string typed, string label)
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:25");

        Assert.Contains(label, (await OfDueAsync(team, "sam", typed)).Select(choice => choice.Label));
    }

    [Fact]
    public async Task Whatever_is_offered_is_taken_as_the_date_it_showed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:25");
        string[] typed = ["", "5/12", "this monday", "half past three"];

        foreach (var text in typed)
        {
            foreach (var choice in await OfDueAsync(team, "sam", text))
            {
                Assert.InRange(choice.Value.Length, 1, 100);
                Assert.Equal(choice.Label, (await OfDueAsync(team, "sam", choice.Value))[0].Label);
            }
        }
    }

    [Fact]
    public async Task The_zone_of_whoever_types_decides_what_today_is()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 22:30");
        await team.SaysAsync("sam", "/zone Asia/Tokyo");
        team.Expect("sam", "Asia/Tokyo");

        Assert.StartsWith("Sat 14 Mar 2026", (await OfDueAsync(team, "sam", "today"))[0].Label);
        Assert.StartsWith("Fri 13 Mar 2026", (await OfDueAsync(team, "kim", "today"))[0].Label);
    }

    [Fact]
    public async Task The_hours_of_whoever_types_decide_when_the_day_ends()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:25");
        await team.SaysAsync("alex", "/hours mon-fri 08:00-15:30", "dm");
        team.IgnoreRest("the change of hours is not what this is about");

        Assert.Equal("Fri 13 Mar 2026, 15:30 (in 7 hours)", (await OfDueAsync(team, "alex", "eod"))[0].Label);
    }

    [Fact]
    public async Task An_item_is_found_by_its_number_and_by_its_words()
    {
        await using var team = await Team.StartAsync();
        Assert.Empty(await team.CompletesAsync("alex", "done", "id", ""));
        for (var number = 1; number <= 30; number++) await team.SaysAsync("alex", number == 3 ? "/task Refund Kay" : $"/task Call {number}");
        await team.SaysAsync("sam", "/task Refund Lee");
        team.IgnoreRest("the tasks are only there to be found");

        Assert.Equal([new Choice("3", "#3 Refund Kay")], await team.CompletesAsync("alex", "done", "id", "refund"));
        Assert.Equal(["3", "30", "23", "13"], (await team.CompletesAsync("alex", "done", "id", "3")).Select(choice => choice.Value));
        Assert.Equal(25, (await team.CompletesAsync("alex", "done", "id", "")).Count);
    }

    [Fact]
    public async Task A_command_suggests_items_of_its_own_kind_and_why_all_that_one_may_see()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Water the plants");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        await team.SaysAsync("alex", "/promise Acme \"call back\" due:tue");
        await team.SaysAsync("sam", "/urgent Server down");
        await team.SaysAsync("kim", "/task Buy a present for alex");
        await team.SaysAsync("sam", "/escalate Acme \"wrong bill\"");
        await team.SaysAsync("alex", "/answered 6", "dm");
        await team.SaysAsync("alex", "/solved 6", "dm");
        team.IgnoreRest("the items are only there to be found");

        Assert.Equal([new Choice("3", "#3 call back"), new Choice("1", "#1 Water the plants")], await OfIdAsync("done"));
        foreach (var command in new[] { "answered", "heard", "wait", "solved" }) Assert.Equal([new Choice("2", "#2 Northside: no heating")], await OfIdAsync(command));
        Assert.Equal([new Choice("6", "#6 Acme: wrong bill")], await OfIdAsync("reopen"));
        Assert.Equal([new Choice("3", "#3 Acme: call back")], await OfIdAsync("kept"));
        Assert.Equal(["1", "2", "3", "4"], (await OfIdAsync("why")).Select(choice => choice.Value).Order());

        Task<IReadOnlyList<Choice>> OfIdAsync(string command) => team.CompletesAsync("alex", command, "id", "");
    }

    private static Task<IReadOnlyList<Choice>> OfDueAsync(Team team, string who, string typed) => team.CompletesAsync(who, "task", "due", typed);
}
