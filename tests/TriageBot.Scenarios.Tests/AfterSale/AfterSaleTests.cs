using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.AfterSale;

/// <summary>Rule C10: after a sale, on their days, and when nobody has spoken with them for long.</summary>
public sealed class AfterSaleTests
{
    [Fact]
    public async Task A9_an_interval_goes_back_by_a_button_while_nobody_has_changed_it_since()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/customer add Acme", "dm");
        team.Expect("alex", "Added");
        await team.SaysAsync("alex", "/customer touch Acme every:30d", "dm");
        Assert.Equal(["Undo"], team.Expect("alex", "spoken with them for 30 days").Buttons);
        await team.SaysAsync("alex", "/customer touch Acme every:10d", "dm");
        team.Expect("alex", "spoken with them for 10 days");
        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "spoken with them for 30 days");
        await team.SaysAsync("alex", "/customer touch Acme every:none", "dm");
        Assert.Equal(["Undo"], team.Expect("alex", "Acme").Buttons);
        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "spoken with them for 30 days");
    }

    [Fact]
    public async Task C10_a_sale_brings_touches_after_3_and_30_days_and_each_year()
    {
        await using var team = await StartAsync("Acme");
        await team.SaysAsync("alex", "/customer sale Acme \"the boiler\"");
        Assert.Contains("Fri 13 Mar", team.Expect("alex", "the boiler for Acme").Text);
        await team.SaysAsync("alex", "/customer touches");
        team.Expect("alex", "Nobody is to be contacted today");

        team.IgnoreRest("agendas and reviews of the days between");
        await team.AdvanceToAsync("2026-03-13 10:00");
        await team.SaysAsync("alex", "/agenda");
        team.Expect("alex", "Acme (3 days after the boiler)");
        await team.SaysAsync("alex", "/customer touches");
        team.Expect("alex", "Acme: 3 days after the boiler");
        await team.PressesAsync("alex", "Acme");
        await team.PressesAsync("alex", "Done");
        Assert.Contains("The next time is Thu 9 Apr", team.Shown[^1].Text);

        await team.SaysAsync("alex", "/customer Acme");
        Assert.Contains("30 days after the boiler", team.Shown[^1].Text);
        Assert.Contains("10:00", team.Shown[^1].Text);
    }

    [Theory]
    [InlineData("Done")]
    [InlineData("Skip this time")]
    [InlineData("Later, in a week")]
    public async Task What_was_decided_by_mistake_can_be_undone_and_stands_as_before(string decision)
    {
        await using var team = await StartAsync("Acme");
        await team.SaysAsync("alex", "/customer sale Acme \"the boiler\"");
        team.Expect("alex", "the boiler for Acme");
        await team.SaysAsync("alex", "/customer touch Acme every:2d");
        team.Expect("alex", "Every real contact begins it anew");
        team.IgnoreRest("agendas and reviews of the days between");
        await team.AdvanceToAsync("2026-03-13 10:00");
        await team.SaysAsync("alex", "/customer touches");
        await team.PressesAsync("alex", "Acme");
        var before = team.Shown[^1].Text;
        await team.SaysAsync("alex", "/customer Acme");
        var page = team.Shown[^1].Text;
        await team.SaysAsync("alex", "/customer touches");
        await team.PressesAsync("alex", "Acme");
        await team.PressesAsync("alex", decision);
        await team.SaysAsync("alex", "/customer Acme");
        Assert.NotEqual(page, team.Shown[^1].Text);

        await team.AdvanceToAsync("10:09");
        await team.PressesAsync("alex", "Undo");

        Assert.Contains("Undone.", team.Shown[^1].Text);
        Assert.Contains(before, team.Shown[^1].Text);
        await team.SaysAsync("alex", "/customer Acme");
        Assert.Equal(page, team.Shown[^1].Text);
    }

    [Fact]
    public async Task A_decision_is_undone_for_ten_minutes()
    {
        await using var team = await StartAsync("Acme");
        await team.SaysAsync("alex", "/customer sale Acme boiler");
        team.Expect("alex", "boiler for Acme");
        team.IgnoreRest("agendas and reviews of the days between");
        await team.AdvanceToAsync("2026-03-13 10:00");
        await team.SaysAsync("alex", "/customer touches");
        await team.PressesAsync("alex", "Acme");
        await team.PressesAsync("alex", "Skip this time");

        await team.AdvanceToAsync("10:11");
        await team.PressesAsync("alex", "Undo");

        Assert.Contains("Nothing was changed: Undo works for ten minutes", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/customer Acme");
        Assert.Contains("30 days after boiler", team.Shown[^1].Text);
    }

    [Fact]
    public async Task A_decision_is_not_undone_once_something_else_was_decided_about_the_customer()
    {
        await using var team = await StartAsync("Acme");
        await team.SaysAsync("alex", "/customer touch Acme every:2d");
        team.Expect("alex", "Acme is contacted");
        team.IgnoreRest("agendas and reviews of the days between");
        await team.AdvanceToAsync("2026-03-13 10:00");
        await team.SaysAsync("alex", "/customer touches");
        await team.PressesAsync("alex", "Acme");
        await team.PressesAsync("alex", "Skip this time");
        var decided = new ControlId("touch-undo", 1, team.Now.ToUnixTimeMilliseconds());
        await team.SaysAsync("alex", "/customer touch Acme every:30d");

        var late = Assert.IsType<Reply.Private>(await team.DeliversAsync("late", "alex", new IncomingBody.Pressed(decided.ToString())));

        Assert.Contains("Nothing was changed: something else was decided about Acme since", late.Card.Text.ToPlainText());
        await team.SaysAsync("alex", "/customer Acme");
        Assert.Contains("Sun 12 Apr: nobody has spoken with them for 30 days", team.Shown[^1].Text);
    }

    [Fact]
    public async Task C10_a_real_contact_resets_the_interval_but_not_what_has_a_date()
    {
        await using var team = await StartAsync("Acme");
        await team.SaysAsync("alex", "/customer touch Acme every:30d");
        team.Expect("alex", "Thu 9 Apr");
        await team.SaysAsync("alex", "/customer sale Acme what:boiler");
        team.Expect("alex", "Fri 13 Mar");
        await team.SaysAsync("sam", "/escalate Acme \"it drips\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "it drips");
        team.IgnoreRest("the days between");
        await team.AdvanceToAsync("2026-03-12 10:00");

        await team.SaysAsync("alex", "/solved 1 tightened", "dm");

        await team.SaysAsync("alex", "/customer Acme");
        Assert.Contains("Fri 13 Mar: 3 days after boiler", team.Shown[^1].Text);
        Assert.Contains("Sat 11 Apr: nobody has spoken with them for 30 days", team.Shown[^1].Text);
    }

    [Fact]
    public async Task C10_an_open_complaint_is_made_right_first()
    {
        await using var team = await StartAsync("Acme");
        await team.SaysAsync("alex", "/customer sale Acme boiler on:2026-03-07");
        team.Expect("alex", "Mon 6 Apr");
        await team.SaysAsync("alex", "/customer sale Acme pump on:yesterday");
        team.Expect("alex", "Thu 12 Mar");
        await team.SaysAsync("sam", "/escalate Acme \"it drips\"");
        team.Expect("sam", "#1");
        team.Expect("#team", "it drips");
        team.IgnoreRest("the days between");

        await team.AdvanceToAsync("2026-03-12 10:00");
        await team.SaysAsync("alex", "/customer touches");
        Assert.Contains("make it right first: #1 is open (then: 3 days after pump)", team.Shown[^1].Text);
    }

    [Fact]
    public async Task C10_a_promise_broken_in_the_last_fourteen_days_is_made_right_first()
    {
        await using var team = await StartAsync("Acme");
        await team.SaysAsync("alex", "/customer sale Acme boiler on:yesterday");
        team.Expect("alex", "Thu 12 Mar");
        await team.SaysAsync("alex", "/promise Acme \"the quote\" due:\"wed 12:00\"");
        team.Expect("alex", "#1");
        team.IgnoreRest("reminders of the promise and the days between");

        await team.AdvanceToAsync("2026-03-12 10:00");
        await team.SaysAsync("alex", "/customer touches");
        Assert.Contains("make it right first: the promise #1 was broken", team.Shown[^1].Text);

        await team.AdvanceToAsync("2026-03-26 10:00");
        await team.SaysAsync("alex", "/customer touches");
        Assert.Contains("Acme: 3 days after boiler", team.Shown[^1].Text);
    }

    [Fact]
    public async Task C10_at_most_three_customers_a_day_and_those_that_wait_longest_first()
    {
        await using var team = await StartAsync("Acme", "Bolt", "Cord", "Dyne");
        foreach (var (name, day) in new[] { ("Acme", "2026-03-09"), ("Bolt", "2026-03-08"), ("Cord", "2026-03-08"), ("Dyne", "2026-03-10") })
        {
            await team.SaysAsync("alex", $"/customer sale {name} boiler on:{day}");
            team.Expect("alex", $"boiler for {name}");
        }

        team.IgnoreRest("the days between");
        await team.AdvanceToAsync("2026-03-13 10:00");
        await team.SaysAsync("alex", "/customer touches");
        Assert.Contains("Acme", team.Shown[^1].Text);
        Assert.DoesNotContain("Dyne", team.Shown[^1].Text);

        await team.PressesAsync("alex", "Bolt");
        await team.PressesAsync("alex", "Later, in a week");
        Assert.Contains("Fri 20 Mar", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/customer touches");
        Assert.DoesNotContain("Dyne", team.Shown[^1].Text);

        await team.AdvanceToAsync("2026-03-16 10:00");
        await team.SaysAsync("alex", "/customer touches");
        Assert.Contains("Dyne", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Dyne");
        await team.PressesAsync("alex", "Skip this time");
        Assert.Contains("Thu 9 Apr", team.Shown[^1].Text);
    }

    [Fact]
    public async Task C10_a_birthday_comes_each_year_and_a_sale_can_be_taken_back()
    {
        await using var team = await StartAsync("Acme");
        await team.SaysAsync("alex", "/customer date Acme \"Kay's birthday\" on:1980-05-04");
        team.Expect("alex", "Mon 4 May");
        await team.SaysAsync("alex", "/customer sale Acme boiler");
        team.Expect("alex", "boiler for Acme");

        await team.PressesAsync("alex", "Undo");

        team.Expect("alex", "Taken back");
        await team.SaysAsync("alex", "/customer Acme");
        var page = team.Expect("alex", "Kay's birthday").Text;
        Assert.DoesNotContain("boiler", page);
    }

    [Theory]
    [InlineData("/customer sale Acme boiler on:2027-01-01", "yesterday")]
    [InlineData("/customer sale Acme", "boiler")]
    [InlineData("/customer date Acme birthday", "4 may")]
    [InlineData("/customer touch Acme every:often", "every:30d")]
    [InlineData("/customer sale Nobody boiler", "no customer called")]
    public async Task What_cannot_be_used_is_repeated_with_what_works(string typed, string expected)
    {
        await using var team = await StartAsync("Acme");

        await team.SaysAsync("alex", typed);

        team.Expect("alex", expected);
    }

    [Fact]
    public async Task A_merge_takes_the_touches_along()
    {
        await using var team = await StartAsync("Acme", "Bolt");
        await team.SaysAsync("alex", "/customer sale Bolt boiler");
        team.Expect("alex", "boiler for Bolt");
        await team.SaysAsync("alex", "/customer merge Bolt into:Acme");
        team.Expect("alex", "Bolt");
        await team.PressesAsync("alex", "Merge");
        team.Expect("alex", "3 days after boiler");

        await team.SaysAsync("alex", "/customer Acme");

        team.Expect("alex", "3 days after boiler");
    }

    private static async Task<Team> StartAsync(params IEnumerable<string> customers)
    {
        var team = await Team.StartAsync(at: "2026-03-10 09:00");
        foreach (var name in customers)
        {
            await team.SaysAsync("alex", $"/customer add {name}");
            team.Expect("alex", "Added");
        }

        return team;
    }
}
