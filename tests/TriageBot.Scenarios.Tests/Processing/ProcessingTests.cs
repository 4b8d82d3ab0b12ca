using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Processing;

/// <summary>Rule C12: kinds of matters with set days.</summary>
public sealed class ProcessingTests
{
    [Fact]
    public async Task C12_the_receipt_names_the_end_of_the_next_processing_day_in_writing()
    {
        await using var team = await StartAsync();

        await team.SaysAsync("sam", "/urgent Refund for Kay kind:refunds");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("Refunds are done on Thursdays: yours by Thu 19 Mar 15:00", receipt);
        Assert.Contains("Thu 19 Mar", receipt);
    }

    [Fact]
    public async Task C12_a_task_of_the_kind_is_planned_for_that_day_whose_agenda_opens_with_the_block()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/task Refund for Kay kind:refunds");
        Assert.Contains("yours by Thu 19 Mar 15:00", team.Expect("alex", "#1").Text);

        await team.SaysAsync("alex", "/agenda thu");

        var agenda = team.Expect("alex", "Refund for Kay").Text;
        Assert.Contains("13:00–15:00 Refunds (block, 1 due at its end)", agenda);
        Assert.True(agenda.IndexOf("Refunds (block", StringComparison.Ordinal) < agenda.IndexOf("Refund for Kay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C12_on_the_day_itself_whoever_asks_too_late_is_promised_the_next_one_and_a_closed_day_is_passed_over()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/closures 2026-03-19");
        team.Expect("alex", "19 Mar");

        await team.SaysAsync("sam", "/urgent Refund for Kay kind:refunds");

        team.Expect("sam", "yours by Thu 26 Mar 15:00");
    }

    [Fact]
    public async Task A_date_that_was_typed_counts_more_than_the_kinds()
    {
        await using var team = await StartAsync();

        await team.SaysAsync("sam", "/urgent Refund for Kay kind:refunds due:\"mon 12:00\"");

        Assert.Contains("Mon 16 Mar", team.Expect("sam", "the date you named counts").Text);
    }

    [Fact]
    public async Task A_kind_that_nobody_has_a_block_for_is_answered_with_those_there_are_and_offered_while_typing()
    {
        await using var team = await StartAsync();

        await team.SaysAsync("sam", "/urgent Parcel for Kay kind:shipping");
        var answer = team.Expect("sam", "There are refunds").Text;
        Assert.Contains("Parcel for Kay", answer);

        Assert.Contains(await team.CompletesAsync("sam", "urgent", "kind", "re"), choice => choice.Value == "refunds");
    }

    /// <summary>Friday; refunds are done on Thursdays.</summary>
    private static async Task<Team> StartAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/blocks refunds thu 13:00-15:00");
        team.Expect("alex", "refunds");
        return team;
    }
}
