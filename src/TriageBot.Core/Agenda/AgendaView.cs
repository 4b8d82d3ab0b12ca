using NodaTime;
using TriageBot.Core.Tasks;

namespace TriageBot.Core.Agenda;

/// <summary>A task in an agenda.</summary>
/// <param name="Place">From 1.</param>
/// <param name="IsFirst">Under "do first"; else under "then".</param>
/// <param name="Fits">Above the cut line (rule A5).</param>
public sealed record AgendaEntry(TaskItem Task, int Place, bool IsFirst, bool Fits);

/// <summary>An agenda, ready to be put into words (rule A2): what is shown, in which order, and what is only counted.</summary>
/// <param name="WorkingTime">Of the whole day; null for who has no hours of their own.</param>
/// <param name="Day">Null where there is no working time to reckon with: nobody's hours, a closed day, an evening.</param>
/// <param name="More">Planned tasks that are not among the entries: all of them below the cut line.</param>
/// <param name="MoreUndated">Important tasks without a date, for which the day has no room.</param>
/// <param name="NotYours">Urgent but not important: to be declined or delegated (rule O2).</param>
/// <param name="Someday">Null where nothing takes its turn.</param>
public sealed record AgendaView(
    LocalDate Date,
    Duration? WorkingTime,
    DayArithmetic? Day,
    IReadOnlyList<FixedTime> Fixed,
    IReadOnlyList<AgendaEntry> Entries,
    int More,
    int MoreUndated,
    int NotYours,
    int Untriaged,
    SomedayTurn? Someday)
{
    /// <summary>Without hours to fill, so many tasks without a date are shown.</summary>
    public const int MostUndated = 8;

    /// <summary>Due within so many days is soon enough to be in the agenda without a do-day.</summary>
    public const int SoonDays = 7;

    /// <summary>What the owner has pinned for that day.</summary>
    public OwnOrder Own { get; init; } = OwnOrder.None;

    public QueueGlance? Queue { get; init; }

    public CustomerDay Customers { get; init; } = CustomerDay.Empty;

    public DayResult? Before { get; init; }

    public IReadOnlyList<WeekDay> Week { get; init; } = [];

    public int? RecommendedBuffer { get; init; }

    public bool HasNothingToDo => Fixed.Count(each => each.Task is not null) + Entries.Count + More + MoreUndated + NotYours + Untriaged + (Queue?.Held ?? 0) == 0 && Customers.IsEmpty;

    /// <param name="now">The moment that decides what is urgent and overdue, and how much of the day is left: now for today, the agenda's time for another day.</param>
    public static AgendaView Build(AgendaSnapshot snapshot, Instant now)
    {
        var waiting = snapshot.Open.Where(task => !FixedTime.Waits(task, snapshot.Calendar, snapshot.Date));
        var ordered = TaskOrder.Sort(waiting, snapshot.Calendar, now, snapshot.Own);
        var planned = ordered.Where(ranked => IsFirst(ranked, snapshot, now)).Concat(ordered.Where(ranked => IsThen(ranked, snapshot, now))).ToList();
        var undated = ordered.Where(ranked => IsUndated(ranked, snapshot, now)).Select(ranked => ranked.Task).ToList();
        var taken = FixedTime.On(snapshot.Calendar, snapshot.Date, snapshot.Blocks, snapshot.Open);
        var day = Reckon(snapshot, taken, planned.Sum(ranked => snapshot.RemainingOf(ranked.Task)) + snapshot.Further.PlannedMinutes, now);
        var fitting = day is null ? planned.Count : CutLine.After(planned.Select(ranked => snapshot.RemainingOf(ranked.Task)), day);
        var isAllIn = fitting == planned.Count && snapshot.Further.Planned == 0;
        var added = isAllIn ? Added(snapshot, undated, day) : 0;
        var fill = undated.Take(added);
        return new AgendaView(
            snapshot.Date,
            snapshot.Day is null ? null : snapshot.Calendar.WindowsOf(snapshot.Date).Aggregate(Duration.Zero, (sum, span) => sum + span.Duration),
            day?.Plus(fill.Sum(snapshot.RemainingOf)),
            taken,
            [
                .. planned.Select((ranked, index) => new AgendaEntry(ranked.Task, index + 1, IsFirst(ranked, snapshot, now), index < fitting)),
                .. fill.Select((task, index) => new AgendaEntry(task, planned.Count + index + 1, IsFirst: false, Fits: true)),
            ],
            snapshot.Further.Planned,
            undated.Count - added + snapshot.Further.Undated,
            ordered.Count(ranked => Is(Quadrant.Urgent, ranked)) + snapshot.Further.NotYours,
            snapshot.IsOwners ? ordered.Count(ranked => Is(Quadrant.Untriaged, ranked)) + snapshot.Further.Untriaged : 0,
            snapshot.Someday.Count == 0 ? null : SomedayRotation.Turn(snapshot.Someday, snapshot.Date))
        {
            Own = snapshot.Own,
            Queue = snapshot.Queue,
            Customers = snapshot.Customers,
            Before = snapshot.Before,
            Week = snapshot.Week,
            RecommendedBuffer = snapshot.RecommendedBuffer,
        };
    }

    /// <summary>What has no date comes last in the order, and fills the day up as far as it goes; it never makes a day too short.</summary>
    private static int Added(AgendaSnapshot snapshot, IReadOnlyList<TaskItem> undated, DayArithmetic? day) => day is null
        ? Math.Min(undated.Count, MostUndated)
        : CutLine.After(undated.Select(snapshot.RemainingOf).Prepend(day.Planned), day) is var all && all > 0 ? all - 1 : 0;

    private static DayArithmetic? Reckon(AgendaSnapshot snapshot, IReadOnlyList<FixedTime> taken, int planned, Instant now)
    {
        if (snapshot.Day is not { } settings) return null;
        var open = DayTime.Left(snapshot.Calendar, snapshot.Date, now);
        var working = DayTime.MinutesOf(open);
        return working == 0
            ? null
            : new DayArithmetic(working, DayTime.FixedMinutes(open, taken.Select(each => each.Span)), planned, settings.Factor, settings.Buffer, settings.Unplanned);
    }

    private static bool Is(Quadrant quadrant, RankedTask ranked) => ranked.Rank.Quadrant == quadrant && !ranked.Rank.IsPinned;

    /// <summary>What the owner has pinned for the day is done first, whatever its quadrant.</summary>
    private static bool IsFirst(RankedTask ranked, AgendaSnapshot snapshot, Instant now) => ranked.Rank.IsPinned || ranked.Rank.Quadrant switch
    {
        Quadrant.UrgentAndImportant => true,
        Quadrant.Untriaged => !snapshot.IsOwners && TaskUrgency.Of(ranked.Task, snapshot.Calendar, now) != Urgency.None,
        _ => false,
    };

    /// <summary>Planned for this day or before, or due soon; a later do-day keeps a task out until then.</summary>
    private static bool IsThen(RankedTask ranked, AgendaSnapshot snapshot, Instant now)
    {
        if (IsFirst(ranked, snapshot, now) || !IsImportant(ranked, snapshot)) return false;
        return ranked.Task.DoOn <= snapshot.Date || TaskDue.DayOf(ranked.Task, snapshot.Calendar) <= snapshot.Date.PlusDays(SoonDays);
    }

    private static bool IsUndated(RankedTask ranked, AgendaSnapshot snapshot, Instant now) =>
        !IsFirst(ranked, snapshot, now) && IsImportant(ranked, snapshot) && ranked.Task.DoOn is null && TaskDue.Of(ranked.Task) is null;

    private static bool IsImportant(RankedTask ranked, AgendaSnapshot snapshot) =>
        ranked.Rank.Quadrant == Quadrant.Important || (!snapshot.IsOwners && ranked.Rank.Quadrant == Quadrant.Untriaged);
}
