using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Duty;

/// <summary>Rule W2 as two owners meet it. Friday 13 March 2026; breaks at 10:30, 12:30 and 15:30.</summary>
public sealed class HandOffTests
{
    [Fact]
    public async Task Nothing_is_moved_before_it_is_accepted_and_the_giver_gets_everything_back_with_the_delta()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("sam", "/urgent Before", "dm");
        team.Expect("sam", "Held for alex");
        await team.SaysAsync("alex", "/handoff @lee 12:15-13:30", "dm");
        team.Expect("alex", "Offered to lee: your duty from 12:15 until 13:30");
        team.Expect("lee", "alex asks you to take over from 12:15 until 13:30, with 1 held now");
        await team.PressesAsync("lee", "Accept");
        team.Expect("lee", "Yours from 12:15 until 13:30");
        team.Expect("alex", "lee takes over from 12:15 until 13:30");
        await team.AdvanceToAsync("12:14");
        await team.SaysAsync("lee", "/queue", "dm");
        team.Expect("lee", "Nothing is held");

        await team.AdvanceToAsync("12:15");

        team.Expect("lee", "You have alex's duty until 13:30 now, with 1 held");
        await team.AdvanceToAsync("12:16");
        await team.SaysAsync("sam", "/urgent During", "dm");
        team.Expect("sam", "Held for lee");
        await team.SaysAsync("sam", "/urgent For lee alone for:@lee", "dm");
        team.Expect("sam", "Held for lee");
        await team.AdvanceToAsync("12:31");
        await team.SaysAsync("lee", "/break", "dm");
        team.Expect("lee", "1 of 3 · #1");
        await team.PressesAsync("lee", "Answer", 1);
        await team.FillsAsync("lee", ("text", "Done."));
        team.Expect("sam", "Done.");
        await team.SaysAsync("lee", "/break end", "dm");
        await team.AdvanceToAsync("13:30");

        team.Expect("alex", "You have duty again from lee: 1 new, 1 answered, 0 promised, 0 decided otherwise, 1 still held and with you now");
        team.Expect("lee", "Your time for alex is over: 1 went back");
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "During");
        await team.SaysAsync("lee", "/queue", "dm");
        team.Expect("lee", "For lee alone");
        team.IgnoreRest("nudges and the course of the break");
    }

    [Fact]
    public async Task Not_accepted_the_giver_is_told_and_has_everything()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/handoff @lee 12:00-13:30", "dm");
        team.Expect("alex", "Offered to lee");
        team.Expect("lee", "alex asks you");

        await team.AdvanceToAsync("12:00");

        team.Expect("alex", "lee has not accepted your hand-off, so you still have everything. They can accept until 13:30");
        await team.SaysAsync("sam", "/urgent Where is the key?", "dm");
        team.Expect("sam", "Held for alex");
        await team.AdvanceToAsync("13:31");
        await team.PressesAsync("lee", "Accept");
        team.Expect("lee", "This hand-off is over, it was never accepted; nothing was changed");
        team.IgnoreRest("nudges of the breaks");
    }

    [Fact]
    public async Task Only_the_one_it_was_offered_to_may_accept_and_a_second_press_changes_nothing()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/handoff @lee 14:00", "dm");
        team.Expect("alex", "Offered to lee: your duty from 09:20 until 14:00");
        team.Expect("lee", "alex asks you");
        var accept = new IncomingBody.Pressed(new ControlId("handoff-accept", 1, 1).ToString());

        var other = Assert.IsType<Reply.Private>(await team.DeliversAsync("1", "kim", accept));
        Assert.Contains("only the person", other.Card.Text.ToPlainText());
        var first = Assert.IsType<Reply.Update>(await team.DeliversAsync("2", "lee", accept));
        var second = Assert.IsType<Reply.Update>(await team.DeliversAsync("3", "lee", accept));

        Assert.Contains("Yours from 09:20 until 14:00", first.Card.Text.ToPlainText());
        Assert.Contains("This hand-off is going on; nothing was changed", second.Card.Text.ToPlainText());
        team.Expect("lee", "You have alex's duty until 14:00 now, with 0 held");
        team.Expect("alex", "lee takes over");
    }

    [Fact]
    public async Task Declined_or_taken_back_the_other_one_knows()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/handoff @lee 12:00-13:30", "dm");
        team.Expect("alex", "Offered to lee");
        team.Expect("lee", "alex asks you");
        await team.PressesAsync("lee", "Decline");
        team.Expect("lee", "Declined. alex keeps it");
        team.Expect("alex", "lee cannot take over. You still have everything");
        await team.SaysAsync("alex", "/handoff @lee 12:00-13:30", "dm");
        team.Expect("alex", "Offered to lee");
        team.Expect("lee", "alex asks you");

        await team.PressesAsync("alex", "Take it back");

        team.Expect("alex", "Taken back");
        team.Expect("lee", "alex has taken the hand-off back");
        await team.SaysAsync("alex", "/handoff", "dm");
        team.Expect("alex", "Nothing is handed off");
    }

    [Fact]
    public async Task What_was_acknowledged_but_not_answered_is_in_the_queue_again_at_its_end()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"", "dm");
        team.Expect("sam", "#1");
        team.Expect("#team", "no heating");
        await team.SaysAsync("alex", "/handoff @lee 09:40", "dm");
        await team.PressesAsync("lee", "Accept");
        await team.PressesAsync("lee", "I have it", 1);

        await team.AdvanceToAsync("09:40");

        team.Expect("alex", "You have duty again from lee: 0 new, 0 answered, 0 promised, 0 decided otherwise, 1 still held and with you now. Acknowledged but not answered, and back in the queue: 1");
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "Northside: no heating");
        team.IgnoreRest("cards, time-outs and nudges");
    }

    [Fact]
    public async Task Promises_go_along_and_come_back()
    {
        await using var team = await StartAsync();
        await team.SaysAsync("alex", "/promise Northside \"a new boiler\" due:2026-03-20", "dm");
        team.IgnoreRest("cards of the promise, and what the hand-off says");
        await team.SaysAsync("alex", "/handoff @lee 09:40", "dm");
        await team.PressesAsync("lee", "Accept");
        await team.SaysAsync("lee", "/promises", "dm");
        Assert.Contains("lee", team.Expect("lee", "a new boiler").Text);

        await team.AdvanceToAsync("09:40");

        await team.SaysAsync("kim", "/promises", "dm");
        Assert.Contains("alex", team.Expect("kim", "a new boiler").Text);
    }

    [Theory]
    [InlineData("/handoff @alex 12:30-13:30", "That is you")]
    [InlineData("/handoff @sam 12:30-13:30", "sam has no breaks")]
    [InlineData("/handoff @lee", "")]
    [InlineData("/handoff @lee fri 14:00 to fri 12:00", "later than now")]
    public async Task What_cannot_be_handed_off_is_said(string typed, string said)
    {
        await using var team = await StartAsync();

        await team.SaysAsync("alex", typed, "dm");

        if (said.Length > 0) team.Expect("alex", said);
        await team.SaysAsync("alex", "/handoff", "dm");
        team.Expect("alex", "Nothing is handed off");
        team.IgnoreRest("how a blank time is refused is tested elsewhere");
    }

    private static Task<Team> StartAsync() => Team.StartAsync(people: "alex:owner lee:owner kim:owner sam", at: "2026-03-13 09:20");
}
