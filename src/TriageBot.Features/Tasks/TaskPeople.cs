using System.Collections.Frozen;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Tasks;

/// <summary>The people of a workspace, the calendars by which their tasks are due, and what they are at work on.</summary>
internal sealed class TaskPeople(
    Workspace workspace, FrozenDictionary<MemberId, Member> members, IReadOnlyList<OwnerPlan> plans, IReadOnlyList<TimeEntry> running)
{
    public IEnumerable<string> Names => members.Values.Select(member => member.Name).Order(StringComparer.CurrentCulture);

    public int OwnerCount => plans.Count;

    public bool IsOwner(MemberId id) => members.TryGetValue(id, out var member) && member.IsOwner;

    /// <summary>The member has started this task and not stopped it yet.</summary>
    public bool IsAtWorkOn(MemberId id, long number) => running.Any(entry => entry.MemberId == id && entry.Item == number);

    public Member Find(MemberId id) => members.TryGetValue(id, out var member) ? member : new Member { Id = id, Name = id.Value };

    /// <summary>An owner's own; others have nobody's hours to keep, only a zone and the workspace's day.</summary>
    public WorkCalendar CalendarOf(MemberId id) =>
        plans.FirstOrDefault(plan => plan.Owner == id)?.Calendar
        ?? new WorkCalendar(Find(id).ZoneOr(workspace), WeekHours.Standard, workspace.DayStart);
}
