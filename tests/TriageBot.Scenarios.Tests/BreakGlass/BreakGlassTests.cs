using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.BreakGlass;

/// <summary>Rule H4 as a team meets it: what cannot wait.</summary>
public sealed class BreakGlassTests
{
    [Fact]
    public async Task The_harm_and_the_time_are_asked_and_the_owner_is_interrupted_at_once()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await BreakAsync(team, 1, "The van is at the wrong address");

        Assert.Contains("alex is interrupted with #1 now. That is 1 of 3", team.Expect("sam", "interrupted").Text);
        var card = team.Expect("alex", "CANNOT WAIT: #1: The van is at the wrong address. From sam.");
        Assert.Contains("What happens otherwise: it drives home. When: 10:00", card.Text);
        Assert.Contains("10 minutes from today's buffer", card.Text);
        Assert.Equal(["Accept", "Answer", "Next break", "Decline"], card.Buttons);
        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "Send it to the harbour."));
        team.Expect("sam", "Send it to the harbour.");
        team.Expect("alex", "#1");
        await team.PressesAsync("sam", "It cannot wait", 1);
        team.Expect("sam", "#1 is already answered");
    }

    [Fact]
    public async Task Next_break_keeps_it_held_and_tells_whoever_asked_and_a_second_press_interrupts_nobody()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await BreakAsync(team, 1, "The van is at the wrong address");
        team.Expect("sam", "interrupted");
        team.Expect("alex", "CANNOT WAIT");

        await team.PressesAsync("alex", "Next break", 1);

        team.Expect("alex", "#1 stays held for the 10:30 break");
        team.Expect("sam", "#1 was seen by alex and is read in the 10:30 break; you will have an answer by 11:00");
        await team.DeliversAsync("again", "sam", new IncomingBody.Pressed(new ControlId("glass", 1).ToString()));
        team.ExpectNothing("alex");
    }

    [Fact]
    public async Task An_interruption_counts_as_customers_time_only_where_a_customer_is_named()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await BreakAsync(team, 1, "The van is at the wrong address");
        await team.SaysAsync("alex", "/log 5m task:1", "dm");
        Assert.Contains("tasks", team.Expect("alex", "5 min").Text);

        await team.SaysAsync("alex", "/log", "dm");
        var day = team.Expect("alex", "· tasks 15 min").Text;
        Assert.DoesNotContain("customers", day);
        await BreakAsync(team, 2, "The boiler leaks customer:Acme");
        await team.SaysAsync("alex", "/log", "dm");
        team.Expect("alex", "· customers 10 min");
        await team.SaysAsync("alex", "/week", "dm");
        team.Expect("alex", "CUSTOMERS  10m, 40 % of 25m logged");
        team.IgnoreRest("the interruptions themselves");
    }

    [Fact]
    public async Task The_fourth_in_a_week_needs_somebody_elses_yes()
    {
        await using var team = await Team.StartAsync(at: "2026-03-11 09:20");
        for (var number = 1; number <= 3; number++)
        {
            await BreakAsync(team, number, $"Van {number} is at the wrong address");
            team.Expect("sam", $"That is {number} of 3");
            team.Expect("alex", $"CANNOT WAIT: #{number}");
        }

        await BreakAsync(team, 4, "Van 4 is at the wrong address");

        team.Expect("sam", "You have interrupted somebody 3 times this week, so a second member has to confirm #4");
        team.Expect("#team", "sam says that #4 cannot wait: Van 4 is at the wrong address");
        team.ExpectNothing("alex");
        var own = Assert.IsType<Reply.Private>(await team.DeliversAsync("own", "sam", new IncomingBody.Pressed(new ControlId("glass-second", 4, 1).ToString())));
        Assert.Contains("Somebody other than you", own.Card.Text.ToPlainText());
        await team.PressesAsync("kim", "It cannot wait", 4);
        team.Expect("alex", "Confirmed by kim");
        team.Expect("sam", "kim has confirmed that #4 cannot wait");
        var second = Assert.IsType<Reply.Private>(await team.DeliversAsync("late", "alex", new IncomingBody.Pressed(new ControlId("glass-second", 4, 1).ToString())));
        Assert.Contains("#4 is with alex already", second.Card.Text.ToPlainText());
        // A new week begins on Monday.
        await team.AdvanceToAsync("2026-03-16 09:20");
        await BreakAsync(team, 5, "Van 5 is at the wrong address");
        team.Expect("sam", "That is 1 of 3");
        team.IgnoreRest("agendas, breaks and reviews of the days");
    }

    [Fact]
    public async Task A_safety_word_is_never_held_and_the_emergency_text_comes_first()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin sam kim", at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/setup safety:\"fire, injury\" emergency:\"call 112\"", "dm");
        team.Expect("alex", "fire, injury");

        await team.SaysAsync("sam", "/urgent FIRE in the hall", "dm");

        var receipt = team.Expect("sam", "This is not held: alex is interrupted with it now");
        Assert.StartsWith("call 112", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Held for", receipt.Text);
        Assert.Equal(["Withdraw", "Solved itself"], receipt.Buttons);
        team.Expect("alex", "CANNOT WAIT: #1: FIRE in the hall");
        await team.SaysAsync("sam", "/urgent She was fired", "dm");
        Assert.DoesNotContain("not held", team.Expect("sam", "#2").Text);
        team.ExpectNothing("alex");
        await team.SaysAsync("sam", "/escalate Northside \"an injury on the stairs\"", "dm");
        Assert.StartsWith("call 112", team.Expect("sam", "Northside must hear").Text, StringComparison.Ordinal);
        team.Expect("alex", "CANNOT WAIT: #3 Northside: an injury on the stairs");
        team.Expect("#team", "an injury on the stairs");
    }

    [Fact]
    public async Task What_a_safety_word_brought_stays_in_the_queue_and_nobody_is_told_a_later_time()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin sam kim", at: "2026-03-13 09:20");
        await BurnsAsync(team);
        await team.SaysAsync("kim", "/urgent The van is late", "dm");
        team.Expect("kim", "#2");
        await team.SaysAsync("alex", "/break skip", "dm");
        Assert.Contains("Waiting longer than they were told: 1.", team.Expect("alex", "skipped").Text);
        await team.AdvanceToAsync("12:21");
        team.Expect("kim", "comes later");
        await team.SaysAsync("alex", "/break", "dm");
        var card = team.Expect("alex", "1 of 2");
        Assert.Contains("It came to you at once", card.Text);
        Assert.DoesNotContain("Promised an answer", card.Text);
        await team.PressesAsync("alex", "Skip", 1);
        team.Expect("alex", "The van is late");
        await team.SaysAsync("alex", "/break end", "dm");
        team.Expect("alex", "carried");
        team.Expect("kim", "comes later");
        await team.SaysAsync("alex", "/away mon cover:@kim", "dm");
        await team.AdvanceToAsync("15:45");

        team.ExpectNothing("sam");
        await team.SaysAsync("sam", "/requests", "dm");
        var requests = team.Expect("sam", "went to its owner at once, not answered yet").Text;
        Assert.DoesNotContain("answer by", requests);
        team.IgnoreRest("what the owner and kim hear of breaks and of the days off is not what this is about");
    }

    [Fact]
    public async Task What_a_safety_word_brought_names_no_break_as_the_time_of_its_answer()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin sam kim", at: "2026-03-13 09:20");
        await BurnsAsync(team);

        await team.SaysAsync("sam", "/why 1", "dm");
        Assert.DoesNotContain("10:30", team.Expect("sam", "no time was promised").Text);
        await team.SaysAsync("alex", "/queue", "dm");
        Assert.DoesNotContain("break 10:30", team.Expect("alex", "fire in the hall").Text);
        await team.PressesAsync("alex", "Next break", 1);
        Assert.DoesNotContain("Whoever asked knows", team.Expect("alex", "#1 stays in your queue").Text);
        team.ExpectNothing("sam");
        await team.AdvanceToAsync("10:40");
        Assert.DoesNotContain("promised", team.Expect("alex", "not answered yet (1)").Text);
    }

    [Fact]
    public async Task An_escalation_with_a_safety_word_names_no_break_either()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin sam kim", at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/setup safety:fire", "dm");
        team.Expect("alex", "fire");

        await team.SaysAsync("sam", "/escalate Northside \"a fire on the stairs\"", "dm");

        var receipt = team.Expect("sam", "Northside must hear").Text;
        Assert.Contains("This is not held", receipt);
        Assert.DoesNotContain("you will have an answer by", receipt);
        await team.SaysAsync("sam", "/why 1", "dm");
        Assert.DoesNotContain("break at", team.Expect("sam", "Clocks count").Text);
        team.IgnoreRest("the card and the interruption");
    }

    [Fact]
    public async Task In_a_focus_only_a_safety_word_gets_through()
    {
        await using var team = await Team.StartAsync(people: "alex:owner:admin sam kim", at: "2026-03-13 09:20");
        await team.SaysAsync("alex", "/setup safety:fire", "dm");
        team.Expect("alex", "fire");
        await team.SaysAsync("alex", "/focus 30m", "dm");
        team.Expect("alex", "09:50");

        await BreakAsync(team, 1, "The van is at the wrong address");

        Assert.Contains("you will have an answer by 11:00. You wrote: it drives home, 10:00", team.Expect("sam", "alex is not to be interrupted until 09:50").Text);
        team.ExpectNothing("alex");
        await team.SaysAsync("sam", "/urgent fire in the hall", "dm");
        team.Expect("sam", "This is not held");
        team.Expect("alex", "CANNOT WAIT: #2: fire in the hall");
        await team.AdvanceToAsync("09:51");
        team.IgnoreRest("the end of the focus");
        await team.PressesAsync("sam", "It cannot wait", 1);
        await team.FillsAsync("sam", ("harm", "it drives home"), ("happens", "10:00"));
        team.Expect("alex", "CANNOT WAIT: #1");
    }

    private static async Task BurnsAsync(Team team)
    {
        await team.SaysAsync("alex", "/setup safety:fire", "dm");
        team.Expect("alex", "fire");
        await team.SaysAsync("sam", "/urgent fire in the hall", "dm");
        team.Expect("sam", "This is not held");
        team.Expect("alex", "CANNOT WAIT: #1");
    }

    private static async Task BreakAsync(Team team, int number, string what)
    {
        await team.SaysAsync("sam", $"/urgent {what}", "dm");
        team.Expect("sam", $"#{number}");
        await team.PressesAsync("sam", "It cannot wait", number);
        await team.FillsAsync("sam", ("harm", "it drives home"), ("happens", "10:00"));
    }
}
