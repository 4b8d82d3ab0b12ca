using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A due date found at the end of a free text.</summary>
/// <param name="Text">The text without the date phrase, trimmed.</param>
/// <param name="Reading">A value or a question, never a refusal: what is refused is not taken for a date.</param>
/// <param name="Start">Where the phrase begins in the text as given, from 0; it reaches to the end.</param>
/// <param name="Length">Of the phrase, in UTF-16 units.</param>
public sealed record FreeTextDue(string Text, DueReading Reading, int Start, int Length);

/// <summary>Looks for a due date in a free text: only after by, due, on, at, in or every, at the end, outside quotes (rule D1).</summary>
public static class FreeText
{
    /// <returns>Null when the text names no due date.</returns>
    public static FreeTextDue? Find(string text, Instant now, DueSettings settings) => null;
}
