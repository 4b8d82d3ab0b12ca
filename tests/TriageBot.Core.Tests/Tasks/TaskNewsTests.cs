using TriageBot.Core.Tasks;
using static TriageBot.Core.Tests.Tasks.SampleTasks;

namespace TriageBot.Core.Tests.Tasks;

public sealed class TaskNewsTests
{
    private static readonly TaskItem Asked = Task() with { RequesterId = Sam };

    [Theory]
    [InlineData(TaskState.Done, TaskNewsKind.Finished)]
    [InlineData(TaskState.Dropped, TaskNewsKind.Dropped)]
    [InlineData(TaskState.Someday, TaskNewsKind.Shelved)]
    public void Whoever_asked_hears_what_became_of_it_and_hears_again_when_that_is_undone(TaskState state, TaskNewsKind expected)
    {
        var after = Asked with { State = state };

        Assert.Equal([new TaskNews(Sam, expected)], TaskNews.Of(Asked, after, actor: Owner));
        Assert.Equal([new TaskNews(Sam, TaskNewsKind.Reopened)], TaskNews.Of(after, Asked, actor: Owner));
    }

    [Fact]
    public void Nobody_is_told_what_they_did_themselves()
    {
        Assert.Equal([new TaskNews(Owner, TaskNewsKind.Finished)], TaskNews.Of(Asked, Asked with { State = TaskState.Done }, actor: Sam));
        Assert.Empty(TaskNews.Of(before: null, Task(), actor: Owner));
    }

    [Fact]
    public void A_task_for_somebody_else_is_told_to_them_once()
    {
        var task = Asked with { AssigneeId = Kim };

        Assert.Equal([new TaskNews(Kim, TaskNewsKind.Assigned)], TaskNews.Of(before: null, task, actor: Sam));
        Assert.Empty(TaskNews.Of(task, task with { EstimateMinutes = 30 }, actor: Sam));
    }

    [Fact]
    public void Whoever_does_a_task_hears_once_when_somebody_else_drops_it()
    {
        var task = Task() with { AssigneeId = Kim, RequesterId = Kim };

        Assert.Equal([new TaskNews(Kim, TaskNewsKind.Dropped)], TaskNews.Of(task, task with { State = TaskState.Dropped }, actor: Owner));
    }

    [Fact]
    public void When_a_task_changes_hands_both_hear_of_it() => Assert.Equal(
        [new TaskNews(Kim, TaskNewsKind.Assigned), new TaskNews(Sam, TaskNewsKind.TakenAway)],
        TaskNews.Of(Task() with { AssigneeId = Sam }, Task() with { AssigneeId = Kim }, actor: Owner));
}
