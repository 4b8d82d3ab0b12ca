using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Agenda;

/// <summary>What waits in an owner's queue, at a glance.</summary>
/// <param name="OldestWaiting">How long the oldest has waited; null when nothing is held.</param>
/// <param name="NextBreak">Null when no break is planned.</param>
public sealed record QueueGlance(int Held, Duration? OldestWaiting, Instant? NextBreak);

/// <summary>All that an agenda is made from.</summary>
/// <param name="Date">The logical day it is for.</param>
/// <param name="Open">Open tasks of whoever it is for, in any order: all that the agenda can show.</param>
public sealed record AgendaSnapshot(LocalDate Date, WorkCalendar Calendar, IReadOnlyCollection<TaskItem> Open)
{
    /// <summary>An owner judges what is important; in a teammate's agenda nothing waits for that.</summary>
    public bool IsOwners { get; init; }

    /// <summary>Further important tasks without any date. They come last in the order, so only their number matters.</summary>
    public int FurtherUndated { get; init; }

    /// <summary>Further tasks that nobody has judged; an owner's agenda only counts them.</summary>
    public int FurtherUntriaged { get; init; }

    /// <summary>What the owner has pinned for that day (rule O5).</summary>
    public OwnOrder Own { get; init; } = OwnOrder.None;

    /// <summary>By start.</summary>
    public IReadOnlyList<Break> Breaks { get; init; } = [];

    /// <summary>Someday-maybe items whose next review has come; empty where none are to be shown.</summary>
    public IReadOnlyCollection<TaskItem> Someday { get; init; } = [];

    /// <summary>Null for who has no queue, and for other days than today.</summary>
    public QueueGlance? Queue { get; init; }
}
