using System.Collections.Immutable;
using TriageBot.Core.Breaks;

namespace TriageBot.Core.Week;

/// <summary>What customers took of six whole weeks (rule M3).</summary>
/// <param name="Last">The last of them.</param>
/// <param name="Weeks">The first week first.</param>
/// <param name="Free">Minutes that an agenda finds free on all their days, for the work that is open.</param>
/// <param name="WorkingDays">How many of their days are worked.</param>
/// <param name="Largest">Whoever the most was logged for; null where no customer was named.</param>
public sealed record CustomerDemand(ReportWeek Last, ImmutableArray<DemandWeek> Weeks, int Free, int WorkingDays, CustomerShare? Largest)
{
    /// <summary>Weeks looked back at.</summary>
    public const int Count = 6;

    /// <summary>In so many of them what is asked for must be so.</summary>
    public const int Fewest = 4;

    /// <summary>The whole weeks that end with a week; with the one before it while it is not over.</summary>
    public static ImmutableArray<ReportWeek> WeeksUntil(ReportWeek week, NodaTime.LocalDate today)
    {
        var last = week.Last < today ? week : week.Before;
        return [.. Enumerable.Range(1 - Count, Count).Select(weeks => new ReportWeek(last.First.PlusWeeks(weeks)))];
    }

    /// <param name="logged">Of all the weeks, by one owner.</param>
    public static CustomerDemand Of(OwnerPlan plan, ImmutableArray<ReportWeek> weeks, IReadOnlyList<LoggedMinutes> logged)
    {
        var days = weeks.SelectMany(week => week.DaysUntil(week.Last)).ToList();
        return new CustomerDemand(
            weeks[^1],
            [.. weeks.Select(week => DemandWeek.Of(plan, week, [.. logged.Where(row => week.Contains(row.OnDate))]))],
            days.Sum(day => DemandWeek.FreeOn(plan, day)),
            days.Count(plan.Calendar.IsWorkingDay),
            CustomerShare.AllOf(logged).FirstOrDefault());
    }

    public ImmutableArray<DemandWeek> Full => [.. Weeks.Where(week => week.IsFull)];

    public int OverBuffer => Weeks.Count(week => week.IsOverBuffer);

    /// <summary>Whether it is worth asking how long clearing what is open takes. A week without logged time tells nothing, so then nothing is said at all.</summary>
    public bool IsHigh => Weeks.Length == Count && Weeks.All(week => week.Logged > 0) && Full.Length >= Fewest && OverBuffer >= Fewest;
}
