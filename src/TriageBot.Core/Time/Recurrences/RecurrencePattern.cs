using NodaTime;

namespace TriageBot.Core.Time.Recurrences;

/// <summary>The grid of a series. Intervals are 1–999 and counted from the anchor's own day, week, month or year.</summary>
public abstract record RecurrencePattern
{
    public const int MaxInterval = 999;

    private RecurrencePattern(int every)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(every, MaxInterval);
        Every = every;
    }

    public int Every { get; }

    public sealed record Days(int Every) : RecurrencePattern(Every);

    /// <summary>Working days of the owner's calendar, closures left out.</summary>
    public sealed record Workdays(int Every) : RecurrencePattern(Every);

    /// <param name="On">None: the anchor's weekday.</param>
    public sealed record Weeks(int Every, Weekdays On = Weekdays.None) : RecurrencePattern(Every);

    /// <param name="On">Empty: the anchor's day. In a shorter month the last day stands for a day it does not have (rule R1).</param>
    public sealed record Months(int Every, MonthDays On = default) : RecurrencePattern(Every);

    /// <summary>The second Tuesday, the last Friday. A month without a fifth one is left out.</summary>
    /// <param name="Nth">1–5, or −1 to −5 from the end.</param>
    public sealed record NthWeekday(int Every, int Nth, IsoDayOfWeek Day) : RecurrencePattern(Every);

    /// <summary>The first or last working day of the month, by the owner's calendar.</summary>
    /// <param name="Nth">As for <see cref="NthWeekday"/>.</param>
    public sealed record NthWorkday(int Every, int Nth) : RecurrencePattern(Every);

    /// <param name="On">Null: the anchor's day. 29 February is the 28th in other years (rule R1).</param>
    public sealed record Years(int Every, AnnualDate? On = null) : RecurrencePattern(Every);
}
