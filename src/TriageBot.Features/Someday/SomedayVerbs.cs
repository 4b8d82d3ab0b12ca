namespace TriageBot.Features.Someday;

/// <summary>Verbs of the controls of someday-maybe items. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class SomedayVerbs
{
    public const string Keep = "someday-keep";
    public const string KeepChosen = "someday-keep-chosen";
    public const string Answer = "someday-answer";
    public const string Archive = "someday-archive";
    public const string Restore = "someday-restore";
}
