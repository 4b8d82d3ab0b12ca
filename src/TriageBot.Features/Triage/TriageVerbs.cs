namespace TriageBot.Features.Triage;

/// <summary>Verbs of the controls by which owners judge. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class TriageVerbs
{
    public const string Judge = "triage-judge";
    public const string Next = "triage-next";
    public const string Decline = "task-decline";
    public const string DeclineForm = "task-decline-form";
    public const string Give = "task-give";
    public const string GiveForm = "task-give-form";
    public const string ImportantUndo = "important-undo";
    public const string PinUndo = "pin-undo";
}
