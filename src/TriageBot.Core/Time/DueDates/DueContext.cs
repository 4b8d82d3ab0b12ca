using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>When and by whom something is typed.</summary>
internal sealed record DueContext(Instant Now, DueSettings Settings)
{
    /// <summary>Farther dates are confirmed first (D3).</summary>
    public const int MaxYears = 5;

    public WorkCalendar Calendar => Settings.Calendar;

    public DateTimeZone Zone => Settings.Calendar.Zone;

    public LocalDate Today { get; } = Settings.Calendar.Today(Now);

    /// <summary>Monday of this week.</summary>
    public LocalDate Monday => Today.PlusDays(1 - (int)Today.DayOfWeek);

    public LocalDate Horizon => Today.PlusYears(MaxYears);

    public string Name(LocalDate date) => DueText.Name(new DueValue.Day(date), Calendar);

    /// <summary>A zone that was named, or the one at home: the very same object where both have one id, so that values compare equal.</summary>
    public DateTimeZone ZoneOr(DateTimeZone? named) => named is null || named.Id == Zone.Id ? Zone : named;
}
