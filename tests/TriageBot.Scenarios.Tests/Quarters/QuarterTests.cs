using TriageBot.Testing.Quarters;

namespace TriageBot.Scenarios.Tests.Quarters;

public sealed class QuarterTests
{
    [Fact]
    public async Task A_quarter_of_three_owners_balances_nothing_vanished_and_nothing_happened_twice()
    {
        var (team, ledger) = await Quarter.PlayAsync();
        await using var closing = team;
        var balance = await QuarterBalance.ReadAsync(team.DatabaseFile);
        TestContext.Current.TestOutputHelper?.WriteLine(balance.Table(ledger));

        // One urgent message a day is asked again four minutes later: merged, unless it was decided or withdrawn by then.
        Assert.Equal((65 * 16, 13 * 40, 13), (ledger.Urgent.Count + ledger.Repeated, ledger.Tasks.Count, ledger.Someday.Count));
        Assert.InRange(ledger.Repeated, 50, 65);

        // Nothing vanished, nothing is there twice: each number asked has one fate, and there are no others.
        var ends = balance.Fates.Where(fate => fate.Fate != "task").ToList();
        Assert.Equal(ledger.Urgent.Concat(ledger.Tasks).Concat(ledger.Someday).Order(), ends.Select(fate => fate.Number).Order());
        Assert.All(ends, fate => Assert.Contains(fate.Fate, Known));
        Assert.All(ends, fate => Assert.Equal(ledger.Urgent.Contains(fate.Number), fate.WasUrgent));
        // What a decision made a task is a task, and nothing else is both.
        Assert.Equal(
            balance.Fates.Where(fate => fate.Fate == "task").Select(fate => fate.Number).Order(),
            ends.Where(fate => fate.WasUrgent && fate.Fate is "Done" or "Dropped" or "Someday" or "Open" or "Carried" && ledger.Urgent.Contains(fate.Number)).Select(fate => fate.Number).Order());

        // Whoever asked heard the owner's own words once.
        var heard = team.Shown.Where(shown => shown.Text.Contains(" to request ", StringComparison.Ordinal)).ToList();
        Assert.All(ledger.Words, words => Assert.Single(heard, shown => shown.Text.Contains(words.Value, StringComparison.Ordinal)));

        // One owner was away for a week of five days.
        Assert.Equal((65 * 3) - 5, balance.Counts["agendas"]);
        Assert.Equal((65 * 3) - 5, team.Shown.Count(shown => shown.To == "#team" && shown.Text.Contains(" day", StringComparison.Ordinal)));
        Assert.Equal(balance.Counts["reviews"], team.Shown.Count(shown => shown.Text.Contains(" is over. Planned and still open", StringComparison.Ordinal)));
        Assert.Equal(ledger.LoggedMinutes, balance.Counts["minutes"]);
        Assert.Equal(0, balance.Counts["waiting"]);
    }

    private static readonly string[] Known = ["Answered", "Declined", "Withdrawn", "Solved", "Held", "Done", "Dropped", "Someday", "Open", "Carried"];
}
