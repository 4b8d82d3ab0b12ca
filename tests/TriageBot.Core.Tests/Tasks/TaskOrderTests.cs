using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TriageBot.Core.Tasks;
using TriageBot.Core.Tests.Time;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class TaskOrderTests
{
    private static readonly Gen<TaskItem> RandomTask =
        from important in Gen.Elements<bool?>(true, false, null)
        from due in Gen.Elements("", "2026-03-11", "2026-03-13", "2026-03-20", "2026-03-13 11:00", "2026-03-14 02:30", "2026-03-29 02:30")
        from doOn in Gen.Elements<LocalDate?>(null, Friday, Friday.PlusDays(3))
        from stops in Gen.Elements(true, false)
        from age in Gen.Choose(0, 3)
        from value in Gen.Elements<ValueClass?>(null, ValueClass.Hundred, ValueClass.Ten, ValueClass.One)
        let task = Task(important: important) with { DoOn = doOn, MayStopBusiness = stops, ValueClass = value, CreatedAt = Now - Duration.FromHours(age) }
        select due.Length == 0 ? task : due.Contains(' ') ? task.DueAt(due) : task.DueOn(due);

    /// <summary>Tasks of one workspace: no two share a number.</summary>
    private static readonly Gen<TaskItem[]> RandomTasks =
        RandomTask.ArrayOf().Select(tasks => tasks.Select((task, index) => task with { Number = index + 1 }).ToArray());

    private static readonly Gen<OwnOrder> RandomPins =
        Gen.Choose(1, 8).ArrayOf().Select(numbers => new OwnOrder([.. numbers.Distinct().Select(number => (long)number)]));

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_what_comes_in() => Prop.ForAll(
        (from tasks in RandomTasks from shuffled in Gen.Shuffle(tasks) from own in RandomPins select (tasks, shuffled, own)).ToArbitrary(),
        both => Numbers(both.tasks, both.own).SequenceEqual(Numbers(both.shuffled, both.own))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_the_owner_has_pinned_comes_first_in_the_owners_order_and_the_rest_stays_as_it_was() => Prop.ForAll(
        (from tasks in RandomTasks from own in RandomPins select (tasks, own)).ToArbitrary(),
        both =>
        {
            var pinned = both.own.Numbers.Where(number => number <= both.tasks.Length).ToList();
            return Numbers(both.tasks, both.own).SequenceEqual(pinned.Concat(Numbers(both.tasks).Except(pinned)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_three_tasks_are_in_one_order() => Prop.ForAll(
        RandomTasks.Where(tasks => tasks.Length > 2).ToArbitrary(),
        tasks =>
        {
            var (a, b, c) = (TaskRank.Of(tasks[0], Calendar, Now), TaskRank.Of(tasks[1], Calendar, Now), TaskRank.Of(tasks[2], Calendar, Now));
            return a.CompareTo(b) > 0 || b.CompareTo(c) > 0 || a.CompareTo(c) <= 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_tasks_never_share_a_place_and_comparing_them_the_other_way_round_says_the_opposite() => Prop.ForAll(
        RandomTasks.Where(tasks => tasks.Length > 1).ToArbitrary(),
        tasks =>
        {
            var (first, second) = (TaskRank.Of(tasks[0], Calendar, Now), TaskRank.Of(tasks[1], Calendar, Now));
            return first.CompareTo(second) != 0 && Math.Sign(first.CompareTo(second)) == -Math.Sign(second.CompareTo(first));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quadrants_come_in_the_order_urgent_and_important_then_important_then_urgent_then_untriaged_then_neither() => AssertOrder(
        Task(5).DueOn("2026-03-13"),
        Task(4),
        Task(3, important: false).DueOn("2026-03-13"),
        Task(2, important: null).DueOn("2026-03-12"),
        Task(1, important: false));

    [Fact]
    public void Overdue_comes_first_then_the_earlier_deadline_and_a_day_counts_as_its_end() => AssertOrder(
        Task(4).DueOn("2026-03-12"),
        Task(3).DueAt("2026-03-13 16:00"),
        Task(2).DueAt("2026-03-14 03:00"),
        Task(1).DueOn("2026-03-13"));

    [Fact]
    public void Without_a_deadline_the_do_day_decides_and_none_comes_last() => AssertOrder(
        Task(4).DueOn("2026-03-20"),
        Task(3) with { DoOn = Friday },
        Task(2) with { DoOn = Friday.PlusDays(1) },
        Task(1));

    [Fact]
    public void Then_the_value_class_decides_and_unset_counts_as_ten() => AssertOrder(
        Task(9) with { DoOn = Friday, ValueClass = ValueClass.One },
        Task(5) with { ValueClass = ValueClass.Hundred },
        Task(2),
        Task(3) with { ValueClass = ValueClass.Ten },
        Task(1) with { ValueClass = ValueClass.One });

    [Fact]
    public void What_is_deferred_is_not_in_the_list_before_its_day() =>
        Assert.Equal([2, 3], Numbers([Task(1) with { ReadyOn = Friday.PlusDays(1) }, Task(2) with { ReadyOn = Friday }, Task(3)]));

    [Fact]
    public void Then_the_older_one_then_the_lower_number() => AssertOrder(
        Task(3) with { CreatedAt = Now - Duration.FromDays(9) },
        Task(1),
        Task(2));

    [Fact]
    public void An_estimate_changes_nothing() => AssertOrder(Task(1) with { EstimateMinutes = 240 }, Task(2) with { EstimateMinutes = 5 });

    [Fact]
    public void Why_says_the_tuple_in_words() => Assert.Equal(
        "Q1 urgent + important · due today 14:00 · $100 · created 3 d ago → 2nd of 7",
        TaskWhy.Explain(Task().DueAt("2026-03-13 14:00") with { ValueClass = ValueClass.Hundred }, isPinned: false, rank: 2, count: 7, Calendar, Zones.Oslo.At("2026-03-13 09:30")));

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(3, "3rd")]
    [InlineData(11, "11th")]
    [InlineData(22, "22nd")]
    public void Why_counts_places_as_people_do(int rank, string place) =>
        Assert.EndsWith($"→ {place} of 30", TaskWhy.Explain(Task(), isPinned: false, rank, count: 30, Calendar, Now));

    [Fact]
    public void Why_says_what_makes_it_urgent_when_that_is_no_date() => Assert.Equal(
        "untriaged · the business may stop · do-day Mon 16 Mar · created 3 d ago → 1st of 1",
        TaskWhy.Explain(Task(important: null) with { MayStopBusiness = true, DoOn = Friday.PlusDays(3) }, isPinned: false, rank: 1, count: 1, Calendar, Now));

    private static IEnumerable<long> Numbers(IEnumerable<TaskItem> tasks, OwnOrder? own = null) => TaskOrder.Sort(tasks, Calendar, Now, own).Select(ranked => ranked.Task.Number);

    private static void AssertOrder(params TaskItem[] expected) =>
        Assert.Equal(expected.Select(task => task.Number), Numbers(expected.Reverse()));
}
