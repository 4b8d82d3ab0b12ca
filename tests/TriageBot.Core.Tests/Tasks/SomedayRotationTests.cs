using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Tasks;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class SomedayRotationTests
{
    [Fact]
    public void All_are_seen_within_the_working_days_that_are_printed() => Prop.ForAll(
        Gen.Choose(1, 500).ToArbitrary(),
        count =>
        {
            var items = Enumerable.Range(1, count).Select(number => Task(number) with { State = TaskState.Someday }).ToList();
            var printed = SomedayRotation.Turn(items, Friday).WorkingDays;
            for (var day = 0; day < printed; day++) items = Show(items, Friday.PlusDays(day));
            return items.All(item => item.LastShownOn is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Those_never_shown_come_first_then_the_one_shown_longest_ago()
    {
        TaskItem[] items =
        [
            Task(1) with { LastShownOn = Friday.PlusDays(-1) }, Task(2) with { LastShownOn = Friday.PlusDays(-4) },
            Task(3) with { LastShownOn = Friday.PlusDays(-2) }, Task(4),
        ];

        Assert.Equal([4, 2, 3], SomedayRotation.Turn(items, Friday).Shown.Select(item => item.Number));
    }

    [Fact]
    public void Looking_again_on_the_same_day_shows_the_same_ones()
    {
        var items = Enumerable.Range(1, 7).Select(number => Task(number)).ToList();
        var posted = SomedayRotation.Turn(items, Friday).Shown;

        Assert.Equal(posted.Select(item => item.Number), SomedayRotation.Turn(Show(items, Friday), Friday).Shown.Select(item => item.Number));
    }

    private static List<TaskItem> Show(List<TaskItem> items, LocalDate day)
    {
        var shown = SomedayRotation.Turn(items, day).Shown.Select(item => item.Number).ToHashSet();
        return [.. items.Select(item => shown.Contains(item.Number) ? item with { LastShownOn = day } : item)];
    }
}
