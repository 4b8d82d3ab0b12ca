using System.Collections.Frozen;
using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Tasks;

/// <summary>The people of a workspace, the calendars by which their tasks are due, what they are at work on, and which tasks repeat.</summary>
internal sealed class TaskPeople(
    Workspace workspace,
    FrozenDictionary<MemberId, Member> members,
    IReadOnlyList<OwnerPlan> plans,
    IReadOnlyList<TimeEntry> running,
    IReadOnlyDictionary<long, TaskInSeries> series)
{
    private readonly Dictionary<long, TaskInSeries> repeating = new(series);

    public IEnumerable<string> Names => members.Values.Select(member => member.Name).Order(StringComparer.CurrentCulture);

    public int OwnerCount => plans.Count;

    public bool IsOwner(MemberId id) => members.TryGetValue(id, out var member) && member.IsOwner;

    /// <summary>The member has started this task and not stopped it yet.</summary>
    public bool IsAtWorkOn(MemberId id, long number) => running.Any(entry => entry.MemberId == id && entry.Item == number);

    public Member Find(MemberId id) => members.TryGetValue(id, out var member) ? member : new Member { Id = id, Name = id.Value };

    /// <summary>The series of an open task; null for one that does not repeat.</summary>
    public TaskInSeries? SeriesOf(TaskItem task) =>
        repeating.GetValueOrDefault(task.Number) is { } instance && instance.Series.Id == task.SeriesId ? instance : null;

    /// <summary>Known from now on, within this unit of work.</summary>
    public void Repeats(long number, TaskInSeries instance) => repeating[number] = instance;

    /// <summary>The day on which they are back from the absence that goes on now, or in which a date of the grid came next; null when there is none (rule R5).</summary>
    public LocalDate? BackOn(MemberId id, LocalDate scheduled, Instant now)
    {
        if (plans.FirstOrDefault(plan => plan.Owner == id) is not { } plan) return null;
        var away = plan.AwayAt(now) ?? plan.Absences.LastOrDefault(one => one.Until <= now && plan.Calendar.Today(one.From) <= scheduled.PlusDays(1) && plan.Calendar.Today(one.Until) > scheduled);
        return away is null ? null : plan.Calendar.Today(away.Until);
    }

    /// <summary>An owner's own; others have nobody's hours to keep, only a zone and the workspace's day.</summary>
    public WorkCalendar CalendarOf(MemberId id) =>
        plans.FirstOrDefault(plan => plan.Owner == id)?.Calendar
        ?? new WorkCalendar(Find(id).ZoneOr(workspace), WeekHours.Standard, workspace.DayStart);
}
