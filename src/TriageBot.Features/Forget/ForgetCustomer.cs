using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Forget;
using TriageBot.Features.Escalations;

namespace TriageBot.Features.Forget;

/// <summary>What there is of a customer, in numbers, and its end.</summary>
internal sealed class ForgetCustomer(ForgetCustomerStore store, ForgetStore erasing, ForgetParts parts, ReplyTexts texts)
{
    public async Task<RichText> DescribeAsync(Turn turn, Customer customer)
    {
        var counts = await store.CountAsync(turn.Db, turn.Workspace.Id, customer).ConfigureAwait(false);
        var lines = new List<RichText>
        {
            texts.Say(ForgetTexts.Customer, ("customer", ReplyValue.Typed(customer.Name))),
            texts.Say(ForgetTexts.CustomerGoes, ("with", ForgetLines.Counts((counts.Notes, "note", "notes"), (counts.Touches, "reason to contact them", "reasons to contact them"), (counts.Ratings, "rating", "ratings")))),
            texts.Say(
                ForgetTexts.CustomerStays,
                ("items", ForgetLines.Counts(
                    (counts.Urgent, "urgent message", "urgent messages"), (counts.Tasks, "task", "tasks"), (counts.Escalations, "solved escalation", "solved escalations"), (counts.Promises, "promise", "promises"), (counts.Times, "entry of time", "entries of time")))),
        };
        var open = await OpenAsync(turn, customer).ConfigureAwait(false);
        if (open.Count > 0) lines.Add(texts.Say(ForgetTexts.Ends, ("items", ForgetLines.Items(open))));
        lines.Add(texts.Say(ForgetLines.NotErased(turn.Workspace)));
        return RichText.Lines(lines);
    }

    /// <summary>All of it in this unit of work: a crash leaves everything or nothing.</summary>
    public async Task EraseAsync(Turn turn, Customer customer)
    {
        var (unit, workspace) = (turn.Unit, turn.Workspace.Id);
        var open = await OpenAsync(turn, customer).ConfigureAwait(false);
        var whose = await store.WhoseAsync(unit.Db, workspace, customer).ConfigureAwait(false);
        var cards = await store.CardsAsync(unit.Db, workspace, customer).ConfigureAwait(false);

        await parts.Matters.WithdrawAsync(turn, await store.HeldAsync(unit.Db, workspace, customer).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var task in await store.TasksAsync(unit.Db, workspace, customer).ConfigureAwait(false)) await parts.Matters.DropAsync(turn, task.Number).ConfigureAwait(false);
        await erasing.RemoveTimersAsync(unit, open.Select(item => item.Number)).ConfigureAwait(false);
        var words = await erasing.IsAnythingWaitingAsync(unit).ConfigureAwait(false) ? await store.WordsOfAsync(unit, customer).ConfigureAwait(false) : [];
        await store.EraseAsync(unit, customer).ConfigureAwait(false);
        await erasing.BlankMessagesAsync(unit, Redaction.OfCustomer([customer.Name, customer.PreviousName], words)).ConfigureAwait(false);
        foreach (var card in cards)
        {
            var erased = new Card(texts.Say(ForgetTexts.Card, ("number", card.Number)), Item: card.Number);
            if (await parts.Cards.MessageOfAsync(unit.Db, workspace, EscalationCards.KeyOf(card.Number)).ConfigureAwait(false) is null) continue;
            await parts.Cards.ShowAsync(unit, EscalationCards.KeyOf(card.Number), Destination.Parse(card.CardTo), erased).ConfigureAwait(false);
        }

        foreach (var member in whose.GroupBy(matter => matter.Member, matter => matter.Number).Where(member => member.Key != turn.Author.Id))
        {
            await parts.Outbox.TellAsync(unit, member.Key, texts.Say(ForgetTexts.EndedForYou, ("items", ForgetLines.Numbers([.. member])))).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<OpenItem>> OpenAsync(Turn turn, Customer customer)
    {
        var (db, workspace) = (turn.Db, turn.Workspace.Id);
        IEnumerable<OpenItem> all =
        [
            .. await store.EscalationsAsync(db, workspace, customer).ConfigureAwait(false),
            .. await store.PromisesAsync(db, workspace, customer).ConfigureAwait(false),
            .. await store.HeldAsync(db, workspace, customer).ConfigureAwait(false),
            .. await store.TasksAsync(db, workspace, customer).ConfigureAwait(false),
        ];
        // A promise and its work are one number.
        return [.. all.DistinctBy(item => item.Number)];
    }
}
