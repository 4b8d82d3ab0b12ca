using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Escalations;

/// <summary>An escalation also waits, under its own number, as a held message for the owner's next break.</summary>
internal sealed class EscalationHeld(UrgentStore urgent, Holding holding, BreakStore breaks, OwnerStore owners)
{
    /// <returns>Where it waits: the break that reads it and the time its requester is promised.</returns>
    public async Task<HoldPlace> HoldAsync(UnitOfWork unit, OwnerPlan plan, Escalation escalation, HeldUnder under)
    {
        var limit = LimitOf(escalation, under.Service);
        var place = await holding.PlaceAsync(unit, plan, limit).ConfigureAwait(false);
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
            LatestAt = limit?.Latest,
            AnswerDueAt = limit?.Due,
            DutyNumber = under.Duty,
        };
        await urgent.InsertAsync(unit.Db, unit.Workspace.Id, message, escalation.Number, place).ConfigureAwait(false);
        return place;
    }

    /// <summary>L of rule H2 and the deadline it protects; null once the customer has heard.</summary>
    public static HoldLimit? LimitOf(Escalation escalation, WorkCalendar service) =>
        escalation.Latest(ClockKind.FirstAnswer) is { EndedAt: null, DueAt: { } due } clock && ClockRules.Before(clock, HoldRules.AnswerTime, service) is { } latest
            ? new HoldLimit(latest, due)
            : null;

    /// <summary>The level or its hours changed: what is still held finds its break anew (rules H2, T7).</summary>
    public async Task LimitChangedAsync(UnitOfWork unit, Escalation escalation, WorkCalendar service)
    {
        if (!await urgent.SetLimitAsync(unit, escalation.Number, LimitOf(escalation, service)).ConfigureAwait(false)) return;
        if (await urgent.FindAsync(unit.Db, unit.Workspace.Id, escalation.Number).ConfigureAwait(false) is not { State: UrgentState.Held, SessionId: null } message) return;
        if (await owners.FindAsync(unit.Db, unit.Workspace, message.OwnerId).ConfigureAwait(false) is not { } plan) return;
        // A break that was put in for the old deadline is in nobody's way any more.
        await breaks.RemoveUnneededAsync(unit, plan.Owner).ConfigureAwait(false);
        await holding.PlaceAllAsync(unit, plan, "the service level changed", mayStillChange: true).ConfigureAwait(false);
    }

    /// <summary>The customer has heard, so the break need not read it any more (rule H10).</summary>
    public async Task ReleaseAsync(UnitOfWork unit, Escalation escalation, MemberId by)
    {
        if (await urgent.FindAsync(unit.Db, unit.Workspace.Id, escalation.Number).ConfigureAwait(false) is not { State: UrgentState.Held } message) return;
        if (await urgent.CloseAsync(unit, message, UrgentState.Solved, by).ConfigureAwait(false)) await breaks.RemoveUnneededAsync(unit, message.OwnerId).ConfigureAwait(false);
    }
}

/// <param name="Service">The hours of the service level.</param>
/// <param name="Duty">The hand-off by which its reader reads it; null for none.</param>
internal sealed record HeldUnder(WorkCalendar Service, long? Duty);
