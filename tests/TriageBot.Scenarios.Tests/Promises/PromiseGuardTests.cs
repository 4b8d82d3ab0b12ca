using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Promises;

/// <summary>Rule C7: closed time is refused, too little time is warned of, and nothing is blocked.</summary>
public sealed class PromiseGuardTests
{
    [Fact]
    public async Task Due_on_a_weekend_or_at_night_is_refused_with_the_nearest_open_times()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");

        await team.SaysAsync("sam", "/promise Acme \"the new quote\" due:\"2026-03-14 12:00\"", "dm");

        var refusal = team.Expect("sam", "is outside the hours of service level standard");
        Assert.Contains("the new quote", refusal.Text);
        Assert.Equal(["Fri 13 Mar 2026, 17:00", "Mon 16 Mar 2026, 09:00"], refusal.Buttons);
        await team.PressesAsync("sam", "Fri 13 Mar 2026, 17:00");
        team.Expect("sam", "Promised, with task #");
    }

    [Fact]
    public async Task Due_inside_a_closure_is_refused_with_the_open_days_around_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await team.SaysAsync("alex", "/levels close on:2026-03-12 name:Holiday");
        team.Expect("alex", "Holiday");

        await team.SaysAsync("sam", "/promise Acme \"the new quote\" due:2026-03-12", "dm");

        Assert.Equal(["Wed 11 Mar 2026", "Fri 13 Mar 2026"], team.Expect("sam", "is outside the hours").Buttons);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public async Task With_eight_like_matters_too_little_time_is_warned_of_and_with_seven_it_is_not(int like, bool isWarned)
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        team.IgnoreRest("the matters there were before");
        // Each took two working days; a promise due in half an hour is sooner than all of them.
        for (var number = 1; number <= like; number++) await team.SaysAsync("sam", $"/escalate Northside \"matter {number} {Words[number]}\"");
        await team.AdvanceToAsync("2026-03-13 10:00");
        for (var number = 1; number <= like; number++) await team.SaysAsync("sam", $"/solved {number}", "dm");

        await team.SaysAsync("sam", "/promise Acme \"the new quote\" due:\"today 10:30\"", "dm");

        if (!isWarned)
        {
            team.Expect("sam", "Promised, with task #8");
            return;
        }

        var warning = team.Expect("sam", "Not promised yet");
        Assert.Contains("Matters like this take up to 16h of working time in 85 % of 8 cases; until then there is 30 min.", warning.Text);
        Assert.Equal(["Promise anyway", "Another date…"], warning.Buttons);
        await team.SaysAsync("sam", "/promises", "dm");
        team.Expect("sam", "No promise is open");
        await team.PressesAsync("sam", "Promise anyway", 9);
        team.Expect("sam", "Promised, with task #9");
        await team.SaysAsync("sam", "/why 9", "dm");
        team.Expect("sam", "85 % of 8 matters like it took up to 16h; there was 30 min: too soon by that.");
    }

    [Fact]
    public async Task More_work_than_room_until_then_is_warned_of_by_the_arithmetic_of_the_agenda()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await team.SaysAsync("alex", "/task Payroll due:today estimate:5h", "dm");
        team.Expect("alex", "Payroll");

        // 09:00–17:00 leaves 7 h, less an hour of buffer: 6 h for 5 h and 2 h.
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:\"today 17:00\" estimate:2h", "dm");

        Assert.Contains("Until then 7h of work is planned, this among it, and there is room for 6h", team.Expect("alex", "Not promised yet").Text);
        await team.PressesAsync("alex", "Another date…");
        await team.FillsAsync("alex", ("customer", "Acme"), ("what", "the new quote"), ("due", "tomorrow 17:00"), ("estimate", "2h"));
        team.Expect("alex", "Promised, with task");
    }

    [Fact]
    public async Task Work_that_takes_longer_than_there_is_until_then_is_warned_of_for_whoever_is_no_owner_too()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 09:20");

        await team.SaysAsync("sam", "/promise Acme \"the report\" due:\"today 11:00\" estimate:6h", "dm");
        Assert.Contains("Until then 6h of work is planned, this among it, and there is room for 1h 40m", team.Expect("sam", "Not promised yet").Text);
        await team.PressesAsync("sam", "Promise anyway", 1);
        team.Expect("sam", "Promised, with task #1");

        await team.SaysAsync("sam", "/promise Acme \"the other report\" due:\"today 11:00\" estimate:1h", "dm");
        team.Expect("sam", "Promised, with task #2");
        await team.SaysAsync("sam", "/promise Acme \"a third one\" due:\"today 09:30\"", "dm");
        team.Expect("sam", "Promised, with task #3");
    }

    [Fact]
    public async Task A_promise_that_moves_is_no_matter_like_itself()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await team.SaysAsync("sam", "/promise Acme \"the report\" due:\"2026-03-13 11:00\"", "dm");
        team.Expect("sam", "Promised, with task #1");
        team.IgnoreRest("agendas and reminders");
        await team.AdvanceToAsync("2026-03-12 12:00");

        await team.SaysAsync("sam", "/renegotiate 1 \"2026-03-13 12:00\"", "dm");
        team.Expect("sam", "#1 has another date");
        await team.SaysAsync("sam", "/why 1", "dm");

        team.Expect("sam", "When it was given: 0 matters like it");
    }

    [Fact]
    public async Task What_cannot_be_read_as_a_date_is_refused_and_nothing_typed_is_lost()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");

        await team.SaysAsync("sam", "/promise Acme \"the new quote\" due:soon", "dm");
        await team.SaysAsync("sam", "/promise Acme \"the new quote\" due:\"every monday\"", "dm");

        Assert.Contains("the new quote", team.Expect("sam", "soon").Text);
        Assert.Contains("the new quote", team.Expect("sam", "A promise is given for one date.").Text);
    }

    /// <summary>Matters that say much the same are asked about, which is another rule.</summary>
    private static readonly string[] Words = ["", "boiler", "invoice", "window", "parking", "cable", "badge", "printer", "kettle"];
}
