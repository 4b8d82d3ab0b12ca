using NodaTime;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>What a typed due date or do-day means (rule T3). A day is never kept as a midnight, someday never as a far year.</summary>
public abstract record DueValue
{
    private DueValue()
    {
    }

    /// <summary>Due when the logical day is over.</summary>
    public sealed record Day(LocalDate Date) : DueValue;

    /// <summary>Due at a wall time, which stays what it is when the zone's rules change (rule T5).</summary>
    /// <param name="Local">Whole minutes; exists in <paramref name="Zone"/> by today's data.</param>
    public sealed record At(LocalDateTime Local, DateTimeZone Zone) : DueValue;

    /// <param name="First">The first due date: a <see cref="Day"/>, or an <see cref="At"/> when the rule names a time.</param>
    public sealed record Repeating(Recurrence Rule, DueValue First) : DueValue;

    /// <summary>"none": takes away the date there was.</summary>
    public sealed record None : DueValue;

    /// <summary>"someday": moves the item to the someday-maybe list.</summary>
    public sealed record Someday : DueValue;

    /// <summary>The instant from which it is overdue; a day counts as the end of that logical day (rule O3). Null when there is no date.</summary>
    public static Instant? DeadlineOf(DueValue due, WorkCalendar calendar) => due switch
    {
        Day day => LogicalDay.Bounds(day.Date, calendar.Zone, calendar.DayStart).End,
        At at => ZoneTime.ToInstant(at.Local, at.Zone),
        Repeating series => DeadlineOf(series.First, calendar),
        None or Someday => null,
        _ => throw new ArgumentOutOfRangeException(nameof(due), due, "Unknown kind of due value."),
    };
}
