using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Setup;

/// <summary><c>/setup</c>: the overview, owners and duty, agenda, emergency text.</summary>
public sealed class SetupTests
{
    private const string People = "alex:owner,admin kim sam";

    [Fact]
    public async Task Everything_is_shown_at_a_glance_with_the_next_step()
    {
        await using var team = await Team.StartAsync(People);
        await team.SaysAsync("alex", "/setup");

        var said = team.Expect("alex", "Set-up of").Text;
        Assert.Contains("Owners: alex.", said);
        Assert.Contains("On duty: alex", said);
        Assert.Contains("The team's zone: Europe/Oslo", said);
        Assert.Contains("Your hours: Mon–Fri 09:00–17:00", said);
        Assert.Contains("Your breaks: 10:30 15m, 12:30 30m, 15:30 15m.", said);
        Assert.Contains("Your agenda: 08:30 in #team.", said);
        Assert.Contains("No message is held longer than 3h of working time.", said);
        Assert.Contains("Next step: say what to do when something cannot wait.", said);
    }

    [Fact]
    public async Task A_new_owner_is_told_once_what_it_means()
    {
        await using var team = await Team.StartAsync(People);
        await team.SaysAsync("alex", "/setup owner:@kim");
        team.Expect("alex", "kim is an owner. Hours: Mon–Fri 09:00–17:00. Breaks: 10:30 15m, 12:30 30m, 15:30 15m.");
        Assert.Contains("Your agenda: 08:30 in #team.", team.Expect("kim", "alex made you an owner").Text);

        await team.SaysAsync("sam", "/urgent Where is the key? for:@kim");
        team.Expect("sam", "answer by");
        await team.SaysAsync("alex", "/setup owner:@kim");
        team.Expect("alex", "nothing changed");
        team.ExpectNothing("kim");
    }

    [Fact]
    public async Task One_command_hands_everything_over_and_one_Undo_takes_it_back()
    {
        await using var team = await Team.StartAsync(People);
        await team.SaysAsync("alex", "/setup owner:@kim remove-owner:@alex", "dm");
        Assert.Contains("On duty: kim", team.Expect("alex", "alex is no owner any more").Text);
        team.Expect("kim", "alex made you an owner");

        await team.PressesAsync("alex", "Undo");
        Assert.Contains("On duty: alex", team.Shown[^2].Text + team.Shown[^1].Text);
        team.Expect("kim", "took you off the owners");
        await team.SaysAsync("alex", "/setup");
        team.Expect("alex", "Owners: alex.");
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var team = await Team.StartAsync(People);
        await team.SaysAsync("alex", "/setup remove-owner:@alex");
        team.Expect("alex", "is the only owner");
        await team.SaysAsync("alex", "/queue");
        team.Expect("alex", "Nothing is held for you");
    }

    [Fact]
    public async Task An_owner_with_held_messages_stays_until_they_are_read()
    {
        await using var team = await Team.StartAsync("alex:owner,admin kim:owner sam", at: "2026-03-13 09:00");
        await team.SaysAsync("sam", "/urgent Where is the key? for:@kim");
        team.Expect("sam", "answer by 11:00");
        await team.SaysAsync("alex", "/setup remove-owner:@kim");
        team.Expect("alex", "kim still has 1 held");

        await team.SaysAsync("sam", "/requests");
        team.Expect("sam", "Where is the key?");
        await team.PressesAsync("sam", "Withdraw #1");
        await team.SaysAsync("alex", "/setup remove-owner:@kim");
        team.Expect("alex", "kim is no owner any more");
        team.Expect("kim", "took you off the owners");
        await team.AdvanceToAsync("2026-03-13 12:00");
        team.IgnoreRest("the agenda of that day is not what this test is about");
    }

    [Fact]
    public async Task Duty_goes_only_to_an_owner()
    {
        await using var team = await Team.StartAsync(People);
        await team.SaysAsync("alex", "/setup on-duty:@sam");
        team.Expect("alex", "sam is no owner");
        await team.SaysAsync("alex", "/setup owner:@sam on-duty:@sam");
        Assert.Contains("On duty: sam", team.Expect("alex", "sam is an owner").Text);
        team.Expect("sam", "alex made you an owner");
    }

    [Fact]
    public async Task An_owner_changes_their_own_agenda_but_not_the_team()
    {
        await using var team = await Team.StartAsync("alex:owner kim:admin");
        await team.SaysAsync("alex", "/setup agenda:07:45 channel:#support");
        team.Expect("alex", "Your agenda: 07:45 in #support.");
        await team.SaysAsync("alex", "/setup emergency:\"phone me\"");
        team.Expect("alex", "Who can: kim");

        await team.SaysAsync("alex", "/setup agenda:18:00");
        team.Expect("alex", "At 18:00 work is over");
        await team.SaysAsync("alex", "/setup channel:#nowhere");
        team.Expect("alex", "I see no channel called #nowhere");
    }

    [Fact]
    public async Task A_changed_agenda_comes_at_its_new_time_and_place()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 08:00");
        await team.SaysAsync("alex", "/setup agenda:09:15 channel:#support");
        team.Expect("alex", "Your agenda: 09:15 in #support.");
        await team.AdvanceToAsync("09:10");
        team.ExpectNothing("#team");
        team.ExpectNothing("#support");
        await team.AdvanceToAsync("09:20");

        Assert.Equal("#support", team.Expect("#support", "Fri 13 Mar").To);
    }

    [Fact]
    public async Task The_emergency_text_is_in_every_receipt()
    {
        await using var team = await Team.StartAsync(People, at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/setup emergency:\"phone 555 0100\"");
        team.Expect("alex", "receipts say: phone 555 0100");
        await team.SaysAsync("sam", "/urgent Server down at Acme");
        team.Expect("sam", "If it cannot wait: phone 555 0100");
    }
}
