using TriageBot.Core.AfterSale;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;
using TriageBot.Features.Escalations;

namespace TriageBot.Features.AfterSale;

/// <summary>What a customer's page says about when they are contacted, and what a merge does with it.</summary>
internal sealed class TouchPage(TouchStore touches, ReplyTexts texts) : ICustomerLines, ICustomerMerged
{
    private const int Most = 5;

    public async Task<IReadOnlyList<RichText>> LinesAsync(Turn turn, Customer customer)
    {
        var today = LogicalDay.Of(turn.Now, turn.AuthorZone, turn.Workspace.DayStart);
        return
        [
            .. (await touches.OfCustomerAsync(turn.Db, turn.Workspace.Id, customer.Id).ConfigureAwait(false))
                .Select(touch => (Touch: touch, Due: TouchRules.DueOn(touch, turn.AuthorZone, turn.Workspace.DayStart)))
                .OrderBy(each => each.Due).Take(Most)
                .Select(each => texts.Say(
                    AfterSaleTexts.PageLine,
                    ("reason", ReplyValue.Typed(TouchRules.Reason(each.Touch))),
                    ("day", ReplyValue.Words(TimeText.Day(each.Due, today))))),
        ];
    }

    public Task CustomerMergedAsync(UnitOfWork unit, Customer from, Customer into) => touches.MergeAsync(unit, from.Id, into.Id);
}

/// <summary>An open matter under a service level is a complaint that is made right first (rule C10).</summary>
internal sealed class EscalationTrouble(EscalationStore escalations, ReplyTexts texts) : ICustomerTrouble
{
    public async Task<string?> TroubleAsync(UnitOfWork unit, string customer, NodaTime.LocalDate date) =>
        (await escalations.OpenAsync(unit.Db, unit.Workspace.Id, customer).ConfigureAwait(false)) is [var first, ..]
            ? texts.Say(AfterSaleTexts.TroubleOpen, ("number", first.Number)).ToPlainText()
            : null;
}
