using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Focus;

/// <summary>Rule H18: focus and client time.</summary>
public sealed class FocusTests
{
    [Fact]
    public async Task H18_who_mentions_the_owner_in_focus_is_answered_once_with_the_honest_time()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/focus 60m");
        team.Expect("alex", "Focus until 10:00");

        await team.SaysAsync("sam", "@alex can Kay have the refund?");
        var answer = team.Expect("sam", "alex is concentrating until 10:00");
        Assert.True(answer.IsAddressedTo("sam"));
        // The same arithmetic as /urgent: the break at 10:30 takes 15 minutes, and 15 more are for writing the answer.
        Assert.Contains("by 11:00", answer.Text);

        await team.SaysAsync("sam", "@alex are you there?");
        team.ExpectNothing("sam");
        await team.SaysAsync("kim", "thanks, @ALEX!");
        team.Expect("kim", "alex is concentrating");
    }

    [Fact]
    public async Task H18_one_press_holds_that_very_message_as_it_was_typed()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/focus 60m");
        team.Expect("alex", "Focus until");
        await team.SaysAsync("sam", "@alex can Kay have the refund?");
        team.Expect("sam", "alex is concentrating");

        await team.PressesAsync("sam", "Hold it for alex's next break");
        var receipt = team.Expect("sam", "#1");
        Assert.Contains("@alex can Kay have the refund?", receipt.Text);
        Assert.Contains("11:00", receipt.Text);

        await team.AdvanceToAsync("10:00");
        team.Expect("alex", "1 person asked, 1 held");
        await team.SaysAsync("alex", "/queue", "dm");
        team.Expect("alex", "@alex can Kay have the refund?");
    }

    [Fact]
    public async Task H18_somebody_else_s_message_is_not_held_by_pressing_its_button()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/focus 60m");
        team.Expect("alex", "Focus until");
        await team.SaysAsync("sam", "@alex a word?");
        team.Expect("sam", "alex is concentrating");

        var reply = await team.DeliversAsync("kim-1", "kim", new IncomingBody.Pressed(new ControlId("focus-hold", 1).ToString()));

        Assert.Contains("only the person who asked", Assert.IsType<Reply.Private>(reply).Card.Text.ToPlainText());
    }

    [Fact]
    public async Task H18_at_the_end_one_line_says_how_many_asked_and_how_many_are_held()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00", people: "alex:owner sam kim jo");
        await team.SaysAsync("alex", "/focus 60m");
        team.Expect("alex", "Focus until");
        foreach (var who in new[] { "sam", "kim", "jo" })
        {
            await team.SaysAsync(who, $"@alex a word from {who}?");
            team.Expect(who, "alex is concentrating");
        }

        await team.PressesAsync("sam", "Hold it for alex's next break");
        team.Expect("sam", "#1");
        await team.PressesAsync("kim", "Hold it for alex's next break");
        team.Expect("kim", "#2");

        await team.AdvanceToAsync("10:00");

        Assert.True(team.Expect("alex", "3 people asked, 2 held").IsAddressedTo("alex"));
        await team.SaysAsync("jo", "@alex now?");
        team.ExpectNothing("jo");
    }

    [Fact]
    public async Task H18_time_with_a_customer_is_logged_with_one_press_and_only_once()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/customer add Acme");
        team.Expect("alex", "Added");
        await team.SaysAsync("alex", "/focus 60m with:acme");
        team.Expect("alex", "with Acme");
        await team.SaysAsync("sam", "@alex a word?");
        team.Expect("sam", "alex is with a customer until 10:00");

        await team.AdvanceToAsync("09:45");
        await team.PressesAsync("alex", "End it");
        team.Expect("alex", "1 person asked, 0 held");
        await team.PressesAsync("alex", "Log 45 min for Acme");
        team.Expect("alex", "45 min customers · Acme");

        await team.DeliversAsync("again", "alex", new IncomingBody.Pressed(new ControlId("focus-log", 1).ToString()));
        await team.SaysAsync("alex", "/log");
        Assert.Contains("Today · 45 min logged", team.Expect("alex", "45 min customers · Acme").Text);
        await team.SaysAsync("alex", "/customer Acme");
        team.Expect("alex", "30 days: 45 min");
    }

    [Fact]
    public async Task H18_a_break_within_the_focus_is_said_and_can_be_moved_to_its_end()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await team.SaysAsync("sam", "/urgent May I refund 400?");
        team.Expect("sam", "11:00");

        await team.SaysAsync("alex", "/focus until:\"11:30\"");
        Assert.Contains("break at 10:30 lies in it", team.Expect("alex", "Focus until 11:30").Text);
        await team.PressesAsync("alex", "Move the break to 11:30");

        team.Expect("alex", "11:30");
        await team.AdvanceToAsync("10:11");
        Assert.Contains("12:00", team.Expect("sam", "#1").Text);
        team.IgnoreRest("what the break does later is not this test's");
    }

    [Fact]
    public async Task H18_a_focus_can_end_before_the_break_that_lies_in_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:00");
        await team.SaysAsync("alex", "/focus 90m");
        team.Expect("alex", "break at 10:30 lies in it");

        await team.PressesAsync("alex", "Focus until 10:30");

        Assert.Contains("Focus until 10:30", team.Shown[^1].Text);
        Assert.DoesNotContain("lies in it", team.Shown[^1].Text);
        await team.AdvanceToAsync("10:30");
        team.Expect("alex", "Nobody asked for you");
    }

    [Fact]
    public async Task X4_the_buttons_of_an_old_card_show_how_the_focus_is_now()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/focus 60m");
        team.Expect("alex", "Focus until 10:00");
        var oldEnd = new ControlId("focus-end", 1, NodaTime.Instant.FromUtc(2026, 3, 13, 9, 0).ToUnixTimeSeconds()).ToString();
        await team.SaysAsync("alex", "/focus 30m");
        team.Expect("alex", "Focus until 09:30");

        var reply = await team.DeliversAsync("old", "alex", new IncomingBody.Pressed(oldEnd));
        Assert.Contains("Focus until 09:30", Assert.IsType<Reply.Update>(reply).Card.Text.ToPlainText());

        await team.AdvanceToAsync("09:30");
        team.Expect("alex", "Focus is over: 30 min");
        var late = await team.DeliversAsync("late", "alex", new IncomingBody.Pressed(oldEnd));
        Assert.Contains("over already", Assert.IsType<Reply.Private>(late).Card.Text.ToPlainText());
    }

    [Fact]
    public async Task H18_nobody_breaks_the_glass_of_a_focus()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/focus 60m");
        team.Expect("alex", "Focus until 10:00");
        await team.SaysAsync("sam", "/urgent The van is at the wrong address");
        team.Expect("sam", "#1");

        await team.PressesAsync("sam", "It cannot wait", 1);
        await team.FillsAsync("sam", ("harm", "it drives home"), ("happens", "09:30"));

        Assert.Contains("10:00", team.Expect("sam", "it drives home").Text);
        team.ExpectNothing("alex");
    }

    [Theory]
    [InlineData("/focus soon", "/focus 90m")]
    [InlineData("/focus 3m", "5 minutes to 8 hours")]
    [InlineData("/focus 9h", "5 minutes to 8 hours")]
    [InlineData("/focus with:Acme", "/focus 90m with:Acme")]
    [InlineData("/focus 30m until:11:30", "/focus 90m")]
    [InlineData("/focus until:\"tomorrow 11:00\"", "ends at a time of day")]
    [InlineData("/focus until:fri", "ends at a time of day")]
    public async Task A_length_that_cannot_be_used_is_repeated_with_one_that_can(string typed, string expected)
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");

        await team.SaysAsync("alex", typed);

        Assert.Contains(typed, team.Expect("alex", expected).Text);
    }

    [Fact]
    public async Task Without_a_focus_the_command_says_how_to_begin_one_and_teammates_have_none()
    {
        await using var team = await Team.StartAsync(at: "2026-03-12 09:00");

        await team.SaysAsync("alex", "/focus");
        team.Expect("alex", "You are not in focus");
        await team.SaysAsync("alex", "/focus end");
        team.Expect("alex", "You are not in focus");
        await team.SaysAsync("sam", "/focus 30m");
        team.Expect("sam", "Who can: alex");
    }

    [Fact]
    public async Task A_focus_survives_a_restart_and_ends_in_time()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:00");
        await team.SaysAsync("alex", "/focus 60m");
        team.Expect("alex", "Focus until");

        await team.RestartAsync();
        await team.SaysAsync("sam", "@alex a word?");
        team.Expect("sam", "alex is concentrating until 10:00");
        await team.AdvanceToAsync("10:00");

        team.Expect("alex", "1 person asked, 0 held");
    }
}
