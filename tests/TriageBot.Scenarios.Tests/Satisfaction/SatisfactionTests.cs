using TriageBot.Core.Chat;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Satisfaction;

/// <summary>Rule C11: how an answer was.</summary>
public sealed class SatisfactionTests
{
    [Fact]
    public async Task C11_after_a_human_answer_its_requester_is_asked_and_the_customers_page_shows_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await team.SaysAsync("alex", "/customer add Acme");
        team.Expect("alex", "Added");
        await AnswerAsync(team, 1, "May Kay pay later? customer:Acme");
        Assert.Contains("How was that?", team.Expect("sam", "Yes, of course").Text);

        await team.PressesAsync("sam", "4", 1);

        Assert.Contains("Thank you", team.Shown[^1].Text);
        await team.SaysAsync("alex", "/customer Acme");
        team.Expect("alex", "4.0 of 5");
        team.IgnoreRest("what the drain shows its owner");
    }

    [Fact]
    public async Task C11_one_person_is_asked_once_in_30_days_and_no_answer_is_no_rating()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await AnswerAsync(team, 1, "May Kay pay later?");
        Assert.Contains("How was that?", team.Expect("sam", "Yes, of course").Text);
        await team.PressesAsync("sam", "Close without rating", 1);
        Assert.Contains("Nothing was rated", team.Shown[^1].Text);

        await AnswerAsync(team, 2, "May Lee pay later?");
        Assert.DoesNotContain("How was that?", team.Expect("sam", "Yes, of course").Text);
        team.IgnoreRest("what the drain shows its owner");
    }

    [Fact]
    public async Task C11_a_poor_rating_is_read_in_the_next_break_and_alarms_nobody()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await AnswerAsync(team, 1, "May Kay pay later?");
        team.Expect("sam", "How was that?");
        team.IgnoreRest("what the drain shows its owner");
        var before = team.Shown.Count;

        await team.PressesAsync("sam", "2", 1);

        Assert.Contains("as #2", team.Shown[^1].Text);
        Assert.DoesNotContain(team.Shown.Skip(before), shown => shown.IsAddressedTo("alex"));
        await team.SaysAsync("alex", "/queue", "dm");
        Assert.Contains("2 of 5 for the answer to #1", team.Shown[^1].Text);
    }

    [Fact]
    public async Task C11_an_answer_can_always_be_closed_without_asking()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await AnswerAsync(team, 1, "May Kay pay later?", ask: "no");

        Assert.DoesNotContain("How was that?", team.Expect("sam", "Yes, of course").Text);
        await AnswerAsync(team, 2, "May Lee pay later?");
        Assert.Contains("How was that?", team.Expect("sam", "Yes, of course").Text);
        team.IgnoreRest("what the drain shows its owner");
    }

    [Fact]
    public async Task C11_only_who_was_asked_can_rate_and_only_once()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await AnswerAsync(team, 1, "May Kay pay later?");
        team.Expect("sam", "How was that?");
        team.IgnoreRest("what the drain shows its owner");
        var rate = new IncomingBody.Pressed(new ControlId("rate", 1, Extra: "5").ToString());

        Assert.Contains("was not asked of you", TextOf(await team.DeliversAsync("kim", "kim", rate)));
        Assert.Contains("Thank you", TextOf(await team.DeliversAsync("sam", "sam", rate)));
        Assert.Contains("already", TextOf(await team.DeliversAsync("sam again", "sam", rate)));
    }

    [Fact]
    public async Task C11_whoever_reported_a_customer_matter_is_asked_when_it_is_solved()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await team.SaysAsync("sam", "/escalate Acme \"it drips\"");
        team.Expect("sam", "#1");
        await team.SaysAsync("kim", "/escalate Bolt \"it squeaks\"");
        team.Expect("kim", "#2");
        team.IgnoreRest("cards in the channel");

        await team.SaysAsync("alex", "/solved 1 tightened", "dm");
        await team.SaysAsync("alex", "/solved 2 oiled ask:no", "dm");

        Assert.Contains("How was that?", team.Expect("sam", "tightened").Text);
        Assert.DoesNotContain("How was that?", team.Expect("kim", "oiled").Text);
    }

    [Theory]
    [InlineData("Y", true)]
    [InlineData("Yes ", true)]
    [InlineData("N", false)]
    [InlineData("no", false)]
    [InlineData("", false)]
    public async Task An_answer_asks_how_it_was_only_on_a_yes_however_it_is_written(string ask, bool isAsked)
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");

        await AnswerAsync(team, 1, "the door sticks", ask);

        Assert.Equal(isAsked, team.Expect("sam", "Yes, of course").Text.Contains("How was that?", StringComparison.Ordinal));
        team.IgnoreRest("the break");
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("later")]
    [InlineData("nah")]
    public async Task What_is_neither_yes_nor_no_leaves_the_answer_form_open_and_nothing_is_sent(string ask)
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");

        await AnswerAsync(team, 1, "the door sticks", ask);

        var open = team.Expect("alex", "is yes or no");
        Assert.Equal(ShownKind.Form, open.Kind);
        Assert.Contains("Yes, of course", open.Text);
        Assert.Contains($"{ask}\n! Whether I ask", open.Text);
        team.ExpectNothing("sam");
        await team.FillsAsync("alex", ("ask", "no"));
        Assert.DoesNotContain("How was that?", team.Expect("sam", "Yes, of course").Text);
        team.IgnoreRest("the break");
    }

    private static async Task AnswerAsync(Team team, long number, string what, string ask = "yes")
    {
        await team.SaysAsync("sam", $"/urgent {what}");
        team.Expect("sam", $"#{number}");
        await team.SaysAsync("alex", "/break", "dm");
        await team.PressesAsync("alex", "Answer", number);
        await team.FillsAsync("alex", ("text", "Yes, of course"), ("ask", ask));
    }

    private static string TextOf(Reply reply) => reply switch
    {
        Reply.Private(var card) => card.Text.ToPlainText(),
        Reply.Update(var card) => card.Text.ToPlainText(),
        _ => "",
    };
}
