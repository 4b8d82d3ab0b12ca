using System.Globalization;
using System.Text.RegularExpressions;
using TriageBot.Core.Chat;

namespace TriageBot.Testing.Quarters;

/// <summary>What people do at their desk in a simulated quarter: read held messages, finish tasks, close days. Each of them only uses what their card offers.</summary>
internal sealed partial class QuarterDesk(QuarterActor act, QuarterLedger ledger, Random random, IReadOnlyList<string> others)
{
    private const int MostAtOnce = 100;

    /// <summary>One break in ten is not opened; one in ten ends before everything is read.</summary>
    public async Task BreakAsync(string owner)
    {
        if (random.Next(10) == 0) return;
        var card = await act.SayAsync(owner, "/break");
        var patience = random.Next(10) == 0 ? 1 : MostAtOnce;
        for (; QuarterActor.Has(card, "Answer") && patience > 0; patience--) card = await DecideAsync(owner, card!);
        if (QuarterActor.Has(card, "Answer")) card = await act.SayAsync(owner, "/break end");
        if (card is null || !QuarterActor.Has(card, "15 min") || random.Next(2) == 0) return;
        await act.PressAsync(owner, card, "15 min");
        ledger.LoggedMinutes += 15;
    }

    /// <summary>Finishes a few of the tasks that stand in the agenda, or in the list of who has no agenda.</summary>
    public async Task WorkAsync(string who)
    {
        var card = await act.SayAsync(who, others.Contains(who) ? "/tasks" : "/agenda");
        var numbers = Line().Matches(card?.Text.ToPlainText() ?? "").Select(match => match.Groups[1].Value).Take(3).ToList();
        if (numbers.Count == 0) return;
        if (random.Next(3) == 0)
        {
            await act.SayAsync(who, $"/log 20m task:{numbers[0]}");
            ledger.LoggedMinutes += 20;
        }

        await act.SayAsync(who, $"/done {string.Join(' ', numbers)}");
    }

    /// <summary>Six evenings in ten are gone through, two go the default way with one press, two are left to the morning.</summary>
    public async Task CloseDayAsync(string owner)
    {
        var mood = random.Next(10);
        if (mood >= 8) return;
        var card = await act.SayAsync(owner, "/plan");
        if (mood >= 6 && QuarterActor.Has(card, "All tomorrow"))
        {
            await act.PressAsync(owner, card!, "All tomorrow");
            return;
        }

        for (var left = MostAtOnce; left > 0 && QuarterActor.Has(card, "Done"); left--)
        {
            card = random.Next(12) switch
            {
                0 => await act.PressAsync(owner, card!, "Someday"),
                1 => await act.PressAsync(owner, card!, "Drop"),
                2 => await act.ChooseAsync(owner, card!, "Give it to…", offered => offered.Where(others.Contains).First()),
                3 => await act.ChooseAsync(owner, card!, "A day…", offered => offered[random.Next(offered.Count - 1)]),
                4 => await UndoneAsync(owner, card!),
                5 => await act.PressAsync(owner, card!, "Done"),
                _ => await act.PressAsync(owner, card!, DefaultOf(card!)),
            };
        }
    }

    /// <summary>Now and then one of the someday-maybe items of the day is kept, planned or dropped.</summary>
    public async Task AnswerSomedayAsync(string owner)
    {
        if (random.Next(3) != 0) return;
        var card = await act.SayAsync(owner, "/agenda");
        var line = card?.Text.ToPlainText().Split('\n').FirstOrDefault(text => text.StartsWith("SOMEDAY", StringComparison.Ordinal)) ?? "";
        if (Item().Match(line) is not { Success: true } item) return;
        await act.SayAsync(owner, random.Next(4) switch
        {
            0 => $"/drop {item.Groups[1].Value}",
            1 => $"/do {item.Groups[1].Value} tomorrow",
            _ => $"/keep {item.Groups[1].Value}",
        });
    }

    /// <summary>Half of the mornings after an open evening close it.</summary>
    public async Task CloseYesterdayAsync(string owner)
    {
        if (random.Next(2) == 0) return;
        var card = await act.SayAsync(owner, "/plan");
        if (QuarterActor.Has(card, "Keep all as carried")) await act.PressAsync(owner, card!, "Keep all as carried");
    }

    /// <summary>The default, taken back, and chosen again.</summary>
    private async Task<Card?> UndoneAsync(string owner, Card card)
    {
        var next = await act.PressAsync(owner, card, DefaultOf(card));
        var undo = $"Undo #{card.Item}";
        return QuarterActor.Has(next, undo) ? await act.PressAsync(owner, next!, undo) : next;
    }

    private async Task<Card?> DecideAsync(string owner, Card card)
    {
        var number = card.Item ?? throw new TeamException("A card of a drain names no item.");
        switch (random.Next(8))
        {
            case 0 or 1:
                return await act.PressAndFillAsync(owner, card, "Answer", Words(number, "Answer"));
            case 2:
                return await act.PressAndFillAsync(owner, card, "Decline", Words(number, "No"));
            case 3:
                return await act.PressAsync(owner, card, "Someday");
            case 4:
                var days = await act.PressAsync(owner, card, "Schedule");
                return await act.ChooseAsync(owner, days!, "Plan it for", offered => offered[random.Next(offered.Count - 1)]);
            case 5:
                var members = await act.PressAsync(owner, card, "Delegate");
                return await act.ChooseAsync(owner, members!, "Give it to", offered => offered[random.Next(offered.Count)]);
            case 6 when QuarterActor.Has(card, "Skip"):
                return await act.PressAsync(owner, card, "Skip");
            default:
                return await act.PressAsync(owner, card, "Do today");
        }
    }

    private string Words(long number, string word) => ledger.Words[number] = string.Create(CultureInfo.InvariantCulture, $"{word} to request {number}.");

    /// <summary>Tomorrow, a weekday, or today: the first button of a review's card.</summary>
    private static string DefaultOf(Card card) => card.Controls.OfType<Button>().First().Label;

    [GeneratedRegex(@"#(\d+)")]
    private static partial Regex Item();

    /// <summary>A line of a task in an agenda or list, not one of the someday-maybe items.</summary>
    [GeneratedRegex(@"^\s*\d+ #(\d+) ", RegexOptions.Multiline)]
    private static partial Regex Line();
}
