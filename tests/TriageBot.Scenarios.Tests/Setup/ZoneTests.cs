using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Setup;

/// <summary><c>/zone</c> (rule T1).</summary>
public sealed class ZoneTests
{
    [Fact]
    public async Task Everybody_sets_their_own_and_reads_promises_in_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("sam", "/zone Europe/London");
        team.Expect("sam", "Your zone: Europe/London, where it is 08:00 now.");
        await team.SaysAsync("sam", "/urgent Server down at Acme");

        team.Expect("sam", "answer by 10:00 (Europe/London)");
    }

    [Fact]
    public async Task A_wrong_zone_is_answered_with_what_may_have_been_meant()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/zone Olso");

        Assert.Contains("This would work: /zone Europe/Oslo", team.Expect("sam", "There is no zone called Olso. Did you mean one of these: Europe/Oslo").Text);
    }

    [Fact]
    public async Task The_zone_of_an_owner_moves_their_breaks()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("sam", "/urgent Server down at Acme");
        team.Expect("sam", "answer by 11:00");
        await team.SaysAsync("alex", "/zone Europe/London");
        Assert.Contains("Waiting longer than promised now: 1", team.Expect("alex", "Your zone: Europe/London").Text);

        await team.AdvanceToAsync("09:10");
        Assert.Contains("because the time zone was changed", team.Expect("sam", "comes later").Text);
    }

    [Fact]
    public async Task The_zone_of_the_team_is_for_admins_and_counts_for_those_without_one()
    {
        await using var team = await Team.StartAsync(people: "alex:owner kim:admin sam");
        await team.SaysAsync("sam", "/zone Europe/London for:team");
        team.Expect("sam", "Who can: kim");
        await team.SaysAsync("sam", "/zone Europe/London for:@kim");
        team.Expect("sam", "Who can: kim");
        await team.SaysAsync("kim", "/zone Europe/London for:team");
        team.Expect("kim", "The team's zone: Europe/London");
        await team.SaysAsync("alex", "/hours");

        team.Expect("alex", "Your hours: Mon–Fri 09:00–17:00 (Europe/London).");
    }

    [Fact]
    public async Task The_word_team_goes_back_to_the_zone_of_the_team()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/zone Asia/Tokyo");
        team.Expect("sam", "Your zone: Asia/Tokyo");
        await team.SaysAsync("sam", "/zone team");
        team.Expect("sam", "Your zone: the team's, Europe/Oslo");
    }
}
