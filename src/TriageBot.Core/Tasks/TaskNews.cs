using TriageBot.Core.Chat;

namespace TriageBot.Core.Tasks;

public enum TaskNewsKind
{
    /// <summary>It is theirs to do now.</summary>
    Assigned,

    /// <summary>Somebody else does it now.</summary>
    TakenAway,

    /// <summary>What they asked for is done by somebody else now.</summary>
    HandedOn,

    Finished,
    Dropped,
    Shelved,

    /// <summary>The day they were told is now a later one; an earlier one is no news.</summary>
    Postponed,

    /// <summary>What they were told before no longer holds: it is open again.</summary>
    Reopened,
}

/// <summary>Something that one member must hear about a task, privately and once.</summary>
public sealed record TaskNews(MemberId Member, TaskNewsKind Kind)
{
    /// <summary>What a change means for whoever does it and whoever asked for it; nobody is told what they did themselves, and nobody twice.</summary>
    /// <param name="before">Null for a new task.</param>
    public static IReadOnlyList<TaskNews> Of(TaskItem? before, TaskItem after, MemberId actor) =>
        [.. OfHands(before, after).Concat(OfState(before, after)).Concat(OfDay(before, after)).Where(news => news.Member != actor).DistinctBy(news => news.Member)];

    private static IEnumerable<TaskNews> OfHands(TaskItem? before, TaskItem after)
    {
        if (before?.AssigneeId == after.AssigneeId) yield break;
        yield return new TaskNews(after.AssigneeId, TaskNewsKind.Assigned);
        if (before is null) yield break;
        yield return new TaskNews(before.AssigneeId, TaskNewsKind.TakenAway);
        if (after.RequesterId is { } requester) yield return new TaskNews(requester, TaskNewsKind.HandedOn);
    }

    private static IEnumerable<TaskNews> OfDay(TaskItem? before, TaskItem after)
    {
        if (before is { State: TaskState.Open, DoOn: { } told } && after is { State: TaskState.Open, DoOn: { } day, RequesterId: { } requester } && day > told)
        {
            yield return new TaskNews(requester, TaskNewsKind.Postponed);
        }
    }

    private static IEnumerable<TaskNews> OfState(TaskItem? before, TaskItem after)
    {
        if (before is null || before.State == after.State) yield break;
        var kind = after.State switch
        {
            TaskState.Done => TaskNewsKind.Finished,
            TaskState.Dropped => TaskNewsKind.Dropped,
            TaskState.Someday => TaskNewsKind.Shelved,
            TaskState.Open => TaskNewsKind.Reopened,
            _ => throw new ArgumentOutOfRangeException(nameof(after), after.State, "Unknown state."),
        };
        if (after.RequesterId is { } requester) yield return new TaskNews(requester, kind);
        yield return new TaskNews(after.AssigneeId, kind);
    }
}
