using System.Collections.Immutable;
using TriageBot.Core.Agenda;

namespace TriageBot.Core.Week;

/// <summary>
/// The numbers that speak for another person (rule M3). They are there only when, of six whole weeks with logged time, customers took more than 80 % of their capacity in four,
/// the buffer was overspent on two days or more in four, which need not be the same, and the working days that clearing what is open takes are rising.
/// </summary>
/// <param name="DaysToClear">Working days at the end of each week, the first week first.</param>
public sealed record HireSignal(CustomerDemand Demand, ImmutableArray<int> DaysToClear)
{
    /// <summary>From this share of an owner's hours on a customer is named: then another price or level may help more than another person.</summary>
    private const int LargePercent = 25;

    public int FullWeeks => Demand.Full.Length;

    public int LeastPercent => Demand.Full.Min(week => week.Percent);

    public int MostPercent => Demand.Full.Max(week => week.Percent);

    public CustomerShare? Largest => Demand.Largest is { Percent: >= LargePercent } large ? large : null;

    /// <param name="open">What was open at the end of each week, the first week first.</param>
    /// <param name="factor">k of rule A4 as it is now, for all weeks, so that only the work makes a difference between them.</param>
    /// <returns>Null where not all of it is so, or the days cannot be known because none has free time.</returns>
    public static HireSignal? Of(CustomerDemand demand, IReadOnlyList<IReadOnlyCollection<OpenWork>> open, decimal factor)
    {
        if (!demand.IsHigh || demand.Free == 0) return null;
        ImmutableArray<int> days = [.. open.Select(work => DaysFor(Estimates.Need(work.Sum(MinutesOf), factor), demand))];
        return IsRising(days) ? new HireSignal(demand, days) : null;
    }

    /// <summary>The whole days that are printed are the ones that are compared: the last are more than the first, and more than the mean, so that a peak that is over is none.</summary>
    private static bool IsRising(ImmutableArray<int> days) => days[^1] > days[0] && days[^1] * days.Length > days.Sum();

    /// <summary>Whole days, a begun one counted, each with the free minutes of an average working day of the weeks: a holiday among them makes no week look slower.</summary>
    private static int DaysFor(int minutes, CustomerDemand demand) => (int)((((long)minutes * demand.WorkingDays) + demand.Free - 1) / demand.Free);

    private static int MinutesOf(OpenWork work) => work.Count * Estimates.Remaining(work.EstimateMinutes, work.Spent);
}
