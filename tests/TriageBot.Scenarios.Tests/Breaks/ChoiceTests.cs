using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Breaks;

/// <summary>Rule H5: one message at a time; each choice is final, tells its requester once, and brings the next.</summary>
public sealed class ChoiceTests
{
    [Fact]
    public async Task The_card_shows_place_number_customer_waiting_and_every_choice_to_the_owner_alone()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:52");
        await team.SaysAsync("sam", "/urgent Server down customer:Acme");
        team.Expect("sam", "#1");
        await team.AdvanceToAsync("10:30");

        await team.SaysAsync("alex", "/break", "#team");

        team.ExpectNothing("#team");
        var card = team.Expect("alex", "1 of 1");
        Assert.Contains("#1", card.Text);
        Assert.Contains("Acme", card.Text);
        Assert.Contains("38 min of 3h", card.Text);
        Assert.Contains("sam", card.Text);
        Assert.Contains("11:00", card.Text);
        Assert.Equal(["Answer", "Promise", "Do today", "Schedule", "Delegate", "Decline", "Someday", "Skip"], card.Buttons);
    }

    [Fact]
    public async Task An_answer_reaches_the_requester_once_and_brings_the_next()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "On it, 20 minutes"));

        Assert.Contains("alex", team.Expect("sam", "On it, 20 minutes").Text);
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task Do_today_tells_the_requester_and_makes_a_task_for_today()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Do today", 1);

        Assert.Contains("today", team.Expect("sam", "#1").Text);
        Drains.ExpectNext(team);
        await Drains.ExpectTaskAsync(team, "alex", "First");
    }

    [Fact]
    public async Task Schedule_offers_working_days_tells_the_day_and_makes_a_task()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Schedule", 1);
        var days = team.Expect("alex", "First").Buttons;
        Assert.Contains("Mon 16 Mar", days);
        Assert.DoesNotContain(days, label => label.Contains("Sat", StringComparison.Ordinal) || label.Contains("Sun", StringComparison.Ordinal));
        await team.PressesAsync("alex", "Tue 17 Mar", 1);

        Assert.Contains("Tue 17 Mar", team.Expect("sam", "#1").Text);
        Drains.ExpectNext(team);
        await Drains.ExpectTaskAsync(team, "alex", "First");
    }

    [Fact]
    public async Task Schedule_takes_another_date_from_a_form()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Schedule", 1);
        await team.PressesAsync("alex", "Another date…", 1);
        await team.FillsAsync("alex", ("when", "2026-04-02"));

        Assert.Contains("Thu 2 Apr", team.Expect("sam", "#1").Text);
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task A_time_of_day_is_not_promised_to_the_requester_when_only_a_day_is_planned()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Schedule", 1);
        await team.PressesAsync("alex", "Another date…", 1);
        await team.FillsAsync("alex", ("when", "tue 15:00"));

        var told = team.Expect("sam", "Tue 17 Mar").Text;
        Assert.DoesNotContain("15:00", told);
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task Someday_typed_as_the_day_is_the_choice_someday()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Schedule", 1);
        await team.PressesAsync("alex", "Another date…", 1);
        await team.FillsAsync("alex", ("when", "someday"));

        Assert.Contains("someday-maybe", team.Expect("sam", "#1").Text);
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task Nothing_is_planned_for_a_day_that_is_over()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Schedule", 1);
        await team.PressesAsync("alex", "Another date…", 1);
        await team.FillsAsync("alex", ("when", "2026-03-02"));

        team.Expect("alex", "2026-03-02");
        team.ExpectNothing("sam");
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "2 held");
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_repeated_and_the_message_can_still_be_decided()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Schedule", 1);
        await team.PressesAsync("alex", "Another date…", 1);
        await team.FillsAsync("alex", ("when", "someday-ish maybe 35"));

        team.Expect("alex", "someday-ish maybe 35");
        team.ExpectNothing("sam");
        await team.PressesAsync("alex", "Mon 16 Mar", 1);
        Assert.Contains("Mon 16 Mar", team.Expect("sam", "#1").Text);
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task Schedule_can_be_left_again_without_a_choice()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Schedule", 1);
        await team.PressesAsync("alex", "Back", 1);

        team.ExpectNothing("sam");
        await team.PressesAsync("alex", "Someday", 1);
        team.Expect("sam", "#1");
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task Delegate_tells_both_the_requester_and_the_new_person_and_gives_them_the_task()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Delegate", 1);
        await team.PressesAsync("alex", "kim", 1);

        Assert.Contains("kim", team.Expect("sam", "#1").Text);
        var given = team.Expect("kim", "#1").Text;
        Assert.Contains("First", given);
        Assert.Contains("sam", given);
        Drains.ExpectNext(team);
        await Drains.ExpectTaskAsync(team, "kim", "First");
    }

    [Fact]
    public async Task Delegate_finds_by_name_whom_a_long_list_leaves_out()
    {
        var crowd = string.Join(' ', Enumerable.Range(10, 30).Select(number => $"p{number}"));
        await using var team = await Drains.TwoHeldAsync($"alex:owner sam kim lee {crowd} zoe");
        await team.PressesAsync("alex", "Delegate", 1);
        team.Expect("alex", "First");

        await team.PressesAsync("alex", "Somebody else…", 1);
        await team.FillsAsync("alex", ("who", "@zoo"));
        Assert.Contains("and 10 more", team.Expect("alex", "I know nobody called @zoo here").Text, StringComparison.Ordinal);
        await team.PressesAsync("alex", "Somebody else…", 1);
        await team.FillsAsync("alex", ("who", "alex"));
        team.Expect("alex", "You have it already");
        await team.PressesAsync("alex", "Somebody else…", 1);
        await team.FillsAsync("alex", ("who", "@Zoe"));

        Assert.Contains("zoe", team.Expect("sam", "#1").Text, StringComparison.Ordinal);
        team.Expect("zoe", "First");
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task O1_what_is_delegated_to_an_owner_is_judged_by_their_own_rules()
    {
        await using var team = await Team.StartAsync(people: "alex:owner kim:owner sam", at: "2026-03-13 09:00");
        await team.SaysAsync("kim", "/important customer:Acme", "dm");
        team.Expect("kim", "Important from now on");
        await team.SaysAsync("sam", "/urgent Refund customer:Acme for:@alex");
        team.Expect("sam", "#1");
        await team.SaysAsync("alex", "/break", "dm");
        await team.PressesAsync("alex", "Delegate", 1);
        await team.PressesAsync("alex", "kim", 1);
        team.IgnoreRest("What is told on the way is not what this is about.");

        await team.SaysAsync("kim", "/tasks", "dm");
        team.Expect("kim", "Q2 important: 1");
    }

    [Fact]
    public async Task Who_was_told_a_day_hears_when_it_becomes_a_later_one()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Do today", 1);
        team.Expect("sam", "#1");
        team.IgnoreRest("The next message is not what this is about.");

        await team.SaysAsync("alex", "/move 1 mon", "dm");
        Assert.Contains("alex has moved it to Mon 16 Mar.", team.Expect("sam", "#1").Text);
        await team.PressesAsync("alex", "Undo", 1);

        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task The_same_press_delivered_once_more_opens_the_same_form()
    {
        await using var team = await Drains.TwoHeldAsync();
        var press = new IncomingBody.Pressed(new ControlId("drain-answer", 1, 1).ToString());

        var first = Assert.IsType<Reply.Open>(await team.DeliversAsync("press", "alex", press));
        var again = Assert.IsType<Reply.Open>(await team.DeliversAsync("press", "alex", press));

        Assert.Equal(first.Form.Fields.AsEnumerable(), again.Form.Fields);
        Assert.Contains(first.Form.Fields, field => !field.Required);
    }

    [Fact]
    public async Task Nobody_is_offered_their_own_request()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Delegate", 1);

        var people = team.Expect("alex", "First").Buttons;
        Assert.Contains("kim", people);
        Assert.DoesNotContain("sam", people);
        Assert.DoesNotContain("alex", people);
    }

    [Fact]
    public async Task Decline_proposes_a_kind_but_firm_text_that_the_owner_may_edit()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Decline", 1);
        var form = team.Expect("alex", "Decline #1").Text;
        Assert.Contains("sam", form);
        Assert.Contains("First", form);
        team.ExpectNothing("sam");
        await team.FillsAsync("alex", ("text", "Sorry, not this month."));

        team.Expect("sam", "Sorry, not this month.");
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task The_proposed_decline_can_be_sent_as_it_stands()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Decline", 1);
        await team.FillsAsync("alex");

        Assert.Contains("no", team.Expect("sam", "#1").Text);
        Drains.ExpectNext(team);
    }

    [Fact]
    public async Task Someday_tells_the_requester_and_puts_it_on_the_list()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Someday", 1);

        Assert.Contains("someday", team.Expect("sam", "#1").Text);
        Drains.ExpectNext(team);
        await team.SaysAsync("alex", "/someday", "dm");
        team.Expect("alex", "First");
    }

    [Fact]
    public async Task The_last_choice_ends_the_break_with_what_was_done_in_it()
    {
        await using var team = await Drains.TwoHeldAsync();
        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "Yes"));
        team.Expect("sam", "Yes");

        await team.PressesAsync("alex", "Do today", 2);

        team.Expect("kim", "#2");
        var summary = team.Expect("alex", "2 read").Text;
        Assert.Contains("1 answered", summary);
        Assert.DoesNotContain("carried", summary, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_requester_who_did_not_come_first_is_told_about_their_own_item_only()
    {
        await using var team = await Drains.TwoHeldAsync();

        await team.PressesAsync("alex", "Someday", 1);

        team.Expect("sam", "#1");
        team.ExpectNothing("kim");
    }
}
