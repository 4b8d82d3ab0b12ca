namespace TriageBot.Core.Time.DueDates;

/// <summary>The clock time itself.</summary>
/// <remarks>
/// clock  = ["12"] ("noon"|"midday"|"midnight") | workedge | shifted | "half" hour | digits | words
/// workedge = "eod"|"cob" | ["the"] ("end"|"close"|"start"|"beginning") "of" ["the"|"this"] ("day"|"business"|"work"|"workday")
/// shifted = ( ["a"] "quarter" | "half" | cardinal | int ["minutes"] ) ("past"|"after"|"to"|"till") clock
///         | count ("minutes"|"hours") ("from"|"before") clock
/// digits = h [(":"|".") mm [":00"] ["h"]] [meridiem] | hmm meridiem | hhmm | h "h" [mm] [meridiem] | h "o'clock" [meridiem] | h "ish"
/// words  = hour [ tens | teens | ("o"|"oh") ones ] [meridiem] | hour "o'clock"
/// </remarks>
internal static class ClockGrammar
{
    /// <param name="afterAt">"at" stands in front: 1030 and 12 15 are then times.</param>
    public static ClockSaid? Clock(TokenCursor cursor, bool afterAt) =>
        Named(cursor) ?? WorkEdge(cursor) ?? Shifted(cursor, afterAt) ?? HalfHour(cursor) ?? Digits(cursor, afterAt) ?? Words(cursor, afterAt);

    private static ClockSaid? Named(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeNumber(maxDigits: 2) is { Number: not 12 }) return cursor.Back<ClockSaid>(start);
        var mid = cursor.TakeWord("mid");
        if (mid) cursor.TakeMark('-');
        if (cursor.TakeAny("noon", "midday") || (mid && cursor.TakeWord("day")))
        {
            cursor.TakeWord("ish");
            return new ClockSaid.Noon();
        }

