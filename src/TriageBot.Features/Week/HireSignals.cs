using TriageBot.Core.Breaks;
using TriageBot.Core.Week;
using TriageBot.Features.Agenda;

namespace TriageBot.Features.Week;

/// <summary>Loads what speaks for another person (rule M3).</summary>
internal sealed class HireSignals(WeekStore store, DayLog log)
{
    /// <returns>Null where nothing is to be said, which is nearly always: what costs most is loaded last.</returns>
    public async Task<HireSignal?> OfAsync(UnitOfWork unit, OwnerPlan plan, ReportWeek reported)
    {
        var weeks = CustomerDemand.WeeksUntil(reported, plan.Calendar.Today(unit.Now));
        var demand = CustomerDemand.Of(plan, weeks, await store.LoggedAsync(unit, plan.Owner, weeks[0].First, weeks[^1].Last).ConfigureAwait(false));
        if (!demand.IsHigh) return null;
        var open = new List<IReadOnlyList<OpenWork>>();
        foreach (var week in weeks) open.Add(await store.OpenAtEndAsync(unit, plan.Owner, plan.Calendar, week).ConfigureAwait(false));
        return HireSignal.Of(demand, open, (await log.SettingsAsync(unit, plan, today: null).ConfigureAwait(false)).Factor);
    }
}
