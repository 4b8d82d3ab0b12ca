using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rules H11 and O6: asking again, asking loudly, and a platform that delivers twice.</summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task An_event_delivered_twice_makes_one_item_and_gets_the_same_answer()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        var first = await team.DeliversAsync("event-7", "sam", "/urgent Server down");
        await team.AdvanceToAsync("+25m");
        var again = await team.DeliversAsync("event-7", "sam", "/urgent Server down");

        Assert.Equal(TextOf(first), TextOf(again));
        Assert.Contains("#1", TextOf(first));
        await team.SaysAsync("alex", "/queue", "dm");
        var queue = team.Expect("alex", "#1").Text;
        Assert.DoesNotContain("#2", queue);
        Assert.DoesNotContain("asked", queue);
    }

    [Fact]
    public async Task The_same_event_after_a_crash_is_still_the_same_event()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.DeliversAsync("event-7", "sam", "/urgent Server down");

        await team.RestartAsync();
        await team.DeliversAsync("event-7", "sam", "/urgent Server down");

        await team.SaysAsync("alex", "/queue", "dm");
        Assert.DoesNotContain("#2", team.Expect("alex", "#1").Text);
    }

    [Fact]
    public async Task The_same_text_within_ten_minutes_only_counts_however_loud()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down at Acme");
        team.Expect("sam", "#1");

        await team.AdvanceToAsync("+9m");
        await team.SaysAsync("sam", "/urgent SERVER DOWN at Acme!!!");

        var second = team.Expect("sam", "#1").Text;
        Assert.Contains("2×", second);
        Assert.Contains("11:00", second);
        Assert.DoesNotContain("#2", second);
    }

    [Fact]
    public async Task What_a_repeat_says_for_the_first_time_is_not_lost()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.SaysAsync("sam", "/urgent Server down due:\"today 16:00\" if-it-waits:\"Acme cannot ship\"");

        var receipt = team.Expect("sam", "2×").Text;
        Assert.Contains("16:00", receipt);
        Assert.Contains("Acme cannot ship", receipt);
        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");
        var card = team.Expect("alex", "Acme cannot ship").Text;
        Assert.Contains("16:00", card);
    }

    [Fact]
    public async Task After_ten_quiet_minutes_the_same_text_is_a_new_item()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.AdvanceToAsync("+11m");
        await team.SaysAsync("sam", "/urgent Server down");

        team.Expect("sam", "#2");
    }

    [Fact]
    public async Task After_it_was_answered_the_same_text_is_a_new_item()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:29");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");
        await team.SaysAsync("alex", "/break", "dm");
        team.Expect("alex", "#1");
        await team.PressesAsync("alex", "Answer", 1);
        await team.FillsAsync("alex", ("text", "Up again"));
        team.Expect("sam", "Up again");

        await team.SaysAsync("sam", "/urgent Server down");

        team.Expect("sam", "#2");
    }

    [Theory]
    [InlineData("kim", "/urgent Server down")]
    [InlineData("sam", "/urgent Server down customer:Birch")]
    [InlineData("sam", "/urgent Server down again")]
    public async Task Another_requester_customer_or_text_is_another_item(string who, string asked)
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down customer:Acme");
        team.Expect("sam", "#1");

        await team.SaysAsync(who, asked);

        team.Expect(who, "#2");
    }

    [Fact]
    public async Task Forty_repeats_by_one_requester_are_one_item_that_gains_nothing_but_a_count()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("kim", "/urgent Invoice question");
        for (var time = 1; time <= 40; time++)
        {
            await team.AdvanceToAsync("+1m");
            await team.SaysAsync("sam", "/urgent SERVER DOWN!!!");
        }

        for (var time = 1; time <= 40; time++) team.Expect("sam", "#2");
        team.Expect("kim", "#1");
        await team.SaysAsync("alex", "/queue", "dm");
        var queue = team.Expect("alex", "#2").Text;
        Assert.Contains("40×", queue);
        Assert.True(queue.IndexOf("#1", StringComparison.Ordinal) < queue.IndexOf("#2", StringComparison.Ordinal), queue);
        Assert.DoesNotContain("#3", queue);
    }

    [Fact]
    public async Task The_owner_sees_how_often_it_was_asked()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        for (var time = 1; time <= 4; time++)
        {
            await team.SaysAsync("sam", "/urgent Server down");
            team.Expect("sam", "#1");
        }

        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("alex", "/break", "dm");

        Assert.Contains("4×", team.Expect("alex", "#1").Text);
    }

    private static string TextOf(Reply reply) => Assert.IsType<Reply.Private>(reply).Card.Text.ToPlainText();
}
