using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.Customers;
using TriageBot.Features.ServiceLevels;

namespace TriageBot.Features.Escalations;

/// <summary>Carries changes of levels over to open escalations: another level of the customer (rule C3), other hours or closures of the level (rule T7).</summary>
internal sealed class EscalationLevels(EscalationChanger changer, EscalationNews news, EscalationHeld held, LevelBook levels) : ICustomerLevelChanged, ILevelHoursChanged
{
    public async Task CustomerLevelChangedAsync(UnitOfWork unit, string customer)
    {
        var after = await levels.TermsOfAsync(unit, customer).ConfigureAwait(false);
        foreach (var escalation in await changer.Store.OpenAsync(unit.Db, unit.Workspace.Id, customer).ConfigureAwait(false))
        {
            if (escalation.Level == after.Name) continue;
            var before = await levels.TermsAsync(unit, escalation.Level).ConfigureAwait(false);
            var changed = EscalationRules.ChangeLevel(EscalationTimes.Breached(escalation, unit.Now), before, after, unit.Now);
            var act = new EscalationAct(EscalationEventKind.LevelChanged, $"the customer's level became {after.Name}", By: null, $"{before.Name} → {after.Name}");
            await changer.SaveAsync(unit, changed, after, act).ConfigureAwait(false);
            await held.LimitChangedAsync(unit, changed, after.Calendar).ConfigureAwait(false);
        }
    }

    public async Task<int> LevelHoursChangedAsync(UnitOfWork unit, LevelTerms before, LevelTerms after, string reason)
    {
        var moved = 0;
        foreach (var escalation in await changer.Store.OpenOfLevelAsync(unit.Db, unit.Workspace.Id, after.Name).ConfigureAwait(false))
        {
            var changed = EscalationRules.ChangeHours(EscalationTimes.Breached(escalation, unit.Now), before.Calendar, after.Calendar, unit.Now);
            if (changed.Clocks.Select(clock => clock.DueAt).SequenceEqual(escalation.Clocks.Select(clock => clock.DueAt)))
            {
                // Nothing moves, but what was counted so far was counted in the hours before: it is settled, or it would be rewritten (rule T7).
                await changer.Store.NoteAsync(unit, changed).ConfigureAwait(false);
                continue;
            }

            moved++;
            var act = new EscalationAct(EscalationEventKind.HoursChanged, reason, By: null, reason);
            if (await changer.SaveAsync(unit, changed, after, act).ConfigureAwait(false) is not { } saved) continue;
            await held.LimitChangedAsync(unit, saved, after.Calendar).ConfigureAwait(false);
            // What is due first is what people were told; the others stand on the card.
            if (escalation.NextDue is { DueAt: { } old } due && saved.Latest(due.Kind)?.DueAt is { } now && now != old)
            {
                await news.TellMovedAsync(unit, saved, old, now, reason).ConfigureAwait(false);
            }
        }

        return moved;
    }
}
