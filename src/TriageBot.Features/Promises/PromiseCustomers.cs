using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Features.Customers;

namespace TriageBot.Features.Promises;

/// <summary>Promises as matters of a customer: its page, renames and merges.</summary>
internal sealed class PromiseCustomers(PromiseStore promises, PromiseCards cards, Refusals refusals, ReplyTexts texts) : ICustomerMatters
{
    public async Task<IReadOnlyList<CustomerMatter>> OpenAsync(Turn turn, string customer) =>
        [.. (await promises.OwedAsync(turn.Db, turn.Workspace.Id, customer).ConfigureAwait(false)).Select(promise => new CustomerMatter(
            promise.Number,
            texts.Say(
                CustomerTexts.Matter,
                ("number", promise.Number),
                ("what", Say.Title(promise.What)),
                ("state", ReplyValue.Words($"promised for {PromiseCards.DueOf(promise, turn)}, {PromiseCards.StateOf(promise)}"))),
            promise.MadeAt))];

    public Task<IReadOnlyList<string>> NamesAsync(UnitOfWork unit) => promises.CustomersAsync(unit.Db, unit.Workspace.Id);

    public Task<int> RenameAsync(UnitOfWork unit, string from, string to) => promises.RenameCustomerAsync(unit, from, to);

    public async Task<string?> CustomerOfAsync(UnitOfWork unit, long number) =>
        (await promises.FindAsync(unit.Db, unit.Workspace.Id, number).ConfigureAwait(false))?.Customer;

    public async Task<Reply?> NameAsync(Turn turn, long number, string customer)
    {
        if (await promises.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is not { } promise) return null;
        if (Policy.Decide(turn.Actor, new Act.ChangePromise(promise.MakerId, promise.RecordedBy)) is Verdict.Refused refused)
        {
            return await refusals.ReplyAsync(turn, refused, $"Changing #{number}").ConfigureAwait(false);
        }

        await promises.SetCustomerAsync(turn.Unit, number, customer).ConfigureAwait(false);
        return new Reply.Update(await cards.ShowAsync(turn, promise with { Customer = customer }, canUndo: false).ConfigureAwait(false));
    }
}
