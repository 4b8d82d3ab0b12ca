using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Agenda;

/// <summary>An agenda on platforms with little room (rule A11).</summary>
public sealed class AgendaRoomScenarios
{
    /// <summary>What an embed of Discord holds.</summary>
    private const string Embed = "80 4096";

    [Theory]
    [InlineData(20, "👨‍👩‍👧‍👦")]
    [InlineData(60, "\u05E9\u05DC\u05D5\u05DD ")]
    [InlineData(120, "word ")]
    public async Task A11_whatever_the_titles_are_it_fits_and_keeps_its_numbers_and_what_is_first(int count, string piece)
    {
        await using var team = await Team.StartAsync(screen: Embed);
        var title = string.Concat(Enumerable.Repeat(piece, 900 / piece.Length));
        for (var number = 1; number <= count; number++)
        {
            await team.SaysAsync("alex", $"/task \"{title}\" due:today estimate:30m");
            team.Expect("alex", "Added #");
        }

        await team.SaysAsync("alex", "/task Tidy up do:today");
        team.Expect("alex", "Added #");

        await team.AdvanceToAsync("08:30");

        var agenda = team.Expect("#team", "Fri 13 Mar · 8h 00m day\nPlanned").Text;
        Assert.InRange(agenda.Length, 1, 4096);
        for (var number = 1; number <= count; number++) Assert.Matches($@"#{number}\b", agenda);
        Assert.Contains("even without the buffer", agenda);
    }

    [Fact]
    public async Task A11_what_is_not_shown_is_counted_and_one_press_away()
    {
        await using var team = await Team.StartAsync(screen: "40 300");
        for (var number = 1; number <= 12; number++)
        {
            await team.SaysAsync("alex", $"/task Job {number} do:today estimate:30m");
            team.Expect("alex", "Added #");
        }

        await team.AdvanceToAsync("08:30");

        var agenda = team.Expect("#team", "more → /agenda all");
        Assert.InRange(agenda.Text.Length, 1, 300);
        Assert.Contains("Show all", agenda.Buttons);
    }
}
