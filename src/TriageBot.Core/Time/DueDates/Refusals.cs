using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Why a text is no due date, with what to type instead. Looks for the first word that it knows a reason for.</summary>
internal static class Refusals
{
    public static DueReading Explain(TokenCursor cursor, DueContext context)
    {
        for (var index = 0; index < cursor.Tokens.Count; index++)
        {
            if (RefusedWords.At(cursor, index) is not { } reason) continue;
            // Only a word on its own is worth a question; within a sentence it is no date.
            var alone = index == 0 && cursor.Tokens.Count <= 3;
            return alone && reason.Choices is [var first, var second]
                ? Choose(reason, first, second, context)
                : new DueReading.Refusal(reason.Sentence, cursor.OffsetOf(index), reason.Suggestion) { Derived = Derived(reason, cursor, index) };
        }

        return Unread(cursor, context);
    }

    /// <summary>What is left when the refused word goes.</summary>
    private static ImmutableArray<string> Derived(RefusedWords.Reason reason, TokenCursor cursor, int index)
    {
        var token = cursor.Tokens[index];
        var (before, after) = (cursor.Text[..token.Start].Trim(), cursor.Text[token.End..].Trim());
        return reason.Remedy switch
        {
            Remedy.LeaveOut => [$"{before} {after}".Trim()],
            // Of a span the end is the latest; of two that are named, either may be meant.
            Remedy.ChooseOne => token.Text == "or" ? [before, after] : [after],
            Remedy.Suggestion => reason.Suggestion is { } whole ? [whole] : [],
            _ => [],
        };
    }

    /// <summary>Whether an abbreviation such as EST stands in the text.</summary>
    public static bool NamesZone(TokenCursor cursor) => cursor.Tokens.Any(token => RefusedWords.IsZone(token.Text));

    private static DueReading Choose(RefusedWords.Reason reason, string first, string second, DueContext context)
    {
        var readings = new[] { first, second }
            .Select(text => (Text: text, Reading: DueDateReader.Read(text, context.Now, context.Settings)))
            .Where(choice => choice.Reading is DueReading.Value)
            .Select(choice => new NamedReading(choice.Text, choice.Text, ((DueReading.Value)choice.Reading).Due));
        return new DueReading.Ask(reason.Sentence, [.. readings]);
    }

    private static DueReading.Refusal Unread(TokenCursor cursor, DueContext context)
    {
        if (cursor.Tokens.All(token => token.Kind == TokenKind.Number))
            return new DueReading.Refusal("A number alone is no date. Write “the 25th”, “at 17:30” or “in 3 days”.", 0, "in 3 days") { Derived = OfNumber(cursor) };
        if (Misspelt(cursor, context) is { } misspelt) return misspelt;
        var position = cursor.OffsetOf(Math.Min(cursor.FurthestRead, cursor.Tokens.Count - 1));
        var rest = cursor.Text[position..].Trim();
        var sentence = position == cursor.OffsetOf(0)
            ? $"“{rest}” is no date I can read. Write for instance “fri 17:00”, “in 3 days” or “2026-03-13”."
            : $"“{cursor.Text[..position].Trim()}” is clear, but not “{rest}” after it.";
        return new DueReading.Refusal(sentence, position, "tomorrow at 17:00");
    }

    /// <summary>"25" may be the 25th, "1730" a time.</summary>
    private static ImmutableArray<string> OfNumber(TokenCursor cursor) => cursor.Tokens is not [var only] ? [] : (only.Length, only.Number) switch
    {
        ( <= 2, >= 1 and <= 31) => [$"the {RecurrenceText.Ordinal(only.Number)}"],
        (4, var number) when number / 100 < 24 && number % 100 < 60 => [string.Create(CultureInfo.InvariantCulture, $"at {number / 100:00}:{number % 100:00}")],
        _ => [],
    };

    private static DueReading.Refusal? Misspelt(TokenCursor cursor, DueContext context)
    {
        foreach (var token in cursor.Tokens)
        {
            if (token.Kind != TokenKind.Word || Vocabulary.Knows(token.Text)) continue;
            if (Vocabulary.Nearest(token.Text) is not { } word) return null;
            var corrected = string.Concat(cursor.Text.AsSpan(0, token.Start), word, cursor.Text.AsSpan(token.End));
            // One slip is put right, not several: the text is tried once.
            if (corrected.Length > DueDateReader.MaxLength) return null;
            return DueDateReader.Said(new TokenCursor(corrected), context) is DueReading.Value or DueReading.Ask
                ? DueReading.Refusal.Meaning($"“{token.Text}” is no word I know. Did you mean “{word}”?", token.Start, corrected)
                : null;
        }

        return null;
    }
}
