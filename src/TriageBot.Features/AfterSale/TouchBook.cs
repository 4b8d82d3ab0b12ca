using NodaTime;
using TriageBot.Core.AfterSale;
using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;
using TriageBot.Features.Duty;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.AfterSale;

/// <summary>One customer to contact on a day, with every reason there is.</summary>
internal sealed record DueCustomer(long Id, string Name, IReadOnlyList<Touch> Touches, string Reason);

/// <summary>Which customers are to be contacted on a day: at most three, those that wait longest first, and who has been wronged is made right first (rule C10).</summary>
internal sealed class TouchBook(TouchStore touches, DutyRoster duty, OwnerStore owners, IEnumerable<ICustomerTrouble> troubles, ReplyTexts texts) : ICustomerTouches
{
    public async Task<IReadOnlyList<CustomerTouch>> DueAsync(UnitOfWork unit, MemberId owner, LocalDate date) =>
        [.. (await DueCustomersAsync(unit, owner, date).ConfigureAwait(false)).Select(due => new CustomerTouch(due.Name, due.Reason))];

    public async Task<IReadOnlyList<DueCustomer>> DueCustomersAsync(UnitOfWork unit, MemberId owner, LocalDate date)
    {
        if (await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is not { } plan) return [];
        var (zone, dayStart) = (plan.Calendar.Zone, plan.Calendar.DayStart);
        var due = await touches.DueAsync(unit.Db, unit.Workspace.Id, date, LogicalDay.Bounds(date, zone, dayStart).End).ConfigureAwait(false);
        if (due.Count == 0) return [];
        var who = await duty.AtAsync(unit, unit.Now).ConfigureAwait(false);
        bool IsTheirs(Touch touch) => who.Owners.Any(each => each.Owner.Value == touch.KeeperId) ? touch.KeeperId == owner.Value : who.OnDuty?.Owner == owner;
        var handled = await touches.HandledAsync(unit.Db, unit.Workspace.Id, date).ConfigureAwait(false);
        var left = TouchRules.MostADay - handled.Where(IsTheirs).Select(touch => touch.CustomerId).Distinct().Count();
        var found = new List<DueCustomer>();
        var waiting = due.Where(touch => IsTheirs(touch) && TouchRules.DueOn(touch, zone, dayStart) <= date).GroupBy(touch => (touch.CustomerId, touch.Customer))
            .OrderBy(group => group.Min(touch => TouchRules.DueOn(touch, zone, dayStart))).ThenBy(group => group.Key.Customer, StringComparer.Ordinal);
        foreach (var group in waiting.Take(Math.Max(0, left))) found.Add(await OfAsync(unit, group.Key.CustomerId, group.Key.Customer, [.. group], date).ConfigureAwait(false));
        return found;
    }

    /// <summary>Whose list somebody sees: their own; who is no owner sees that of the owner on duty.</summary>
    public async Task<MemberId> KeeperForAsync(Turn turn) =>
        turn.Author.IsOwner ? turn.Author.Id : (await duty.AtAsync(turn.Unit, turn.Now).ConfigureAwait(false)).OnDuty?.Owner ?? turn.Author.Id;

    /// <summary>What is due for one customer; null when nothing is.</summary>
    public async Task<DueCustomer?> OfCustomerAsync(UnitOfWork unit, long customer, LocalDate date, DateTimeZone zone)
    {
        var all = await touches.OfCustomerAsync(unit.Db, unit.Workspace.Id, customer).ConfigureAwait(false);
        var due = all.Where(touch => TouchRules.DueOn(touch, zone, unit.Workspace.DayStart) <= date).ToList();
        return due.Count == 0 ? null : await OfAsync(unit, customer, due[0].Customer, due, date).ConfigureAwait(false);
    }

    private async Task<DueCustomer> OfAsync(UnitOfWork unit, long id, string name, IReadOnlyList<Touch> due, LocalDate date)
    {
        var reason = string.Join("; ", due.Select(TouchRules.Reason).Distinct());
        foreach (var each in troubles)
        {
            if (await each.TroubleAsync(unit, name, date).ConfigureAwait(false) is not { } trouble) continue;
            reason = texts.Say(AfterSaleTexts.Trouble, ("trouble", ReplyValue.Typed(trouble)), ("reason", ReplyValue.Typed(reason))).ToPlainText();
            break;
        }

        return new DueCustomer(id, name, due, reason);
    }
}
