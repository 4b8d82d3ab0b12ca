using TriageBot.Core.Access;
using TriageBot.Core.Tasks;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class TaskSightTests
{
    private static readonly TaskItem Secret = (Task(7) with
    {
        What = "Ask the lawyer",
        Customer = "Secret Ltd",
        AssigneeId = Kim,
        IsPrivate = true,
        EstimateMinutes = 45,
        DoOn = Friday,
    }).DueOn("2026-03-20");

    [Fact]
    public void A_private_task_is_whole_to_whoever_added_it_and_whoever_does_it_and_to_nobody_else()
    {
        Assert.Equal(new SeenTask(Secret, IsWhole: true), TaskSight.Of(Secret, TaskReader.Only(Owner)));
        Assert.Equal(new SeenTask(Secret, IsWhole: true), TaskSight.Of(Secret, TaskReader.Only(Kim)));
        Assert.False(TaskSight.IsWholeTo(Secret, TaskReader.Only(Sam)));
        Assert.False(TaskSight.IsWholeTo(Secret, TaskReader.Everybody));
    }

    [Fact]
    public void Others_see_its_minutes_and_no_word_and_no_date_of_it()
    {
        var seen = TaskSight.Of(Secret, TaskReader.Everybody).Task;

        Assert.Equal("private 45m", seen.What);
        Assert.Equal(("", null, null, null), (seen.Customer, seen.DueOn, seen.DoOn, seen.ValueClass));
        Assert.Equal("private 30m?", TaskSight.Of(Secret with { EstimateMinutes = null }, TaskReader.Everybody).Task.What);
    }

    [Fact]
    public void What_is_not_private_is_whole_to_everybody() =>
        Assert.Equal(new SeenTask(Task(), IsWhole: true), TaskSight.Of(Task(), TaskReader.Everybody));

    [Fact]
    public void An_owner_may_change_every_task_but_somebody_elses_private_one()
    {
        var owner = new Actor(Owner, IsOwner: true, IsAdmin: true);

        Assert.IsType<Verdict.Allowed>(Policy.Decide(owner, new Act.ChangeTask(Sam, Kim)));
        Assert.Equal(new Verdict.Refused(WhoCan.PrivateTaskPeople), Policy.Decide(owner, new Act.ChangeTask(Sam, Kim, IsPrivate: true)));
        Assert.IsType<Verdict.Allowed>(Policy.Decide(owner, new Act.ChangeTask(Owner, Kim, IsPrivate: true)));
    }
}
