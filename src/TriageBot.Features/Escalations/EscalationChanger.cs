using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Time;
using TriageBot.Features.Customers;
using TriageBot.Features.Duty;
using TriageBot.Features.Outbox;
using TriageBot.Features.Timers;

namespace TriageBot.Features.Escalations;

/// <summary>The one way in which an escalation changes: saved with its clocks, noted, its timers set anew, its card edited in place.</summary>
internal sealed class EscalationChanger(EscalationStore escalations, EscalationCards cards, EscalationParts parts)
{
    public EscalationStore Store => escalations;

    public async Task OpenAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms, string by)
    {
        await escalations.InsertAsync(unit, escalation).ConfigureAwait(false);
        await escalations.AddEventAsync(unit, escalation.Number, EscalationEventKind.Opened, by).ConfigureAwait(false);
        await SetTimersAsync(unit, escalation, terms).ConfigureAwait(false);
        if (escalation.CardTo.Length == 0) return;
        await parts.Shown.PostAsync(unit, EscalationCards.KeyOf(escalation.Number), Destination.Parse(escalation.CardTo), await CardAsync(unit, escalation).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <param name="act">What it did, in words, for whoever still sees the card before it.</param>
    /// <returns>As saved; null when somebody else was faster.</returns>
    public async Task<Escalation?> SaveAsync(UnitOfWork unit, Escalation changed, LevelTerms terms, EscalationAct act)
    {
        var saved = EscalationTimes.Breached(changed, unit.Now) with { Revision = changed.Revision + 1, LastChange = act.Words };
        if (!await escalations.SaveAsync(unit, saved).ConfigureAwait(false)) return null;
        await escalations.AddEventAsync(unit, saved.Number, act.Kind, act.By?.Value ?? "", act.Detail).ConfigureAwait(false);
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

    /// <summary>Sets the timer of what comes next and takes away those of what does not come any more, and edits the card where it stands.</summary>
    private async Task FollowAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms)
    {
        var (clock, wait) = await SetTimersAsync(unit, escalation, terms).ConfigureAwait(false);
        var isLadderOver = escalation.State == EscalationState.Solved || escalation.IsAnswered;
        await parts.Timers.RemoveAsync(
            unit,
            KeyOf(escalation),
            clock ? null : EscalationTimers.Clock,
            wait ? null : EscalationTimers.Wait,
            isLadderOver ? EscalationTimers.Rung : null,
            isLadderOver ? EscalationTimers.Acknowledged : null).ConfigureAwait(false);
        await ShowAsync(unit, escalation).ConfigureAwait(false);
    }

    /// <returns>Which of both are set.</returns>
    private async Task<(bool Clock, bool Wait)> SetTimersAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms)
    {
        var reader = await ReaderAsync(unit, escalation, terms).ConfigureAwait(false);
        var next = EscalationTimes.NextAt(escalation, unit.Now, terms.Calendar, reader);
        var until = escalation.State == EscalationState.Waiting ? escalation.WaitUntilAt : null;
        if (next is { } at) await parts.Timers.SetAsync(unit, EscalationTimers.Clock, KeyOf(escalation), at).ConfigureAwait(false);
        if (until is { } end) await parts.Timers.SetAsync(unit, EscalationTimers.Wait, KeyOf(escalation), end).ConfigureAwait(false);
        return (next is not null, until is not null);
    }

    public async Task ShowAsync(UnitOfWork unit, Escalation escalation)
    {
        if (escalation.CardTo.Length == 0) return;
        await parts.Shown.ShowAsync(unit, EscalationCards.KeyOf(escalation.Number), Destination.Parse(escalation.CardTo), await CardAsync(unit, escalation).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private Task<Card> CardAsync(UnitOfWork unit, Escalation escalation) => cards.ShowAsync(unit, escalation, unit.Workspace.TimeZone);

    /// <summary>In whose hours its warnings are given: whoever has it, else the owner on duty; the service's own where there is no owner.</summary>
    public async Task<WorkCalendar> ReaderAsync(UnitOfWork unit, Escalation escalation, LevelTerms terms)
    {
        var duty = await parts.Duty.AtAsync(unit, unit.Now).ConfigureAwait(false);
        var has = duty.Owners.FirstOrDefault(plan => plan.Owner == escalation.AcknowledgedBy) ?? duty.OnDuty;
        return has?.Calendar ?? terms.Calendar;
    }

    public static string KeyOf(Escalation escalation) => escalation.Number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Words">What it did, within a sentence: "Kim answered the customer".</param>
/// <param name="By">Null for the bot.</param>
/// <param name="Detail">What was typed with it.</param>
internal sealed record EscalationAct(EscalationEventKind Kind, string Words, MemberId? By, string Detail = "");

/// <summary>What changes of escalations reach.</summary>
internal sealed record EscalationParts(TimerStore Timers, CardStore Shown, CustomerStore Customers, DutyRoster Duty);
