using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Promises;

/// <summary>Rules C6 and C8 over time: reminders in the maker's hours, broken told once, late stays late.</summary>
public sealed class PromiseTimeTests
{
    [Fact]
    public async Task The_maker_is_reminded_at_half_the_time_and_when_the_work_only_just_fits()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 09:00");
        await team.SaysAsync("sam", "/promise Acme \"the new quote\" due:\"today 17:00\" estimate:2h", "dm");
        team.Expect("sam", "Promised");

        await team.AdvanceToAsync("13:00");
        Assert.Equal(["Keep", "Move", "Hand over"], team.Expect("sam", "Half the time is gone: #1 to Acme: the new quote").Buttons);
        await team.AdvanceToAsync("14:59");
        team.ExpectNothing("sam");
        await team.AdvanceToAsync("15:00");
        team.Expect("sam", "Now is the last moment at which the work (2h) still fits");
        await team.PressesAsync("sam", "Keep", 1);

        team.Expect("sam", "#1 is kept.");
        await team.AdvanceToAsync("2026-03-11 23:00");
    }

    [Fact]
    public async Task When_the_makers_hours_change_so_does_the_reminder_that_is_still_to_come_and_none_comes_twice()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 09:30");
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:\"thu 17:00\" estimate:2h", "dm");
        team.Expect("alex", "Promised");
        team.IgnoreRest("the owner's evening and morning");
        await team.AdvanceToAsync("2026-03-12 09:20");

        await team.SaysAsync("alex", "/hours mon-wed 09:00-17:00, thu 09:00-13:00, fri 09:00-17:00", "dm");
        await team.AdvanceToAsync("2026-03-12 10:59");
        Assert.Equal(0, Reminded(team, "Now is the last moment"));
        await team.AdvanceToAsync("2026-03-12 11:00");
        Assert.Equal(1, Reminded(team, "Now is the last moment at which the work (2h) still fits"));

        await team.AdvanceToAsync("2026-03-12 16:00");
        Assert.Equal((1, 1), (Reminded(team, "Half the time is gone"), Reminded(team, "Now is the last moment")));
    }

    [Fact]
    public async Task When_other_hours_leave_no_time_for_the_work_the_maker_is_reminded_at_once()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 09:30");
        await team.SaysAsync("alex", "/promise Acme \"the new quote\" due:\"thu 17:00\" estimate:4h", "dm");
        team.Expect("alex", "Promised");
        team.IgnoreRest("the rest of the owner's day");
        await team.AdvanceToAsync("16:00");

        await team.SaysAsync("alex", "/closures 2026-03-12", "dm");
        await team.AdvanceToAsync("16:01");

        Assert.Equal(1, Reminded(team, "Now is the last moment"));
    }

    [Fact]
    public async Task No_reminder_comes_at_night_or_on_a_weekend()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 16:00");
        await PromiseTests.PromiseAsync(team, "2026-03-17 10:00");
        team.IgnoreRest("agendas of the owner");

        await team.AdvanceToAsync("2026-03-18 23:00");

        var toSam = team.Shown.Where(shown => shown.IsAddressedTo("sam") && shown.Item == 1).Skip(1).ToList();
        Assert.Equal(3, toSam.Count);
        Assert.All(toSam, shown => Assert.True(InHours(shown.At), $"{shown.At}: {shown.Text}"));
        static bool InHours(NodaTime.Instant at) => at.InZone(NodaTime.DateTimeZoneProviders.Tzdb["Europe/Oslo"]) is { DayOfWeek: < NodaTime.IsoDayOfWeek.Saturday, Hour: >= 9 and <= 17 };
    }

    [Fact]
    public async Task Broken_is_recorded_when_it_is_due_and_told_to_the_maker_and_the_customers_owner_once_and_kept_then_is_kept_late()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 16:00");
        await PromiseTests.PromiseAsync(team, "today 16:30");

        await team.AdvanceToAsync("16:31");

        Assert.Equal(["Keep", "Hand over", "Say why"], team.Expect("sam", "Broken: #1 to Acme: the new quote").Buttons);
        team.Expect("alex", "sam has not kept it yet");
        await team.SaysAsync("sam", "/promises", "dm");
        Assert.Contains("broken · cause not given", team.Expect("sam", "Kept 0 % in 90 days (0 of 1; late 0, broken 1)").Text);
        await team.SaysAsync("sam", "/renegotiate 1 fri 15:00", "dm");
        Assert.Contains("fri 15:00", team.Expect("sam", "moving or withdrawing it now would hide that").Text);

        await team.PressesAsync("sam", "Say why", 1);
        await team.FillsAsync("sam", ("cause", "the price list was late"));
        team.Expect("sam", "Cause: the price list was late");
        await team.SaysAsync("sam", "/kept 1", "dm");
        team.Expect("sam", "#1 is kept late.");
        await team.SaysAsync("sam", "/promises", "dm");
        Assert.Contains("kept late · Cause: the price list was late", team.Expect("sam", "(0 of 1; late 1, broken 0)").Text);
        team.IgnoreRest("the owner's evening and morning");
        await team.AdvanceToAsync("2026-03-13 12:00");
        Assert.Equal(2, team.Shown.Count(shown => shown.Text.StartsWith("Broken:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Due_at_night_in_the_makers_hours_is_told_when_they_are_back()
    {
        await using var team = await Team.StartAsync(people: "alex:owner sam kim", at: "2026-03-13 15:00");
        // A day is due when it is over, at four in the morning; that is no time to tell anybody.
        await PromiseTests.PromiseAsync(team, "2026-03-13");
        team.IgnoreRest("the owner's evening and morning");

        await team.AdvanceToAsync("2026-03-16 08:59");
        Assert.DoesNotContain(team.Shown, shown => shown.Text.StartsWith("Broken:", StringComparison.Ordinal));
        await team.AdvanceToAsync("2026-03-16 09:30");

        Assert.Equal(2, team.Shown.Count(shown => shown.Text.StartsWith("Broken:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_bot_that_slept_over_the_due_date_says_it_once_when_it_wakes()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 10:00");
        await PromiseTests.PromiseAsync(team, "today 15:00");
        team.IgnoreRest("the owner's morning");

        await team.SleepsUntilAsync("2026-03-12 10:00");

        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("Half the time", StringComparison.Ordinal));
        Assert.Equal(2, team.Shown.Count(shown => shown.Text.StartsWith("Broken:", StringComparison.Ordinal)));
    }

    private static int Reminded(Team team, string text) => team.Shown.Count(shown => shown.Text.Contains(text, StringComparison.Ordinal));
}
