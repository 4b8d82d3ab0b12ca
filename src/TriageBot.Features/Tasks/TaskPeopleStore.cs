using System.Collections.Frozen;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Tasks;

/// <summary>Loads the people whom tasks are shown to and done by.</summary>
internal sealed class TaskPeopleStore(MemberStore members, OwnerStore owners)
{
    public async Task<TaskPeople> LoadAsync(UnitOfWork unit)
    {
        var all = await members.AllAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        var plans = await owners.AllAsync(unit.Db, unit.Workspace).ConfigureAwait(false);
        return new TaskPeople(unit.Workspace, all.ToFrozenDictionary(member => member.Id), plans);
    }
}
