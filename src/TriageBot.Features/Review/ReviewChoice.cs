namespace TriageBot.Features.Review;

/// <summary>The choices of a review, as stored.</summary>
internal static class ReviewChoice
{
    /// <summary>Carried by the day's start because nobody had said anything else.</summary>
    public const string Default = "default";

    public const string Tomorrow = "tomorrow";

    /// <summary>The morning after: it stays where the day's start has put it.</summary>
    public const string Keep = "keep";

    public const string Day = "day";
    public const string Done = "done";
    public const string Someday = "someday";
    public const string Delegate = "delegate";
    public const string Drop = "drop";
}

/// <summary>Verbs of the controls of a review. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class ReviewVerbs
{
    public const string Begin = "plan-begin";
    public const string Tomorrow = "plan-tomorrow";
    public const string Day = "plan-day";
    public const string DayForm = "plan-day-form";
    public const string Done = "plan-done";
    public const string Someday = "plan-someday";
    public const string Delegate = "plan-delegate";
    public const string Drop = "plan-drop";
    public const string Rest = "plan-rest";
    public const string Undo = "plan-undo";
}
