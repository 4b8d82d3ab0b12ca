using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rules H3, T1 and T8: times are those of whoever reads them.</summary>
public sealed class ZoneTests
{
    [Fact]
    public async Task A_requester_elsewhere_is_promised_a_time_of_their_own_clock_with_its_zone()
    {
        await using var team = await ElsewhereAsync();

        await team.SaysAsync("sam", "/urgent Server down");

        // Oslo 10:30 and 11:00.
        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("05:30 (America/New_York)", receipt);
        Assert.Contains("06:00 (America/New_York)", receipt);
        Assert.DoesNotContain("11:00", receipt);
    }

    [Fact]
    public async Task A_later_time_is_told_in_the_requesters_zone()
    {
        await using var team = await ElsewhereAsync();
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.SaysAsync("alex", "/break at 11:15", "dm");
        await team.AdvanceToAsync("09:40");

        team.Expect("alex", "11:15");
        var told = team.Expect("sam", "#1").Text;
        Assert.Contains("06:00 (America/New_York)", told);
        Assert.Contains("06:45 (America/New_York)", told);
    }

    [Fact]
    public async Task The_owner_reads_the_same_promise_on_the_owners_clock()
    {
        await using var team = await ElsewhereAsync();
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");

        Assert.Contains("11:00", team.Expect("alex", "#1").Text);
    }

    [Fact]
    public async Task A_date_typed_by_a_requester_elsewhere_means_their_own_clock()
    {
        await using var team = await ElsewhereAsync();

        await team.SaysAsync("sam", "/urgent Server down due:\"today 06:30\"");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("06:30 America/New_York", receipt);
        Assert.Contains("= 11:30 (Europe/Oslo)", receipt);
        Assert.Contains("fits", receipt);
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        Assert.Contains("11:30", team.Expect("alex", "#1").Text);
    }

    [Fact]
    public async Task Requests_and_why_speak_the_requesters_time_too()
    {
        await using var team = await ElsewhereAsync();
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.SaysAsync("sam", "/requests");
        Assert.Contains("06:00 (America/New_York)", team.Expect("sam", "#1").Text);
        await team.SaysAsync("sam", "/why 1");
        Assert.Contains("06:00 (America/New_York)", team.Expect("sam", "#1").Text);
    }

    /// <summary>Friday 09:20 in Oslo; sam is in New York, where it is 04:20.</summary>
    private static async Task<Team> ElsewhereAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/zone America/New_York");
        team.Expect("sam", "New_York");
        return team;
    }
}
