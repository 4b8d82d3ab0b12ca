namespace TriageBot.Core.Tasks;

/// <summary>Where triage puts a task (rule O2), in the order in which tasks are done (rule O3).</summary>
public enum Quadrant
{
    /// <summary>Q1: today.</summary>
    UrgentAndImportant,

    /// <summary>Q2: scheduled.</summary>
    Important,

    /// <summary>Q3: not to be done by this person; declined kindly or delegated.</summary>
    Urgent,

    /// <summary>No owner has judged yet whether it is important.</summary>
    Untriaged,

    /// <summary>Q4: someday-maybe.</summary>
    Neither,
}

public static class Quadrants
{
    /// <param name="isImportant">Null while nobody has judged it.</param>
    public static Quadrant Of(bool? isImportant, bool isUrgent) => (isImportant, isUrgent) switch
    {
        (null, _) => Quadrant.Untriaged,
        (true, true) => Quadrant.UrgentAndImportant,
        (true, false) => Quadrant.Important,
        (false, true) => Quadrant.Urgent,
        (false, false) => Quadrant.Neither,
    };
}
