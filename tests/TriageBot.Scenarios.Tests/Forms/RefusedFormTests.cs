using TriageBot.Core.Chat;
using TriageBot.Simulate;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Forms;

/// <summary>What is typed into a form is never lost: with something that cannot be used it stays open, or a button opens it again.</summary>
public sealed class RefusedFormTests
{
    [Fact]
    public async Task A_date_that_cannot_be_read_leaves_the_form_open_with_all_that_was_filled_in()
    {
        await using var team = await Team.StartAsync("alex:owner sam kim", "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Northside \"no heating\"");
        await team.SaysAsync("sam", "/answered 1", "dm");
        await team.PressesAsync("sam", "Wait for customer", 1);

        await team.FillsAsync("sam", ("reason", "photos of the boiler"), ("until", "when pigs fly"));

        var open = team.Expect("sam", "“when pigs fly” is no date I can read.");
        Assert.Equal(ShownKind.Form, open.Kind);
        Assert.Contains("when pigs fly\n! “when pigs fly” is no date I can read.", open.Text);
        Assert.DoesNotContain("You typed", open.Text);
        await team.FillsAsync("sam", ("until", "mon"));
        team.IgnoreRest("what the escalation tells others");
        Assert.Contains(team.Shown, shown => shown.Text.Contains("photos of the boiler", StringComparison.Ordinal) && shown.Kind != ShownKind.Form);
    }

    [Fact]
    public async Task A_length_that_cannot_be_read_leaves_the_form_open_and_promises_nothing()
    {
        await using var team = await OfferedAsync();

        await team.FillsAsync("alex", ("customer", "Acme"), ("what", "the quote"), ("due", "mon 12:00"), ("estimate", "a while"));

        var open = team.Expect("alex", "The work takes a length such as 45m or 1h30.");
        Assert.Contains("what (What is promised?): the quote\n", open.Text);
        Assert.Contains("a while\n! The work takes a length", open.Text);
        await team.SaysAsync("alex", "/promises", "dm");
        team.Expect("alex", "No promise is open.");
        await team.FillsAsync("alex", ("estimate", "45m"));
        team.IgnoreRest("the promise and its news");
        await team.SaysAsync("alex", "/promises", "dm");
        team.Expect("alex", "Acme: the quote — due Mon 16 Mar 12:00");
    }

    [Fact]
    public async Task Several_readings_of_a_date_are_still_asked_about_with_each_on_a_button()
    {
        await using var team = await TaskAsync();
        await team.PressesAsync("alex", "Another date…", 1);

        await team.FillsAsync("alex", ("when", "5/12"));

        Assert.Equal(ShownKind.Reply, team.Expect("alex", "Is 5/12 the").Kind);
    }

    [Fact]
    public async Task Where_a_form_is_gone_once_it_was_sent_a_button_opens_it_again_as_it_was_filled_in_also_after_a_restart()
    {
        await using var team = await TaskAsync();
        var refused = await RefusedAsync(team);
        Assert.Contains("You typed: when pigs fly", refused.Card.Text.ToPlainText());

        await team.RestartAsync();

        var form = Assert.IsType<Reply.Open>(await AgainAsync(team, "alex", refused, "press")).Form;
        Assert.Equal("when pigs fly", Assert.Single(form.Fields).Initial);
        var repeated = Assert.IsType<Reply.Refused>(await FillAsync(team, "fill"));
        Assert.Equal(refused.Card.Controls, repeated.Card.Controls);
        Assert.Equal(refused.Form.Fields, repeated.Form.Fields);
    }

    [Fact]
    public async Task The_button_is_only_for_whoever_filled_the_form_in()
    {
        await using var team = await TaskAsync();
        var refused = await RefusedAsync(team);

        var answer = Assert.IsType<Reply.Private>(await AgainAsync(team, "sam", refused, "press"));

        Assert.Contains("filled in by somebody else", answer.Card.Text.ToPlainText());
    }

    [Fact]
    public async Task A_button_whose_item_was_changed_meanwhile_says_so_beside_what_was_typed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:29");
        await team.SaysAsync("sam", "/urgent Server down");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "#1");
        team.IgnoreRest("the day");
        var id = new ControlId("drain-answer", 1, 1).ToString();
        var body = new IncomingBody.Filled(id, new Dictionary<string, string> { ["text"] = " ", ["ask"] = "no" });
        var refused = Assert.IsType<Reply.Refused>(await team.DeliversAsync(Direct("fill", "alex", body)));
        await team.PressesAsync("sam", "Withdraw", 1);

        var answer = Assert.IsType<Reply.Private>(await AgainAsync(team, "alex", refused, "press"));

        Assert.Contains("withdrawn", answer.Card.Text.ToPlainText());
    }

    [Fact]
    public async Task After_a_week_what_was_typed_is_forgotten_and_the_button_says_so()
    {
        await using var team = await TaskAsync();
        var refused = await RefusedAsync(team);
        await team.AdvanceToAsync("2026-03-24 12:00");
        team.IgnoreRest("the days between");

        var answer = Assert.IsType<Reply.Private>(await AgainAsync(team, "alex", refused, "press"));

        Assert.Contains("I do not have this form any more.", answer.Card.Text.ToPlainText());
    }

    [Fact]
    public async Task Of_a_refused_sentence_only_what_was_typed_counts_as_typed()
    {
        await using var team = await TaskAsync();

        var sentence = (await RefusedAsync(team, "\u202Egibber” ish")).Form.Problem!.Sentence;

        Assert.Equal("\u202Egibber” ish", sentence.Runs.First(run => run.Kind == RunKind.Typed).Text);
        Assert.StartsWith("“", sentence.Runs[0].Text, StringComparison.Ordinal);
        Assert.Contains(sentence.Runs, run => run.Kind == RunKind.Plain && run.Text.Contains("is no date I can read", StringComparison.Ordinal));
    }

    private static async Task<Team> TaskAsync()
    {
        var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/task Backup");
        team.Expect("alex", "Added #1");
        return team;
    }

    private static async Task<Team> OfferedAsync()
    {
        var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/escalate Acme \"the quote\"");
        team.IgnoreRest("the escalation");
        await team.SaysAsync("alex", "/answered 1 You get it by monday noon", "dm");
        await team.PressesAsync("alex", "#1: promise Mon 16 Mar 2026, 12:00", 1);
        return team;
    }

    /// <summary>What a platform gets that cannot keep a form open.</summary>
    private static async Task<Reply.Refused> RefusedAsync(Team team, string typed = "when pigs fly") => Assert.IsType<Reply.Refused>(await FillAsync(team, "fill", typed));

    private static Task<Reply> FillAsync(Team team, string eventId, string typed = "when pigs fly") =>
        team.DeliversAsync(Direct(eventId, "alex", new IncomingBody.Filled(new ControlId("task-move-form", 1, 1).ToString(), new Dictionary<string, string> { ["when"] = typed })));

    private static Task<Reply> AgainAsync(Team team, string who, Reply.Refused refused, string eventId) =>
        team.DeliversAsync(Direct(eventId, who, new IncomingBody.Pressed(Assert.Single(refused.Card.Controls).Id)));

    private static Incoming Direct(string eventId, string who, IncomingBody body) =>
        new(default, new Author(new MemberId(who), who, IsAdmin: null), new Destination.Direct(new MemberId(who)), eventId, body);
}
