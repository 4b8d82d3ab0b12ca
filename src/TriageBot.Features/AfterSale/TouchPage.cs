using TriageBot.Core.AfterSale;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;

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
