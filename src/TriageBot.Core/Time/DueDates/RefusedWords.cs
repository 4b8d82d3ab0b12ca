using System.Collections.Frozen;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Words that are refused on purpose, each with its reason and what to type instead (D3).</summary>
internal static class RefusedWords
{
    private static readonly Reason Zone =
        new("Zone abbreviations such as EST name several zones. Write UTC, +02:00 or a city.", "tomorrow at 15:00 America/New_York") { Remedy = Remedy.LeaveOut };

    private static readonly FrozenDictionary<string, Reason> Words = Entries()
        .SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Reason)))
        .ToFrozenDictionary(entry => entry.word, entry => entry.Reason);

    /// <param name="Choices">Two texts, when it is rather a question than a refusal.</param>
    public sealed record Reason(string Sentence, string? Suggestion, string[]? Choices = null)
    {
        /// <summary>How what was meant can be made from what was typed.</summary>
        public Remedy Remedy { get; init; }
    }

    public static bool IsZone(string word) => Words.GetValueOrDefault(word) == Zone;

    /// <summary>The reason that begins at that token.</summary>
    public static Reason? At(TokenCursor cursor, int index)
    {
        cursor.LookAt(index);
        if (cursor.Peek(0) is not { } token) return null;
        if (token.Text == "now" && cursor.IsWord(-1, "from")) return null;
        if (token.Text == "second" && (cursor.IsNumber(-1) || cursor.IsWord(-1, "a"))) return Words["seconds"];
        if (IsDotted(cursor)) return new Reason("Is that a day or a time? Write the month as a word, or the time with a colon.", "at 14:30");
        if (token.Kind == TokenKind.Word && Words.TryGetValue(token.Text, out var reason)) return reason;
        if (token.Text == "bi") return Bi(cursor.Peek(1)?.Text == "-" ? cursor.Peek(2)?.Text : cursor.Peek(1)?.Text);
        if (cursor.Index == 0 && IsSubDay(cursor)) return new Reason("Nothing repeats more often than every day.", "every day at 9:00");
        if (WholePeriod(cursor) is { } period) return period;
        return IsRange(cursor) ? new Reason("That names more than one time. A due date is one: the latest.", "fri 17:00") { Remedy = Remedy.ChooseOne } : null;
    }

    private static Reason? Bi(string? word) => word is null ? null : Words.GetValueOrDefault("bi" + word);

    private static bool IsDotted(TokenCursor cursor) =>
        cursor.IsNumber(0) && cursor.IsMark(1, '.') && cursor.IsNumber(2) && cursor.Tokens.Count - cursor.Index <= 3;

    private static bool IsSubDay(TokenCursor cursor) => cursor.Peek(0) is { Text: "every" or "ev" or "each" }
        && cursor.Tokens.Any(token => token.Term is { Kind: TermKind.Unit, Value: (int)DueUnit.Minute or (int)DueUnit.Hour });

    /// <summary>"this week", "next year": no day of it is named.</summary>
    private static Reason? WholePeriod(TokenCursor cursor)
    {
        if (cursor.Peek(0) is not { Text: "this" or "next" } which || cursor.Peek(1) is not { Text: "week" or "month" or "year" } period) return null;
        if (which.Text == "next" && period.Text != "year") return null;
        return new Reason($"“{which.Text} {period.Text}” names no day.", $"end of {which.Text} {period.Text}") { Remedy = Remedy.Suggestion };
    }

    /// <summary>Two things joined by a dash or a word.</summary>
    private static bool IsRange(TokenCursor cursor)
    {
        if (cursor.IsWord(0, "or") || cursor.IsWord(0, "between")) return true;
        var dash = cursor.IsMark(0, '-') || cursor.IsWord(0, "to") || cursor.IsWord(0, "until") || cursor.IsWord(0, "through");
        return dash && IsDateWord(cursor.Peek(-1)) && IsDateWord(cursor.Peek(1));
    }

    private static bool IsDateWord(Token? token) => token is { Kind: TokenKind.Number }
        or { Term.Kind: TermKind.Weekday or TermKind.Month or TermKind.Part }
        or { Text: "am" or "pm" };

    private static IEnumerable<(string Words, Reason Reason)> Entries() =>
    [
        ("yesterday ago", new Reason("That is past. A due date lies ahead.", "tomorrow")),
        ("asap now immediately urgent urgently", new Reason("For what cannot wait use /urgent; a due date is a day or a time.", "today")),
        ("soon later sometime eventually whenever", new Reason("That is no date. Write a day, or someday to put it on the someday-maybe list.", "someday")),
        ("few couple several some", new Reason("How many exactly? Write the number.", "in 3 days")),
        ("christmas xmas easter thanksgiving halloween ramadan diwali hanukkah pentecost holiday holidays eid purim holi",
            new Reason("Holidays are not read. Write the date itself.", "24 december")),
        ("spring summer autumn fall winter season", new Reason("Seasons are not read. Write the date itself.", "1 june")),
        ("quarter quarters decade century", new Reason("That is a span, not a date. Write its end, or the date itself.", "end of quarter")),
        ("seconds sec secs", new Reason("Seconds are not read. Minutes are the smallest unit.", "in 5 minutes")),
        ("biweekly", new Reason("Every 2 weeks, or twice a week?", "every 2 weeks", ["every 2 weeks", "every monday and thursday"])),
        ("bimonthly", new Reason("Every 2 months, or twice a month?", "every 2 months", ["every 2 months", "every 1st and 15th"])),
        ("biannual biannually", new Reason("Every 2 years, or twice a year?", "every 2 years", ["every 2 years", "every 6 months"])),
        ("hourly minutely", new Reason("Nothing repeats more often than every day.", "every day at 9:00")),
        ("est edt cst cdt mst mdt pst pdt et pt ct mt ist bst cet cest eet jst aest aedt akst hst wet get", Zone),
        ("morgen heute demain mañana manana domani amanhã lundi montag", new Reason("Only English is read here.", "tomorrow")),
    ];
}

internal enum Remedy
{
    /// <summary>There is none: what is suggested is only an example.</summary>
    None,

    /// <summary>The text without the word.</summary>
    LeaveOut,

    /// <summary>What the word joins.</summary>
    ChooseOne,

    /// <summary>The suggestion is made from the words.</summary>
    Suggestion,
}
