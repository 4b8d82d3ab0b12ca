using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Series;

/// <summary>Tasks that repeat (rules R1–R3, R5). The day is Friday, 13 March 2026, in Oslo.</summary>
public sealed class RepeatingTests
{
    [Fact]
    public async Task A_repeating_due_date_makes_one_open_task_that_says_how_it_repeats()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Water the plants due:\"every other tuesday at 9\"");
        var added = team.Expect("alex", "Added #1 Water the plants");
        Assert.Contains("repeats every other Tuesday at 09:00, from 17 Mar 2026", added.Text, StringComparison.Ordinal);
        Assert.Contains("due Tue 17 Mar 2026, 09:00 (in 4 days)", added.Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/tasks");
        Assert.Contains("1 open", team.Expect("alex", "#1 Water the plants — due Tue 17 Mar 09:00 · repeats every other Tuesday").Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/why 1");
        team.Expect("alex", "repeats every other Tuesday at 09:00, from 17 Mar 2026");
    }

    [Fact]
    public async Task A_pattern_at_the_end_of_the_text_repeats_too()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Send the invoices every monday");
        Assert.Contains("due Mon 16 Mar 2026", team.Expect("alex", "repeats every Monday").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_brings_the_next_and_undo_takes_it_back()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Water the plants due:\"every other tuesday at 9\" estimate:15m customer:Acme");
        team.Expect("alex", "Added #1");
        await team.AdvanceToAsync("2026-03-17 10:00");
        team.IgnoreRest("the agendas on the way");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Tue 31 Mar 2026, 09:00 (in 14 days).");
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "#2 Water the plants — due Tue 31 Mar 09:00 · repeats every other Tuesday · 15m · Acme");

        await team.PressesAsync("alex", "Undo", 1);

        await team.SaysAsync("alex", "/tasks");
        var list = team.Expect("alex", "#1 Water the plants");
        Assert.DoesNotContain("#2", list.Text, StringComparison.Ordinal);
        Assert.Contains("repeats", list.Text, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #3, Tue 31 Mar 2026, 09:00");
    }

    [Fact]
    public async Task Undoing_the_undo_brings_the_next_again()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Stand-up due:\"every day at 9\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, ");
        await team.PressesAsync("alex", "Undo", 1);
        await team.PressesAsync("alex", "Undo", 1);
        Assert.Contains("Next: #3, ", team.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_next_is_done_already_the_one_before_opens_again_alone()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every week\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, ");
        await team.SaysAsync("alex", "/done 2");
        team.Expect("alex", "Next: #3, ");
        await team.PressesAsync("alex", "Undo", 1);
        await team.SaysAsync("alex", "/tasks");
        var list = team.Expect("alex", "2 open").Text;
        Assert.Single(list.Split('\n'), line => line.Contains("repeats", StringComparison.Ordinal));
        Assert.Contains("#3 Backup", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missed_dates_are_counted_on_the_one_open_task()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Empty the till due:\"every workday\"");
        team.Expect("alex", "Added #1");
        await team.AdvanceToAsync("2026-03-18 12:00");
        team.IgnoreRest("the agendas on the way");
        await team.SaysAsync("alex", "/tasks");
        var list = team.Expect("alex", "1 open").Text;
        Assert.Contains("overdue, was due Fri 13 Mar · repeats every workday · missed ×3 since Fri", list, StringComparison.Ordinal);
        await team.SaysAsync("alex", "/why 1");
        team.Expect("alex", "from 13 Mar 2026 · missed ×3 since Fri");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Thu 19 Mar 2026 (tomorrow).");
    }

    [Fact]
    public async Task Keep_all_owes_each_missed_one()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Read the meter due:\"every day, keep all, also on closed days\"");
        team.Expect("alex", "Added #1");
        await team.AdvanceToAsync("2026-03-16 12:00");
        team.IgnoreRest("the agendas on the way");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Sat 14 Mar 2026");
        await team.SaysAsync("alex", "/tasks");
        team.Expect("alex", "#2 Read the meter — overdue, was due Sat 14 Mar · repeats every day · missed ×2 since Sat");
    }

    [Fact]
    public async Task After_completion_counts_from_the_day_it_was_done()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Change the filter due:\"every! 10 days\"");
        team.Expect("alex", "after completion");
        await team.AdvanceToAsync("2026-03-20 12:00");
        team.IgnoreRest("the agendas on the way");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Mon 30 Mar 2026");
    }

    [Fact]
    public async Task A_counted_series_says_that_it_is_over()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Physiotherapy due:\"every monday for 2 times\"");
        team.Expect("alex", "2 times");
        await team.SaysAsync("alex", "/done 1");
        team.Expect("alex", "Next: #2, Mon 23 Mar 2026");
        await team.SaysAsync("alex", "/done 2");
        team.Expect("alex", "That was the last of its series.");
    }

    [Fact]
    public async Task Several_done_at_once_each_name_their_next()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup due:\"every monday\"");
        team.Expect("alex", "Added #1");
        await team.SaysAsync("alex", "/task Payroll due:\"every month on the last day\"");
        team.Expect("alex", "Added #2");
        await team.SaysAsync("alex", "/done 1 2");
        var both = team.Expect("alex", "Done: #1").Text;
        Assert.Contains("Next: #3, Mon 23 Mar 2026", both, StringComparison.Ordinal);
        Assert.Contains("Next: #4, Thu 30 Apr 2026", both, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_doubles_after_a_crash_or_a_sleep_or_a_repeated_event()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Empty the till due:\"every workday\"");
        team.Expect("alex", "Added #1");
        await team.DeliversAsync("event-7", "alex", "/done 1");
        await team.DeliversAsync("event-7", "alex", "/done 1");
        await team.RestartAsync();
        await team.DeliversAsync("event-7", "alex", "/done 1");
        await team.SleepsUntilAsync("2026-03-19 12:00");
        team.IgnoreRest("the agenda after the sleep");
        await team.SaysAsync("alex", "/tasks");
        var list = team.Expect("alex", "#2 Empty the till — overdue, was due Mon 16 Mar · repeats every workday · missed ×3 since Mon").Text;
        Assert.Contains("1 open", list, StringComparison.Ordinal);
    }
}
