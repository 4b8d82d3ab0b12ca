using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Features.Setup;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Forget;

/// <summary>First shows what would go, then erases exactly that.</summary>
internal sealed class ForgetHandlers(ForgetPerson people, ForgetCustomer customers, ForgetSubjects subjects, SettingChangeStore log, ReplyTexts texts)
{
    /// <summary>It only looks, so that neither the name nor what is shown is kept anywhere.</summary>
    public async Task<Reply> AskAsync(Turn turn) => (turn.Value("person"), turn.Value("customer")) switch
    {
        ({ } typed, null) => await subjects.PersonAsync(turn, typed).ConfigureAwait(false) is var (member, problem) && member is not null
            ? await AskPersonAsync(turn, member).ConfigureAwait(false)
            : problem,
        (null, { } typed) => await subjects.CustomerAsync(turn, typed).ConfigureAwait(false) is var (customer, problem) && customer is not null
            ? new Reply.Private(AskCustomer(customer, await customers.DescribeAsync(turn, customer).ConfigureAwait(false)))
            : problem,
        _ => texts.Private(ForgetTexts.WhichOne, turn.Typed),
    };

    public async Task<Reply> PersonAsync(Turn turn)
    {
        if (await subjects.RefuseAsync(turn).ConfigureAwait(false) is { } refusal) return refusal;
        if (turn.Control.Extra.Split(':', 2) is not [var mark, var id] || await subjects.FindAsync(turn, new MemberId(id)).ConfigureAwait(false) is not { } member) return Gone();
        if (await people.FindObstacleAsync(turn, member).ConfigureAwait(false) is { } obstacle) return new Reply.Update(new Card(obstacle));
        var text = await people.DescribeAsync(turn, member).ConfigureAwait(false);
        if (ForgetLines.MarkOf(text) != mark) return Changed(AskPerson(member, text));
        await people.EraseAsync(turn, member).ConfigureAwait(false);
        return await DoneAsync(turn, "person").ConfigureAwait(false);
    }

    public async Task<Reply> CustomerAsync(Turn turn)
    {
        if (await subjects.RefuseAsync(turn).ConfigureAwait(false) is { } refusal) return refusal;
        if (await subjects.FindAsync(turn, turn.Control.Item).ConfigureAwait(false) is not { } customer) return Gone();
        var text = await customers.DescribeAsync(turn, customer).ConfigureAwait(false);
        if (ForgetLines.MarkOf(text) != turn.Control.Extra) return Changed(AskCustomer(customer, text));
        await customers.EraseAsync(turn, customer).ConfigureAwait(false);
        return await DoneAsync(turn, "customer").ConfigureAwait(false);
    }

    public Task<Reply> CancelAsync(Turn turn) => Task.FromResult<Reply>(new Reply.Update(new Card(texts.Say(ForgetTexts.Cancelled))));

    private async Task<Reply> AskPersonAsync(Turn turn, Member member) =>
        await people.FindObstacleAsync(turn, member).ConfigureAwait(false) is { } obstacle
            ? new Reply.Private(new Card(obstacle))
            : new Reply.Private(AskPerson(member, await people.DescribeAsync(turn, member).ConfigureAwait(false)));

    private static Card AskPerson(Member member, RichText text) =>
        ForgetLines.Ask(text, new ControlId(ForgetVerbs.Person, Extra: $"{ForgetLines.MarkOf(text)}:{member.Id.Value}"), member.Name);

    private static Card AskCustomer(Customer customer, RichText text) =>
        ForgetLines.Ask(text, new ControlId(ForgetVerbs.Customer, customer.Id, Extra: ForgetLines.MarkOf(text)), customer.Name);

    private Reply.Update Changed(Card card) => new(card with { Text = RichText.Lines(texts.Say(ForgetTexts.Changed), card.Text) });

    private Reply.Update Gone() => new(new Card(texts.Say(ForgetTexts.Gone)));

    private async Task<Reply> DoneAsync(Turn turn, string what)
    {
        await log.AddAsync(turn.Unit, new SettingChange(Setting.OfTeam(SettingKind.Forgotten), "", what), turn.Author.Id).ConfigureAwait(false);
        return new Reply.Update(new Card(texts.Say(ForgetTexts.Done)));
    }
}
