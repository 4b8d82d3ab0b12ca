using System.Collections.Immutable;
using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Reads a due date or do-day as a person types it (rules D1–D3). Pure; linear in the text; never throws.</summary>
/// <remarks>
/// What was said (<see cref="DueGrammar"/>) is kept apart from what it means today (<see cref="PointMeaning"/>, <see cref="RecurrenceMeaning"/>).
/// </remarks>
public static class DueDateReader
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int MaxLength = 100;

    /// <summary>The whole text must be a due date, or it is asked about or refused.</summary>
    public static DueReading Read(string text, Instant now, DueSettings settings)
    {
        if (text.Length > MaxLength) return new DueReading.Refusal($"A due date has at most {MaxLength} characters.", MaxLength, "tomorrow at 17:00");
        var cursor = new TokenCursor(text);
        if (cursor.AtEnd) return new DueReading.Refusal("Type a date, for instance tomorrow at 17:00.", 0, "tomorrow at 17:00");
        var context = new DueContext(now, settings);
        var reading = Said(cursor, context) ?? Refusals.Explain(cursor, context);
        return reading is DueReading.Refusal refusal ? Usable(refusal, context) : reading;
    }

    private static DueReading.Refusal Usable(DueReading.Refusal refusal, DueContext context)
    {
        ImmutableArray<string> derived = [.. refusal.Derived.Where(text => Said(new TokenCursor(text), context) is DueReading.Value or DueReading.Ask).Distinct()];
        var suggestion = derived is [var first, ..] ? first : refusal.Suggestion is { } example ? Usable(example, context) : null;
        return refusal with { Suggestion = suggestion, Derived = derived };
    }

    /// <summary>What is suggested must work today: on a Sunday "end of this week" does not. Then its own suggestion is taken, or none.</summary>
    private static string? Usable(string suggestion, DueContext context) => Said(new TokenCursor(suggestion), context) switch
    {
        DueReading.Refusal { Suggestion: { } next } => Said(new TokenCursor(next), context) is DueReading.Refusal or null ? null : next,
        DueReading.Refusal or null => null,
        _ => suggestion,
    };

    /// <summary>Null when the text follows no rule of the grammar.</summary>
    internal static DueReading? Said(TokenCursor cursor, DueContext context)
    {
        if (DueGrammar.Due(cursor) is not { } said) return null;
        try
        {
            var reading = Meaning(said, context);
            return cursor.AtEnd ? reading : RemarkMeaning.Check(reading, cursor, context);
        }
        catch (NoOpenTimeException)
        {
            return new DueReading.Refusal("This needs working hours, and none are set up for the next year. Give the date itself.", 0, "tomorrow");
        }
    }

    private static DueReading Meaning(DueSaid said, DueContext context) => said switch
    {
        DueSaid.Special special => new DueReading.Value(special.Value, "the word itself"),
        DueSaid.Point point => PointMeaning.Of(point, context),
        DueSaid.Series series => RecurrenceMeaning.Of(series.Recurrence, context),
        _ => throw new ArgumentOutOfRangeException(nameof(said), said, "Unknown kind of due date."),
    };
}
