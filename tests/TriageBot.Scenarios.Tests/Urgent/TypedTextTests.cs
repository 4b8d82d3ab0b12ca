using TriageBot.Core.Chat;
using TriageBot.Testing;

namespace TriageBot.Scenarios.Tests.Urgent;

/// <summary>Rule X6: what people type can neither format nor ping. Product, section 2: nothing of it is lost.</summary>
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

    [Theory]
    [InlineData("/urgent what:Acme cannot log in due:today 17:00 if-it-waits:they leave us")]
    [InlineData("/urgent Acme cannot log in due:today 17:00 if-it-waits:they leave us")]
    public async Task A_command_typed_as_Discord_shows_it_says_what_it_says_there(string typed)
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 10:29");

        await team.SaysAsync("sam", typed);
        team.Expect("sam", "#1");

        await team.SaysAsync("alex", "/break");
        var card = team.Expect("alex", "Acme cannot log in").Text;
        Assert.DoesNotContain("Acme cannot log in 17:00", card);
        Assert.Contains("17:00", card);
        Assert.Contains("they leave us", card);
    }

    [Fact]
    public async Task What_could_belong_to_the_date_is_asked_about_and_never_put_into_the_text()
    {
        await using var team = await Team.StartAsync(at: "2026-03-13 09:20");

        await team.SaysAsync("sam", "/urgent Acme cannot log in due:today 5");

        Assert.Contains("“at 5”", team.Expect("sam", "Is 5 an hour or a day?").Text);
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
