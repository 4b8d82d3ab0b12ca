using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Tasks;

namespace TriageBot.Core.Agenda;

/// <param name="First">Place of the first task, from 1.</param>
/// <param name="More">How many there are beyond those shown.</param>
public sealed record AgendaSection(IReadOnlyList<TaskItem> Tasks, int First, int More);

/// <summary>An agenda, ready to be put into words (rule A2): what is shown, in which order, and what is only counted.</summary>
/// <param name="WorkingTime">Of the whole day; null for who has no hours of their own.</param>
/// <param name="NotYours">Urgent but not important: to be declined or delegated (rule O2).</param>
/// <param name="Someday">Null where nothing takes its turn.</param>
public sealed record AgendaView(
    LocalDate Date,
    Duration? WorkingTime,
    IReadOnlyList<Break> Breaks,
    AgendaSection DoFirst,
    AgendaSection Then,
    int NotYours,
    int Untriaged,
    QueueGlance? Queue,
    SomedayTurn? Someday)
{
    /// <summary>A section shows so many; the rest is in <c>/tasks</c> (rule A11).</summary>
    public const int MostShown = 8;

    /// <summary>Due within so many days is soon enough to be in the agenda without a do-day.</summary>
    public const int SoonDays = 7;

    /// <summary>What the owner has pinned for that day.</summary>
    public OwnOrder Own { get; init; } = OwnOrder.None;

    public bool HasNothingToDo => DoFirst.Tasks.Count + Then.Tasks.Count + NotYours + Untriaged + (Queue?.Held ?? 0) == 0;

    /// <param name="now">The moment that decides what is urgent and overdue: now for today, the agenda's time for another day.</param>
    public static AgendaView Build(AgendaSnapshot snapshot, Instant now)
    {
        var ordered = TaskOrder.Sort(snapshot.Open, snapshot.Calendar, now, snapshot.Own);
        var first = ordered.Where(ranked => IsFirst(ranked, snapshot, now)).ToList();
        var then = ordered.Where(ranked => IsThen(ranked, snapshot) && !IsFirst(ranked, snapshot, now)).ToList();
        return new AgendaView(
            snapshot.Date,
            snapshot.IsOwners ? snapshot.Calendar.WindowsOf(snapshot.Date).Aggregate(Duration.Zero, (sum, span) => sum + span.Duration) : null,
            snapshot.Breaks,
            Section(first, place: 1, further: 0),
            Section(then, place: Math.Min(first.Count, MostShown) + 1, snapshot.FurtherUndated),
            ordered.Count(ranked => ranked.Rank.Quadrant == Quadrant.Urgent && !ranked.Rank.IsPinned),
            snapshot.IsOwners ? ordered.Count(ranked => ranked.Rank.Quadrant == Quadrant.Untriaged && !ranked.Rank.IsPinned) + snapshot.FurtherUntriaged : 0,
            snapshot.Queue,
            snapshot.Someday.Count == 0 ? null : SomedayRotation.Turn(snapshot.Someday, snapshot.Date))
        {
            Own = snapshot.Own,
        };
    }

    /// <summary>What the owner has pinned for the day is done first, whatever its quadrant.</summary>
    private static bool IsFirst(RankedTask ranked, AgendaSnapshot snapshot, Instant now) => ranked.Rank.IsPinned || ranked.Rank.Quadrant switch
    {
        Quadrant.UrgentAndImportant => true,
        Quadrant.Untriaged => !snapshot.IsOwners && TaskUrgency.Of(ranked.Task, snapshot.Calendar, now) != Urgency.None,
        _ => false,
    };

    /// <summary>Planned for this day or before, due soon, or without any date; a later do-day keeps a task out until then.</summary>
    private static bool IsThen(RankedTask ranked, AgendaSnapshot snapshot)
    {
        if (ranked.Rank.Quadrant != Quadrant.Important && (snapshot.IsOwners || ranked.Rank.Quadrant != Quadrant.Untriaged)) return false;
        var due = TaskDue.DayOf(ranked.Task, snapshot.Calendar);
        var isSoon = due <= snapshot.Date.PlusDays(SoonDays);
        return ranked.Task.DoOn is { } day ? day <= snapshot.Date || isSoon : isSoon || due is null;
    }

    private static AgendaSection Section(IReadOnlyList<RankedTask> ranked, int place, int further) =>
        new([.. ranked.Take(MostShown).Select(one => one.Task)], place, Math.Max(0, ranked.Count - MostShown) + further);
}
