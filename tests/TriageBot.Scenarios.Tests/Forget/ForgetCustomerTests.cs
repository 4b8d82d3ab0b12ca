using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Forget;

public sealed class ForgetCustomerTests
{
    private const string Name = "Wombat";
    private const string Words = "quokka";

    [Fact]
    public async Task After_everything_was_done_for_them_neither_name_nor_a_word_is_left_and_a_month_later_nothing_comes_of_it()
    {
        await using var team = await TeamAsync();
        await DoEverythingAsync(team);
        Assert.NotEmpty(Stored.Places(team.DatabaseFile, Name));

        await ForgetAsync(team);
        Assert.Empty(Stored.Places(team.DatabaseFile, Name));
        Assert.Empty(Stored.Places(team.DatabaseFile, Words));
        Assert.Equal(["50"], Stored.Read(team.DatabaseFile, "select cast(minutes as text) from time_entries where minutes = 50"));

        var before = team.Shown.Count;
        await team.AdvanceToAsync("2026-04-14 09:00");
        foreach (var secret in (string[])[Name, Words]) Assert.All(team.Shown.Skip(before), shown => Assert.DoesNotContain(secret, shown.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(team.Shown.Skip(before), shown => Assert.DoesNotContain("(erased)", shown.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(Stored.Places(team.DatabaseFile, Name));
    }

    [Fact]
    public async Task The_card_names_what_is_open_and_whoever_waits_hears_that_it_is_over()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync("sam", "/urgent Server down customer:Wombat");
        await team.SaysAsync("kim", "/promise Wombat \"the new quote\" due:\"fri 15:00\"");
        await team.SaysAsync("sam", "/task Call them for:@kim customer:Wombat");
        await team.SaysAsync("alex", "/task Water the plants");

        await team.SaysAsync("alex", "/forget customer:wombat");
        var card = team.Expect("alex", "Forget Wombat? It cannot be undone.");
        Assert.Contains("nobody is reminded of them any more: #2 the new quote, #1 Server down, #3 Call them", card.Text);
        await team.PressesAsync("alex", "Forget Wombat");

        team.Expect("alex", "Done: forgotten");
        team.Expect("sam", "These are over, and there is nothing more to do: #1.");
        team.Expect("kim", "These are over, and there is nothing more to do: #2, #3.");
        Assert.Equal(
            ["1 Withdrawn (erased)", "2 Dropped (erased)", "2 Withdrawn (erased)", "3 Dropped (erased)", "4 Open Water the plants"],
            Stored.Read(
                team.DatabaseFile,
                """
                select number || ' ' || state || ' ' || what from urgent_messages union all select number || ' ' || state || ' ' || what from promises
                union all select number || ' ' || state || ' ' || what from tasks order by 1
                """));
        Assert.Equal(["Forgotten customer alex"], Stored.Read(team.DatabaseFile, "select kind || ' ' || new_text || ' ' || made_by from setup_changes where kind = 'Forgotten'"));
    }

    [Fact]
    public async Task The_card_of_an_escalation_in_the_channel_is_edited()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync("sam", "/escalate Wombat \"quokka in the engine\"");
        var number = long.Parse(Stored.Read(team.DatabaseFile, "select cast(number as text) from escalations").Single());
        Assert.NotEmpty(Stored.Read(team.DatabaseFile, "select card_key from cards"));

        await ForgetAsync(team);

        Assert.Contains(team.Shown, shown => shown.Kind == TriageBot.Simulate.ShownKind.Edit && shown.Text == $"#{number}: what stood here was erased.");
        Assert.Empty(Stored.Places(team.DatabaseFile, Words));
        Assert.Empty(Stored.Read(team.DatabaseFile, $"select kind from timers where key = '{number}'"));
    }

    [Fact]
    public async Task A_name_nobody_knows_is_answered_with_those_that_are_near_and_a_stale_card_erases_nothing()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync("alex", "/forget customer:Wombta");
        team.Expect("alex", "I know no customer called Wombta. Did you mean Wombat?");
        await team.SaysAsync("alex", "/forget customer:Platypus");
        team.Expect("alex", "I know no customer called Platypus. /customer lists them.");

        var shown = Assert.IsType<Reply.Private>(await team.DeliversAsync("ask", "alex", "/forget customer:Wombat"));
        await team.SaysAsync("sam", "/task Call them customer:Wombat");
        var stale = Assert.IsType<Reply.Update>(await team.DeliversAsync("stale", "alex", new IncomingBody.Pressed(shown.Card.Controls[0].Id)));
        Assert.Contains("Nothing was erased yet", stale.Card.Text.ToPlainText());
        Assert.NotEmpty(Stored.Places(team.DatabaseFile, Name));
        var control = stale.Card.Controls[0].Id;
        var refused = Assert.IsType<Reply.Private>(await team.DeliversAsync("sam", "sam", new IncomingBody.Pressed(control)));
        Assert.Contains("not yours to use", refused.Card.Text.ToPlainText());
        await team.DeliversAsync("first", "alex", new IncomingBody.Pressed(control));
        Assert.Empty(Stored.Places(team.DatabaseFile, Name));
        var again = Assert.IsType<Reply.Update>(await team.DeliversAsync("again", "alex", new IncomingBody.Pressed(control)));
        Assert.Contains("nothing left to forget", again.Card.Text.ToPlainText());
        await team.SaysAsync("alex", "/customer add Wombat");
        team.Expect("alex", "Wombat");
        Assert.Contains("nothing left to forget", Assert.IsType<Reply.Update>(await team.DeliversAsync("new", "alex", new IncomingBody.Pressed(control))).Card.Text.ToPlainText());
    }

    [Fact]
    public async Task A_customer_of_the_same_name_in_another_team_is_not_touched()
    {
        await using var team = await TeamAsync();
        Stored.Run(
            team.DatabaseFile,
            """
            insert into workspaces select 'other', platform, 'Others', zone, day_start, '', last_number, created_at, date_order, left_at, safety_words, greeted_at from workspaces;
            insert into customers (workspace_id, id, name, created_at, created_by) select 'other', id, name, 0, 'ned' from customers;
            insert into customer_names (workspace_id, same_name, customer_id) select 'other', same_name, customer_id from customer_names;
            insert into customer_notes (workspace_id, customer_id, noted_at, noted_by, note) values ('other', 1, 0, 'ned', 'Wombat bites');
            insert into tasks (workspace_id, number, what, customer, creator_id, assignee_id, state, created_at) values ('other', 1, 'call', 'Wombat', 'ned', 'ned', 'Open', 0);
            """);

        await ForgetAsync(team);

        Assert.Equal(4, Stored.Places(team.DatabaseFile, Name).Count);
    }

    private static async Task<Team> TeamAsync()
    {
        var team = await Team.StartAsync("alex:owner,admin kim sam");
        await team.SaysAsync("alex", "/customer add Wombat");
        team.IgnoreRest("what is kept and said afterwards is looked at");
        return team;
    }

    private static async Task ForgetAsync(Team team)
    {
        await team.SaysAsync("alex", "/forget customer:Wombat");
        await team.PressesAsync("alex", "Forget Wombat");
        team.Expect("alex", "Done: forgotten");
    }

    private static async Task DoEverythingAsync(Team team)
    {
        foreach (var (who, line) in ((string, string)[])[
            ("alex", "/levels set gold hours:\"mon-fri 08:00-18:00\" first:1h next:2h resolution:16h"),
            ("alex", "/customer level Wombat level:gold"),
            ("alex", "/customer edit Wombat contact:\"Quokka 555\" tier:key"),
            ("alex", "/customer note Wombat note:\"likes a quokka\""),
            ("alex", "/customer sale Wombat what:\"a quokka\""),
            ("alex", "/customer touch Wombat every:30d"),
            ("alex", "/customer date Wombat what:\"quokka day\" on:2026-04-01"),
            ("alex", "/important customer:Wombat"),
            ("sam", "/urgent quokka on the roof customer:Wombat due:\"today 16:00\""),
            ("sam", "/urgent quokka in the pool customer:Wombat"),
            ("sam", "/task Feed the quokka for:@alex customer:Wombat due:\"every monday at 9:00\""),
            ("alex", "/task Feed the other quokka customer:Wombat due:5/12"),
            ("alex", "/task Quokka one customer:Wombat due:tomorrow"),
            ("alex", "/done 5"),
            ("sam", "/escalate Wombat \"quokka ate the cable\""),
            ("sam", "/escalate Wombat \"quokka ate the fence\""),
            ("alex", "/promise Wombat \"a new quokka\" due:\"fri 15:00\""),
            ("kim", "/promise Wombat \"a small quokka\" due:\"today 12:00\""),
            ("alex", "/log 50m customers Wombat"),
            ("alex", "/focus 30m with:Wombat"),
            ("alex", "/focus end"),
            ("sam", "/task Write to Wombta customer:Wombta")])
        {
            await team.SaysAsync(who, line);
        }

        foreach (var number in Stored.Read(team.DatabaseFile, "select cast(number as text) from escalations"))
        {
            await team.SaysAsync("alex", $"/answered {number} quokka is on its way");
            await team.SaysAsync("sam", $"/wait {number} quokka sleeps");
        }

        await team.AdvanceToAsync("10:31");
        await team.SaysAsync("alex", "/break");
        await team.AdvanceToAsync("12:31");
        await team.SaysAsync("alex", "/customer rename Wombat to:Wombats");
        await team.SaysAsync("alex", "/customer rename Wombats to:Wombat");
        Stored.Run(team.DatabaseFile, "update tasks set what = 'Write to them', customer = '' where customer = 'Wombta'; update task_changes set customer = '', what = '' where customer = 'Wombta'");
    }
}
