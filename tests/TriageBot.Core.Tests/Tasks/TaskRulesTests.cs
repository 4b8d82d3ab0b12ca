using NodaTime;
using TriageBot.Core.Tasks;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class TaskRulesTests
{
    [Fact]
    public void Every_change_makes_a_new_revision()
    {
        TaskChange[] changes =
        [
            new TaskChange.Finish(), new TaskChange.Drop(), new TaskChange.Shelve(), new TaskChange.Plan(Friday),
            new TaskChange.SetDue(Friday, null, null), new TaskChange.Edit { Customer = "Acme" },
        ];

        Assert.All(changes, change => Assert.Equal(2, Changed(Task(), change).Revision));
    }

    [Fact]
    public void Finishing_what_is_done_changes_nothing() =>
        Assert.IsType<TaskOutcome.Same>(Apply(Task() with { State = TaskState.Done, ClosedAt = Now }, new TaskChange.Finish()));

    [Fact]
    public void A_closed_task_must_be_restored_before_it_can_be_planned()
    {
        var dropped = Changed(Task(), new TaskChange.Drop());

        Assert.IsType<TaskOutcome.Closed>(Apply(dropped, new TaskChange.Plan(Friday)));
        Assert.Equal(Task() with { Revision = 3 }, Changed(dropped, new TaskChange.Restore()));
    }

    [Fact]
    public void On_the_someday_maybe_list_a_task_has_no_dates_and_rests_for_a_week()
    {
        var shelved = Changed(Task().DueOn("2026-03-20") with { DoOn = Friday }, new TaskChange.Shelve());

        Assert.Equal((TaskState.Someday, null, null), (shelved.State, shelved.DueOn, shelved.DoOn));
        Assert.Equal(Friday.PlusDays(7), shelved.NextReviewOn);
    }

    [Fact]
    public void A_do_day_or_a_due_date_takes_a_task_off_the_someday_maybe_list()
    {
        var shelved = Changed(Task(), new TaskChange.Shelve());

        Assert.Equal(TaskState.Open, Changed(shelved, new TaskChange.Plan(Friday)).State);
        Assert.Equal(TaskState.Open, Changed(shelved, new TaskChange.SetDue(Friday, null, null)).State);
        Assert.IsType<TaskOutcome.Same>(Apply(shelved, new TaskChange.Plan(null)));
    }

    [Fact]
    public void A_new_do_day_leaves_the_due_date_alone() =>
        Assert.Equal(new LocalDate(2026, 3, 20), Changed(Task().DueOn("2026-03-20"), new TaskChange.Plan(Friday)).DueOn);

    [Fact]
    public void Undo_brings_back_everything_and_can_itself_be_undone()
    {
        var before = Task().DueOn("2026-03-20");
        var shelved = Changed(before, new TaskChange.Shelve());

        var undone = TaskRules.Undo(shelved, before);

        Assert.Equal(before with { Revision = 3 }, undone);
        Assert.Equal(shelved with { Revision = 4 }, TaskRules.Undo(undone, shelved));
    }

    [Fact]
    public void What_is_judged_unimportant_without_any_date_goes_to_the_someday_maybe_list_and_what_has_one_stays()
    {
        var judged = Changed(Task(important: null), new TaskChange.Judge(IsImportant: false));

        Assert.Equal((TaskState.Someday, false), (judged.State, judged.IsImportant));
        Assert.Equal(TaskState.Open, Changed(Task(important: null).DueOn("2026-03-27"), new TaskChange.Judge(IsImportant: false)).State);
        Assert.Equal(TaskState.Open, Changed(Task(important: null) with { MayStopBusiness = true }, new TaskChange.Judge(IsImportant: false)).State);
        Assert.Equal(TaskState.Open, Changed(Task(important: null), new TaskChange.Judge(IsImportant: true)).State);
    }

    [Fact]
    public void An_edit_takes_away_what_it_says_and_leaves_the_rest()
    {
        var whole = Task() with { EstimateMinutes = 45, ReadyOn = Friday, ValueClass = ValueClass.One, IsPrivate = true, Customer = "Acme" };

        Assert.Equal(whole with { EstimateMinutes = null, Revision = 2 }, Changed(whole, new TaskChange.Edit { EstimateMinutes = 0 }));
        Assert.Equal(whole with { ReadyOn = null, Revision = 2 }, Changed(whole, new TaskChange.Edit { Defer = new Deferral(null) }));
        Assert.Equal(whole with { IsPrivate = false, Revision = 2 }, Changed(whole, new TaskChange.Edit { IsPrivate = false }));
    }

    [Fact]
    public void Another_owner_judges_anew_what_they_are_given() =>
        Assert.Null(Changed(Task(important: true), new TaskChange.Edit { Assignee = Kim, IsUnjudged = true }).IsImportant);

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(true, false, false, true)]
    [InlineData(true, false, true, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, false, true, false)]
    public void Only_owners_judge_and_never_another_owners_list(bool isOwner, bool isOwnList, bool listIsOwners, bool expected) =>
        Assert.Equal(expected, TaskImportance.MayJudge(isOwner, isOwnList, listIsOwners));

    [Fact]
    public void What_an_owner_adds_to_their_own_list_is_important_unless_they_say_no()
    {
        Assert.True(TaskImportance.OfNew(said: null, mayJudge: true, isOwnList: true));
        Assert.False(TaskImportance.OfNew(said: false, mayJudge: true, isOwnList: true));
    }

    [Fact]
    public void What_others_add_is_untriaged_even_when_they_call_it_important() =>
        Assert.Null(TaskImportance.OfNew(said: true, mayJudge: false, isOwnList: false));

    private static TaskOutcome Apply(TaskItem task, TaskChange change) => TaskRules.Apply(task, change, Friday, Now);

    private static TaskItem Changed(TaskItem task, TaskChange change) => Assert.IsType<TaskOutcome.Changed>(Apply(task, change)).Task;
}
