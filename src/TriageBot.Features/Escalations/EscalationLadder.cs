using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.Duty;
using TriageBot.Features.Timers;

namespace TriageBot.Features.Escalations;

/// <summary>Climbs the ladder of rule C9, one rung at a time, until somebody has it, the customer has heard, or nobody is left to tell.</summary>
internal sealed class EscalationLadder(EscalationStore escalations, EscalationNews news, DutyRoster duty, TimerStore timers, LadderSettings settings)
{
    /// <summary>Tells the next rung and sets the timer of the one after it. Nobody is told outside their hours: the rung waits for the first of its readers to be at work.</summary>
    /// <returns>The escalation with the rung it has reached.</returns>
    public async Task<Escalation> ClimbAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms)
    {
        var who = await duty.AtAsync(unit, unit.Now).ConfigureAwait(false);
        var next = Ladder.Next(escalation.Rung, who);
        var readers = next == Ladder.End ? who.Owners : Ladder.Readers(next, who);
        if (Opening(readers, unit.Now) is { } opening)
        {
            await SetAsync(unit, escalation, opening).ConfigureAwait(false);
            return escalation;
        }

        var told = Ladder.Told(escalation.Rung, who);
        await escalations.AddEventAsync(
            unit,
            escalation.Number,
            next == Ladder.End ? EscalationEventKind.NobodyAnswered : EscalationEventKind.Told,
            "",
            string.Join(' ', readers.Select(plan => plan.Owner.Value))).ConfigureAwait(false);
        if (next == Ladder.End)
        {
            await news.TellNobodyAsync(unit, escalation, told).ConfigureAwait(false);
            return escalation with { Rung = next, NobodyAnsweredAt = unit.Now };
        }

        var freed = await FreedAsync(unit, escalation.Number).ConfigureAwait(false);
        await news.TellRungAsync(unit, escalation, [.. readers.Select(plan => plan.Owner)], told, freed).ConfigureAwait(false);
        await SetAsync(unit, escalation, Ladder.NextAt(next, who, unit.Now, terms.Calendar, settings)).ConfigureAwait(false);
        return escalation with { Rung = next };
    }

    /// <summary>Somebody has it: the ladder rests, and goes on if they have not answered in time.</summary>
    public async Task RestAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms)
    {
        var key = EscalationChanger.KeyOf(escalation);
        await timers.RemoveAsync(unit, EscalationTimers.Rung, key).ConfigureAwait(false);
        await timers.SetAsync(unit, EscalationTimers.Acknowledged, key, Ladder.TimesOutAt(unit.Now, terms.Calendar, settings)).ConfigureAwait(false);
    }

    /// <summary>What made the ladder climb is the newer of two: the clock's news, or an acknowledgement that ran out. A rung may have waited for its reader since.</summary>
    /// <returns>Null where it was the clock's news.</returns>
    private async Task<Freed?> FreedAsync(UnitOfWork unit, long number)
    {
        var last = (await escalations.EventsAsync(unit.Db, unit.Workspace.Id, number).ConfigureAwait(false)).LastOrDefault(happened =>
            happened.Kind == EscalationEventKind.AcknowledgementTimedOut
            || (happened.Kind is EscalationEventKind.Warned or EscalationEventKind.Breached && happened.Detail == nameof(ClockKind.FirstAnswer)));
        return last is { Kind: EscalationEventKind.AcknowledgementTimedOut } ? new Freed(new MemberId(last.Detail), last.HappenedAt) : null;
    }

    private Task SetAsync(UnitOfWork unit, Escalation escalation, Instant at) =>
        timers.SetAsync(unit, EscalationTimers.Rung, EscalationChanger.KeyOf(escalation), at);

    /// <summary>When the first of them is at work again; null when one is now, or there is nobody to wait for.</summary>
    private static Instant? Opening(IReadOnlyList<OwnerPlan> readers, Instant now) =>
        readers.Count == 0 || readers.Any(plan => plan.Calendar.IsOpen(now)) ? null : readers.Min(plan => plan.Calendar.NextOpen(now));
}
