using System.Collections.Frozen;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Tasks;

/// <summary>The people of a workspace and the calendars by which their tasks are due.</summary>
internal sealed class TaskPeople(Workspace workspace, FrozenDictionary<MemberId, Member> members, IReadOnlyList<OwnerPlan> plans)
{
    public IEnumerable<string> Names => members.Values.Select(member => member.Name).Order(StringComparer.CurrentCulture);

    public int OwnerCount => plans.Count;

    public bool IsOwner(MemberId id) => members.TryGetValue(id, out var member) && member.IsOwner;

    public Member Find(MemberId id) => members.TryGetValue(id, out var member) ? member : new Member { Id = id, Name = id.Value };

    /// <summary>An owner's own; others have nobody's hours to keep, only a zone and the workspace's day.</summary>
    public WorkCalendar CalendarOf(MemberId id) =>
        plans.FirstOrDefault(plan => plan.Owner == id)?.Calendar
        ?? new WorkCalendar(Find(id).ZoneOr(workspace), WeekHours.Standard, workspace.DayStart);
}
