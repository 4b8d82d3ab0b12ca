using NodaTime;
using TriageBot.Core.Tasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class SomedayRulesTests
{
    private static readonly LocalDate Today = SampleTasks.Friday;

    [Fact]
    public void Each_keep_lets_an_item_rest_twice_as_long_up_to_180_days()
    {
        var item = Someday() with { NextReviewOn = Today };
        var rests = new List<int>();
        for (var keep = 0; keep < 6; keep++)
        {
            var (due, kept) = (item.NextReviewOn!.Value, SomedayRules.Keep(item, item.NextReviewOn!.Value));
            rests.Add(Period.DaysBetween(due, kept.NextReviewOn!.Value));
            item = kept;
        }

        Assert.Equal([28, 56, 112, 180, 180, 180], rests);
    }

    [Fact]
    public void Answering_late_does_not_shift_the_grid()
    {
        var late = SomedayRules.Keep(Someday() with { NextReviewOn = Today.PlusDays(-10) }, Today);
        Assert.Equal(Today.PlusDays(18), late.NextReviewOn);

        var veryLate = SomedayRules.Keep(Someday() with { NextReviewOn = Today.PlusDays(-60), ReviewDays = 28 }, Today);
        Assert.Equal((56, Today.PlusDays(52)), (veryLate.ReviewDays, veryLate.NextReviewOn));
    }

    [Fact]
    public void Kept_before_its_turn_it_rests_from_today()
    {
        var kept = SomedayRules.Keep(Someday() with { NextReviewOn = Today.PlusDays(5), UnansweredCount = 4 }, Today);

        Assert.Equal((Today.PlusDays(28), 0), (kept.NextReviewOn, kept.UnansweredCount));
    }

    [Fact]
    public void An_item_comes_back_from_the_archive_to_its_list_and_a_task_to_its_own()
    {
        Assert.Equal(TaskState.Someday, SomedayRules.Restore(Someday() with { State = TaskState.Dropped, NextReviewOn = Today }).State);
        Assert.Equal(TaskState.Open, SomedayRules.Restore(SampleTasks.Task() with { State = TaskState.Dropped }).State);
    }

    [Fact]
    public void All_of_up_to_500_items_are_seen_within_as_many_working_days_as_is_said()
    {
        foreach (var count in Enumerable.Range(1, 100).Concat(Enumerable.Range(0, 41).Select(step => 100 + (step * 10))))
        {
            var list = new SomedayMonths(count, seed: count);
            var promised = list.NextTurn().WorkingDays;
            Assert.Equal((count + 2) / 3, promised);
            for (var day = 1; day < promised; day++) list.NextTurn();
            Assert.All(list.Items, item => Assert.NotNull(item.LastShownOn));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100)]
    [InlineData(499)]
    public void Over_months_of_answers_none_waits_longer_than_a_third_of_what_took_turns_meanwhile(int count)
    {
        var list = new SomedayMonths(count, seed: count);
        var waits = new Dictionary<long, (int Days, HashSet<long> Company)>();
        for (var day = 0; day < 200; day++)
        {
            var eligible = list.Eligible.Select(item => item.Number).ToHashSet();
            var shown = list.NextTurn().Shown.Select(item => item.Number).ToHashSet();
            foreach (var gone in waits.Keys.Except(eligible).ToList()) waits.Remove(gone);
            foreach (var number in eligible)
            {
                var (days, company) = waits.TryGetValue(number, out var waiting) ? waiting : (0, []);
                company.UnionWith(eligible);
                Assert.True(days + 1 <= (company.Count + 2) / 3, $"#{number} waited {days + 1} working days among {company.Count}.");
                if (shown.Contains(number)) waits.Remove(number);
                else waits[number] = (days + 1, company);
            }

            list.AnswerSome();
        }
    }

    private static TaskItem Someday() => SampleTasks.Task() with { State = TaskState.Someday };
}
