using NodaTime;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Core.TimeLog;

namespace TriageBot.Core.Week;

/// <summary>Minutes that one member logged on one day for one thing: a sum of rows.</summary>
public sealed record LoggedMinutes
{
    public LocalDate OnDate { get; init; }

    public string Function { get; init; } = "";

    /// <summary>Blank for time that was for no customer in particular.</summary>
    public string Customer { get; init; } = "";

    public bool IsUnplanned { get; init; }

    /// <summary>Of the task it was for; null where that has none, or there was no task.</summary>
    public ValueClass? ValueClass { get; init; }

    public int Minutes { get; init; }

    /// <summary>For a named customer, or for customers in general.</summary>
    public bool IsForCustomers => Customer.Length > 0 || Function == TimeRules.Customers;
}

/// <summary>How many tasks of one worth were closed in one way: a count of rows.</summary>
public sealed record ClosedTasks
{
    public TaskState State { get; init; }

    public ValueClass? ValueClass { get; init; }

    public int Count { get; init; }
}

/// <summary>What is stored about one owner's week.</summary>
public sealed record WeekFacts
{
    public IReadOnlyList<LoggedMinutes> Logged { get; init; } = [];

    public IReadOnlyList<ClosedTasks> Closed { get; init; } = [];

    /// <summary>Tasks that at least one day of the week ended without.</summary>
    public int Carried { get; init; }

    /// <summary>Urgent messages that were asked in the week.</summary>
    public int Asked { get; init; }

    public IReadOnlyList<Interruption> Interruptions { get; init; } = [];

    /// <summary>Due in the week, what is due first standing first.</summary>
    public IReadOnlyList<Promise> Promises { get; init; } = [];

    /// <summary>The someday-maybe list as it is now.</summary>
    public IReadOnlyList<TaskItem> Someday { get; init; } = [];
}
