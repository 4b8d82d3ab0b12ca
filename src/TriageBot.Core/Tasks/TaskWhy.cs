using System.Globalization;
using NodaTime;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tasks;

/// <summary>Why a task stands where it stands: the tuple of rule O3 in words (rule O4).</summary>
public static class TaskWhy
{
    /// <summary>"Q1 urgent + important · due today 14:00 · $100 · created 3 d ago → 2nd of 7".</summary>
    /// <param name="isPinned">The owner's own order of the day has put it where it is (rule O5).</param>
    /// <param name="rank">Place in the list of whoever does it, from 1.</param>
    /// <param name="count">Tasks in that list.</param>
    public static string Explain(TaskItem task, bool isPinned, int rank, int count, WorkCalendar calendar, Instant now)
    {
        var urgency = TaskUrgency.Of(task, calendar, now);
        string?[] reasons =
        [
            isPinned ? "(your order)" : null,
            NameOf(Quadrants.Of(task.IsImportant, urgency != Urgency.None)),
            TaskDue.Text(task, calendar, now, saysToday: true),
            urgency == Urgency.DueWithin24Hours ? "within 24 hours" : null,
            task.MayStopBusiness ? "the business may stop" : null,
            task.DoOn is { } day ? $"do-day {TimeText.Day(day, calendar.Today(now))}" : null,
            task.ValueClass is { } value ? ValueClasses.NameOf(value) : null,
            $"created {TimeText.Span(now - task.CreatedAt)} ago",
        ];
        var why = string.Join(" · ", reasons.Where(reason => reason is not null));
        return string.Create(CultureInfo.InvariantCulture, $"{why} → {Ordinal(rank)} of {count}");
    }

    public static string NameOf(Quadrant quadrant) => quadrant switch
    {
        Quadrant.UrgentAndImportant => "Q1 urgent + important",
        Quadrant.Important => "Q2 important",
        Quadrant.Urgent => "Q3 urgent only",
        Quadrant.Untriaged => "untriaged",
        Quadrant.Neither => "Q4 neither urgent nor important",
        _ => throw new ArgumentOutOfRangeException(nameof(quadrant), quadrant, "Unknown quadrant."),
    };

    private static string Ordinal(int number)
    {
        var ending = (number % 100, number % 10) switch
        {
            (11 or 12 or 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        };
        return number.ToString(CultureInfo.InvariantCulture) + ending;
    }
}
