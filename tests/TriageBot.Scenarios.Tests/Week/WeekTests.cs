using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Week;

/// <summary>Rule M1 as an owner meets it.</summary>
public sealed class WeekTests
{
    [Fact]
    public async Task M1_A_week_is_summed_in_the_order_of_the_rule_and_what_nobody_logged_is_unlogged()
    {
        await using var team = await Team.StartAsync(at: "2026-03-09 09:00");
        team.IgnoreRest("Agendas, breaks and echoes of the week are not what this is about.");
        await SayAsync(
            team,
            "/task Quote due:today value:$100",
            "/task Invoices do:tue value:$1",
            "/task Sort the shelf do:today",
            "/task Old idea",
            "/someday Paint the door",
            "/log 2h task:1 customer:Acme",
            "/log 45m customers Birch",
            "/log 75m customers unplanned:yes",
            "/done 1",
            "/drop 4");
        await team.AdvanceToAsync("2026-03-10 10:00");
        await SayAsync(team, "/log 1h task:2", "/done 2");
        await team.AdvanceToAsync("2026-03-11 09:30");

        await team.SaysAsync("alex", "/week");

        var report = team.Expect("alex", "Your week Mon 9 Mar – Sun 15 Mar, so far");
        Assert.Equal(
            """
            Your week Mon 9 Mar – Sun 15 Mar, so far
            CUSTOMERS  4h 00m, 80 % of 5h 00m logged
              Acme 2h 00m (40 %) · Birch 45m (15 %)
            UNPLANNED  1h 15m against 3h 45m planned · over the buffer of 1h 00m on Mon
            UNLOGGED  11h 30m of 16h 30m working time
            TASKS  2 done, 1 carried, 1 dropped
            URGENT  none asked
            VALUE  $100 2h 00m, 1 done · $1 1h 00m, 1 done · no value 2h 00m, 0 done
            SOMEDAY  1 on the list now, 1 of them seen in time; 0 shown in this week
            """,
            report.Text);
        Assert.Equal(["The week before"], report.Buttons);
    }

    [Fact]
    public async Task M1_Promises_of_the_week_stand_there_with_each_miss_and_its_cause()
    {
        await using var team = await Team.StartAsync(at: "2026-03-09 09:00");
        team.IgnoreRest("The echoes of the promises are not what this is about.");
        await SayAsync(
            team,
            "/promise Acme \"the new quote\" due:\"tue 12:00\"",
            "/promise Acme \"the old quote\" due:\"tue 13:00\"",
            "/promise Birch \"the key\" due:\"wed 12:00\"",
            "/promise Birch \"the door\" due:\"mon 12:00\"",
            "/promise Cedar \"the lamp\" due:fri",
            "/kept 1");
        await team.AdvanceToAsync("2026-03-10 14:00");
        await team.PressesAsync("alex", "Say why", 2);
        await team.FillsAsync("alex", ("cause", "the supplier was late"));

        await team.SaysAsync("alex", "/week");

        var report = team.Expect("alex", "so far").Text;
        Assert.Contains("PROMISES DUE  4: 1 kept, 1 broken, 2 open · kept 50 %\n  #2 Acme: the old quote — broken · Cause: the supplier was late", report);
        await team.AdvanceToAsync("2026-03-17 10:00");
        await team.SaysAsync("alex", "/week");
        Assert.Contains("PROMISES DUE  1: 1 broken", team.Expect("alex", "Your week Mon 16 Mar – Sun 22 Mar, so far").Text);
        await team.SaysAsync("alex", "/week last");
        Assert.Contains("#5 Cedar: the lamp — broken · cause not given", team.Expect("alex", "Your week Mon 9 Mar – Sun 15 Mar").Text);
    }

    [Fact]
    public async Task T2_A_week_ends_with_the_logical_day_of_its_Sunday_also_where_the_clock_goes_forward()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin sam", at: "2026-03-28 10:00");
        team.IgnoreRest("Agendas and echoes are not what this is about.");
        // Forty hours before them, and on the night of the change these are three, not four.
        await SayAsync(team, "/hours \"sun 01:00-05:00\"", "/task Nightwork", "/task Morning");
        await team.AdvanceToAsync("2026-03-30 03:30");
        await SayAsync(team, "/log 30m customers Acme", "/done 1");
        await team.AdvanceToAsync("2026-03-30 04:30");
        await SayAsync(team, "/done 2");

        await team.SaysAsync("alex", "/week last");

