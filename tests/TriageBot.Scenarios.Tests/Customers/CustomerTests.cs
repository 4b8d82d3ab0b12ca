using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Customers;

/// <summary>Customers as a team meets them in the chat.</summary>
public sealed class CustomerTests
{
    [Fact]
    public async Task A9_what_was_changed_about_a_customer_goes_back_by_a_button()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/levels set level:gold first:1h", "dm");
        team.Expect("alex", "Saved");
        await team.SaysAsync("alex", "/customer add Acme contact:\"Kay | 555-0101\"", "dm");
        team.Expect("alex", "Added");

        await team.SaysAsync("alex", "/customer level Acme level:gold", "dm");
        Assert.Contains("Undo", team.Expect("alex", "gold").Buttons);
        await team.PressesAsync("alex", "Undo");
        Assert.DoesNotContain("gold", team.Expect("alex", "Taken back: it is as it was before.").Text);
        await team.SaysAsync("alex", "/customer edit Acme tier:key contact:Lee zone:Europe/Paris", "dm");
        team.Expect("alex", "key customer");
        await team.PressesAsync("alex", "Undo");

        var back = team.Expect("alex", "Taken back").Text;
        Assert.Contains("Contact: Kay | 555-0101", back);
        Assert.DoesNotContain("key customer", back);
        Assert.DoesNotContain("Paris", back);
        await team.PressesAsync("alex", "Undo");
        Assert.Contains("Contact: Lee", team.Expect("alex", "key customer").Text);
    }

    [Fact]
    public async Task A_customer_is_added_and_shown_with_what_is_open_for_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("alex", "/levels set level:gold first:1h");
        team.Expect("alex", "Saved: gold");
        await team.SaysAsync("alex", "/customer add Acme level:Gold zone:Europe/London contact:\"Kay 555-0101\" tier:key");
        var added = team.Expect("alex", "Acme").Text;
        Assert.Contains("gold", added);
        Assert.Contains("08:20 there", added);
        await team.SaysAsync("sam", "/urgent Server down customer:acme");
        team.Expect("sam", "#1");
        await team.SaysAsync("alex", "/task Send the invoice customer:ACME due:2026-03-16");
        team.Expect("alex", "#2");

        await team.SaysAsync("alex", "/log 1h30 customers acme");
        team.Expect("alex", "Logged");

        await team.SaysAsync("alex", "/customer Acme");

        var page = team.Expect("alex", "Kay 555-0101").Text;
        Assert.Contains("#1 Server down (held, answer by 11:00)", page);
        Assert.Contains("30 days: 1h 30m", page);
        Assert.Contains("#2 Send the invoice (for alex, due Mon 16 Mar)", page);
    }

    [Fact]
    public async Task A_customer_of_several_words_needs_no_quotes_once_it_is_known()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Printer down customer:Acme Group");
        Assert.Contains("Add Acme as a customer", team.Expect("sam", "(Printer down Group)").Buttons);
        foreach (var name in (string[])["Acme", "Acme Group", "Acme Group Norway"])
        {
            await team.SaysAsync("sam", $"/customer add {name}");
            team.Expect("sam", "Added");
        }

        await team.SaysAsync("sam", "/urgent Server down customer:acme group");
        Assert.Contains("(Server down)", team.Expect("sam", "#2").Text);
        await team.SaysAsync("sam", "/escalate Acme Group Norway cannot log in");
        team.Expect("#team", "#3 Acme Group Norway (standard): cannot log in");
        team.Expect("sam", "Acme Group Norway");
        await team.SaysAsync("sam", "/urgent customer:Acme calls and is angry");
        Assert.Contains("(calls and is angry)", team.Expect("sam", "#4").Text);

        await team.SaysAsync("sam", "/customer Acme Group");
        Assert.Contains("#2 Server down", team.Expect("sam", "Customer Acme Group\n").Text);
        await team.SaysAsync("sam", "/customer Acme Group Norway");
        Assert.Contains("#3 cannot log in", team.Expect("sam", "Customer Acme Group Norway").Text);
    }

    [Fact]
    public async Task A_customer_added_by_mistake_is_taken_back_unless_something_is_kept_about_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/customer add Acme");
        team.Expect("sam", "Added");
        await team.PressesAsync("sam", "Undo");
        team.Expect("sam", "Acme is no customer");
        await team.SaysAsync("sam", "/customer Acme");
        team.Expect("sam", "no customer called");

        await team.SaysAsync("sam", "/customer add Bolt");
        team.Expect("sam", "Added");
        await team.SaysAsync("kim", "/customer note Bolt note:\"they pay late\"");
        team.Expect("kim", "Noted");
        var second = await team.DeliversAsync("undo", "sam", new IncomingBody.Pressed(new ControlId("customer-add-undo", 2, 1).ToString()));

        Assert.Contains("they pay late", Assert.IsType<Reply.Private>(second).Card.Text.ToPlainText());
    }

    [Fact]
    public async Task A_level_that_is_not_set_up_is_refused_with_those_there_are()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("alex", "/customer add Acme level:platinum contact:Kay");

        Assert.Contains("contact:Kay", team.Expect("alex", "There are standard").Text);
    }

    [Fact]
    public async Task A_teammate_sees_that_something_is_open_but_not_what_is_not_theirs()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/customer add Acme");
        team.Expect("alex", "Added");
        await team.SaysAsync("sam", "/urgent Kay wants to leave customer:Acme");
        team.Expect("sam", "#1");

        await team.SaysAsync("kim", "/customer show acme");

        var page = team.Expect("kim", "Acme").Text;
        Assert.Contains("#1 (only for those whom it concerns)", page);
        Assert.DoesNotContain("leave", page);
    }

    [Fact]
    public async Task There_is_nothing_to_list_at_first_and_pages_later()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/customer");
        team.Expect("sam", "/customer add");
        for (var i = 11; i < 23; i++)
        {
            await team.SaysAsync("sam", $"/customer add Customer{i} zone:UTC");
            team.Expect("sam", $"Customer{i}");
        }

        await team.SaysAsync("sam", "/customer list");
        Assert.Contains("1–10 of 12", team.Expect("sam", "Customers").Text);
        await team.PressesAsync("sam", "Next");

        Assert.Contains("Customer22", team.Expect("sam", "11–12 of 12").Text);
    }

    [Fact]
    public async Task A_name_in_another_spelling_is_the_same_customer_and_another_name_is_not()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/customer add \"Acme Ltd.\"");
        team.Expect("sam", "Added");

        await team.SaysAsync("sam", "/customer add ACME LTD");
        team.Expect("sam", "already a customer");
        await team.SaysAsync("sam", "/customer add Acme Ldt");

        Assert.Contains("There is also Acme Ltd.", team.Expect("sam", "Added").Text);
    }

    [Fact]
    public async Task Level_and_tier_are_for_owners_and_what_else_was_typed_is_kept()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("sam", "/customer add Acme level:gold contact:Kay");

        var page = team.Expect("sam", "left out").Text;
        Assert.Contains("Kay", page);
        Assert.DoesNotContain("gold", page);
    }

    [Fact]
    public async Task Notes_are_kept_with_who_and_when()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("sam", "/customer add Acme");
        team.Expect("sam", "Added");

        await team.SaysAsync("kim", "/customer note Acme note:\"Kay prefers mail\"");

        Assert.Contains("Fri 13 Mar, kim: Kay prefers mail", team.Expect("kim", "Noted").Text);
    }

    [Fact]
    public async Task A_rename_reaches_tasks_and_messages_and_can_be_undone()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/customer add Acme");
        team.Expect("alex", "Added");
        await team.SaysAsync("sam", "/urgent Server down customer:Acme");
        team.Expect("sam", "#1");
        await team.SaysAsync("alex", "/task Send the invoice customer:Acme");
        team.Expect("alex", "#2");

        await team.SaysAsync("alex", "/customer rename Acme to:\"Acme Group\"");
        Assert.Contains("2 tasks and messages", team.Expect("alex", "Renamed from Acme").Text);
        await team.SaysAsync("alex", "/tasks customer:\"Acme Group\"");
        team.Expect("alex", "Send the invoice");
        await team.SaysAsync("alex", "/customer show acme");
        team.Expect("alex", "Acme Group");

        await team.PressesAsync("alex", "Undo");
        team.Expect("alex", "Renamed back");
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "Acme: Server down");
    }

    [Fact]
    public async Task Two_customers_are_merged_only_after_a_clear_question()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/customer add Acme");
        team.Expect("alex", "Added");
        await team.SaysAsync("alex", "/customer add Bolt contact:Lee");
        team.Expect("alex", "Added");
        await team.SaysAsync("sam", "/urgent Server down customer:Bolt");
        team.Expect("sam", "#1");

        await team.SaysAsync("alex", "/customer merge Bolt into:Acme");
        Assert.Contains("cannot be undone", team.Expect("alex", "Merge Bolt into Acme?").Text);
        await team.PressesAsync("alex", "Merge");

        var page = team.Expect("alex", "Merged").Text;
        Assert.Contains("#1 Server down", page);
        Assert.Contains("Lee", page);
        await team.SaysAsync("sam", "/customer show Bolt");
        team.Expect("sam", "Acme");
        await team.SaysAsync("sam", "/customer merge Acme into:Bolt");
        team.Expect("sam", "alex");
    }

    [Fact]
    public async Task A_slip_in_a_name_is_asked_about_after_the_message_is_safe()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/customer add Acme");
        team.Expect("alex", "Added");

        await team.SaysAsync("sam", "/urgent Server down customer:Acmee");
        Assert.Contains("Did you mean Acme?", team.Expect("sam", "#1").Text);
        await team.PressesAsync("sam", "It is Acme", 1);

        Assert.DoesNotContain("Did you mean", team.Expect("sam", "#1").Text);
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "Acme: Server down");
    }

    [Fact]
    public async Task A_new_name_is_added_by_a_button_below_the_task_that_names_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("alex", "/task Send the invoice customer:Northside");
        team.Expect("alex", "#1");
        await team.PressesAsync("alex", "Add Northside as a customer", 1);
        Assert.DoesNotContain("Add Northside as a customer", team.Expect("alex", "#1").Buttons);

        await team.SaysAsync("alex", "/customer show northside");
        team.Expect("alex", "#1 Send the invoice");
    }

    [Fact]
    public async Task Names_are_completed_wherever_a_customer_is_typed()
    {
        await using var team = await Team.StartAsync();
        await team.SaysAsync("alex", "/customer add Northside");
        team.Expect("alex", "Added");

        foreach (var command in new[] { "urgent", "task", "tasks", "edit" })
        {
            Assert.Equal(["Northside"], (await team.CompletesAsync("sam", command, "customer", "nor")).Select(choice => choice.Value));
        }
    }

    [Fact]
    public async Task A_customer_nobody_knows_is_offered_to_be_added_or_asked_about()
    {
        await using var team = await Team.StartAsync();

        await team.SaysAsync("sam", "/customer show Northside");
        team.Expect("sam", "no customer called Northside");
        await team.PressesAsync("sam", "Add Northside as a customer");
        team.Expect("sam", "Added");

        await team.SaysAsync("sam", "/customer show Norhtside");
        team.Expect("sam", "Did you mean Northside?");
        await team.PressesAsync("sam", "Show Northside");
        team.Expect("sam", "Nothing is open");
    }

    [Fact]
    public async Task Of_two_messages_equally_pressing_the_key_customers_is_read_first()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 18:00");
        await team.SaysAsync("alex", "/customer add Acme tier:key");
        team.Expect("alex", "Added");
        await team.SaysAsync("sam", "/urgent First asked customer:Bolt");
        team.Expect("sam", "#1");
        await team.SaysAsync("kim", "/urgent Second asked customer:Acme");
        Assert.Contains("1st", team.Expect("kim", "#2").Text);

        await team.SaysAsync("alex", "/queue", "dm");

        var queue = team.Expect("alex", "First asked").Text;
        Assert.True(queue.IndexOf("Second asked", StringComparison.Ordinal) < queue.IndexOf("First asked", StringComparison.Ordinal));
    }
}
