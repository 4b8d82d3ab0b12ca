using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Week;

/// <summary>Minutes for one customer, and their share of all that was logged.</summary>
public sealed record CustomerShare(string Customer, int Minutes, int Percent)
{
    /// <summary>All named customers, the most first.</summary>
    public static IReadOnlyList<CustomerShare> AllOf(IReadOnlyCollection<LoggedMinutes> rows)
    {
        var logged = rows.Sum(row => row.Minutes);
        return
        [
            .. rows.Where(row => row.Customer.Length > 0).GroupBy(row => row.Customer)
                .Select(each => (Name: each.Key, Minutes: each.Sum(row => row.Minutes)))
                .OrderByDescending(sum => sum.Minutes).ThenBy(sum => sum.Name, StringComparer.Ordinal)
                .Select(sum => new CustomerShare(sum.Name, sum.Minutes, WeekReport.PercentOf(sum.Minutes, logged))),
        ];
    }
}

/// <summary>What went to tasks of one worth.</summary>
/// <param name="Value">Null for all that has none.</param>
public sealed record ValueShare(ValueClass? Value, int Minutes, int Done);

/// <summary>The sums of a weekly report (rule M1), from rows. Time that nobody logged is unlogged, never guessed.</summary>
public sealed record WeekReport
{
    public required ReportWeek Week { get; init; }

    public required WeekFacts Facts { get; init; }

    public int Logged { get; init; }

    /// <summary>For a named customer, or for customers in general.</summary>
    public int Customer { get; init; }

    /// <summary>All named customers, the most first.</summary>
    public IReadOnlyList<CustomerShare> Customers { get; init; } = [];

    public int Unplanned { get; init; }

    public int Planned => Logged - Unplanned;

    /// <summary>Days on which more was unplanned than the buffer holds.</summary>
    public IReadOnlyList<LocalDate> OverBuffer { get; init; } = [];

    /// <summary>Working time of the week, as far as it is over.</summary>
    public int Working { get; init; }

    /// <summary>Working time of each day that nobody logged, summed up: what is logged beyond one day's hours is no work of another day.</summary>
    public int Unlogged { get; init; }

    /// <summary>The worth of what was worked on and done; empty where nothing of it has a worth.</summary>
    public IReadOnlyList<ValueShare> Values { get; init; } = [];

    public required SomedayCoverage Someday { get; init; }

    public int CustomerPercent => PercentOf(Customer, Logged);

    public int Done => CountOf(TaskState.Done);

    public int Dropped => CountOf(TaskState.Dropped);

    public PromiseTally Promises => PromiseTally.Of(Facts.Promises.Select(promise => (promise.State, promise.MoveCount, 1)));

    /// <summary>Still to be kept, and counted as nothing else yet.</summary>
    public int OpenPromises => Facts.Promises.Count(promise => PromiseRules.ClassOf(promise) == PromiseClass.Open);

    public IReadOnlyList<Promise> Misses => [.. Facts.Promises.Where(PromiseRules.IsMiss)];

    /// <summary>What the owner can still judge.</summary>
    public IReadOnlyList<Interruption> NotJudged => [.. Facts.Interruptions.Where(one => !one.IsSafety && one.Verdict is null)];

    /// <summary>Nothing has happened that could be reported.</summary>
    public bool IsEmpty => Logged == 0 && Facts is { Closed.Count: 0, Carried: 0, Asked: 0, Interruptions.Count: 0, Promises.Count: 0 };

    /// <param name="buffer">Minutes kept free each day.</param>
    public static WeekReport Of(ReportWeek week, WeekFacts facts, WorkCalendar calendar, int buffer, Instant now)
    {
        var byDay = facts.Logged.ToLookup(row => row.OnDate);
        var logged = facts.Logged.Sum(row => row.Minutes);
        var days = week.DaysUntil(calendar.Today(now)).Select(day => (Day: day, Working: WorkingMinutes(calendar, day, now))).ToList();
        return new WeekReport
        {
            Week = week,
            Facts = facts,
            Logged = logged,
            Customer = facts.Logged.Where(row => row.IsForCustomers).Sum(row => row.Minutes),
            Customers = CustomerShare.AllOf(facts.Logged),
            Unplanned = facts.Logged.Where(row => row.IsUnplanned).Sum(row => row.Minutes),
            OverBuffer = [.. byDay.Where(rows => rows.Where(row => row.IsUnplanned).Sum(row => row.Minutes) > buffer).Select(rows => rows.Key).Order()],
            Working = days.Sum(day => day.Working),
            Unlogged = days.Sum(day => Math.Max(0, day.Working - byDay[day.Day].Sum(row => row.Minutes))),
            Values = ValuesOf(facts),
            Someday = SomedayCoverage.Of(facts.Someday, week, calendar, calendar.Today(now)),
        };
    }

    /// <summary>Of a day that is not over only what has passed.</summary>
    private static int WorkingMinutes(WorkCalendar calendar, LocalDate day, Instant now) => DayTime.MinutesOf(
        calendar.WindowsOf(day).Where(span => span.Start < now).Select(span => new Interval(span.Start, Instant.Min(span.End, now))));

    private static IReadOnlyList<ValueShare> ValuesOf(WeekFacts facts)
    {
        var shares = Enum.GetValues<ValueClass>().Select(value => (ValueClass?)value).Append(null)
            .Select(value => new ValueShare(
                value,
                facts.Logged.Where(row => row.ValueClass == value).Sum(row => row.Minutes),
                facts.Closed.Where(row => row.State == TaskState.Done && row.ValueClass == value).Sum(row => row.Count)))
            .Where(share => share.Minutes + share.Done > 0).ToList();
        return shares.Any(share => share.Value is not null) ? shares : [];
    }

    private int CountOf(TaskState state) => Facts.Closed.Where(row => row.State == state).Sum(row => row.Count);

    /// <summary>To the nearest whole; nothing of nothing is nothing.</summary>
    internal static int PercentOf(int part, int whole) => whole == 0 ? 0 : ((200 * part) + whole) / (2 * whole);
}
