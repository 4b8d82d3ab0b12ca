using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Someday;

/// <summary>Keep, do, drop, the question after five showings, the archive (rules S1–S4).</summary>
public sealed class SomedayTests
{
    [Fact]
    public async Task A_new_item_comes_up_after_seven_days_and_from_the_agenda_it_can_be_kept_done_or_dropped()
    {
        await using var team = await WithThreeAsync();
        await team.AdvanceToAsync("2026-03-12 08:40");
        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("SOMEDAY", StringComparison.Ordinal));

        await team.AdvanceToAsync("2026-03-13 08:40");
        Assert.Contains("3 of 3 (all seen every working day): #1 · #2 · #3", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Keep #1");
        Assert.Contains("Kept: #1 Bind books\nIt comes up again from Fri 10 Apr on.", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Do on a day #2");
        await team.FillsAsync("alex", ("when", "mon"));
        Assert.Contains("Do-day changed: #2 Paint the shed", team.Shown[^1].Text);
        await team.PressesAsync("alex", "Drop #3");
        Assert.Contains("Dropped: #3 Learn Dutch", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/someday", "dm");
        Assert.Contains("Someday-maybe · 1\n#1 Bind books", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/tasks", "dm");
        Assert.Contains("#2 Paint the shed", team.Shown[^1].Text);
        team.IgnoreRest("the agendas of the days between are not what this is about");
    }

    [Fact]
    public async Task Typed_keep_and_do_take_numbers_and_say_what_is_not_on_the_list()
    {
        await using var team = await WithThreeAsync();
        await team.SaysAsync("alex", "/task Payroll do:today", "dm");
        team.Expect("alex", "Added #4");

        await team.SaysAsync("alex", "/keep 1 2 4 99", "dm");
        var kept = team.Expect("alex", "Kept: #1 Bind books").Text;
        Assert.Contains("Kept: #2 Paint the shed", kept);
        Assert.Contains("#4 is not on the someday-maybe list", kept);
        Assert.Contains("There is no #99 here", kept);
        await team.SaysAsync("alex", "/do 2", "dm");
        Assert.Contains("Tomorrow, Sat 7 Mar", team.Expect("alex", "On which day? #2 Paint the shed").Buttons);
        await team.SaysAsync("alex", "/do 2 wed", "dm");
        team.Expect("alex", "Do-day changed: #2 Paint the shed");
        await team.SaysAsync("alex", "/keep one", "dm");
        team.Expect("alex", "“id” is the number of an item");
        await team.SaysAsync("sam", "/keep 1");
        team.Expect("sam", "Changing #1 is not yours");
    }

    [Fact]
    public async Task What_was_dropped_is_in_the_archive_for_90_days_and_comes_back_to_the_list()
    {
        await using var team = await WithThreeAsync();
        await team.SaysAsync("alex", "/task Call the bank", "dm");
        await team.SaysAsync("alex", "/drop 4", "dm");
        await team.SaysAsync("alex", "/drop 3", "dm");

        await team.SaysAsync("alex", "/someday archive:yes", "dm");
        Assert.Contains("Archive of your someday-maybe list · 1\n#3 Learn Dutch · dropped Fri 6 Mar", team.Shown[^1].Text);
        await team.PressesAsync("alex", "#3 Learn Dutch");
        Assert.Contains("#3 Learn Dutch", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/someday", "dm");
        Assert.Contains("Someday-maybe · 3", team.Shown[^1].Text);

        await team.SaysAsync("alex", "/drop 3", "dm");
        await team.SleepsUntilAsync("2026-06-05 08:00");
        await team.SaysAsync("alex", "/someday archive:yes", "dm");
        Assert.Contains("Nothing was dropped", team.Shown[^1].Text);
        team.IgnoreRest("the agenda is not what this is about");
    }

    [Fact]
    public async Task Shown_five_times_without_an_answer_an_item_is_asked_about_once()
    {
        await using var team = await WithThreeAsync();

        await team.AdvanceToAsync("2026-03-18 09:00");
        Assert.DoesNotContain(team.Shown, shown => shown.Text.Contains("without an answer", StringComparison.Ordinal));
        await team.AdvanceToAsync("2026-03-19 09:00");

        team.Expect("alex", "Shown 5 times without an answer: #1 Bind books\nDrop it?");
        team.Expect("alex", "Shown 5 times without an answer: #2");
        team.Expect("alex", "Shown 5 times without an answer: #3");
        await team.PressesAsync("alex", "Keep", 1);
        Assert.Contains("Kept: #1", team.Shown[^1].Text);
        await team.AdvanceToAsync("2026-03-31 09:00");
        Assert.Equal(3, team.Shown.Count(shown => shown.Text.Contains("without an answer", StringComparison.Ordinal)));
        team.IgnoreRest("the agendas are not what this is about");
    }

    [Fact]
    public async Task Whoever_asked_for_an_item_hears_that_it_is_dropped()
    {
        await using var team = await Team.StartAsync(at: "2026-03-06 09:00");
        await team.SaysAsync("sam", "/task Paint the shed for:@alex", "dm");
        team.Expect("sam", "Added #1");
        team.Expect("alex", "sam gave you #1");
        await team.PressesAsync("alex", "Someday", 1);
        team.Expect("sam", "#1 was put on the someday-maybe list by alex");

        await team.SaysAsync("alex", "/drop 1", "dm");

        team.Expect("alex", "Dropped: #1");
        team.Expect("sam", "#1 was dropped by alex");
    }

    private static async Task<Team> WithThreeAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-06 09:00");
        foreach (var (what, number) in new[] { ("Bind books", 1), ("Paint the shed", 2), ("Learn Dutch", 3) })
        {
            await team.SaysAsync("alex", $"/someday {what}", "dm");
            team.Expect("alex", $"#{number} {what}");
        }

        return team;
    }
}
