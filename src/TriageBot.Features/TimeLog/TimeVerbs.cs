namespace TriageBot.Features.TimeLog;

/// <summary>Verbs of the controls of time spent. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class TimeVerbs
{
    public const string Start = "time-start";
    public const string Stop = "time-stop";
    public const string Undo = "time-undo";
    public const string Restore = "time-restore";
    public const string Unplanned = "time-unplanned";
    public const string Asked = "time-asked";
    public const string AskedForm = "time-asked-form";
    public const string AfterBreak = "time-break";
}
