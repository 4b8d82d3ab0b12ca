using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Focus;
using TriageBot.Features.Timers;

namespace TriageBot.Features.Focus;

/// <summary>Whether an owner can be asked at a moment: the one place that knows (rule H18). Break-glass asks it, and so does whoever answers for the owner.</summary>
internal sealed class FocusBook(FocusStore focuses, TimerStore timers)
{
    /// <summary>Why the owner is not to be asked now, quiet hours included; null when they can be.</summary>
    public async Task<Guard?> GuardOfAsync(UnitOfWork unit, OwnerPlan plan) =>
        FocusRules.GuardOf(plan, await focuses.FindOpenAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false), unit.Now);

    /// <summary>The focus that is on; null when none is.</summary>
    public async Task<FocusSession?> CurrentAsync(UnitOfWork unit, MemberId owner) =>
        await focuses.FindOpenAsync(unit.Db, unit.Workspace.Id, owner).ConfigureAwait(false) is { } focus && focus.IsOnAt(unit.Now) ? focus : null;

    public async Task<FocusSession> StartAsync(UnitOfWork unit, MemberId owner, Instant end, string customer)
    {
        var focus = await focuses.InsertAsync(unit, new FocusSession { OwnerId = owner, Customer = customer, StartedAt = unit.Now, EndsAt = end }).ConfigureAwait(false);
        await timers.SetAsync(unit, FocusTimers.End, FocusTimers.Key(focus), end).ConfigureAwait(false);
        return focus;
    }

    public async Task SaveAsync(UnitOfWork unit, FocusSession focus)
    {
        await focuses.SaveAsync(unit, focus).ConfigureAwait(false);
        if (focus.EndedAt is null) await timers.SetAsync(unit, FocusTimers.End, FocusTimers.Key(focus), focus.EndsAt).ConfigureAwait(false);
        else await timers.RemoveAsync(unit, FocusTimers.End, FocusTimers.Key(focus)).ConfigureAwait(false);
    }
}
