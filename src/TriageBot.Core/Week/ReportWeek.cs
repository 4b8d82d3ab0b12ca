using NodaTime;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Time;

namespace TriageBot.Core.Week;

/// <summary>Monday to Sunday, as logical days (rule T2): what a weekly report is about.</summary>
/// <param name="First">Its Monday.</param>
public sealed record ReportWeek(LocalDate First)
{
    private const int Length = 7;

    public LocalDate Last => First.PlusDays(Length - 1);

    public ReportWeek Before => new(First.PlusDays(-Length));

    public ReportWeek After => new(First.PlusDays(Length));

    public static ReportWeek Of(LocalDate day) => new(BreakGlassRules.WeekOf(day));

    public bool Contains(LocalDate day) => day >= First && day <= Last;

    /// <summary>From the start of its Monday to the start of the next one: an hour more or less where clocks change.</summary>
    public Interval Bounds(WorkCalendar calendar) => new(
        LogicalDay.Bounds(First, calendar.Zone, calendar.DayStart).Start,
        LogicalDay.Bounds(Last, calendar.Zone, calendar.DayStart).End);

    /// <summary>Its days that have begun.</summary>
    public IEnumerable<LocalDate> DaysUntil(LocalDate today) => Enumerable.Range(0, Length).Select(First.PlusDays).TakeWhile(day => day <= today);
}
