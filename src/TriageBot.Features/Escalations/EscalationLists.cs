using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Features.Customers;

namespace TriageBot.Features.Escalations;

/// <summary>Open escalations by what is due first: <c>/escalations</c> and the customer's page. Names and merges of customers reach escalations here.</summary>
internal sealed class EscalationLists(EscalationStore escalations, EscalationCards cards, EscalationLevels levels, EscalationChanger changer, ReplyTexts texts) : ICustomerMatters
{
    private const int MostLines = 15;

    public async Task<Reply> ListAsync(Turn turn)
    {
        var open = Sorted(await escalations.OpenAsync(turn.Db, turn.Workspace.Id, turn.Value("customer")).ConfigureAwait(false));
        if (open.Count == 0) return texts.Private(EscalationTexts.ListEmpty);
        IEnumerable<RichText> more = open.Count > MostLines ? [texts.Say(EscalationTexts.ListMore, ("count", open.Count - MostLines))] : [];
        return new Reply.Private(new Card(RichText.Lines(
            [texts.Say(EscalationTexts.List, ("count", open.Count)), .. open.Take(MostLines).Select(escalation => Line(turn, escalation)), .. more])));
    }

    public async Task<IReadOnlyList<CustomerMatter>> OpenAsync(Turn turn, string customer) =>
        [.. (await escalations.OpenAsync(turn.Db, turn.Workspace.Id, customer).ConfigureAwait(false)).Select(escalation => new CustomerMatter(
            escalation.Number,
            texts.Say(
                CustomerTexts.Matter,
                ("number", escalation.Number),
                ("what", Say.Title(escalation.What)),
                ("state", State(turn, escalation))),
            escalation.OpenedAt))];

    public Task<IReadOnlyList<string>> NamesAsync(UnitOfWork unit) => escalations.CustomersAsync(unit.Db, unit.Workspace.Id);

    public Task<int> RenameAsync(UnitOfWork unit, string from, string to) => escalations.RenameCustomerAsync(unit, from, to);

    public async Task<string?> CustomerOfAsync(UnitOfWork unit, long number) =>
        (await escalations.FindAsync(unit.Db, unit.Workspace.Id, number).ConfigureAwait(false))?.Customer;

    public async Task<Reply?> NameAsync(Turn turn, long number, string customer)
    {
        if (await escalations.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is not { } escalation) return null;
        if (escalation.Customer != customer) await escalations.SetCustomerAsync(turn.Unit, number, customer).ConfigureAwait(false);
        // Another customer may have another level, by which the clocks count from now on (rule C3).
        await levels.CustomerLevelChangedAsync(turn.Unit, customer).ConfigureAwait(false);
        var named = await escalations.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) ?? escalation;
        await changer.ShowAsync(turn.Unit, named).ConfigureAwait(false);
        return new Reply.Update(await cards.ShowAsync(turn.Unit, named, turn.AuthorZone).ConfigureAwait(false));
    }

    /// <summary>What is due first stands first; what waits for the customer last.</summary>
    public static IReadOnlyList<Escalation> Sorted(IEnumerable<Escalation> open) =>
        [.. open.OrderBy(escalation => escalation.NextDue is null ? 1 : 0).ThenBy(escalation => escalation.NextDue?.DueAt).ThenBy(escalation => escalation.Number)];

    private RichText Line(Turn turn, Escalation escalation) => texts.Say(
        EscalationTexts.ListLine,
        ("number", escalation.Number),
        ("customer", ReplyValue.Typed(escalation.Customer)),
        ("what", Say.Title(escalation.What, 80)),
        ("state", State(turn, escalation)));

    private RichText State(Turn turn, Escalation escalation) => cards.State(escalation, turn.AuthorZone, turn.Now.InZone(turn.AuthorZone).Date);
}
