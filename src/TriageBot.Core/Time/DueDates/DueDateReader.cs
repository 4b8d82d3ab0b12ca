using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Reads a due date or do-day as a person types it (rules D1–D3). Pure; linear in the text; never throws.</summary>
public static class DueDateReader
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int MaxLength = 100;

    /// <summary>The whole text must be a due date, or it is asked about or refused.</summary>
    public static DueReading Read(string text, Instant now, DueSettings settings) =>
        new DueReading.Refusal("Due dates cannot be read yet.", 0);
}
