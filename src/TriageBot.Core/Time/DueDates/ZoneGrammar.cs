using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>The zone after a clock time. Abbreviations such as EST name several zones and are not read.</summary>
/// <remarks>
/// zone   = ("z"|"utc"|"gmt") [ ("+"|"-") amount ] [ "(" abbreviation ")" ] | "+" amount | "-" amount (* after a space or in ISO 8601 *) | iana
/// amount = hh | hhmm | hh":"mm (* one digit only after UTC *)
/// </remarks>
internal static class ZoneGrammar
{
    private const int MaxOffsetMinutes = 14 * 60;

    public static DateTimeZone? Zone(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeAny("utc", "gmt", "z")) return Offset(cursor) is { } after ? Remarked(cursor, after) : DateTimeZone.Utc;
        // "15:00-17:00" is a range and "noon+5" nothing; "15:00 -03:00" has an offset.
        var isIso = cursor.IsWord(-4, "t") || cursor.IsWord(-6, "t");
        var isOffset = cursor.Peek(1) is { Length: >= 2 } && (isIso || cursor.IsMark(0, '+') || cursor.Peek(0) is { Spaced: true });
        if (isOffset && Offset(cursor) is { } offset) return Remarked(cursor, offset);
        cursor.Index = start;
        return Iana(cursor);
    }

    private static DateTimeZone? Offset(TokenCursor cursor)
    {
        var start = cursor.Index;
        var sign = cursor.IsMark(0, '-') ? -1 : 1;
        if ((cursor.TakeMark('+') || cursor.TakeMark('-')) && Minutes(cursor) is { } minutes and <= MaxOffsetMinutes)
            return minutes == 0 ? DateTimeZone.Utc : DateTimeZone.ForOffset(NodaTime.Offset.FromSeconds(sign * minutes * 60));
        return cursor.Back<DateTimeZone>(start);
    }

    private static int? Minutes(TokenCursor cursor)
    {
        if (cursor.Peek(0) is not { Spaced: false } || cursor.TakeNumber() is not { } hours) return null;
        if (hours.Length == 4) return hours.Number % 100 < 60 ? (hours.Number / 100 * 60) + (hours.Number % 100) : null;
        if (hours.Length > 2) return null;
        if (!cursor.TakeMark(':')) return hours.Number * 60;
        return cursor.TakeNumber(maxDigits: 2) is { Length: 2, Number: < 60 } minutes ? (hours.Number * 60) + minutes.Number : null;
    }

    /// <summary>An abbreviation in brackets after an explicit offset adds nothing.</summary>
    private static DateTimeZone Remarked(TokenCursor cursor, DateTimeZone zone)
    {
        if (cursor.IsMark(0, '(') && cursor.Peek(1) is { Kind: TokenKind.Word, Length: <= 5 } && cursor.IsMark(2, ')')) cursor.Index += 3;
        return zone;
    }

    private static DateTimeZone? Iana(TokenCursor cursor)
    {
        if (cursor.Peek(0) is not { Kind: TokenKind.Word } first || !cursor.IsMark(1, '/')) return null;
        var last = 1;
        while (cursor.Peek(last + 1) is { Spaced: false, Text: not ("," or "(") }) last++;
        var end = cursor.Peek(last)?.End ?? first.End;
        if (ZoneTime.Find(cursor.Text[first.Start..end]) is not { } zone) return null;
        cursor.Index += last + 1;
        return zone;
    }
}
