using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Breaks that have just been opened.</summary>
internal static class Drains
{
    /// <summary>Friday 10:30: alex has opened the break and sees #1 "First" of sam; #2 "Second" of kim comes next.</summary>
    public static async Task<Team> TwoHeldAsync(string people = "alex:owner sam kim lee")
    {
        var team = await Team.StartAsync(people, "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent First");
        team.Expect("sam", "#1");
        await team.AdvanceToAsync("09:30");
        await team.SaysAsync("kim", "/urgent Second");
        team.Expect("kim", "#2");
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("First", team.Expect("alex", "1 of 2").Text);
        return team;
    }

    /// <summary>The second message of <see cref="TwoHeldAsync"/> is on the card now, and sam has heard nothing more.</summary>
    public static void ExpectNext(Team team)
    {
        Assert.Contains("Second", team.Expect("alex", "2 of 2").Text);
        team.ExpectNothing("sam");
        team.ExpectNothing("kim");
        team.ExpectNothing("#team");
    }

    public static async Task ExpectTaskAsync(Team team, string who, string what)
    {
        await team.SaysAsync(who, "/tasks", "dm");
        team.Expect(who, what);
    }
}
