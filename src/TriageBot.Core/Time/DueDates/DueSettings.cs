namespace TriageBot.Core.Time.DueDates;

/// <summary>How somebody writes 5/12.</summary>
public enum DateOrder
{
    DayMonth,
    MonthDay,
}

/// <summary>What the meaning of a due date depends on, besides the text and the time.</summary>
/// <param name="Calendar">Of the person whose zone rules the dates they type (rule T1): zone, day start, hours, closures.</param>
/// <param name="Order">Null when never set: dates such as 5/12 are then asked about.</param>
public sealed record DueSettings(WorkCalendar Calendar, DateOrder? Order);
