using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rule X6: what people type can neither format nor ping.</summary>
public sealed class TypedTextTests
{
    private const string Nasty = "**URGENT** <@kim> @everyone [click](http://x.example) `rm`";

    [Fact]
    public async Task Markup_and_mentions_stay_the_typed_text_they_are_in_the_receipt_the_queue_and_why()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        foreach (var (who, command) in new[] { ("sam", "/urgent " + Nasty), ("alex", "/queue"), ("alex", "/why 1"), ("sam", "/requests") })
        {
            AssertOnlyTyped(await team.DeliversAsync(command, who, command));
        }
    }

    [Fact]
    public async Task Markup_and_mentions_stay_the_typed_text_they_are_in_the_break()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:29");
        await team.DeliversAsync("1", "sam", "/urgent " + Nasty + " customer:\"**Acme**\" if-it-waits:\"@everyone\"");

        var card = Card(await team.DeliversAsync("2", "alex", "/break"));

        Assert.Contains(card.Text.Runs, run => run.Kind == RunKind.Typed && run.Text == Nasty);
        Assert.Contains(card.Text.Runs, run => run.Kind == RunKind.Typed && run.Text.Contains("**Acme**", StringComparison.Ordinal));
        Assert.Empty(card.Mentions);
    }

    private static void AssertOnlyTyped(Reply reply)
    {
        var card = Card(reply);
        Assert.Contains(card.Text.Runs, run => run.Kind == RunKind.Typed && run.Text.Contains("@everyone", StringComparison.Ordinal));
        Assert.All(card.Text.Runs.Where(run => run.Kind != RunKind.Typed), run => Assert.DoesNotContain("@everyone", run.Text));
        Assert.Empty(card.Mentions);
    }

    private static Card Card(Reply reply) => Assert.IsType<Reply.Private>(reply).Card;
}
