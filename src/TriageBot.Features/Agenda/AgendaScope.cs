using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Agenda;

/// <summary>Whom an agenda is for, and how it reads their tasks and clock.</summary>
/// <param name="IsNamed">There are others with an agenda, so it says whose it is.</param>
/// <param name="Sight">Who reads it where it will stand (rule A10).</param>
internal sealed record AgendaReader(Member Member, TaskPeople People, bool IsNamed, TaskReader Sight)
{
    public WorkCalendar Calendar => People.CalendarOf(Member.Id);
}

/// <summary>An agenda being put into words.</summary>
/// <param name="Now">The moment by which it was built.</param>
/// <param name="PlannedAt">When it was to be sent, if that is long ago; null when it is not late.</param>
internal sealed record AgendaScope(AgendaView View, AgendaReader Reader, Instant Now, Instant? PlannedAt = null)
{
    public DateTimeZone Zone => Reader.Calendar.Zone;

    public LocalDate Today => Reader.Calendar.Today(Now);

    /// <summary>Everything, not only what a morning needs.</summary>
    public bool IsWhole { get; init; }

    public string Clock(Instant moment) => TimeText.Clock(moment.InZone(Zone).TimeOfDay);

    public SeenTask Seen(TaskItem task) => TaskSight.Of(task, Reader.Sight);
}
