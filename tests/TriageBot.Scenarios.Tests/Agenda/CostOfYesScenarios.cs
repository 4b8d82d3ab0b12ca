using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Agenda;

/// <summary>What accepting unplanned work costs (rule A6).</summary>
public sealed class CostOfYesScenarios
{
    [Fact]
    public async Task A6_the_buffer_pays_first_and_nothing_is_asked()
    {
        await using var team = await StartAsync("6h");

        await team.PressesAsync("alex", "Do today", item: 3);

        team.Expect("alex", "#3 being done today");
        team.Expect("sam", "today");
    }

    [Fact]
    public async Task A6_what_gives_way_is_named_before_it_moves_and_can_be_taken_back()
    {
        await using var team = await StartAsync("7h");

        await team.PressesAsync("alex", "Do today", item: 3);
        var asked = team.Expect("alex", "Yes to #3 (30m?) moves #2 to Mon 16 Mar; Mon 16 Mar still fits, 6h 00m spare.");
        Assert.Equal(["Accept", "Next break", "Decline", "Back"], asked.Buttons);
        team.ExpectNothing("sam");

        await team.PressesAsync("alex", "Accept", item: 3);
        team.Expect("alex", "#3 being done today");
        team.Expect("sam", "today");
        team.Expect("alex", "Moved to Mon 16 Mar, to make room for #3: #2");
        await team.PressesAsync("alex", "Undo #2");
        team.Expect("alex", "#2");
        await team.SaysAsync("alex", "/agenda");
        team.Expect("alex", "#2 Tidy up");
    }

    [Fact]
    public async Task A6_back_to_the_message_and_the_next_break_are_other_answers()
    {
        await using var team = await StartAsync("7h");

        await team.PressesAsync("alex", "Do today", item: 3);
        team.Expect("alex", "Yes to #3");
        await team.PressesAsync("alex", "Back", item: 3);
        Assert.DoesNotContain("Yes to", team.Expect("alex", "Can Acme pay in two parts").Text);
        await team.PressesAsync("alex", "Do today", item: 3);
        team.Expect("alex", "Yes to #3");
        await team.PressesAsync("alex", "Next break", item: 3);

        team.Expect("alex", "#3 skipped");
    }

    [Fact]
    public async Task A6_a_message_scheduled_for_today_costs_what_doing_it_today_costs()
    {
        await using var team = await StartAsync("7h");

        await team.PressesAsync("alex", "Schedule", item: 3);
        await team.PressesAsync("alex", "Another date…", item: 3);
        await team.FillsAsync("alex", ("when", "today"));

        team.Expect("alex", "Yes to #3 (30m?) moves #2 to Mon 16 Mar");
        team.ExpectNothing("sam");
    }

    /// <summary>It is 09:00, eight hours lie ahead: one task as long as said, one of an hour, and a message from Sam that is being read.</summary>
    private static async Task<Team> StartAsync(string first)
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", $"/task Move the office due:today estimate:{first}");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/task Tidy up do:today estimate:1h");
        team.Expect("alex", "Added #2");
        await team.SaysAsync("sam", "/urgent Can Acme pay in two parts?");
        team.Expect("sam", "Held for alex as #3");
        await team.SaysAsync("alex", "/break");
        team.Expect("alex", "1 of 1 · #3");
        return team;
    }
}
