using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Agenda;

/// <summary>The agenda over midnight, outages, clock changes and zones (rules A1, T1–T5, T9).</summary>
public sealed class AgendaTimeScenarios
{
    [Fact]
    public async Task T2_a_task_due_half_past_midnight_belongs_to_the_day_before_when_the_day_starts_at_four()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 17:30");
        await team.SaysAsync("alex", "/task Send the tender due:\"2026-03-14 00:30\"");
        team.Expect("alex", "Added #1");

        await team.AdvanceToAsync("2026-03-13 08:30");

        var agenda = team.Expect("#team", "Fri 13 Mar").Text;
        Assert.Contains("DO FIRST  urgent + important\n 1 #1 Send the tender", agenda);
    }

    [Fact]
    public async Task T1_two_owners_in_different_zones_each_get_theirs_in_their_own_morning()
    {
        await using var team = await Team.StartAsync("alex:owner kim:owner sam", at: "2026-03-12 20:00");
        await team.SaysAsync("kim", "/zone America/New_York");
        team.Expect("kim", "America/New_York");
        await team.SaysAsync("kim", "/task Ring the bank due:\"2026-03-13 11:00\"");
        team.Expect("kim", "Added #1");

        await team.AdvanceToAsync("2026-03-13 08:30");
        team.Expect("#team", "Fri 13 Mar · alex");
        team.ExpectNothing("#team");
        // 08:30 in New York, where summer time has begun, is 13:30 in Oslo, where it has not.
        await team.AdvanceToAsync("13:29");
        team.ExpectNothing("#team");
        await team.AdvanceToAsync("13:30");
        Assert.Contains("1 #1 Ring the bank — due 11:00", team.Expect("#team", "Fri 13 Mar · kim").Text);
    }

    [Fact]
    public async Task A1_over_an_outage_it_comes_late_and_marked_for_three_hours()
    {
        await using var team = await Team.StartAsync();

        await team.SleepsUntilAsync("10:30");

        Assert.Contains("(late: it was planned for 08:30)", team.Expect("#team", "Fri 13 Mar · 6h 30m left of a 8h 00m day").Text);
        await team.AdvanceToAsync("12:00");
        team.ExpectNothing("#team");
    }

    [Fact]
    public async Task A1_over_a_longer_outage_it_is_skipped_and_several_missed_days_bring_only_the_last()
    {
        await using var team = await Team.StartAsync();

        await team.SleepsUntilAsync("13:00");
        team.ExpectNothing("#team");
        await team.SleepsUntilAsync("2026-03-18 09:00");

        team.Expect("#team", "Wed 18 Mar");
        team.ExpectNothing("#team");
    }

    [Theory]
    [InlineData("2026-03-27 17:30", "2026-03-30 08:29", "2026-03-30 08:30", "Mon 30 Mar")]
    [InlineData("2026-10-23 17:30", "2026-10-26 08:29", "2026-10-26 08:30", "Mon 26 Oct")]
    public async Task T4_over_a_clock_change_it_keeps_its_local_time_and_a_whole_day(string from, string before, string at, string day)
    {
        await using var team = await Team.StartAsync(at: from);
        await team.SaysAsync("alex", "/task Payroll due:mon estimate:45m");
        team.Expect("alex", "Added #1");

        await team.AdvanceToAsync(before);
        team.ExpectNothing("#team");
        await team.AdvanceToAsync(at);

        Assert.Contains("free 7h 00m → fits, 6h 15m spare", team.Expect("#team", $"{day} · 8h 00m day").Text);
    }

    [Fact]
    public async Task A1_a_zone_changed_in_mid_week_never_brings_two_agendas_for_one_date_nor_two_within_twelve_hours()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 08:00");
        await team.SaysAsync("alex", "/task Payroll due:mon");
        team.Expect("alex", "Added #1");
        await team.AdvanceToAsync("08:30");
        team.Expect("#team", "Wed 11 Mar");

        // West: Wednesday 08:30 comes once more, six hours later.
        await team.SaysAsync("alex", "/zone America/New_York");
        team.Expect("alex", "America/New_York");
        await team.AdvanceToAsync("2026-03-12 08:00");
        team.ExpectNothing("#team");
        await team.AdvanceToAsync("2026-03-12 13:30");
        team.Expect("#team", "Thu 12 Mar");

        // East: Friday 08:30 in Auckland is seven hours after Thursday's in New York.
        await team.SaysAsync("alex", "/zone Pacific/Auckland");
        team.Expect("alex", "Pacific/Auckland");
        await team.AdvanceToAsync("2026-03-13 02:00");
        team.ExpectNothing("#team");
        team.IgnoreRest("The evening review is not what this is about.");
        await team.AdvanceToAsync("2026-03-16 12:00");
        team.Expect("#team", "Mon 16 Mar");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD ")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("**bold** `code` @everyone <@1> [a](http://b) ")]
    [InlineData("\u202Eevil\u2066 ")]
    [InlineData("e\u0301\u0302\u0303")]
    public async Task A11_whatever_titles_contain_the_agenda_is_posted(string piece)
    {
        await using var team = await Team.StartAsync();
        var title = string.Concat(Enumerable.Repeat(piece, 900 / piece.Length));
        for (var number = 1; number <= 5; number++)
        {
            await team.SaysAsync("alex", $"/task \"{title}\" due:today");
            team.Expect("alex", "Added #");
        }

        await team.AdvanceToAsync("08:30");

        var agenda = team.Expect("#team", "DO FIRST").Text;
        for (var number = 1; number <= 5; number++) Assert.Contains($" {number} #{number} ", agenda);
        Assert.Equal(agenda.Count(symbol => symbol == '\u2068'), agenda.Count(symbol => symbol == '\u2069'));
    }
}
