using NodaTime;

namespace TriageBot.Core.Tasks;

/// <summary>The rhythm in which a someday-maybe item comes back (rules S3, S4).</summary>
public static class SomedayRules
{
    /// <summary>Days until the first review after a keep; each further keep doubles it.</summary>
    public const int FirstInterval = 28;

    public const int LongestInterval = 180;

    /// <summary>Shown so often without an answer, an item is asked about once.</summary>
    public const int AskedAfter = 5;

    /// <summary>Dropped items can be found in the archive for so many days.</summary>
    public const int ArchiveDays = 90;

    /// <summary>Still wanted, but not now: it rests twice as long as the last time. The next review is reckoned from the one that was due, so that answering late does not shift its grid.</summary>
    public static TaskItem Keep(TaskItem item, LocalDate today)
    {
        if (item.State != TaskState.Someday) return item;
        var days = item.ReviewDays is { } last ? Math.Min(last * 2, LongestInterval) : FirstInterval;
        var next = item.NextReviewOn is { } due && due < today ? due : today;
        while (next <= today) next = next.PlusDays(days);
        return item with { ReviewDays = days, NextReviewOn = next, UnansweredCount = 0 };
    }

    /// <summary>Back from the archive it is a someday-maybe item again; what was open is open again.</summary>
    public static TaskItem Restore(TaskItem closed) => closed with
    {
        State = WasSomeday(closed) ? TaskState.Someday : TaskState.Open,
        ClosedAt = null,
        UnansweredCount = 0,
    };

    /// <summary>Only someday-maybe items have a next review.</summary>
    public static bool WasSomeday(TaskItem closed) => closed.NextReviewOn is not null;
}
