using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Week;

/// <summary>How well the someday-maybe list is looked after: all that take turns should be seen within the working days of rule S2.</summary>
/// <param name="InTime">Those that rest, and those that have not waited longer for their turn.</param>
/// <param name="Shown">In the week of the report.</param>
public sealed record SomedayCoverage(int Size, int InTime, int Shown)
{
    /// <summary>No turn takes longer on any list that is worth looking at.</summary>
    private const int LongestWait = 400;

    /// <param name="list">The whole list as it is today.</param>
    public static SomedayCoverage Of(IReadOnlyCollection<TaskItem> list, ReportWeek week, WorkCalendar calendar, LocalDate today) => new(
        list.Count,
        list.Count - list.GroupBy(item => item.IsPrivate).Sum(turn => CountLate(turn, calendar, today)),
        list.Count(item => item.LastShownOn is { } shown && week.Contains(shown)));

    /// <summary>Work and private lists take turns of their own (rule S1).</summary>
    private static int CountLate(IEnumerable<TaskItem> list, WorkCalendar calendar, LocalDate today)
    {
        var eligible = list.Where(item => item.NextReviewOn is null || item.NextReviewOn <= today).ToList();
        var days = SomedayRotation.Turn(eligible, today).WorkingDays;
        return eligible.GroupBy(item => WaitsSince(item, calendar, today)).Where(items => WorkingDays(calendar, items.Key, today) > days).Sum(items => items.Count());
    }

    private static LocalDate WaitsSince(TaskItem item, WorkCalendar calendar, LocalDate today)
    {
        var since = item.NextReviewOn ?? LocalDate.Min(calendar.Today(item.CreatedAt), today);
        return item.LastShownOn is { } shown && shown > since ? shown : since;
    }

    /// <summary>Between two days, neither of them counted: today is not over.</summary>
    private static int WorkingDays(WorkCalendar calendar, LocalDate since, LocalDate today) =>
        Enumerable.Range(1, Math.Clamp(Period.DaysBetween(since, today) - 1, 0, LongestWait)).Select(since.PlusDays).Count(calendar.IsWorkingDay);
}
