using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Agenda;

/// <summary>Posts each owner's agenda when its time comes. One timer per owner; catch-up by rule A1: late for three hours, then skipped and written down.</summary>
internal sealed class AgendaTimers(TimerStore timers, OwnerStore owners, AgendaStore agendas, AgendaPoster poster) : IOwnerPlanChanged
{
    public const string Kind = "agenda";

    /// <summary>An agenda that the change makes late is posted at once, but never the first one an owner gets.</summary>
    public async Task OwnerPlanChangedAsync(UnitOfWork unit, MemberId owner)
    {
        if (await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is not { } plan) return;
        var history = await agendas.HistoryAsync(unit, owner).ConfigureAwait(false);
        var isLate = history.LastOn is not null && AgendaRules.Decide(plan, history, unit.Now).Any(day => day.Outcome != AgendaOutcome.Skipped);
        if (isLate) await timers.SetAsync(unit, Kind, owner.Value, unit.Now).ConfigureAwait(false);
        else await ArmAsync(unit, plan).ConfigureAwait(false);
    }

    /// <summary>A timer has become due.</summary>
    public async Task PostAsync(UnitOfWork unit, string key)
    {
        var owner = new MemberId(key);
        // Whoever is no owner any more gets no agenda, and no timer until they are one again.
        if (await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is not { } plan) return;
        foreach (var day in AgendaRules.Decide(plan, await agendas.HistoryAsync(unit, owner).ConfigureAwait(false), unit.Now))
        {
            if (!await agendas.AddAsync(unit, owner, day).ConfigureAwait(false) || day.Outcome == AgendaOutcome.Skipped) continue;
            await poster.PostAsync(unit, plan, day).ConfigureAwait(false);
        }

        await ArmAsync(unit, plan).ConfigureAwait(false);
    }

    private Task ArmAsync(UnitOfWork unit, OwnerPlan plan) => AgendaRules.NextAgendaAt(plan, unit.Now) is { } next
        ? timers.SetAsync(unit, Kind, plan.Owner.Value, next)
        : timers.RemoveAsync(unit, Kind, plan.Owner.Value);
}
