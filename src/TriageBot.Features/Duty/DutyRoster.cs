using NodaTime;
using TriageBot.Core.Escalations;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Duty;

/// <summary>Who is on duty at a moment and who covers. Everything that escalates asks here and nowhere else.</summary>
internal sealed class DutyRoster(OwnerStore owners)
{
    /// <summary>The owner who is on duty until somebody changes it; nobody covers yet.</summary>
    /// <param name="at">Now or later.</param>
    public async Task<DutyAt> AtAsync(UnitOfWork unit, Instant at)
    {
        _ = at;
        return new DutyAt(
            await owners.OnDutyAsync(unit.Db, unit.Workspace).ConfigureAwait(false),
            Cover: null,
            await owners.AllAsync(unit.Db, unit.Workspace).ConfigureAwait(false));
    }
}
