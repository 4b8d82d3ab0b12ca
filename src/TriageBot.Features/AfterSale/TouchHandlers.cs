using NodaTime;
using NodaTime.Text;
using TriageBot.Core.AfterSale;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;

namespace TriageBot.Features.AfterSale;

/// <summary>Whom to contact today, and what became of it: done, later, skip (rule C10).</summary>
internal sealed class TouchHandlers(TouchBook book, TouchStore touches, TouchUndoStore undos, CustomerStore customers, ReplyTexts texts)
{
    public async Task<Reply> ListAsync(Turn turn)
    {
        var due = await book.DueCustomersAsync(turn.Unit, await book.KeeperForAsync(turn).ConfigureAwait(false), Today(turn)).ConfigureAwait(false);
        if (due.Count == 0) return texts.Private(AfterSaleTexts.ListEmpty);
        var lines = due.Select(each => texts.Say(AfterSaleTexts.ListLine, ("name", ReplyValue.Typed(each.Name)), ("reason", ReplyValue.Typed(each.Reason))));
        return new Reply.Private(new Card(
            RichText.Lines([texts.Say(AfterSaleTexts.List, ("count", due.Count)), .. lines]),
            [new Select(new ControlId(TouchVerbs.Open).ToString(), "Contact a customer…", [.. due.Select(each => new Choice(each.Name, each.Name))])]));
    }

    /// <summary>Chosen by name: from the agenda, or from the list.</summary>
    public async Task<Reply> OpenAsync(Turn turn)
    {
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, turn.Choice).ConfigureAwait(false) is not { } customer) return texts.Private(CustomerTexts.Gone);
        return await DueAsync(turn, customer).ConfigureAwait(false) is { } card ? new Reply.Private(card) : Nothing(customer.Name);
    }

    /// <summary>What is due for the customer today and what can be done about it; null when nothing is.</summary>
    private async Task<Card?> DueAsync(Turn turn, Customer customer)
    {
        if (await book.OfCustomerAsync(turn.Unit, customer.Id, Today(turn), turn.AuthorZone).ConfigureAwait(false) is not { } due) return null;
        IEnumerable<RichText> contact = customer.Contact.Length == 0 ? [] : [texts.Say(CustomerTexts.Contact, ("contact", ReplyValue.Typed(customer.Contact)))];
        return new Card(
            RichText.Lines([texts.Say(AfterSaleTexts.One, ("name", ReplyValue.Typed(due.Name)), ("reason", ReplyValue.Typed(due.Reason))), .. contact]),
            [
                Press(TouchVerbs.Done, "Done", ButtonStyle.Primary),
                Press(TouchVerbs.Later, "Later, in a week"),
                Press(TouchVerbs.Skip, "Skip this time"),
                new Button(new ControlId(CustomerVerbs.Show, customer.Id).ToString(), "Show the customer"),
            ]);

        Button Press(string verb, string label, ButtonStyle style = ButtonStyle.Normal) =>
            new(new ControlId(verb, customer.Id, Extra: LocalDatePattern.Iso.Format(Today(turn))).ToString(), label, style);
    }

    /// <summary>Somebody spoke with them: a real contact.</summary>
    public Task<Reply> DoneAsync(Turn turn) => DecideAsync(turn, async (due, today) =>
    {
        await customers.ContactedAsync(turn.Unit, due.Name, turn.Now).ConfigureAwait(false);
        return texts.Say(AfterSaleTexts.Done, ("name", ReplyValue.Typed(due.Name)), ("next", await PassAsync(turn, due, today).ConfigureAwait(false)));
    });

    public Task<Reply> SkipAsync(Turn turn) => DecideAsync(turn, async (due, today) =>
        texts.Say(AfterSaleTexts.Skipped, ("name", ReplyValue.Typed(due.Name)), ("next", await PassAsync(turn, due, today).ConfigureAwait(false))));

    public Task<Reply> LaterAsync(Turn turn) => DecideAsync(turn, async (due, today) =>
    {
        var later = today.PlusDays(TouchRules.LaterDays);
        foreach (var touch in due.Touches) await touches.SaveAsync(turn.Unit, touch with { LaterOn = later }, today).ConfigureAwait(false);
        return texts.Say(AfterSaleTexts.Later, ("name", ReplyValue.Typed(due.Name)), ("day", ReplyValue.Words(TimeText.Day(later, today))));
    });

    /// <summary>By whoever decided, for ten minutes, while nothing else has been decided about the customer.</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false) is not { } customer) return texts.Private(CustomerTexts.Gone);
        var name = ("name", ReplyValue.Typed(customer.Name));
        var last = await undos.LastAsync(turn.Unit, customer.Id).ConfigureAwait(false);
        if (last is null || last.DecidedAt.ToUnixTimeMilliseconds() != turn.Control.Revision || last.DecidedBy != turn.Author.Id) return texts.Private(AfterSaleTexts.UndoChanged, name);
        if (turn.Now - last.DecidedAt > TaskRules.UndoTime) return texts.Private(AfterSaleTexts.UndoLate, name);
        await undos.RestoreAsync(turn.Unit, customer.Id).ConfigureAwait(false);
        var undone = texts.Say(AfterSaleTexts.Undone);
        var due = await DueAsync(turn, customer).ConfigureAwait(false) ?? new Card(texts.Say(AfterSaleTexts.Nothing, name));
        return new Reply.Update(due with { Text = RichText.Lines(undone, due.Text) });
    }

    /// <summary>Nothing is decided twice: a button of a card whose touches somebody has seen to says so (rule X4).</summary>
    private async Task<Reply> DecideAsync(Turn turn, Func<DueCustomer, LocalDate, Task<RichText>> act)
    {
        var today = Today(turn);
        if (await book.OfCustomerAsync(turn.Unit, turn.Control.Item, today, turn.AuthorZone).ConfigureAwait(false) is { } due)
        {
            await undos.KeepAsync(turn.Unit, due.Id, turn.Author.Id).ConfigureAwait(false);
            var undo = new ControlId(TouchVerbs.Undo, due.Id, turn.Now.ToUnixTimeMilliseconds());
            return new Reply.Update(new Card(await act(due, today).ConfigureAwait(false), [new Button(undo.ToString(), "Undo")]));
        }

        return await customers.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false) is { } customer
            ? Nothing(customer.Name)
            : texts.Private(CustomerTexts.Gone);
    }

    /// <returns>When the next one is.</returns>
    private async Task<ReplyValue> PassAsync(Turn turn, DueCustomer due, LocalDate today)
    {
        foreach (var touch in due.Touches) await touches.SaveAsync(turn.Unit, TouchRules.Passed(touch, today), today).ConfigureAwait(false);
        var all = await touches.OfCustomerAsync(turn.Db, turn.Workspace.Id, due.Id).ConfigureAwait(false);
        return ReplyValue.Words(TimeText.Day(all.Min(touch => TouchRules.DueOn(touch, turn.AuthorZone, turn.Workspace.DayStart)), today));
    }

    private Reply.Private Nothing(string name) => texts.Private(AfterSaleTexts.Nothing, ("name", ReplyValue.Typed(name)));

    private static LocalDate Today(Turn turn) => LogicalDay.Of(turn.Now, turn.AuthorZone, turn.Workspace.DayStart);
}
