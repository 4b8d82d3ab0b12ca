using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Escalations;

/// <summary>Rules C4 and C9: warnings, one breach, the ladder and its visible end.</summary>
public sealed class LadderTests
{
    [Fact]
    public async Task Nobody_is_told_before_four_fifths_of_the_time_then_one_after_the_other_until_nobody_is_left()
    {
        await using var team = await Team.StartAsync(people: "alex:owner lee:owner sam", at: "2026-03-13 09:00");
        await OpenAsync(team);
        await team.AdvanceToAsync("12:11");
        team.ExpectNothing("lee");

        await team.AdvanceToAsync("12:12");
        team.Expect("alex", "four fifths of that time are over");
        await team.AdvanceToAsync("12:22");
        team.Expect("lee", "alex was told and has not taken it");
        await team.AdvanceToAsync("12:51");
        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("NOBODY", StringComparison.Ordinal));
        await team.AdvanceToAsync("12:52");

        team.Expect("alex", "NOBODY ANSWERED");
        team.Expect("lee", "NOBODY ANSWERED");
        team.Expect("sam", "NOBODY ANSWERED");
        await team.SaysAsync("sam", "/why 1", "dm");
        team.Expect("sam", "nobody answered");
        team.IgnoreRest("breaks and agendas of the morning");
    }

    [Fact]
    public async Task Whoever_has_it_stops_the_ladder_and_a_time_out_sends_it_on()
    {
        await using var team = await Team.StartAsync(people: "alex:owner lee:owner sam", at: "2026-03-13 09:00");
        await OpenAsync(team);
        await team.AdvanceToAsync("12:12");
        team.Expect("alex", "four fifths");

        await team.PressesAsync("alex", "I have it", 1);
        team.Expect("alex", "alex has it since");
        await team.AdvanceToAsync("12:41");
        team.ExpectNothing("lee");
        await team.AdvanceToAsync("12:42");

        team.Expect("alex", "alex had it, but the customer has not heard yet");
        team.Expect("lee", "alex was told and has not taken it");
        await team.PressesAsync("lee", "Answered", 1);
        team.Expect("sam", "lee has answered Northside");
        await team.AdvanceToAsync("13:30");
        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("NOBODY", StringComparison.Ordinal) || shown.Text.Contains("LATE", StringComparison.Ordinal));
        team.IgnoreRest("breaks and agendas of the morning");
    }

    [Fact]
    public async Task Where_only_an_acknowledgement_ran_out_that_is_said_and_the_warning_keeps_its_own_time()
    {
        await using var team = await Team.StartAsync(people: "alex:owner lee:owner sam", at: "2026-03-13 09:00");
        await OpenAsync(team);
        await team.PressesAsync("sam", "I have it", 1);
        team.Expect("#team", "sam has it since");

        await team.AdvanceToAsync("09:30");

        team.Expect("sam", "sam had it, but the customer has not heard yet");
        team.Expect("alex", "sam had it and has not answered; the customer must hear from a person by 13:00");
        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("four fifths", StringComparison.Ordinal));
        await team.PressesAsync("alex", "I have it", 1);
        team.IgnoreRest("cards, breaks and agendas of the morning");
        await team.AdvanceToAsync("12:12");
        team.Expect("lee", "alex was told and has not taken it");
        team.Expect("alex", "four fifths of that time are over");
        team.IgnoreRest("cards, breaks and agendas of the morning");
    }

    [Fact]
    public async Task Whose_own_acknowledgement_ran_out_is_not_told_twice_at_once()
    {
        await using var team = await Team.StartAsync(people: "alex:owner lee:owner sam", at: "2026-03-13 09:00");
        await OpenAsync(team);
        await team.PressesAsync("alex", "I have it", 1);
        team.Expect("#team", "alex has it since");

        await team.AdvanceToAsync("09:30");

        team.Expect("alex", "alex had it, but the customer has not heard yet");
        team.ExpectNothing("alex");
        await team.AdvanceToAsync("09:40");
        team.Expect("lee", "alex was told and has not taken it");
        team.IgnoreRest("cards");
    }

    [Fact]
    public async Task Why_says_what_happened_in_words_and_names()
    {
        await using var team = await Team.StartAsync(people: "alex:owner lee:owner sam", at: "2026-03-13 09:00");
        await OpenAsync(team);
        team.IgnoreRest("cards, warnings and agendas");
        await team.PressesAsync("sam", "I have it", 1);
        await team.AdvanceToAsync("13:01");

        await team.SaysAsync("sam", "/why 1", "dm");

        var why = team.Expect("sam", "Clocks count in the hours of").Text;
        Assert.Contains("09:30 sam had it, and that ran out without an answer", why);
        Assert.Contains("09:30 the ladder told alex", why);
        Assert.Contains("09:40 the ladder told lee", why);
        Assert.Contains("nobody answered; told last: alex, lee", why);
        Assert.Contains("12:12 warning: four fifths of the time for the first answer are over", why);
        Assert.Contains("13:00 late: first answer", why);
        Assert.DoesNotContain("FirstAnswer", why);
    }

    [Fact]
    public async Task A_breach_is_said_exactly_once()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await OpenAsync(team);

        await team.AdvanceToAsync("16:59");

        Assert.Single(team.Shown, shown => shown.Kind != TriageBot.Simulate.ShownKind.Edit && shown.Text.StartsWith("LATE: ", StringComparison.Ordinal));
        team.IgnoreRest("warnings, breaks and agendas of the day");
    }

    [Fact]
    public async Task No_warning_comes_at_night()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 16:00");
        await team.SaysAsync("alex", "/levels set level:gold hours:\"daily 00:00-24:00\" first:12h next:12h resolution:40h");
        team.Expect("alex", "Saved: gold");
        await team.SaysAsync("alex", "/customer add Northside level:gold");
        team.Expect("alex", "Added");
        await OpenAsync(team);

        // Four fifths are over at 01:36; the owner goes home at 17:00.
        await team.AdvanceToAsync("16:44");
        team.ExpectNothing("alex");
        await team.AdvanceToAsync("16:45");
        team.Expect("alex", "I put this break in");
        team.Expect("alex", "four fifths of that time");
        await team.AdvanceToAsync("17:00");
        var evening = team.Shown.Count;
        await team.AdvanceToAsync("2026-03-13 08:59");
        Assert.DoesNotContain(team.Shown.Skip(evening), shown => shown.IsAddressedTo("alex"));
        await team.AdvanceToAsync("2026-03-13 09:00");

        team.Expect("alex", "LATE: #1 Northside");
        team.Expect("alex", "NOBODY ANSWERED #1");
        team.IgnoreRest("what comes at opening");
    }

    private static async Task OpenAsync(Team team)
    {
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");
    }
}
