using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;

namespace TriageBot.Features.Agenda;

/// <summary>What the agenda asks of the queue of held messages.</summary>
internal interface IQueueGlance
{
    Task<QueueGlance> GlanceAsync(UnitOfWork unit, OwnerPlan plan);
}
