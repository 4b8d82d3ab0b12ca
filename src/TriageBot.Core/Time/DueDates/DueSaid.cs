using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A whole option as it was said.</summary>
internal abstract record DueSaid
{
    private DueSaid()
    {
    }

    public sealed record Special(DueValue Value) : DueSaid;

    /// <summary>At least one of the three; a date and an offset never stand together.</summary>
    public sealed record Point(Lead Lead, DateSaid? Date, TimeSaid? Time, OffsetSaid? Offset) : DueSaid
    {
        /// <summary>"16h" alone: the offset may also be this hour of the day.</summary>
        public int? OrHour { get; init; }

        /// <summary>Where the time begins in the typed text.</summary>
        public int TimeStart { get; init; }

        /// <summary>Where the date or the offset begins in the typed text.</summary>
        public int DateStart { get; init; }
    }

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

/// <param name="OrElse">The other pattern that the same words name: "every second tuesday".</param>
internal sealed record RecurrenceSaid(RecurrencePattern Pattern, RecurrencePattern? OrElse = null)
{
    public TimeSaid? Time { get; init; }

    /// <summary>Where the time begins in the typed text.</summary>
    public int TimeStart { get; init; }

    public DateSaid? From { get; init; }

    public DateSaid? Until { get; init; }

    public int? Times { get; init; }

    public RecurrenceMode Mode { get; init; }

    public ClosedDayPolicy ClosedDays { get; init; }
}
