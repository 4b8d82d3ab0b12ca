using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A date as it was said; what it means depends on the day it is said (<see cref="DateMeaning"/>).</summary>
internal abstract record DateSaid
{
    private DateSaid()
    {
    }

    /// <summary>"today", "tomorrow", "the day after tomorrow"; "yesterday" only to count from.</summary>
    public sealed record Relative(int Days) : DateSaid;

    public sealed record Weekday(IsoDayOfWeek Day, WeekSaid Week) : DateSaid;

    /// <summary>"friday the 13th": both must hold.</summary>
    /// <param name="Day">Null for "the fifth last day".</param>
    public sealed record WeekdayWith(IsoDayOfWeek Day, DateSaid Date) : DateSaid;

    /// <summary>"monday in 2 weeks", "two months from today on tuesday".</summary>
    public sealed record WeekdayAfter(IsoDayOfWeek Day, OffsetSaid Offset) : DateSaid;

    /// <summary>"2 sundays from now".</summary>
    public sealed record WeekdaysAhead(int Count, IsoDayOfWeek Day) : DateSaid;

    public sealed record Weekend(bool Next) : DateSaid;

    /// <summary>"next working day".</summary>
    public sealed record NextWorkday : DateSaid;

    /// <summary>"next week", "next month": the whole of it was said, a day is meant.</summary>
    public sealed record NextPeriod(DueUnit Unit) : DateSaid;

    /// <summary>"end of week", "start of next quarter".</summary>
    public sealed record PeriodEdge(bool IsEnd, DueUnit Unit, bool Next) : DateSaid;

    /// <summary>"end of friday": the work end of that day.</summary>
    public sealed record DayEdge(bool IsEnd, DateSaid Date) : DateSaid;

    /// <summary>"end of march", "mid march".</summary>
    public sealed record MonthPlace(Place Place, MonthSaid Month) : DateSaid;

    /// <summary>"the 15th", "20th of next month", "march 3 2027".</summary>
    /// <param name="Month">Null: the next month that has the day.</param>
    public sealed record DayOf(int Day, MonthSaid? Month) : DateSaid;

    /// <summary>"first tuesday of october", "fifth last day of may".</summary>
    /// <param name="Nth">From 1; negative from the end.</param>
    /// <param name="Day">Null: any day.</param>
    public sealed record NthOf(int Nth, IsoDayOfWeek? Day, bool Workday, MonthSaid Month) : DateSaid;

    /// <summary>"5/12", in the order that its writer is used to.</summary>
    public sealed record Slashed(int First, int Second, int? Year) : DateSaid;

    public sealed record Iso(int Year, int Month, int Day) : DateSaid;

    /// <summary>"2 days after next friday".</summary>
    public sealed record From(OffsetSaid Offset, bool Before, DateSaid Start) : DateSaid;

    /// <summary>"before friday".</summary>
    public sealed record DayBefore(DateSaid Date) : DateSaid;
}

internal enum Place
{
    Start,
    Middle,
    End,
}

/// <summary>Which week a weekday was said of.</summary>
internal enum WeekSaid
{
    /// <summary>None: the first such day after today.</summary>
    Coming,
    This,
    Next,
}

/// <summary>A month by name, or as the distance from this one.</summary>
/// <param name="Month">1–12; null when relative.</param>
/// <param name="Year">Null: the next such month.</param>
/// <param name="Ahead">Only when relative: 0 is this month.</param>
internal sealed record MonthSaid(int? Month, int? Year, int Ahead = 0);
