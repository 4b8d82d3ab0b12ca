using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Agenda;

/// <summary>What customers wait for, in the agenda (rules A2, C4). Without a level: first answer 4 h, solved in 40 h of Monday to Friday 09:00–17:00.</summary>
public sealed class CustomerLinesScenarios
{
    [Fact]
    public async Task Escalations_stand_by_remaining_working_time_and_say_when_half_of_it_is_used()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 16:00");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");
        await team.SaysAsync("alex", "/levels set level:gold hours:\"mon-fri 09:00-17:00\" first:8h next:8h resolution:40h");
        team.Expect("alex", "Saved");
        await team.SaysAsync("alex", "/customer add Acme level:gold");
        team.Expect("alex", "Added");
        await team.SaysAsync("sam", "/escalate Acme \"wrong price\"");
        team.Expect("sam", "#2");
        team.Expect("#team", "wrong price");

        await team.SaysAsync("alex", "/agenda", "dm");
        var before = InOneLine(team.Expect("alex", "ESCALATIONS 2").Text);
        Assert.Contains("#1 Northside: no heating — first answer due Fri 13 Mar 12:00, 4h left · #2 Acme: wrong price — first answer due Fri 13 Mar 16:00, 8h left", before);
        Assert.DoesNotContain("half its time", before);

        team.IgnoreRest("the warnings and the morning of Friday");
        await team.AdvanceToAsync("2026-03-13 10:30");
        await team.SaysAsync("alex", "/agenda", "dm");
        Assert.Contains(
            "#1 Northside: no heating — first answer due 12:00, 1h 30m left, half its time is used · #2 Acme: wrong price — first answer due 16:00, 5h 30m left",
            Last(team));
        await team.AdvanceToAsync("2026-03-13 11:15");
        await team.SaysAsync("alex", "/agenda", "dm");
        Assert.Contains("#1 Northside: no heating — first answer due 12:00, 45 min left, four fifths of its time are used · #2 Acme", Last(team));
        await team.AdvanceToAsync("2026-03-13 13:00");
        await team.SaysAsync("alex", "/agenda", "dm");
        Assert.Contains("#1 Northside: no heating — first answer was due 12:00, 1h late", Last(team));
    }

    [Fact]
    public async Task What_waits_for_the_customer_is_in_nobodys_agenda()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");
        await team.SaysAsync("sam", "/answered 1", "dm");
        team.Expect("sam", "First answered");
        await team.SaysAsync("sam", "/wait 1 photos", "dm");
        team.Expect("sam", "Waiting for the customer");

        await team.SaysAsync("alex", "/agenda", "dm");

        Assert.DoesNotContain("ESCALATIONS", team.Expect("alex", "8h 00m day").Text);
    }

    private static string Last(Team team) => InOneLine(team.Shown.Last(shown => shown.Text.Contains("ESCALATIONS", StringComparison.Ordinal)).Text);

    /// <summary>Where a screen breaks lines is another matter.</summary>
    private static string InOneLine(string text) => text.Replace("\n   ", " · ", StringComparison.Ordinal);
}
