using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Whose break: two owners with their own breaks and queues, the owner on duty, the message menu.</summary>
public sealed class WhoReadsTests
{
    private const string TwoOwners = "alex:owner kim:owner sam";

    [Fact]
    public async Task What_names_nobody_goes_to_the_owner_on_duty_and_what_names_an_owner_to_them()
    {
        await using var team = await Team.StartAsync(TwoOwners, "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Server down");
        await team.SaysAsync("sam", "/urgent Printer eats paper for:@kim");

        Assert.Contains("alex", team.Expect("sam", "#1").Text);
        Assert.Contains("kim", team.Expect("sam", "#2").Text);
        await team.SaysAsync("kim", "/queue", "dm");
        Assert.DoesNotContain("Server", team.Expect("kim", "Printer").Text);
        await team.SaysAsync("alex", "/queue", "dm");
        Assert.DoesNotContain("Printer", team.Expect("alex", "Server").Text);
    }

    [Fact]
    public async Task Each_owner_drains_only_their_own_queue()
    {
        await using var team = await Team.StartAsync(TwoOwners, "2026-03-13 10:20");
        await team.SaysAsync("sam", "/urgent Server down");
        await team.SaysAsync("sam", "/urgent Printer eats paper for:@kim");
        team.Expect("sam", "#1");
        team.Expect("sam", "#2");

        await team.AdvanceToAsync("10:30");
        await team.SaysAsync("kim", "/break", "dm");

        var card = team.Expect("kim", "Printer").Text;
        Assert.Contains("1 of 1", card);
    }

    [Fact]
    public async Task One_owners_moved_break_leaves_the_others_promises_alone()
    {
        await using var team = await Team.StartAsync(TwoOwners, "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Printer eats paper for:@kim");
        team.Expect("sam", "#1");

        await team.SaysAsync("alex", "/break skip", "dm");
        team.Expect("alex", "10:30");
        await team.AdvanceToAsync("10:25");

        team.ExpectNothing("sam");
    }

    [Fact]
    public async Task A_place_counts_only_the_queue_it_stands_in()
    {
        await using var team = await Team.StartAsync(TwoOwners, "2026-03-13 09:20");
        await team.SaysAsync("sam", "/urgent Server down");
        team.Expect("sam", "#1");

        await team.SaysAsync("sam", "/urgent Printer eats paper for:@kim");

        Assert.Contains("1st", team.Expect("sam", "#2").Text);
    }

    [Theory]
    [InlineData("/urgent Server down for:@sam")]
    [InlineData("/urgent Server down for:@nobody")]
    public async Task Somebody_without_breaks_cannot_be_asked_and_the_answer_names_who_can(string asked)
    {
        await using var team = await Team.StartAsync(TwoOwners, "2026-03-13 09:20");

        await team.SaysAsync("sam", asked);

        var answer = team.Expect("sam", "alex").Text;
        Assert.Contains("kim", answer);
        await team.SaysAsync("sam", "/requests");
        Assert.DoesNotContain("#1", team.Expect("sam", "").Text);
    }

    [Fact]
    public async Task An_existing_message_is_held_from_its_menu_for_whoever_used_it()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");
        await team.SaysAsync("kim", "The printer on the third floor is down", "#support");

        await team.UsesMenuAsync("sam", "Hold for the next break", "third floor");

        var receipt = team.Expect("sam", "#1").Text;
        Assert.Contains("third floor", receipt);
        Assert.Contains("11:00", receipt);
        team.ExpectNothing("#support");
        await team.SaysAsync("sam", "/requests");
        team.Expect("sam", "third floor");
    }

    [Fact]
    public async Task Talk_in_the_private_conversation_is_answered_and_can_be_held_from_there()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "The server is down", "dm");
        team.Expect("sam", "The server is down");
        await team.PressesAsync("sam", "Hold for the next break");

        Assert.Contains("11:00", team.Expect("sam", "#1").Text);
    }

    [Fact]
    public async Task Talk_in_a_channel_is_none_of_the_bots_business()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "The server is down, who knows why?", "#support");

        team.ExpectNothing("#support");
        team.ExpectNothing("sam");
    }
}
