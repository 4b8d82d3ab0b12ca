using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;
using TriageBot.Features.Duty;
using TriageBot.Features.Outbox;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Escalations;

/// <summary>The one way in which an escalation changes: saved with its clocks, noted, its timers set anew, its card edited in place.</summary>
internal sealed class EscalationChanger(EscalationStore escalations, EscalationCards cards, EscalationParts parts)
{
    public EscalationStore Store => escalations;

    public async Task OpenAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms, string by)
    {
        await escalations.InsertAsync(unit, escalation).ConfigureAwait(false);
        await escalations.AddEventAsync(unit, escalation.Number, EscalationEventKind.Opened, by).ConfigureAwait(false);
        await FollowAsync(unit, escalation, terms).ConfigureAwait(false);
    }

    /// <param name="change">What it did, in words, for whoever still sees the card before it.</param>
    /// <returns>As saved; null when somebody else was faster.</returns>
    public async Task<Escalation?> SaveAsync(UnitOfWork unit, Escalation changed, LevelTerms terms, EscalationAct act)
    {
        var saved = EscalationTimes.Breached(changed, unit.Now) with { Revision = changed.Revision + 1, LastChange = act.Words };
        if (!await escalations.SaveAsync(unit, saved).ConfigureAwait(false)) return null;
        await escalations.AddEventAsync(unit, saved.Number, act.Kind, act.By?.Value ?? "", act.Detail).ConfigureAwait(false);
        if (saved.State == EscalationState.Solved || saved.IsAnswered) await ForgetLadderAsync(unit, saved).ConfigureAwait(false);
        await FollowAsync(unit, saved, terms).ConfigureAwait(false);
        return saved;
    }

    /// <summary>Notes what needs no new revision: warnings given, breaches noted. Buttons stay good.</summary>
    public async Task NoteAsync(UnitOfWork unit, Escalation noted, LevelTerms terms)
    {
        await escalations.NoteAsync(unit, noted).ConfigureAwait(false);
        await FollowAsync(unit, noted, terms).ConfigureAwait(false);
    }

    /// <summary>A person said something to the customer: that is contact too (rule C10).</summary>
    public Task ContactedAsync(UnitOfWork unit, Escalation escalation) => parts.Customers.ContactedAsync(unit, escalation.Customer, unit.Now);

    /// <summary>Sets the timer of what comes next, and edits the card where it stands.</summary>
    private async Task FollowAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms)
    {
        var key = KeyOf(escalation);
        var reader = await ReaderAsync(unit, escalation, terms).ConfigureAwait(false);
        if (EscalationTimes.NextAt(escalation, unit.Now, terms.Calendar, reader) is { } next) await parts.Timers.SetAsync(unit, EscalationTimers.Clock, key, next).ConfigureAwait(false);
        else await parts.Timers.RemoveAsync(unit, EscalationTimers.Clock, key).ConfigureAwait(false);
        if (escalation is { State: EscalationState.Waiting, WaitUntilAt: { } until }) await parts.Timers.SetAsync(unit, EscalationTimers.Wait, key, until).ConfigureAwait(false);
        else await parts.Timers.RemoveAsync(unit, EscalationTimers.Wait, key).ConfigureAwait(false);
        await ShowAsync(unit, escalation).ConfigureAwait(false);
    }

    public async Task ShowAsync(UnitOfWork unit, Escalation escalation)
    {
        if (escalation.CardTo.Length == 0) return;
        var card = await cards.ShowAsync(unit, escalation, unit.Workspace.TimeZone).ConfigureAwait(false);
        await parts.Shown.ShowAsync(unit, EscalationCards.KeyOf(escalation.Number), Destination.Parse(escalation.CardTo), card).ConfigureAwait(false);
    }

    /// <summary>In whose hours its warnings are given: whoever has it, else the owner on duty; the service's own where there is no owner.</summary>
    public async Task<WorkCalendar> ReaderAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms)
    {
        var duty = await parts.Duty.AtAsync(unit, unit.Now).ConfigureAwait(false);
        var has = duty.Owners.FirstOrDefault(plan => plan.Owner == escalation.AcknowledgedBy) ?? duty.OnDuty;
        return has?.Calendar ?? terms.Calendar;
    }

    private async Task ForgetLadderAsync(UnitOfWork unit, Escalation escalation)
    {
        await parts.Timers.RemoveAsync(unit, EscalationTimers.Rung, KeyOf(escalation)).ConfigureAwait(false);
        await parts.Timers.RemoveAsync(unit, EscalationTimers.Acknowledged, KeyOf(escalation)).ConfigureAwait(false);
    }

    public static string KeyOf(Escalation escalation) => escalation.Number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Words">What it did, within a sentence: "Kim answered the customer".</param>
/// <param name="By">Null for the bot.</param>
/// <param name="Detail">What was typed with it.</param>
internal sealed record EscalationAct(EscalationEventKind Kind, string Words, MemberId? By, string Detail = "");

/// <summary>What changes of escalations reach.</summary>
internal sealed record EscalationParts(TimerStore Timers, CardStore Shown, CustomerStore Customers, DutyRoster Duty);
