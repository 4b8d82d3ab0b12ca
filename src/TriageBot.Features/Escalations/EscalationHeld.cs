using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Escalations;

/// <summary>An escalation also waits, under its own number, as a held message for the owner's next break.</summary>
internal sealed class EscalationHeld(UrgentStore urgent, Holding holding, BreakStore breaks)
{
    /// <returns>Where it waits: the break that reads it and the time its requester is promised.</returns>
    public async Task<HoldPlace> HoldAsync(UnitOfWork unit, OwnerPlan plan, Escalation escalation)
    {
        var place = await holding.PlaceAsync(unit, plan).ConfigureAwait(false);
        var message = new HeldMessage
        {
            OwnerId = plan.Owner,
            RequesterId = escalation.RequesterId,
            What = escalation.What,
            Customer = escalation.Customer,
            DueOn = escalation.DueOn,
            DueLocal = escalation.DueLocal,
            DueZone = escalation.DueZone,
            WaitingSinceAt = unit.Now,
        };
        await urgent.InsertAsync(unit.Db, unit.Workspace.Id, message, escalation.Number, place).ConfigureAwait(false);
        return place;
    }

    /// <summary>The customer has heard, so the break need not read it any more (rule H10).</summary>
    public async Task ReleaseAsync(UnitOfWork unit, Escalation escalation, MemberId by)
    {
        if (await urgent.FindAsync(unit.Db, unit.Workspace.Id, escalation.Number).ConfigureAwait(false) is not { State: UrgentState.Held } message) return;
        if (await urgent.CloseAsync(unit, message, UrgentState.Solved, by).ConfigureAwait(false)) await breaks.RemoveUnneededAsync(unit, message.OwnerId).ConfigureAwait(false);
    }
}
