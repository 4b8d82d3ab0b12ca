using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>What waits in an owner's queue, at a glance.</summary>
/// <param name="OldestWaiting">How long ago the oldest was asked, nights included: an agenda is read before work begins. Null when nothing is held.</param>
/// <param name="NextBreak">Null when no break is planned.</param>
public sealed record QueueGlance(int Held, Duration? OldestWaiting, Instant? NextBreak);

/// <summary>Tasks that are only counted. They stand behind all that were loaded, so an agenda never needs to show them.</summary>
/// <param name="PlannedMinutes">Remaining minutes of <paramref name="Planned"/>.</param>
/// <param name="Undated">Important, without any date.</param>
/// <param name="NotYours">Urgent, but not important.</param>
public sealed record FurtherTasks(int Planned, int PlannedMinutes, int Undated, int Untriaged, int NotYours)
{
    public static FurtherTasks None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>How a day of an owner is reckoned (rule A3).</summary>
/// <param name="Factor">k of rule A4.</param>
/// <param name="Buffer">Minutes kept for emergencies.</param>
/// <param name="Unplanned">Minutes that unplanned work has taken that day.</param>
public sealed record DaySettings(decimal Factor, int Buffer, int Unplanned)
{
    /// <summary>What a new owner keeps for emergencies, in minutes.</summary>
    public const int UsualBuffer = 60;
}

/// <summary>How the working day before went.</summary>
/// <param name="Carried">Planned tasks that it ended without.</param>
public sealed record DayResult(LocalDate On, int Done, int Carried, int Unplanned, int Buffer)
{
    public bool IsEmpty => Done + Carried + Unplanned == 0;
}

/// <summary>All that an agenda is made from.</summary>
/// <param name="Date">The logical day it is for.</param>
/// <param name="Open">Open tasks of whoever it is for, in any order: all that the agenda can show.</param>
public sealed record AgendaSnapshot(LocalDate Date, WorkCalendar Calendar, IReadOnlyCollection<TaskItem> Open)
{
    /// <summary>An owner judges what is important; in a teammate's agenda nothing waits for that.</summary>
    public bool IsOwners { get; init; }

    /// <summary>Null for who keeps no hours of their own: there is nothing to reckon with.</summary>
    public DaySettings? Day { get; init; }

    public FurtherTasks Further { get; init; } = FurtherTasks.None;

    /// <summary>Minutes already spent on open tasks, by number.</summary>
    public IReadOnlyDictionary<long, int> Spent { get; init; } = new Dictionary<long, int>();

    /// <summary>What the owner has pinned for that day (rule O5).</summary>
    public OwnOrder Own { get; init; } = OwnOrder.None;

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Someday-maybe items whose next review has come; empty where none are to be shown.</summary>
    public IReadOnlyCollection<TaskItem> Someday { get; init; } = [];

    /// <summary>Null for who has no queue, and for other days than today.</summary>
    public QueueGlance? Queue { get; init; }

    /// <summary>What customers wait for on that day.</summary>
    public CustomerDay Customers { get; init; } = CustomerDay.Empty;

    /// <summary>Null for who keeps no hours, and for other days than today.</summary>
    public DayResult? Before { get; init; }

    /// <summary>The further days of the week; empty but for a long agenda.</summary>
    public IReadOnlyList<WeekDay> Week { get; init; } = [];

    /// <summary>What the buffer should be (rule M4); null for any but a long agenda, and while too few days are known.</summary>
    public int? RecommendedBuffer { get; init; }

    public int RemainingOf(TaskItem task) => Estimates.Remaining(task.EstimateMinutes, Spent.GetValueOrDefault(task.Number));
}
