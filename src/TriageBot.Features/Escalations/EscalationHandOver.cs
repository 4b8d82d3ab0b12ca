using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Features.Duty;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Timers;

namespace TriageBot.Features.Escalations;

/// <summary>What somebody said they have goes along with a hand-off; at its end, what is not answered is in the queue again (rule W2).</summary>
internal sealed class EscalationHandOver(EscalationChanger changer, LevelBook levels, TimerStore timers) : IHandedOver
{
    public async Task BeginAsync(UnitOfWork unit, MemberId giver, MemberId taker)
    {
        foreach (var escalation in await AcknowledgedAsync(unit, giver).ConfigureAwait(false))
        {
            var terms = await levels.TermsAsync(unit, escalation.Level).ConfigureAwait(false);
            var act = new EscalationAct(EscalationEventKind.Acknowledged, "it was handed over", taker);
            await changer.SaveAsync(unit, escalation with { AcknowledgedBy = taker, AcknowledgedAt = unit.Now }, terms, act).ConfigureAwait(false);
        }
    }

    public async Task<int> EndAsync(UnitOfWork unit, MemberId giver, MemberId taker, Instant since)
    {
        var back = (await AcknowledgedAsync(unit, taker).ConfigureAwait(false)).Where(escalation => escalation.AcknowledgedAt >= since).ToList();
        foreach (var escalation in back)
        {
            var terms = await levels.TermsAsync(unit, escalation.Level).ConfigureAwait(false);
            var act = new EscalationAct(EscalationEventKind.AcknowledgementTimedOut, "the hand-off ended", By: null, taker.Value);
            if (await changer.SaveAsync(unit, escalation with { AcknowledgedBy = null, AcknowledgedAt = null }, terms, act).ConfigureAwait(false) is not { } saved) continue;
            var key = EscalationChanger.KeyOf(saved);
            await timers.RemoveAsync(unit, EscalationTimers.Acknowledged, key).ConfigureAwait(false);
            // The ladder goes on where it stood, one step later: the giver has just been told.
            if (saved.Rung > 0) await timers.SetAsync(unit, EscalationTimers.Rung, key, terms.Calendar.Deadline(unit.Now, LadderSettings.Standard.Step)).ConfigureAwait(false);
        }

        return back.Count;
    }

    private async Task<IReadOnlyList<Escalation>> AcknowledgedAsync(UnitOfWork unit, MemberId by) =>
        [.. (await changer.Store.OpenAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false))
            .Where(escalation => escalation.AcknowledgedBy == by && escalation is { FirstAnsweredAt: null, State: EscalationState.Open })];
}
