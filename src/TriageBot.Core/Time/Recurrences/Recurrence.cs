using NodaTime;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>A repeating date (rule R1). Every occurrence is computed from the anchor, never from the one before.</summary>
/// <param name="Anchor">The first scheduled date.</param>
/// <param name="Zone">Whose wall clock <see cref="At"/> is.</param>
public sealed record Recurrence(RecurrencePattern Pattern, LocalDate Anchor, DateTimeZone Zone)
{
    /// <summary>Null: due on the day.</summary>
    public LocalTime? At { get; init; }

    public RecurrenceMode Mode { get; init; }

    public ClosedDayPolicy ClosedDays { get; init; }

    public RecurrenceEnd End { get; init; } = new RecurrenceEnd.Never();
}

/// <summary>What follows when an occurrence is done (rule R3).</summary>
public enum RecurrenceMode
{
    /// <summary>"every": the next date of the grid.</summary>
    Grid,

    /// <summary>"every!" or "after completion": counted from the day it was done.</summary>
    AfterCompletion,

    /// <summary>"keep all": each missed one stays owed.</summary>
    KeepAll,
}

/// <summary>What happens to an occurrence on a day without working hours (rule R4).</summary>
public enum ClosedDayPolicy
{
    MoveAfter,
    MoveBefore,
    Skip,
    Keep,
}

/// <summary>When a series ends.</summary>
public abstract record RecurrenceEnd
{
    private RecurrenceEnd()
    {
    }

    public sealed record Never : RecurrenceEnd;

    /// <param name="Last">Scheduled dates up to and including this one.</param>
    public sealed record Until(LocalDate Last) : RecurrenceEnd;

    /// <param name="Count">1–999 scheduled dates, the anchor included.</param>
    public sealed record Times(int Count) : RecurrenceEnd;
}
