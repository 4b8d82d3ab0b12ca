using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>When an owner's hours change, so do the moments at which they are reminded of what they have promised (rule C8).</summary>
internal sealed class PromisePlans(PromiseStore promises, PromiseSchedule schedule) : IOwnerPlanChanged
{
    public async Task OwnerPlanChangedAsync(UnitOfWork unit, MemberId owner)
    {
        foreach (var promise in await promises.OwedByAsync(unit.Db, unit.Workspace.Id, owner, Instant.MaxValue).ConfigureAwait(false))
        {
            if (promise.State == PromiseState.Open) await schedule.MoveRemindersAsync(unit, promise).ConfigureAwait(false);
        }
    }
}
