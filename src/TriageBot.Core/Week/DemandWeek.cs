using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.TimeLog;

namespace TriageBot.Core.Week;

/// <summary>What customers took of one whole week, and what they could have had of it (rule M3).</summary>
/// <param name="Logged">Minutes for whatever it was.</param>
/// <param name="Customers">Of them, those that are customer time in rule M1.</param>
/// <param name="Capacity">Minutes that customers could have.</param>
/// <param name="DaysOver">Days on which more was unplanned than the buffer holds (rule M1).</param>
public sealed record DemandWeek(int Logged, int Customers, int Capacity, int DaysOver)
{
    /// <summary>A full week gives customers more than this share of what they could have.</summary>
    public const int FullPercent = 80;

    /// <summary>The buffer of a week is overspent when it did not hold on so many days.</summary>
    public const int FewestDaysOver = 2;

    /// <summary>A week in which customers could have nothing tells nothing about how much they need.</summary>
    public bool IsFull => Capacity > 0 && 100 * Customers > FullPercent * Capacity;

    public bool IsOverBuffer => DaysOver >= FewestDaysOver;

    /// <summary>Above 100 where customers were served in other time as well.</summary>
    public int Percent => WeekReport.PercentOf(Customers, Capacity);

    /// <param name="logged">Of that week.</param>
    public static DemandWeek Of(OwnerPlan plan, ReportWeek week, IReadOnlyList<LoggedMinutes> logged)
    {
        var ended = week.Bounds(plan.Calendar).End;
        var report = WeekReport.Of(week, new WeekFacts { Logged = logged }, plan.Calendar, plan.BufferMinutes, ended);
        return new DemandWeek(report.Logged, report.Customer, week.DaysUntil(week.Last).Sum(day => CapacityOn(plan, day)), report.OverBuffer.Count);
    }

    /// <summary>
    /// Working minutes of a day that customers could have: those of the blocks for customers, where the owner has reserved any; else what is free.
    /// Nothing on a closed day or one away. An appointment takes none off: with a customer it is customer time itself.
    /// </summary>
    public static int CapacityOn(OwnerPlan plan, LocalDate day)
    {
        var reserved = plan.Blocks.Where(block => block.Function == TimeRules.Customers).ToList();
        if (reserved.Count == 0) return FreeOn(plan, day);
        return DayTime.FixedMinutes(plan.Calendar.WindowsOf(day), reserved.SelectMany(block => block.On(day, plan.Calendar.Zone)));
    }

    /// <summary>What an agenda finds free on a day without appointments, all blocks and the whole buffer taken off (rule A3); blocks and buffer are those of now, no others being known.</summary>
    public static int FreeOn(OwnerPlan plan, LocalDate day) =>
        Math.Max(0, WeekDay.Of(plan.Calendar, day, [], plan.Blocks, new DaySettings(Factor: 1, plan.BufferMinutes, Unplanned: 0)).Day.Free);
}
