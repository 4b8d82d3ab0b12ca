using System.Collections.Frozen;
using TriageBot.Features.Series;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Tasks;

/// <summary>Loads the people whom tasks are shown to and done by.</summary>
internal sealed class TaskPeopleStore(MemberStore members, OwnerStore owners, TimeStore time, SeriesStore series)
{
    public async Task<TaskPeople> LoadAsync(UnitOfWork unit)
    {
        var all = await members.AllAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        var plans = await owners.AllAsync(unit.Db, unit.Workspace).ConfigureAwait(false);
        var running = await time.AllRunningAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        var repeating = await series.OpenAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        return new TaskPeople(unit.Workspace, all.ToFrozenDictionary(member => member.Id), plans, running, repeating);
    }
}
