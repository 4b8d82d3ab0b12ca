using NodaTime;
using TriageBot.Core.AfterSale;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.Customers;
using TriageBot.Features.Escalations;
using TriageBot.Features.Promises;

namespace TriageBot.Features.AfterSale;

/// <summary>An open matter under a service level is a complaint that is made right first (rule C10).</summary>
internal sealed class EscalationTrouble(EscalationStore escalations, ReplyTexts texts) : ICustomerTrouble
{
    public async Task<string?> TroubleAsync(UnitOfWork unit, string customer, LocalDate date) =>
        (await escalations.OpenAsync(unit.Db, unit.Workspace.Id, customer).ConfigureAwait(false)) is [var first, ..]
            ? texts.Say(AfterSaleTexts.TroubleOpen, ("number", first.Number)).ToPlainText()
            : null;
}

/// <summary>So is a promise that was broken, or kept late, in the last 14 days.</summary>
internal sealed class PromiseTrouble(PromiseStore promises, ReplyTexts texts) : ICustomerTrouble
{
    public async Task<string?> TroubleAsync(UnitOfWork unit, string customer, LocalDate date)
    {
        var since = unit.Now - Duration.FromDays(TouchRules.TroubleDays);
        var owed = await promises.OwedAsync(unit.Db, unit.Workspace.Id, customer).ConfigureAwait(false);
        var closed = await promises.ClosedAsync(unit.Db, unit.Workspace.Id, customer, since).ConfigureAwait(false);
        return owed.Concat(closed).FirstOrDefault(promise => promise.State is PromiseState.Broken or PromiseState.KeptLate && promise.DueAt >= since && promise.DueAt <= unit.Now) is { } broken
            ? texts.Say(AfterSaleTexts.TroubleBroken, ("number", broken.Number)).ToPlainText()
            : null;
    }
}
