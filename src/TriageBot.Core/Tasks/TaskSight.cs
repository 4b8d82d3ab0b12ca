using System.Globalization;
using TriageBot.Core.Chat;

namespace TriageBot.Core.Tasks;

/// <summary>Whose eyes a text about tasks is for: one member in their private conversation, or everybody in a shared place.</summary>
public readonly record struct TaskReader
{
    private TaskReader(MemberId member) => Member = member;

    /// <summary>Null for everybody.</summary>
    public MemberId? Member { get; }

    /// <summary>A channel: whoever is there reads it.</summary>
    public static TaskReader Everybody => default;

    /// <summary>Something only this member sees.</summary>
    public static TaskReader Only(MemberId member) => new(member);
}

/// <summary>A task as one reader may see it.</summary>
/// <param name="Task">All that may be shown. What is hidden is not in it.</param>
/// <param name="IsWhole">False when only its minutes are shown.</param>
public sealed record SeenTask(TaskItem Task, bool IsWhole);

/// <summary>The one rule of what a reader sees of a task: a private one is whole only to those it belongs to, and only where nobody else reads (rule A10).</summary>
public static class TaskSight
{
    /// <summary>Without an estimate a task counts so many minutes (rule A3).</summary>
    public const int MinutesWithoutEstimate = 30;

    public static SeenTask Of(TaskItem task, TaskReader reader) =>
        IsWholeTo(task, reader) ? new SeenTask(task, IsWhole: true) : new SeenTask(Hidden(task), IsWhole: false);

    public static bool IsWholeTo(TaskItem task, TaskReader reader) =>
        !task.IsPrivate || (reader.Member is { } member && (member == task.AssigneeId || member == task.CreatorId || member == task.RequesterId));

    /// <summary>What a list needs to place it and an agenda to reckon with it; neither what it is, nor for whom, nor when.</summary>
    private static TaskItem Hidden(TaskItem task) => new()
    {
        Number = task.Number,
        What = string.Create(
            CultureInfo.InvariantCulture,
            $"private {task.EstimateMinutes ?? MinutesWithoutEstimate}m{(task.EstimateMinutes is null ? "?" : "")}"),
        AssigneeId = task.AssigneeId,
        CreatorId = task.CreatorId,
        EstimateMinutes = task.EstimateMinutes,
        IsPrivate = true,
        State = task.State,
        Revision = task.Revision,
    };
}
