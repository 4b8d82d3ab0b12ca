using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Core.Tests.Tasks;

/// <summary>A someday-maybe list that is shown on each working day and answered now and then.</summary>
internal sealed class SomedayMonths(int count, int seed)
{
    private readonly Random random = new(seed);
    private readonly WorkCalendar calendar = SampleTasks.Calendar;
    private LocalDate today = SampleTasks.Friday;
    private SomedayTurn? last;

    public List<TaskItem> Items { get; } =
    [
        .. Enumerable.Range(1, count).Select(number => SampleTasks.Task(number) with { State = TaskState.Someday, NextReviewOn = SampleTasks.Friday }),
    ];

    /// <summary>On the day of the next turn.</summary>
    public IReadOnlyList<TaskItem> Eligible => [.. Items.Where(item => item.State == TaskState.Someday && item.NextReviewOn <= calendar.WorkingDayAfter(today))];

    public SomedayTurn NextTurn()
    {
        today = calendar.WorkingDayAfter(today);
        last = SomedayRotation.Turn([.. Items.Where(item => item.State == TaskState.Someday && item.NextReviewOn <= today)], today);
        foreach (var item in last.Shown) Replace(item with { LastShownOn = today });
        return last;
    }

    /// <summary>Each item that was shown is kept, dropped or, mostly, left unanswered; now and then something new comes.</summary>
    public void AnswerSome()
    {
        foreach (var shown in last?.Shown ?? [])
        {
            var item = Items.First(one => one.Number == shown.Number);
            if (random.Next(4) == 0) Replace(SomedayRules.Keep(item, today));
            else if (random.Next(20) == 0) Replace(item with { State = TaskState.Dropped });
        }

        if (random.Next(5) == 0) Items.Add(TaskRules.Shelve(SampleTasks.Task(Items.Count + 1), today));
    }

    private void Replace(TaskItem item) => Items[Items.FindIndex(one => one.Number == item.Number)] = item;
}
