namespace TriageBot.Core.Time.DueDates;

/// <summary>Numbers, in digits and in words.</summary>
/// <remarks>
/// count   = int | "a" | "an" | cardinal
/// cardinal = "one".."nineteen" | tens [ ["-"] "one".."nine" ]
/// ordinal = int ("st"|"nd"|"rd"|"th") | "first".."twentieth" | "thirtieth" | ("twenty"|"thirty") ["-"] "first".."ninth"
/// daynum  = ordinal | int | cardinal
/// year    = [","|"-"|"/"] yyyy | [","] "two thousand" [["and"] cardinal]
/// </remarks>
internal static class NumberGrammar
{
    private const int MaxDay = 31;

    public static int? Count(TokenCursor cursor)
    {
        if (cursor.TakeNumber() is { } number) return number.Number;
        // "a m" is half of "9 a m", not a minute.
        if ((cursor.IsWord(0, "a") || cursor.IsWord(0, "an")) && cursor.Peek(1) is { Length: > 2 })
        {
            cursor.Index++;
            return 1;
        }

        return Cardinal(cursor);
    }

    public static int? Cardinal(TokenCursor cursor)
    {
        if (cursor.TakeTerm(TermKind.Cardinal) is not { } first) return null;
        if (first < 20 || Ones(cursor, TermKind.Cardinal) is not { } ones) return first;
        return first + ones;
    }

    public static int? Ordinal(TokenCursor cursor)
    {
        if (cursor.TakeTerm(TermKind.Ordinal) is { } ordinal) return ordinal;
        var start = cursor.Index;
        if (cursor.TakeTerm(TermKind.Cardinal) is { } tens and >= 20 && Ones(cursor, TermKind.Ordinal) is { } ones) return tens + ones;
        cursor.Index = start;
        if (cursor.TakeNumber(maxDigits: 2) is { } number && Suffix(cursor)) return number.Number;
        cursor.Index = start;
        return null;
    }

    /// <summary>A day of a month that is named beside it: "3", "3rd", "third", "twenty-one".</summary>
    public static int? DayNumber(TokenCursor cursor)
    {
        if (Ordinal(cursor) is { } ordinal) return ordinal;
        if (BareDay(cursor) is { } bare) return bare;
        return Cardinal(cursor);
    }

    /// <summary>Digits that are not the beginning of a clock time.</summary>
    public static int? BareDay(TokenCursor cursor)
    {
        if (!cursor.IsNumber(0) || BeginsClock(cursor)) return null;
        return cursor.TakeNumber(maxDigits: 2)?.Number is { } day and >= 1 and <= MaxDay ? day : null;
    }

    public static int? Year(TokenCursor cursor)
    {
        var start = cursor.Index;
        _ = cursor.TakeMark(',') || cursor.TakeMark('-') || cursor.TakeMark('/');
        if (cursor.Peek(0) is { Kind: TokenKind.Number, Length: 4 } && !BeginsClock(cursor)) return cursor.TakeNumber()?.Number;
        cursor.Index = start;
        cursor.TakeMark(',');
        if (cursor.TakeWord("two", "thousand"))
        {
            var end = cursor.Index;
            cursor.TakeWord("and");
            if (Cardinal(cursor) is { } rest) return 2000 + rest;
            cursor.Index = end;
            return 2000;
        }

        cursor.Index = start;
        return null;
    }

    private static bool BeginsClock(TokenCursor cursor) =>
        cursor.IsMark(1, ':')
        || (cursor.IsMark(1, '.') && cursor.Peek(2) is { Kind: TokenKind.Number, Spaced: false })
        || (cursor.Peek(1) is { Text: "am" or "pm" or "a" or "p" or "h" or "o" });

    private static int? Ones(TokenCursor cursor, TermKind kind)
    {
        var start = cursor.Index;
        cursor.TakeMark('-');
        if (cursor.TakeTerm(kind) is { } ones and < 10) return ones;
        cursor.Index = start;
        return null;
    }

    private static bool Suffix(TokenCursor cursor) =>
        cursor.Peek(0) is { Spaced: false } && cursor.TakeAny("st", "nd", "rd", "th");
}
