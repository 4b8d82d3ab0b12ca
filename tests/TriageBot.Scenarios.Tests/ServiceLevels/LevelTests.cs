using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.ServiceLevels;

/// <summary>Rules C3, C5 and T7 in the chat.</summary>
public sealed class LevelTests
{
    [Fact]
    public async Task A_command_that_does_several_things_shows_how_to_do_the_one_that_was_meant()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin sam");

        await team.SaysAsync("alex", "/levels set standard hours:\"mon-fri 08:00-18:00\" first:2h next:1d resolution:3d");

        team.Expect("alex", "This would work: /levels set level:gold hours:");
    }

    [Fact]
    public async Task A_level_is_set_shown_for_a_customer_and_published_once_and_edited_in_place()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/levels set level:Gold hours:\"mon-fri 08:00-18:00\" first:1h next:2h resolution:16h emergency:\"phone 555 0100\"");
        team.Expect("alex", "Saved: gold counts so from Fri 13 Mar on");
        await team.SaysAsync("alex", "/customer add Acme level:gold");
        team.Expect("alex", "Added");

        await team.SaysAsync("sam", "/levels acme");
        var shown = team.Expect("sam", "Acme has the level gold").Text;
        Assert.Contains("First answer within 1h", shown);
        Assert.Contains("phone 555 0100", shown);
        Assert.Contains("Kept in 30 days: first answer too few to say", shown);

        await team.SaysAsync("alex", "/levels publish");
        team.Expect("alex", "Published in #team");
        team.Expect("#team", "gold");
        await team.SaysAsync("alex", "/levels close on:2026-03-20 name:\"Spring day\"");
        team.Expect("alex", "Fri 20 Mar is closed");

        Assert.Contains(team.Shown, edit => edit.Kind == TriageBot.Simulate.ShownKind.Edit && edit.Text.Contains("Closed: Fri 20 Mar (Spring day)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Worse_terms_need_fourteen_days()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/levels set level:gold first:1h next:2h resolution:16h");
        team.Expect("alex", "Saved");

        await team.SaysAsync("alex", "/levels set level:gold first:2h from:2026-03-20");
        Assert.Contains("from:2026-03-27", team.Expect("alex", "the first answer takes 2h instead of 1h").Text);
        await team.SaysAsync("alex", "/levels set level:gold first:2h");

        Assert.Contains("counts from Fri 27 Mar on", team.Expect("alex", "14 days' notice").Text);
    }

    [Fact]
    public async Task Worse_terms_than_the_built_in_standard_need_notice_too_and_the_built_in_ones_count_until_then()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("alex", "/levels set level:standard first:8h");

        var saved = team.Expect("alex", "Saved: standard counts so from Fri 27 Mar on").Text;
        Assert.Contains("That is worse for customers (the first answer takes 8h instead of 4h), so it needs 14 days' notice", saved);
        Assert.Contains("First answer within 4h", saved);
        Assert.Contains("From Fri 27 Mar on: Mon–Fri 09:00–17:00; first answer 8h", saved);
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "Northside must hear from a person by 13:20");
        team.Expect("#team", "no heating");
        await team.SaysAsync("alex", "/levels set level:standard first:2h next:8h resolution:40h");
        team.Expect("alex", "Saved: standard counts so from Fri 13 Mar on");
    }

    [Fact]
    public async Task What_is_asked_for_may_be_a_level_and_what_is_no_customer_is_said_to_be_none()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/levels set level:gold hours:\"mon-fri 08:00-18:00\" first:1h");
        team.Expect("alex", "Saved");

        await team.SaysAsync("sam", "/levels gold", "dm");
        var gold = team.Expect("sam", "First answer within 1h").Text;
        Assert.StartsWith("gold · Mon–Fri 08:00–18:00", gold);
        await team.SaysAsync("sam", "/levels Nowhere", "dm");

        var unknown = team.Expect("sam", "Nowhere");
        Assert.DoesNotContain("has the level", unknown.Text);
        Assert.Contains("standard counts", unknown.Text);
        Assert.Equal(["Add Nowhere as a customer"], unknown.Buttons);
    }

    [Fact]
    public async Task A9_a_day_that_was_closed_or_opened_goes_back_by_a_button_while_nobody_has_changed_it_since()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/levels close on:2026-03-20 name:\"Spring day\"", "dm");
        Assert.Equal(["Undo"], team.Expect("alex", "Fri 20 Mar is closed (Spring day) for all levels").Buttons);
        await team.PressesAsync("alex", "Undo");
        Assert.Equal(["Undo"], team.Expect("alex", "Fri 20 Mar is open after all").Buttons);
        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "Fri 20 Mar is closed (Spring day)");

        await team.SaysAsync("alex", "/levels close on:2026-03-20 name:\"Spring day\"", "dm");
        Assert.Empty(team.Expect("alex", "Fri 20 Mar is closed (Spring day)").Buttons);
        await team.SaysAsync("alex", "/levels close on:2026-03-20 name:Storm", "dm");
        team.Expect("alex", "Fri 20 Mar is closed (Storm)");
        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "Fri 20 Mar is closed (Spring day)");
        await team.SaysAsync("alex", "/levels open on:2026-03-20", "dm");
        team.Expect("alex", "Fri 20 Mar is open after all");
    }

    [Fact]
    public async Task A_holiday_added_today_moves_open_deadlines_and_is_told_once()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 15:00");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");
        await team.AdvanceToAsync("15:20");

        await team.SaysAsync("alex", "/levels close on:2026-03-13 name:Storm");

        Assert.Contains("moved: 1", team.Expect("alex", "Fri 13 Mar is closed").Text);
        team.Expect("sam", "#1 of Northside is due Mon 16 Mar 11:00 now, not Fri 13 Mar 11:00: Fri 13 Mar is closed (Storm)");
        team.Expect("alex", "#1 of Northside is due Mon 16 Mar 11:00");
        await team.SaysAsync("alex", "/levels close on:2026-03-13 name:Storm");
        team.Expect("alex", "is closed");
    }

    [Fact]
    public async Task Another_level_of_the_customer_moves_its_open_matters_and_keeps_the_time_used()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/levels set level:gold hours:\"mon-fri 09:00-17:00\" first:1h next:2h resolution:16h");
        team.Expect("alex", "Saved");
        await team.SaysAsync("alex", "/customer add Northside");
        team.Expect("alex", "Added");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "by 13:00");
        team.Expect("#team", "no heating");
        await team.AdvanceToAsync("09:30");

        await team.SaysAsync("alex", "/customer level Northside level:gold");
        team.Expect("alex", "Changed");
        await team.SaysAsync("sam", "/why 1", "dm");

        Assert.Contains("30 min used, 30 min left. Due Fri 13 Mar 10:00", team.Expect("sam", "Clocks count").Text);
        team.IgnoreRest("the nudge of the next break");
    }

    [Fact]
    public async Task Levels_come_from_the_file_of_the_team_and_a_second_import_changes_nothing()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("alex", "/levels import");

        Assert.Contains("gold · Mon–Fri 08:00–18:00", team.Expect("alex", "Imported").Text);
        await team.SaysAsync("alex", "/levels import");
        Assert.DoesNotContain("From", team.Expect("alex", "Imported").Text);
    }

    [Fact]
    public async Task A_teammate_looks_but_changes_nothing()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/levels set level:gold first:1h");

        team.Expect("sam", "alex");
    }
}
