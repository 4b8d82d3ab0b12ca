using System.Globalization;
using NodaTime;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.ServiceLevels;

namespace TriageBot.Features.Escalations;

/// <summary>
/// What becomes due for an escalation: warnings and breaches (rule C4), the rungs of the ladder and the time-out of an acknowledgement (rule C9), the end of a pause (rule C2).
/// Catch-up: each is said late, once, with the state that is true then.
/// </summary>
internal sealed class EscalationTimers(EscalationChanger changer, LevelBook levels, EscalationLadder ladder, EscalationNews news)
{
    public const string Clock = "escalation-clock";
    public const string Rung = "escalation-rung";
    public const string Acknowledged = "escalation-acknowledged";
    public const string Wait = "escalation-wait";

    public async Task ClockDueAsync(UnitOfWork unit, string key)
    {
        if (await FindAsync(unit, key).ConfigureAwait(false) is not ({ } found, { } terms)) return;
        var escalation = EscalationTimes.Breached(found, unit.Now);
        var reader = await changer.ReaderAsync(unit, escalation, terms).ConfigureAwait(false);
        foreach (var (clock, what) in EscalationTimes.NewsAt(escalation, unit.Now, terms.Calendar, reader))
        {
            escalation = Noted(escalation, clock, what, unit.Now);
            var kind = what == ClockNews.Warning ? EscalationEventKind.Warned : EscalationEventKind.Breached;
            await changer.Store.AddEventAsync(unit, escalation.Number, kind, "", clock.Kind.ToString()).ConfigureAwait(false);
            // Nobody has it yet: the first rung of the ladder says the same, and asks for a taker.
            if (clock.Kind == ClockKind.FirstAnswer && escalation.Rung == 0 && Ladder.IsClimbing(escalation))
            {
                escalation = await ladder.ClimbAsync(unit, escalation, terms).ConfigureAwait(false);
            }
            else
            {
                await news.TellDueAsync(unit, escalation, clock, what).ConfigureAwait(false);
            }
        }

        await changer.NoteAsync(unit, escalation, terms).ConfigureAwait(false);
    }

    public async Task RungDueAsync(UnitOfWork unit, string key)
    {
        if (await FindAsync(unit, key).ConfigureAwait(false) is not ({ } escalation, { } terms) || !Ladder.IsClimbing(escalation)) return;
        await changer.NoteAsync(unit, await ladder.ClimbAsync(unit, escalation, terms).ConfigureAwait(false), terms).ConfigureAwait(false);
    }

    public async Task AcknowledgementDueAsync(UnitOfWork unit, string key)
    {
        if (await FindAsync(unit, key).ConfigureAwait(false) is not ({ State: EscalationState.Open, FirstAnsweredAt: null, AcknowledgedBy: { } by } escalation, { } terms)) return;
        var freed = escalation with { AcknowledgedAt = null, AcknowledgedBy = null };
        var act = new EscalationAct(EscalationEventKind.AcknowledgementTimedOut, "the acknowledgement ran out", By: null, by.Value);
        if (await changer.SaveAsync(unit, freed, terms, act).ConfigureAwait(false) is not { } saved) return;
        await news.TellTimedOutAsync(unit, saved, by).ConfigureAwait(false);
        await changer.NoteAsync(unit, await ladder.ClimbAsync(unit, saved, terms).ConfigureAwait(false), terms).ConfigureAwait(false);
    }

    public async Task WaitOverAsync(UnitOfWork unit, string key)
    {
        if (await FindAsync(unit, key).ConfigureAwait(false) is not ({ State: EscalationState.Waiting, WaitUntilAt: { } until } escalation, { } terms) || until > unit.Now) return;
        if (EscalationRules.Resume(escalation, terms, unit.Now) is not EscalationOutcome.Changed { Escalation: var resumed }) return;
        var act = new EscalationAct(EscalationEventKind.WentOn, "waiting for the customer ended on its date", By: null);
        if (await changer.SaveAsync(unit, resumed, terms, act).ConfigureAwait(false) is { } saved) await news.TellWaitOverAsync(unit, saved, escalation.WaitReason).ConfigureAwait(false);
    }

    private async Task<(Escalation?, LevelTerms?)> FindAsync(UnitOfWork unit, string key)
    {
        var escalation = await changer.Store.FindAsync(unit.Db, unit.Workspace.Id, long.Parse(key, CultureInfo.InvariantCulture)).ConfigureAwait(false);
        return escalation is null or { State: EscalationState.Solved }
            ? (null, null)
            : (escalation, await levels.TermsAsync(unit, escalation.Level).ConfigureAwait(false));
    }

    private static Escalation Noted(Escalation escalation, ServiceClock clock, ClockNews what, Instant now) => escalation with
    {
        Clocks = [.. escalation.Clocks.Select(each => each != clock ? each : what == ClockNews.Warning ? each with { WarnedAt = now } : each with { BreachToldAt = now })],
    };
}
