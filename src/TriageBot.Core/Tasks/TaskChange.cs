using NodaTime;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Tasks;

/// <summary>Something that somebody does to a task.</summary>
public abstract record TaskChange
{
    private TaskChange()
    {
    }

    public sealed record Finish : TaskChange;

    public sealed record Drop : TaskChange;

    /// <summary>Onto the someday-maybe list.</summary>
    public sealed record Shelve : TaskChange;

    /// <summary>A someday-maybe item rests for another while (rule S3).</summary>
    public sealed record Keep : TaskChange;

    /// <summary>Back from done or dropped.</summary>
    public sealed record Restore : TaskChange;

    /// <summary>Sets the do-day, or takes it away.</summary>
    /// <param name="ClosesEarlierDay">It is decided in the review of an earlier day, which has counted as a carry already (rule A7).</param>
    public sealed record Plan(LocalDate? DoOn, bool ClosesEarlierDay = false) : TaskChange;

    /// <summary>Sets the due date (a date, or wall time with its zone), or takes it away.</summary>
    public sealed record SetDue(LocalDate? On, LocalDateTime? Local, string? Zone) : TaskChange;

    /// <summary>Makes it an instance of a new series, due at its date; a pause of the series it is in does the same.</summary>
    public sealed record Repeat(TaskInSeries New, LocalDate? On, LocalDateTime? Local, string? Zone, bool IsPause = false) : TaskChange;

    /// <summary>Leaves out this instance of a series (rule R5).</summary>
    public sealed record Skip : TaskChange;

    /// <summary>An owner says whether it is important. What is neither that nor urgent nor dated goes to the someday-maybe list (rule O2).</summary>
    public sealed record Judge(bool IsImportant) : TaskChange;

    /// <summary>Declines what somebody asked for, in the owner's own words (rule O2).</summary>
    public sealed record Decline(string Words) : TaskChange;

    /// <summary>Null leaves a field as it is.</summary>
    public sealed record Edit : TaskChange
    {
        public string? What { get; init; }

        public string? Customer { get; init; }

        /// <summary>0 takes it away.</summary>
        public int? EstimateMinutes { get; init; }

        public ValueClass? ValueClass { get; init; }

        public bool? MayStopBusiness { get; init; }

        public bool? IsPrivate { get; init; }

        public Deferral? Defer { get; init; }

        public bool? IsImportant { get; init; }

        public MemberId? Assignee { get; init; }

        /// <summary>It is another owner's now, who judges for themselves.</summary>
        public bool IsUnjudged { get; init; }

        /// <summary>What whoever does it from now on is told with it; null for nothing.</summary>
        public string? Words { get; init; }
    }
}

/// <summary>Not before a day; without one, ready at once.</summary>
public sealed record Deferral(LocalDate? Until);

/// <summary>What a revision of a task did; stored with it, for whoever still sees an older card (rule X4).</summary>
public enum TaskChangeKind
{
    Finished,
    Dropped,
    Shelved,
    Restored,
    Planned,
    DueSet,
    Edited,
    Undone,
    Kept,
    Repeated,
    Paused,
    Skipped,
    Judged,

    /// <summary>By what its owner has listed as important (rule O1).</summary>
    JudgedByRule,
    Declined,
}