        var before = team.Expect("alex", "Your week Mon 23 Mar – Sun 29 Mar").Text;
        Assert.Contains("UNLOGGED  42h 30m of 43h 00m working time\nTASKS  1 done, 0 carried, 0 dropped", before);
        await team.SaysAsync("alex", "/week");
        Assert.Contains("UNLOGGED  0m of 0m working time\nTASKS  1 done", team.Expect("alex", "Your week Mon 30 Mar – Sun 5 Apr, so far").Text);
    }

    [Fact]
    public async Task A10_Private_tasks_count_and_their_titles_stand_nowhere()
    {
        await using var team = await Team.StartAsync(at: "2026-03-09 09:00");
        team.IgnoreRest("The echoes are not what this is about.");
        await SayAsync(team, "/task Xylophone private:yes do:today", "/someday Yggdrasil private:yes", "/log 45m task:1", "/done 1");

        await team.SaysAsync("alex", "/week");

        var report = team.Expect("alex", "so far");
        Assert.Contains("45m logged", report.Text);
        Assert.Contains("TASKS  1 done", report.Text);
        Assert.Contains("SOMEDAY  1 on the list", report.Text);
        Assert.DoesNotContain("Xylophone", report.Text);
        Assert.DoesNotContain("Yggdrasil", report.Text);
        Assert.False(report.IsVisibleAt("sam"));
    }

    [Fact]
    public async Task A_week_is_a_day_in_it_looking_back_and_one_that_has_not_begun_is_said_to_be_so()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        team.IgnoreRest("The echoes are not what this is about.");
        await SayAsync(team, "/log 30m customers Acme");

        foreach (var (typed, monday) in new[]
        {
            ("last", "Mon 2 Mar"), ("yesterday", "Mon 9 Mar"), ("3 Mar", "Mon 2 Mar"), ("2026-02-20", "Mon 16 Feb"), ("fri 20 mar 2025", ""), ("27 Mar 2025", "Mon 24 Mar 2025"), ("sun", "Mon 9 Mar"),
            ("12 Mar", "Mon 9 Mar"), ("14 Mar", "Mon 9 Mar"),
        })
        {
            await team.SaysAsync("alex", $"/week {typed}");
            team.Expect("alex", monday.Length == 0 ? "A week is named by last" : monday);
        }

        foreach (var ahead in new[] { "mon", "in 2 weeks", "next week", "20 Mar", "2026-12-01" })
        {
            await team.SaysAsync("alex", $"/week {ahead}");
            Assert.Contains($"You typed: /week {ahead}", team.Expect("alex", "That week has not begun. /week shows this one").Text);
        }

        foreach (var wrong in new[] { "the one with the rain", "5/12", "99" })
        {
            await team.SaysAsync("alex", $"/week {wrong}");
            Assert.Contains($"You typed: /week {wrong}", team.Expect("alex", "A week is named by last, or by a day in it").Text);
        }
    }

    [Fact]
    public async Task An_empty_week_is_one_sentence_and_the_buttons_lead_back_and_no_further_than_today()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");

        await team.SaysAsync("alex", "/week");

        var empty = team.Expect("alex", "Nothing was logged, finished, asked or promised in the week Mon 9 Mar – Sun 15 Mar. Time is written down with /log 30m");
        Assert.Equal(["The week before"], empty.Buttons);
        await team.PressesAsync("alex", "The week before");
        var before = team.Expect("alex", "Mon 2 Mar – Sun 8 Mar");
        Assert.Equal(["The week before", "The week after"], before.Buttons);
        await team.PressesAsync("alex", "The week after");
        Assert.Equal(["The week before"], team.Expect("alex", "Mon 9 Mar – Sun 15 Mar").Buttons);
        var crafted = Assert.IsType<Reply.Update>(await team.DeliversAsync("ahead", "alex", new IncomingBody.Pressed(new ControlId("week", Extra: "2026-03-16").ToString())));
        Assert.Contains("Mon 9 Mar", crafted.Card.Text.ToPlainText());
    }

    [Fact]
    public async Task Whoever_is_no_owner_is_refused_in_private_with_who_can()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");

        await team.SaysAsync("sam", "/week");

        team.Expect("sam", "/week is not yours to use. Who can: alex.");
        team.ExpectNothing("#team");
        foreach (var control in new[] { new ControlId("week", Extra: "2026-03-09"), new ControlId("week-judge-undo", 1, Extra: "2026-03-09") })
        {
            var pressed = Assert.IsType<Reply.Private>(await team.DeliversAsync(control.Verb, "sam", new IncomingBody.Pressed(control.ToString())));
            Assert.Contains("/week is not yours to use", pressed.Card.Text.ToPlainText());
        }
    }

    [Fact]
    public async Task M4_A_buffer_is_recommended_after_twenty_working_days_with_logged_time()
    {
        await using var team = await Team.StartAsync(at: "2026-03-02 09:00");
        team.IgnoreRest("A month of agendas and echoes is not what this is about.");
        for (var day = 0; day < 26; day++)
        {
            await team.AdvanceToAsync($"2026-03-{day + 2:00} 16:00");
            // On weekends nothing counts, and one day has no entry at all.
            if (day != 2) await SayAsync(team, day % 7 == 1 ? "/log 50m customers Acme" : "/log 80m customers Acme unplanned:yes");
        }

        await team.SaysAsync("alex", "/week");
        Assert.DoesNotContain("BUFFER", team.Expect("alex", "so far").Text);
        await team.AdvanceToAsync("2026-03-30 16:00");
        await SayAsync(team, "/log 80m customers Acme unplanned:yes");
        await team.AdvanceToAsync("2026-03-31 16:00");
        await SayAsync(team, "/log 10m customers Acme");
        await team.SaysAsync("alex", "/week");

        Assert.Contains(
            "BUFFER  1h 00m now; over the last 20 working days with logged time 1h 30m would have been enough on three of four: /setup buffer:90m",
            team.Expect("alex", "Your week Mon 30 Mar").Text);
        await SayAsync(team, "/setup buffer:90m", "/week");
        team.Expect("alex", "BUFFER  1h 30m now, enough on three of four");
    }

    private static async Task SayAsync(Team team, params IEnumerable<string> commands)
    {
        foreach (var command in commands) await team.SaysAsync("alex", command, "dm");
    }
}
