using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Forget;

public sealed class ForgetPersonTests
{
    private const string Her = "zenobia";
    private const string Words = "quokka";

    [Fact]
    public async Task After_every_command_was_used_neither_name_nor_id_nor_a_word_is_left_and_a_month_later_nothing_comes_of_it()
    {
        await using var team = await TeamAsync();
        await SayEverythingAsync(team);
        Assert.NotEmpty(Stored.Places(team.DatabaseFile, Words));

        await ForgetAsync(team);
        Assert.Empty(Stored.Places(team.DatabaseFile, Her));
        Assert.Empty(Stored.Places(team.DatabaseFile, Words));
        Assert.NotEmpty(Stored.Places(team.DatabaseFile, "former"));
        Assert.Equal(["packing", "packing"], Stored.Read(team.DatabaseFile, "select function from time_entries where function = 'packing'"));

        var before = team.Shown.Count;
        await team.AdvanceToAsync("2026-04-14 09:00");
        Assert.All(team.Shown.Skip(before), shown => Assert.DoesNotContain(Her, shown.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(team.Shown.Skip(before), shown => Assert.DoesNotContain(Words, shown.Text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(team.Shown.Skip(before), shown => shown.IsAddressedTo(Her));
        Assert.Empty(Stored.Places(team.DatabaseFile, Her));
        Assert.Empty(Stored.Places(team.DatabaseFile, Words));
    }

    [Fact]
    public async Task The_card_says_in_numbers_what_goes_what_stays_and_what_is_still_open()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync(Her, "/urgent The invoice is wrong");
        await team.SaysAsync(Her, "/task Water the plants");
        await team.SaysAsync("kim", "/task Sweep the yard for:@zenobia");
        await team.SaysAsync(Her, "/task Order paper for:@kim");
        await team.SaysAsync(Her, "/promise Acme \"the new quote\" due:\"fri 15:00\"");
        await team.SaysAsync(Her, "/task Dentist private:yes", "dm");
        await team.SaysAsync("alex", "/forget person:@zenobia");

        var card = team.Expect("alex", "Forget zenobia? It cannot be undone.");
        Assert.Contains("every word they typed: 1 urgent message, 4 tasks, 1 promise", card.Text);
        Assert.Contains("Withdrawn, still held: #1 The invoice is wrong", card.Text);
        Assert.Contains("Dropped, their own open tasks: #2 Water the plants, #6 private", card.Text);
        Assert.Contains("Go to alex, open: #3 Sweep the yard", card.Text);
        Assert.Contains("Go to alex, promised to customers: #5 the new quote", card.Text);
        Assert.Contains("#4 Order paper", card.Text);
        var asked = Assert.IsType<Reply.Private>(await team.DeliversAsync("ask", "alex", "/forget person:@zenobia"));
        Assert.Equal(ButtonStyle.Danger, Assert.Single(asked.Card.Controls.OfType<Button>(), button => button.Label == "Forget zenobia").Style);

        await team.PressesAsync("alex", "Cancel");
        team.Expect("alex", "Nothing was erased.");
        Assert.NotEmpty(Stored.Places(team.DatabaseFile, Her));
    }

    [Fact]
    public async Task What_others_wait_for_goes_on_with_the_owner_on_duty_and_the_rest_ends()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync(Her, "/urgent The invoice is wrong");
        await team.SaysAsync(Her, "/task Water the plants");
        await team.SaysAsync("kim", "/task Sweep the yard for:@zenobia");
        await team.SaysAsync("kim", "/task Dentist private:yes for:@zenobia", "dm");
        await team.SaysAsync(Her, "/promise Acme \"the new quote\" due:\"fri 15:00\"");

        await ForgetAsync(team, by: "kim");

        team.Expect("alex", "What was still open with them is yours now: #3, #5.");
        string State(string table, int number) => Stored.Read(team.DatabaseFile, $"select state from {table} where number = {number}").Single();
        string Of(string column, string table, int number) => Stored.Read(team.DatabaseFile, $"select {column} from {table} where number = {number}").Single();
        Assert.Equal("Withdrawn", State("urgent_messages", 1));
        Assert.Equal("Dropped", State("tasks", 2));
        Assert.Equal(("Open", "alex", "Sweep the yard"), (State("tasks", 3), Of("assignee_id", "tasks", 3), Of("what", "tasks", 3)));
        Assert.Equal(("Open", "kim", "Dentist"), (State("tasks", 4), Of("assignee_id", "tasks", 4), Of("what", "tasks", 4)));
        Assert.Equal(("Open", "alex", "(erased)"), (State("promises", 5), Of("maker_id", "promises", 5), Of("what", "promises", 5)));
        Assert.Equal(("Open", "alex"), (State("tasks", 5), Of("assignee_id", "tasks", 5)));
    }

    [Fact]
    public async Task Whoever_is_an_owner_or_asks_for_themselves_is_told_what_to_do_first()
    {
        await using var team = await Team.StartAsync("alex:owner,admin kim:owner sam");
        await team.SaysAsync("alex", "/forget person:@kim");
        Assert.Contains("/setup remove-owner:", team.Expect("alex", "kim is an owner").Text);
        await team.SaysAsync("alex", "/setup remove-owner:@kim");
        team.Expect("alex", "kim");
        await team.SaysAsync("alex", "/forget person:@kim");
        team.Expect("alex", "Forget kim?");
        team.IgnoreRest("what kim heard of the set-up is not what this is about");
    }

    [Fact]
    public async Task Nobody_forgets_themselves_nor_may_whoever_is_no_admin()
    {
        await using var team = await Team.StartAsync("kim:owner alex:admin robin:admin sam");
        await team.SaysAsync("alex", "/forget person:@alex");
        team.Expect("alex", "Another admin can do it: robin.");
        await team.SaysAsync("sam", "/forget person:@robin");
        team.Expect("sam", "/forget is not yours to use. Who can: alex, robin");
        var pressed = Assert.IsType<Reply.Private>(await team.DeliversAsync("p1", "sam", new IncomingBody.Pressed("forget-person:0:0:0:robin")));
        Assert.Contains("not yours to use", pressed.Card.Text.ToPlainText());
        foreach (var line in new[] { "/forget", "/forget person:@sam customer:Acme" })
        {
            await team.SaysAsync("alex", line);
            team.Expect("alex", "Please name one person or one customer");
        }

        await team.SaysAsync("alex", "/forget person:@sma");
        team.Expect("alex", "I know nobody called @sma here");
    }

    [Fact]
    public async Task Whoever_was_an_owner_leaves_the_rotation_and_nothing_of_their_days_is_left()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync("alex", "/setup owner:@zenobia");
        await team.SaysAsync("alex", "/rotation @alex @zenobia @kim");
        await team.SaysAsync("alex", "/away until:mon cover:@zenobia");
        await team.SaysAsync("alex", "/away until:back");
        await team.SaysAsync(Her, "/task Paint the wall due:today");
        await team.SaysAsync(Her, "/focus 30m");
        await team.AdvanceToAsync("2026-03-16 17:30");
        await team.SaysAsync("alex", "/setup remove-owner:@zenobia");

        await team.SaysAsync("alex", "/forget person:@zenobia");
        Assert.Contains("Their part in duty ends", team.Expect("alex", "Forget zenobia?").Text);
        await team.PressesAsync("alex", "Forget zenobia");
        team.Expect("alex", "Done: forgotten");

        Assert.Empty(Stored.Places(team.DatabaseFile, Her));
        Assert.Equal(["alex,kim"], Stored.Read(team.DatabaseFile, "select replace(members, char(10), ',') from duty_rotations"));
        Assert.Empty(Stored.Read(team.DatabaseFile, "select member_id from owners where member_id like '%former%' union select key from timers where key like '%former%'"));
        await team.AdvanceToAsync("2026-04-16 09:00");
        Assert.Empty(Stored.Places(team.DatabaseFile, Her));
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_shown_again_and_a_second_press_finds_nothing()
    {
        await using var team = await TeamAsync();
        var shown = Assert.IsType<Reply.Private>(await team.DeliversAsync("ask", "alex", "/forget person:@zenobia"));
        await team.SaysAsync(Her, "/task Water the plants");
        var stale = Assert.IsType<Reply.Update>(await team.DeliversAsync("stale", "alex", new IncomingBody.Pressed(shown.Card.Controls[0].Id)));
        Assert.Contains("Nothing was erased yet: things changed", stale.Card.Text.ToPlainText());
        Assert.Contains("#1 Water the plants", stale.Card.Text.ToPlainText());
        Assert.NotEmpty(Stored.Places(team.DatabaseFile, Her));

        var control = stale.Card.Controls[0].Id;
        Assert.IsType<Reply.Update>(await team.DeliversAsync("first", "alex", new IncomingBody.Pressed(control)));
        var again = Assert.IsType<Reply.Update>(await team.DeliversAsync("second", "alex", new IncomingBody.Pressed(control)));
        Assert.Contains("There is nothing left to forget here", again.Card.Text.ToPlainText());
        var repeated = Assert.IsType<Reply.Update>(await team.DeliversAsync("first", "alex", new IncomingBody.Pressed(control)));
        Assert.Contains("Done: forgotten", repeated.Card.Text.ToPlainText());
        Assert.Equal(["Forgotten person alex"], Stored.Read(team.DatabaseFile, "select kind || ' ' || new_text || ' ' || made_by from setup_changes where kind = 'Forgotten'"));
    }

    [Fact]
    public async Task Whoever_speaks_again_is_somebody_new_and_what_is_sent_to_a_former_member_is_not_sent()
    {
        await using var team = await TeamAsync();
        await team.SaysAsync(Her, "/task Order paper for:@kim");
        await ForgetAsync(team);
        var before = team.Shown.Count;
        await team.SaysAsync("kim", "/done 1");
        Assert.DoesNotContain(team.Shown.Skip(before), shown => shown.IsAddressedTo(Her));
        Assert.Empty(Stored.Read(team.DatabaseFile, "select destination from outbox where destination like '%former%'"));
        Assert.DoesNotContain(team.Shown.Skip(before), shown => shown.Text.Contains("could not deliver", StringComparison.Ordinal));

        await team.SaysAsync(Her, "/requests");
        team.Expect(Her, "You have not asked for anything");
        Assert.Equal(["0"], Stored.Read(team.DatabaseFile, "select cast(is_owner as text) from members where id = 'zenobia'"));
    }

    [Fact]
    public async Task Messages_that_wait_to_be_sent_lose_her_words_and_those_to_her_are_not_sent()
    {
        await using var team = await TeamAsync();
        Stored.Run(
            team.DatabaseFile,
            """
            insert into outbox (key, workspace_id, platform, destination, card, state, due_at, ordinal, created_at)
            select 'one', id, 'elsewhere', 'direct:alex', '{"Text":{"Runs":[{"Kind":4,"Text":"zenobia","Member":"zenobia"},{"Text":" asks: "},{"Kind":2,"Text":"quokka in the yard"}]},"Controls":[],"Mentions":[{"Value":"zenobia"}]}', 'pending', 9000000000000, 0, 0 from workspaces;
            insert into outbox (key, workspace_id, platform, destination, card, state, due_at, ordinal, created_at)
            select 'two', id, 'elsewhere', 'direct:zenobia', '{"Text":{"Runs":[{"Text":"hello"}]},"Controls":[],"Mentions":[]}', 'pending', 9000000000000, 0, 0 from workspaces;
            """);
        await team.SaysAsync(Her, "/task quokka in the yard for:@kim");

        await ForgetAsync(team);

        Assert.Empty(Stored.Places(team.DatabaseFile, Her));
        Assert.Empty(Stored.Places(team.DatabaseFile, Words));
        var waiting = Assert.Single(Stored.Read(team.DatabaseFile, "select card from outbox where state = 'pending'"));
        Assert.Contains("(erased)", waiting);
    }

    [Fact]
    public async Task Nobody_of_another_team_with_the_same_id_is_touched()
    {
        await using var team = await TeamAsync();
        Stored.Run(
            team.DatabaseFile,
            """
            insert into workspaces select 'other', platform, 'Others', zone, day_start, '', last_number, created_at, date_order, left_at, safety_words, greeted_at from workspaces;
            insert into members (workspace_id, id, name) values ('other', 'zenobia', 'zenobia');
            insert into tasks (workspace_id, number, what, customer, creator_id, assignee_id, state, created_at) values ('other', 1, 'quokka', '', 'zenobia', 'zenobia', 'Open', 0);
            insert into inbox (workspace_id, event_id, reply, received_at) values ('other', 'x', 'zenobia', 0);
            insert into timers (workspace_id, kind, key, due_at) values ('other', 'review', 'zenobia', 9000000000000);
            """);
        await team.SaysAsync(Her, "/task quokka");

        await ForgetAsync(team);

        Assert.Equal(6, Stored.Places(team.DatabaseFile, Her).Count);
        Assert.Equal(["Open"], Stored.Read(team.DatabaseFile, "select state from tasks where what = 'quokka'"));
    }

    private static async Task<Team> TeamAsync()
    {
        var team = await Team.StartAsync("alex:owner,admin kim:owner,admin zenobia sam");
        await team.SaysAsync("alex", "/setup on-duty:@alex");
        await team.SaysAsync("alex", "/customer add Acme");
        team.IgnoreRest("what is kept and said afterwards is looked at");
        return team;
    }

    private static async Task ForgetAsync(Team team, string by = "alex")
    {
        await team.SaysAsync(by, "/forget person:@zenobia");
        await team.PressesAsync(by, "Forget zenobia");
        team.Expect(by, "Done: forgotten");
    }

    /// <summary>Every command with every option and choice, filled with her words, and the forms and menus in which she can type.</summary>
    private static async Task SayEverythingAsync(Team team)
    {
        await team.SaysAsync("alex", "/levels set gold hours:\"mon-fri 08:00-18:00\" first:1h next:2h resolution:16h");
        await team.SaysAsync("alex", "/customer level Acme level:gold");
        await team.SaysAsync("kim", "/task Paint the wall for:@zenobia");
        await team.SaysAsync("kim", "/task Mow the lawn for:@zenobia due:\"every monday at 9:00\"");
        await team.SaysAsync(Her, "/promise Acme \"quokka pie\" due:\"fri 15:00\"");
        await team.SaysAsync(Her, "/promise Acme \"quokka soup\" due:\"in 6 working days\"");
        await team.SaysAsync(Her, "/escalate Acme \"quokka ate the cable\"");
        await team.SaysAsync(Her, "/task Quokka count private:yes", "dm");
        await team.SaysAsync(Her, "/urgent quokka on the roof customer:Acme if-it-waits:\"quokka falls\"");
        var numbers = Stored.Read(team.DatabaseFile, "select cast(number as text) from tasks union select cast(number as text) from escalations union select cast(number as text) from promises");
        var count = 0;
        foreach (var spec in TriageBotServices.Commands.All.Where(spec => spec.Name is not ("forget" or "done" or "drop")))
        {
            var choices = spec.Options.FirstOrDefault(option => option.Kind == OptionKind.Choice)?.Choices ?? [""];
            var items = spec.Options.Any(option => option.Kind == OptionKind.Item) ? numbers : [""];
            foreach (var (choice, item) in choices.SelectMany(choice => items.Select(item => (choice, item))))
            {
                foreach (var isWhole in (bool[])[true, false])
                {
                    var values = spec.Options.Where(option => isWhole || option.Required || option.Positional).ToDictionary(option => option.Name, option => Value(option, choice, item));
                    await team.DeliversAsync($"all-{count++}", Her, new IncomingBody.Command(spec.Name, values));
                }
            }
        }

        foreach (var line in (string[])[
            "/task Quokka due:5/12", "/edit 1 what:\"Paint the quokka\"", "/log 30m customers Acme", "/customer note Acme note:\"feed the quokka\"", "/customer sale Acme what:\"a quokka\"",
            "/someday See a quokka", "/renegotiate 3 when:\"in 8 working days\" reason:\"quokka is ill\"", "/wait 5 for:\"the quokka\"", "/start 1"])
        {
            await team.DeliversAsync($"all-{count++}", Her, line);
        }

        await team.DeliversAsync($"all-{count++}", Her, new IncomingBody.MenuUsed("Hold for the next break", "m1", "look, a quokka"));
        await team.SaysAsync("sam", "/log 20m packing");
        await team.SaysAsync(Her, "/log 25m packing");
        await team.SaysAsync(Her, "/urgent quokka at the door");
        await team.PressesAsync(Her, "It cannot wait");
        await team.FillsAsync(Her, ("harm", "the quokka bites"), ("happens", "when the quokka wakes"));
        await team.SaysAsync("alex", "/focus 60m");
        await team.SaysAsync(Her, "@alex where is the quokka?");
        await team.AdvanceToAsync("10:31");
        await team.SaysAsync("alex", "/break");
        Assert.All(
            (string[])["tasks", "task_changes", "urgent_messages", "escalations", "escalation_events", "promises", "promise_versions", "customer_notes", "customer_touches", "break_glass", "mention_asks", "date_questions", "inbox", "outbox", "time_entries"],
            table => Assert.Contains(Stored.Places(team.DatabaseFile, Words), place => place.StartsWith(table + ".", StringComparison.Ordinal)));
    }

    private static string Value(OptionSpec option, string choice, string item) => option.Kind switch
    {
        OptionKind.Item => item,
        OptionKind.Member => "@alex",
        OptionKind.Channel => "#team",
        OptionKind.Date => "wed 15:00",
        OptionKind.Duration => "30m",
        OptionKind.Customer => "Acme",
        OptionKind.Function => "customers",
        OptionKind.Zone => "Europe/London",
        OptionKind.YesNo => "no",
        OptionKind.Choice => choice.Length > 0 ? choice : option.Choices[0],
        _ => option.Name is "to" or "into" ? "Acme" : $"quokka {option.Name}",
    };
}
