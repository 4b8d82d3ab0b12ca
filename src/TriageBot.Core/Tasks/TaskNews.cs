using TriageBot.Core.Chat;

namespace TriageBot.Core.Tasks;

public enum TaskNewsKind
{
    /// <summary>It is theirs to do now.</summary>
    Assigned,

    /// <summary>Somebody else does it now.</summary>
    TakenAway,

    Finished,
    Dropped,
    Shelved,

    /// <summary>What they were told before no longer holds: it is open again.</summary>
    Reopened,
}

/// <summary>Something that one member must hear about a task, privately and once.</summary>
public sealed record TaskNews(MemberId Member, TaskNewsKind Kind)
{
    /// <summary>What a change means for others; nobody is told what they did themselves.</summary>
    /// <param name="before">Null for a new task.</param>
    public static IReadOnlyList<TaskNews> Of(TaskItem? before, TaskItem after, MemberId actor) =>
        [.. OfAssignee(before, after).Concat(OfRequester(before, after)).Where(news => news.Member != actor)];

    private static IEnumerable<TaskNews> OfAssignee(TaskItem? before, TaskItem after)
    {
        if (before?.AssigneeId == after.AssigneeId) yield break;
        yield return new TaskNews(after.AssigneeId, TaskNewsKind.Assigned);
        if (before is not null) yield return new TaskNews(before.AssigneeId, TaskNewsKind.TakenAway);
    }

    private static IEnumerable<TaskNews> OfRequester(TaskItem? before, TaskItem after)
    {
        if (before is null || before.State == after.State || after.RequesterId is not { } requester) yield break;
        yield return new TaskNews(requester, after.State switch
        {
            TaskState.Done => TaskNewsKind.Finished,
            TaskState.Dropped => TaskNewsKind.Dropped,
            TaskState.Someday => TaskNewsKind.Shelved,
            TaskState.Open => TaskNewsKind.Reopened,
            _ => throw new ArgumentOutOfRangeException(nameof(after), after.State, "Unknown state."),
        });
    }
}
