using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Week;

/// <summary>The later verdict on what interrupted an owner (rules H4, M1, M2).</summary>
public sealed class VerdictTests
{
    [Fact]
    public async Task H4_An_interruption_is_judged_from_the_report_which_counts_it_and_names_no_requester()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin sam kim", at: "2026-03-13 09:20");
        team.IgnoreRest("The cards of the interruptions are not what this is about.");
        await team.SaysAsync("alex", "/setup safety:fire", "dm");
        await InterruptAsync(team, "sam", 1);
        await InterruptAsync(team, "kim", 2);
        await team.SaysAsync("sam", "/urgent fire in the hall", "dm");
        await team.SaysAsync("sam", "/urgent The printer eats paper", "dm");

        await team.SaysAsync("alex", "/week");

        var report = team.Expect("alex", "URGENT  4 asked, 3 interrupted you: 2 not judged, 1 by a safety word").Text;
        Assert.DoesNotContain("sam", report);
        Assert.DoesNotContain("kim", report);
        await team.PressesAsync("alex", "#1 could have waited · Van 1 is at the wrong address");
        var judged = team.Expect("alex", "Noted: #1 could have waited.");
        Assert.Contains("3 interrupted you: 1 could have waited, 1 not judged, 1 by a safety word", judged.Text);
        await team.PressesAsync("alex", "#2 could not wait · Van 2 is at the wrong address");
        Assert.Contains("1 could have waited, 1 could not wait, 1 by a safety word", team.Expect("alex", "Noted: #2 could not wait.").Text);
        await team.PressesAsync("alex", "Undo");
        Assert.Contains("1 could have waited, 1 not judged", team.Expect("alex", "Taken back: #2 is not judged.").Text);
    }

    [Fact]
    public async Task Only_whoever_was_interrupted_judges_and_a_safety_word_is_judged_by_nobody()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin kim:owner sam", at: "2026-03-13 09:20");
        team.IgnoreRest("The cards of the interruptions are not what this is about.");
        await team.SaysAsync("alex", "/setup safety:fire", "dm");
        await InterruptAsync(team, "sam", 1, "for:alex");
        await team.SaysAsync("sam", "/urgent fire in the hall for:alex", "dm");

        Assert.Contains("Who can: only the person who was interrupted", await JudgeAsync(team, "kim", "1:CouldWait"));
        Assert.Contains("There is no #2 here", await JudgeAsync(team, "alex", "2:CouldWait"));
        Assert.Contains("There is no #7 here", await JudgeAsync(team, "alex", "7:CouldWait"));
        await team.SaysAsync("alex", "/week", "dm");
        team.Expect("alex", "2 interrupted you: 1 not judged, 1 by a safety word");
        await team.SaysAsync("kim", "/week", "dm");
        team.Expect("kim", "Nothing was logged");
    }

    [Fact]
    public async Task M2_From_five_judged_ones_a_requester_sees_how_many_could_have_waited_and_nobody_else_does()
    {
        await using var team = await Team.StartAsync(at: "2026-03-02 09:20");
        team.IgnoreRest("The cards of the interruptions are not what this is about.");
        for (var number = 1; number <= 12; number++)
        {
            // Three a week, on three days.
            await team.AdvanceToAsync($"2026-03-{((number - 1) / 3 * 7) + ((number - 1) % 3) + 2:00} 16:20");
            await InterruptAsync(team, "sam", number);
            // The first two are out of the last ten.
            await JudgeAsync(team, "alex", $"{number}:{(number <= 2 || number % 3 == 0 ? "CouldNotWait" : "CouldWait")}");
            if (number == 4)
            {
                await team.SaysAsync("sam", "/requests", "dm");
                Assert.DoesNotContain("could have waited", team.Expect("sam", "decided in the last seven days").Text);
            }
        }

        await team.SaysAsync("sam", "/requests", "dm");
        team.Expect("sam", "6 of your last 10 urgents could have waited, as whoever was interrupted said afterwards. Only you see this.");
        await team.SaysAsync("kim", "/requests", "dm");
        Assert.DoesNotContain("could have waited", team.Expect("kim", "You have not asked for anything").Text);
    }

    private static async Task<string> JudgeAsync(Team team, string who, string choice)
    {
        var reply = await team.DeliversAsync($"{who} {choice}", who, new IncomingBody.Pressed(new ControlId("week-judge", Extra: "2026-03-09").ToString(), choice));
        return reply switch
        {
            Reply.Private answer => answer.Card.Text.ToPlainText(),
            Reply.Update update => update.Card.Text.ToPlainText(),
            _ => "",
        };
    }

    private static async Task InterruptAsync(Team team, string who, int number, string more = "")
    {
        await team.SaysAsync(who, $"/urgent Van {number} is at the wrong address {more}".TrimEnd(), "dm");
        await team.PressesAsync(who, "It cannot wait", number);
        await team.FillsAsync(who, ("harm", "it drives home"), ("happens", "10:00"));
    }
}
