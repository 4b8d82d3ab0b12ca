namespace TriageBot.Features.Tasks;

/// <summary>Verbs of the controls below tasks and lists. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class TaskVerbs
{
    /// <summary>A task that was just made is at this one.</summary>
    public const long FirstRevision = 1;

    public const string Done = "task-done";
    public const string Move = "task-move";
    public const string MoveForm = "task-move-form";
    public const string Someday = "task-someday";
    public const string Drop = "task-drop";
    public const string Restore = "task-restore";
    public const string Undo = "task-undo";

    /// <summary>The button of <c>/skip</c>: this time of a repeating task is left out (rule R5).</summary>
    public const string Skip = "task-skip";
    public const string DueTo = "task-due-to";
    public const string DoOn = "task-do-on";
    public const string DoOnBeside = "task-do-on-beside";
    public const string Judge = "task-judge";
    public const string Page = "tasks-view";

    /// <summary>Of lists that knew no other filter than whose they are.</summary>
    public const string OldPage = "tasks-page";
    public const string Open = "tasks-open";
    public const string SomedayPage = "someday-page";
    public const string SomedayDo = "someday-do";
    public const string SomedayDoForm = "someday-do-form";
    public const string SomedayDrop = "someday-drop";
}
