using System.Globalization;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Core.Customers;

namespace TriageBot.Features.Customers;

/// <summary>Names of customers: rename, merge, and which customer an item means.</summary>
internal sealed class CustomerNameHandlers(
    CustomerStore customers, CustomerCards cards, CustomerChanger changer, CustomerAnswers answers, CustomerNameParts parts)
{
    public async Task<Reply> RenameAsync(Turn turn, Customer customer)
    {
        if (await RefusedAsync(turn).ConfigureAwait(false) is { } refusal) return refusal;
        var name = CustomerName.Tidy(turn.Value("to") ?? "");
        if (name.Length == 0) return answers.Missing(turn, "the new name", "to", "Acme Group");
        if (name == customer.Name) return new Reply.Private(await cards.ShowAsync(turn, customer, answers.Texts.Say(CustomerTexts.Unchanged)).ConfigureAwait(false));
        if (await customers.FindAsync(turn.Db, turn.Workspace.Id, name).ConfigureAwait(false) is { } other && other.Id != customer.Id) return NameTaken(customer, name, other);
        return await changer.RenameAsync(turn.Unit, customer, name).ConfigureAwait(false) is { } items
            ? new Reply.Private(await RenamedAsync(turn, customer, name, answers.Texts.Say(CustomerTexts.Renamed, ("old", ReplyValue.Typed(customer.Name)), ("items", items))).ConfigureAwait(false))
            : answers.Texts.Private(CustomerTexts.Stale);
    }

    public async Task<Reply> UndoRenameAsync(Turn turn)
    {
        if (await RefusedAsync(turn).ConfigureAwait(false) is { } refusal) return refusal;
        var customer = await customers.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (customer is null) return answers.Texts.Private(CustomerTexts.Gone);
        if (customer.Revision != turn.Control.Revision || customer.PreviousName.Length == 0)
        {
            return new Reply.Update(await cards.ShowAsync(turn, customer, answers.Texts.Say(CustomerTexts.Stale)).ConfigureAwait(false));
        }

        await changer.RenameAsync(turn.Unit, customer, customer.PreviousName).ConfigureAwait(false);
        var said = answers.Texts.Say(CustomerTexts.RenamedBack, ("old", ReplyValue.Typed(customer.Name)));
        return new Reply.Update(await RenamedAsync(turn, customer, customer.PreviousName, said).ConfigureAwait(false));
    }

    public async Task<Reply> AskMergeAsync(Turn turn, Customer from)
    {
        if (await RefusedAsync(turn).ConfigureAwait(false) is { } refusal) return refusal;
        if (turn.Value("into") is not { } name) return answers.Missing(turn, "the customer that stays", "into", "Acme");
        var into = await customers.FindAsync(turn.Db, turn.Workspace.Id, name).ConfigureAwait(false);
        if (into is null) return await answers.NotKnownAsync(turn, name).ConfigureAwait(false);
        if (into.Id == from.Id) return answers.Texts.Private(CustomerTexts.SameOne, ("name", ReplyValue.Typed(from.Name)));
        var open = await cards.OpenAsync(turn, from.Name).ConfigureAwait(false);
        var (merge, keep) = (Id(CustomerVerbs.Merge, from, into), Id(CustomerVerbs.KeepBoth, from, into));
        return new Reply.Private(new Card(
            answers.Texts.Say(CustomerTexts.AskMerge, ("from", ReplyValue.Typed(from.Name)), ("into", ReplyValue.Typed(into.Name)), ("open", open.Count)),
            [new Button(merge, "Merge", ButtonStyle.Danger), new Button(keep, "Keep both")]));
    }

    public async Task<Reply> MergeAsync(Turn turn)
    {
        if (await RefusedAsync(turn).ConfigureAwait(false) is { } refusal) return refusal;
        var (from, into) = await BothAsync(turn).ConfigureAwait(false);
        if (from is null || into is null) return new Reply.Update(new Card(answers.Texts.Say(CustomerTexts.Gone)));
        if (from.Revision != turn.Control.Revision)
        {
            return new Reply.Update(await cards.ShowAsync(turn, from, answers.Texts.Say(CustomerTexts.Stale)).ConfigureAwait(false));
        }

        var items = await changer.MergeAsync(turn.Unit, from, into).ConfigureAwait(false);
        var merged = await customers.FindAsync(turn.Db, turn.Workspace.Id, into.Id).ConfigureAwait(false) ?? into;
        return new Reply.Update(await cards.ShowAsync(
            turn, merged, answers.Texts.Say(CustomerTexts.Merged, ("from", ReplyValue.Typed(from.Name)), ("items", items))).ConfigureAwait(false));
    }

    public async Task<Reply> KeepBothAsync(Turn turn)
    {
        var (from, into) = await BothAsync(turn).ConfigureAwait(false);
        return new Reply.Update(new Card(from is null || into is null
            ? answers.Texts.Say(CustomerTexts.Gone)
            : answers.Texts.Say(CustomerTexts.Kept, ("from", ReplyValue.Typed(from.Name)), ("into", ReplyValue.Typed(into.Name)))));
    }

    /// <summary>"Add Acme as a customer", below an item that names it.</summary>
    public async Task<Reply> AddOfItemAsync(Turn turn)
    {
        foreach (var capability in parts.Matters)
        {
            if (await capability.CustomerOfAsync(turn.Unit, turn.Control.Item).ConfigureAwait(false) is not { } name || CustomerName.Tidy(name).Length == 0) continue;
            var (customer, _) = await changer.AddAsync(turn.Unit, new Customer { Name = name }, turn.Author.Id).ConfigureAwait(false);
            return await NameAsync(turn, customer.Name).ConfigureAwait(false);
        }

        return parts.Problems.NoSuchItem(turn.Control.Item);
    }

    /// <summary>"It is Acme", below an item that names somebody much like it.</summary>
    public async Task<Reply> IsMeantAsync(Turn turn)
    {
        var id = long.TryParse(turn.Control.Extra, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return await customers.FindAsync(turn.Db, turn.Workspace.Id, id).ConfigureAwait(false) is { } customer
            ? await NameAsync(turn, customer.Name).ConfigureAwait(false)
            : answers.Texts.Private(CustomerTexts.Gone);
    }

    /// <summary>A drained message lives on as the task of the same number: all that have the number take the name, the first one answers.</summary>
    private async Task<Reply> NameAsync(Turn turn, string name)
    {
        Reply? shown = null;
        foreach (var capability in parts.Matters)
        {
            var reply = await capability.NameAsync(turn, turn.Control.Item, name).ConfigureAwait(false);
            shown ??= reply;
        }

        return shown ?? parts.Problems.NoSuchItem(turn.Control.Item);
    }

    private async Task<Reply?> RefusedAsync(Turn turn) => Policy.Decide(turn.Actor, new Act.ChangeCustomer()) is Verdict.Refused refused
        ? await parts.Refusals.ReplyAsync(turn, refused, "Renaming or merging customers").ConfigureAwait(false)
        : null;

    private async Task<Card> RenamedAsync(Turn turn, Customer before, string name, RichText said)
    {
        var after = await customers.FindAsync(turn.Db, turn.Workspace.Id, before.Id).ConfigureAwait(false) ?? before with { Name = name };
        var card = await cards.ShowAsync(turn, after, said).ConfigureAwait(false);
        return card with { Controls = card.Controls.Add(new Button(new ControlId(CustomerVerbs.UndoRename, after.Id, after.Revision).ToString(), "Undo")) };
    }

    private Reply NameTaken(Customer customer, string typed, Customer other)
    {
        var merge = new Dictionary<string, string> { ["action"] = CustomerCommands.Merge, ["name"] = customer.Name, ["into"] = other.Name };
        return answers.Texts.Private(
            CustomerTexts.NameTaken,
            ("typed", ReplyValue.Typed(typed)),
            ("name", ReplyValue.Typed(other.Name)),
            ("example", ReplyValue.Typed(CommandPrinter.Print(CustomerCommands.Customer, merge))));
    }

    private async Task<(Customer? From, Customer? Into)> BothAsync(Turn turn)
    {
        var id = long.TryParse(turn.Control.Extra, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return (
            await customers.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false),
            await customers.FindAsync(turn.Db, turn.Workspace.Id, id).ConfigureAwait(false));
    }

    private static string Id(string verb, Customer from, Customer into) =>
        new ControlId(verb, from.Id, from.Revision, into.Id.ToString(CultureInfo.InvariantCulture)).ToString();
}

/// <summary>What the handlers of names reach items and say no with.</summary>
internal sealed record CustomerNameParts(IEnumerable<ICustomerMatters> Matters, Problems Problems, Refusals Refusals);