        if (cursor.TakeWord("noonish")) return new ClockSaid.Noon();
        if (cursor.TakeWord("midnight") || (mid && cursor.TakeWord("night"))) return new ClockSaid.Midnight();
        return cursor.Back<ClockSaid>(start);
    }

    private static ClockSaid? WorkEdge(TokenCursor cursor)
    {
        if (cursor.TakeAny("eod", "cob", "eob")) return new ClockSaid.WorkEdge(IsEnd: true);
        var start = cursor.Index;
        cursor.TakeWord("the");
        var isEnd = cursor.TakeAny("end", "close");
        if ((isEnd || cursor.TakeAny("start", "beginning")) && cursor.TakeWord("of"))
        {
            cursor.TakeAny("the", "this");
            if (cursor.TakeAny("day", "business", "work", "workday")) return new ClockSaid.WorkEdge(isEnd);
        }

        return cursor.Back<ClockSaid>(start);
    }

    private static ClockSaid? Shifted(TokenCursor cursor, bool afterAt)
    {
        var start = cursor.Index;
        var inDigits = cursor.IsNumber(0);
        if (Amount(cursor) is not { } amount) return cursor.Back<ClockSaid>(start);
        int sign;
        if (cursor.TakeAny("past", "after")) sign = 1;
        else if (amount.HasUnit && cursor.TakeWord("from")) sign = 1;
        else if (amount.HasUnit && cursor.TakeWord("before")) sign = -1;
        // "9 to 5" is a range.
        else if ((amount.HasUnit || !inDigits) && cursor.TakeAny("to", "till")) sign = -1;
        else return cursor.Back<ClockSaid>(start);

        if (Clock(cursor, afterAt) is { } from and not ClockSaid.Shifted) return new ClockSaid.Shifted(from, sign * amount.Minutes);
        return cursor.Back<ClockSaid>(start);
    }

    private static (int Minutes, bool HasUnit)? Amount(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeAny("a", "an");
        if (cursor.TakeWord("quarter")) return (15, true);
        if (cursor.TakeWord("half")) return (30, false);
        cursor.Index = start;
        if (NumberGrammar.Count(cursor) is not { } count || count >= 60) return null;
        return OffsetGrammar.Unit(cursor) switch
        {
            null => (count, false),
            DueUnit.Minute => (count, true),
            DueUnit.Hour when count <= 12 => (count * 60, true),
            _ => null,
        };
    }

    /// <summary>"half three" is half past three.</summary>
    private static ClockSaid? HalfHour(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeWord("half") && cursor.TakeTerm(TermKind.Cardinal) is { } hour and <= 12)
            return new ClockSaid.Hours(hour, 30, MeridiemGrammar.Meridiem(cursor) ?? ClockStyle.TwelveHour);
        return cursor.Back<ClockSaid>(start);
    }

    private static ClockSaid? Digits(TokenCursor cursor, bool afterAt)
    {
        var start = cursor.Index;
        if (cursor.TakeNumber() is not { } first) return null;
        if (first.Length > 2) return Compact(cursor, first, afterAt) ?? cursor.Back<ClockSaid>(start);
        var dotted = cursor.IsMark(0, '.');
        if ((dotted || cursor.IsMark(0, ':')) && Minutes(cursor) is { } minute)
        {
            var meridiem = MeridiemGrammar.Meridiem(cursor);
            if (meridiem is null && cursor.Peek(0) is { Spaced: false, Text: "h" }) cursor.Index++;
            // 14.11 may be the 14th of November.
            var mayBeDate = dotted && !afterAt && meridiem is null && minute is >= 1 and <= 12;
            return mayBeDate ? cursor.Back<ClockSaid>(start) : new ClockSaid.Hours(first.Number, minute, meridiem ?? Written(first));
        }

        if (cursor.TakeWord("h")) return HSuffix(cursor, first);
        if (afterAt && first.Length == 2 && cursor.Peek(0) is { Kind: TokenKind.Number, Length: 2 })
            return new ClockSaid.Hours(first.Number, cursor.TakeNumber()?.Number ?? 0, MeridiemGrammar.Meridiem(cursor) ?? ClockStyle.TwentyFour);
        return Hour(cursor, first, afterAt);
    }

    private static ClockSaid.Hours Hour(TokenCursor cursor, Token first, bool afterAt)
    {
        if (MeridiemGrammar.Meridiem(cursor) is { } meridiem) return new ClockSaid.Hours(first.Number, 0, meridiem);
        var said = MeridiemGrammar.OClock(cursor);
        if (said && MeridiemGrammar.Meridiem(cursor) is { } after) return new ClockSaid.Hours(first.Number, 0, after);
        said |= cursor.TakeWord("ish") || afterAt;
        return new ClockSaid.Hours(first.Number, 0, said ? TwelveHour(first.Number) : ClockStyle.Bare);
    }

    private static ClockSaid? Compact(TokenCursor cursor, Token digits, bool afterAt)
    {
        var (hour, minute) = (digits.Number / 100, digits.Number % 100);
        if (MeridiemGrammar.Meridiem(cursor) is { } meridiem) return new ClockSaid.Hours(hour, minute, meridiem);
        if (digits.Length == 4 && afterAt) return new ClockSaid.Hours(hour, minute, ClockStyle.TwentyFour);
        return cursor.Peek(0) is { Text: "in" } ? new ClockSaid.Hours(hour, minute, ClockStyle.Bare) : null;
    }

    private static ClockSaid.Hours HSuffix(TokenCursor cursor, Token first)
    {
        if (cursor.Peek(0) is not { Kind: TokenKind.Number, Length: 2 }) return new ClockSaid.Hours(first.Number, 0, ClockStyle.HSuffix);
        var minute = cursor.TakeNumber()?.Number ?? 0;
        var style = first.Number < 10 ? ClockStyle.HSuffix : ClockStyle.TwentyFour;
        return new ClockSaid.Hours(first.Number, minute, MeridiemGrammar.Meridiem(cursor) ?? style);
    }

    private static ClockSaid? Words(TokenCursor cursor, bool afterAt)
    {
        var start = cursor.Index;
        if (cursor.TakeTerm(TermKind.Cardinal) is not { } hour || hour > 12) return cursor.Back<ClockSaid>(start);
        cursor.TakeMark('-');
        if (MinuteWords(cursor, afterAt) is { } minute) return new ClockSaid.Hours(hour, minute, MeridiemGrammar.Meridiem(cursor) ?? ClockStyle.TwelveHour);
        cursor.Index = start + 1;
        if (MeridiemGrammar.Meridiem(cursor) is { } meridiem) return new ClockSaid.Hours(hour, 0, meridiem);
        return new ClockSaid.Hours(hour, 0, MeridiemGrammar.OClock(cursor) || afterAt ? ClockStyle.TwelveHour : ClockStyle.Bare);
    }

    private static int? MinuteWords(TokenCursor cursor, bool afterAt)
    {
        var start = cursor.Index;
        if (cursor.TakeAny("o", "oh", "zero"))
        {
            cursor.TakeMark('-');
            if (cursor.TakeTerm(TermKind.Cardinal) is { } ones and < 10) return ones;
        }
        else if (NumberGrammar.Cardinal(cursor) is { } minute && (minute >= 10 || afterAt))
        {
            return minute;
        }

        cursor.Index = start;
        return null;
    }

    private static int? Minutes(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.Index++;
        if (cursor.Peek(0) is { Kind: TokenKind.Number, Length: 2, Spaced: false } && cursor.TakeNumber() is { } minute)
        {
            if (cursor.IsMark(0, ':') && cursor.Peek(1) is { Kind: TokenKind.Number, Length: 2, Number: 0 }) cursor.Index += 2;
            return minute.Number;
        }

        cursor.Index = start;
        return null;
    }

    private static ClockStyle Written(Token hour) => hour.Length == 2 ? ClockStyle.TwentyFour : TwelveHour(hour.Number);

    private static ClockStyle TwelveHour(int hour) => hour is >= 1 and <= 12 ? ClockStyle.TwelveHour : ClockStyle.TwentyFour;
}
