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
    private static readonly string[] Markers = ["by", "due", "on", "at", "in", "every"];

    /// <returns>Null when the text names no due date, or nothing besides one.</returns>
    public static FreeTextDue? Find(string text, Instant now, DueSettings settings)
    {
        var context = new DueContext(now, settings);
        var end = text.AsSpan().TrimEnd().Length;
        for (var start = Math.Max(0, end - DueDateReader.MaxLength); start < end; start++)
        {
            // A tail that begins within quotes holds the closing mark, which no rule of the grammar knows.
            if (!IsMarker(text, start) || EndsWithName(text.AsSpan(start, end - start))) continue;
            // The earliest marker whose tail is a date as a whole: "due by friday", not "by friday".
            if (DueDateReader.Said(new TokenCursor(text[start..end]), context) is not { } reading || !IsDate(reading)) continue;
            var rest = text[..start].TrimEnd(' ', ',', ';', '\t', '\r', '\n').TrimStart();
            return rest.Length == 0 ? null : new FreeTextDue(rest, reading, start, end - start);
        }

        return null;
    }

    private static bool IsDate(DueReading reading) => reading is DueReading.Ask or DueReading.Value { Due: not (DueValue.None or DueValue.Someday) };

    /// <summary>"written by Tom": in an option the word is tomorrow, in a sentence somebody's name.</summary>
    private static bool EndsWithName(ReadOnlySpan<char> phrase) => phrase.EndsWith(" tom", StringComparison.OrdinalIgnoreCase);

    private static bool IsMarker(string text, int start)
    {
        if (start > 0 && !char.IsWhiteSpace(text[start - 1])) return false;
        foreach (var marker in Markers)
        {
            var rest = text.AsSpan(start);
            var isWord = rest.Length > marker.Length && !char.IsLetterOrDigit(rest[marker.Length]);
            if (isWord && rest.StartsWith(marker, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
