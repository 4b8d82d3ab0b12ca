using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.TimeLog;

/// <summary>Start or Stop, below an open task.</summary>
internal static class TimeControls
{
    public static IEnumerable<Control> Of(TaskItem task, TaskPeople people, MemberId reader)
    {
        if (people.IsAtWorkOn(reader, task.Number)) yield return Button(TimeVerbs.Stop, "Stop", task);
        else if (task.State == TaskState.Open && task.AssigneeId == reader) yield return Button(TimeVerbs.Start, "Start", task);
    }

    private static Button Button(string verb, string label, TaskItem task) => new(new ControlId(verb, task.Number, task.Revision).ToString(), label);
}
