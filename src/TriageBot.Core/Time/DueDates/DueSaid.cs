using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A whole option as it was said.</summary>
internal abstract record DueSaid
{
    private DueSaid()
    {
    }

    public sealed record Special(DueValue Value) : DueSaid;

    /// <summary>At least one of the three.</summary>
    public sealed record Point(Lead Lead, DateSaid? Date, TimeSaid? Time, OffsetSaid? Offset) : DueSaid;

    public sealed record Series(RecurrenceSaid Recurrence) : DueSaid;
}

/// <summary>The word in front, where it matters.</summary>
internal enum Lead
{
    None,
    By,
    Before,
    On,
    At,
    For,
}

/// <param name="From">The date after "starting".</param>
/// <param name="Until">The last date.</param>
internal sealed record RecurrenceSaid(RecurrencePattern Pattern)
{
    public TimeSaid? Time { get; init; }

    public DateSaid? From { get; init; }

    public DateSaid? Until { get; init; }

    public int? Times { get; init; }

    public RecurrenceMode Mode { get; init; }

    public ClosedDayPolicy ClosedDays { get; init; }
}
