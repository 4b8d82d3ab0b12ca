using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Customers;

namespace TriageBot.Features.Urgent;

/// <summary>Urgent messages as matters of a customer.</summary>
internal sealed class UrgentCustomers(UrgentStore urgent, Receipts receipts, IntakeParts parts) : ICustomerMatters
{
    public async Task<IReadOnlyList<CustomerMatter>> OpenAsync(Turn turn, string customer) =>
        [.. (await urgent.HeldForCustomerAsync(turn.Db, turn.Workspace.Id, customer).ConfigureAwait(false)).Select(message => new CustomerMatter(
            message.Number,
            Policy.Decide(turn.Actor, new Act.LookAtRequest(message.RequesterId, message.OwnerId)) is Verdict.Refused
                ? parts.Texts.Say(CustomerTexts.Hidden, ("number", message.Number))
                : parts.Texts.Say(
                    CustomerTexts.Matter,
                    ("number", message.Number),
                    ("what", Say.Title(message.What)),
                    ("state", message.WentAtOnce ? RichText.Plain("went to its owner at once") : RichText.Plain("held, answer by ").Then(turn.At(message.PromisedAt).Text))),
            message.WaitingSinceAt))];

    public Task<IReadOnlyList<string>> NamesAsync(UnitOfWork unit) => urgent.CustomersAsync(unit.Db, unit.Workspace.Id);

    public Task<int> RenameAsync(UnitOfWork unit, string from, string to) => urgent.RenameCustomerAsync(unit, from, to);

    public async Task<string?> CustomerOfAsync(UnitOfWork unit, long number) =>
        (await urgent.FindAsync(unit.Db, unit.Workspace.Id, number).ConfigureAwait(false))?.Customer;

    public async Task<Reply?> NameAsync(Turn turn, long number, string customer)
    {
        var message = await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        if (message is null) return null;
        if (Policy.Decide(turn.Actor, new Act.LookAtRequest(message.RequesterId, message.OwnerId)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, $"#{number}").ConfigureAwait(false);
        }

        if (message.Customer != customer) await urgent.SetCustomerAsync(turn.Db, turn.Workspace.Id, number, customer).ConfigureAwait(false);
        if (message.State != UrgentState.Held) return parts.AlreadyClosed(message);
        var (plan, problem) = await parts.OwnerNamedAsync(turn, message.OwnerId.Value).ConfigureAwait(false);
        if (plan is null) return problem;
        var named = await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) ?? message;
        return new Reply.Update(await receipts.CardAsync(turn, plan, named).ConfigureAwait(false));
    }
}
