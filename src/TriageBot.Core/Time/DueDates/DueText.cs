using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>The echo of a due date (rule D2), which reads back to the same value.</summary>
public static class DueText
{
    /// <summary>"Fri 13 Mar 2026, 17:00 (in 2 days)"; "every other Tuesday at 09:00, from 3 Mar 2026".</summary>
    public static string Echo(DueValue due, Instant now, WorkCalendar calendar) => Name(due, calendar);

    /// <summary>The same without the distance: "Fri 13 Mar 2026, 17:00".</summary>
    public static string Name(DueValue due, WorkCalendar calendar) => due.ToString();
}
