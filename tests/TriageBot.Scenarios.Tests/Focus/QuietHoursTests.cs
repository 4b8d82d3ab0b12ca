using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Focus;

/// <summary>Rule H18: quiet hours are all hours that are not working hours.</summary>
public sealed class QuietHoursTests
{
    [Fact]
    public async Task H18_in_quiet_hours_who_mentions_the_owner_hears_when_an_answer_comes()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 16:00");
        await team.SaysAsync("alex", "/setup quiet-hours:yes");
        team.Expect("alex", "Your quiet hours:");
        await team.SaysAsync("sam", "@alex still there?");
        team.ExpectNothing("sam");

        await team.AdvanceToAsync("18:00");
        await team.SaysAsync("sam", "@alex and now?");
        var answer = team.Expect("sam", "alex is off work until Fri 13 Mar");
        Assert.Contains("11:00", answer.Text);
        await team.PressesAsync("sam", "Hold it for alex's next break");
        team.Expect("sam", "#1");
        await team.SaysAsync("sam", "@alex hello?");
        team.ExpectNothing("sam");

        await team.AdvanceToAsync("2026-03-13 09:00");
        team.Expect("alex", "While you were off: 1 person asked, 1 held");
        team.IgnoreRest("agenda and review are not this test's");
    }

    [Fact]
    public async Task Quiet_hours_are_off_until_somebody_turns_them_on_and_can_be_taken_back()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 18:00");
        await team.SaysAsync("sam", "@alex still there?");
        team.ExpectNothing("sam");

        await team.SaysAsync("alex", "/setup quiet-hours:yes");
        team.Expect("alex", "Your quiet hours:");
        await team.PressesAsync("alex", "Undo");
        await team.SaysAsync("sam", "@alex still there?");

        team.ExpectNothing("sam");
    }
}
