using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Features.Agenda;

namespace TriageBot.Features.Urgent;

/// <summary>The agenda's line about what is held.</summary>
internal sealed class UrgentQueueGlance(UrgentStore urgent, Holding holding) : IQueueGlance
{
    public async Task<QueueGlance> GlanceAsync(UnitOfWork unit, OwnerPlan plan)
    {
        var held = await urgent.HeldAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        var upcoming = await holding.UpcomingAsync(unit, plan).ConfigureAwait(false);
        return new QueueGlance(
            held.Count,
            held.Count == 0 ? null : unit.Now - held.Min(message => message.WaitingSinceAt),
            upcoming.Where(span => span.Start >= unit.Now).Select(span => (Instant?)span.Start).FirstOrDefault());
    }
}
