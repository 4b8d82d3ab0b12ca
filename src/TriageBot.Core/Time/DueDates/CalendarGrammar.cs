using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Dates of the calendar, by number or by name.</summary>
/// <remarks>
/// calendar  = iso | joined | slashed | nth | daymonth | monthday | dayof
/// iso       = yyyy"-"m"-"d | yyyy"/"m"/"d | yyyy"/"month"/"d | yyyymmdd
/// joined    = month name, day and yyyy in any order, with "-" or "/" between them
/// slashed   = d"/"m["/"(yy|yyyy)] | d("-"|".")m("-"|".")yyyy | d"-"m"-"yy
/// nth       = ["the"] (ordinal ["last"] | "last") (weekday|"day"|workday) ("of"|"in") month
/// daymonth  = ["the"] daynum ["."] ["of"|"-"|"/"] month [year] | ["the"] daynum ("this"|"next") "month"
/// monthday  = month ["-"|"/"] ["the"] daynum [year]
/// dayof     = int ("st"|"nd"|"rd"|"th") | ("on"|"the") (ordinal | int) (* the next month that has it *)
/// month     = monthname ["."] [year] | ["the"] ("this"|"current"|"next") "month" | "the month"
/// </remarks>
internal static class CalendarGrammar
{
    public static DateSaid? Calendar(TokenCursor cursor) =>
        Iso(cursor) ?? Joined(cursor) ?? Slashed(cursor) ?? Nth(cursor) ?? DayMonth(cursor) ?? MonthDay(cursor) ?? DayOf(cursor);

    public static MonthSaid? NamedMonth(TokenCursor cursor)
    {
        if (cursor.TakeTerm(TermKind.Month) is not { } month) return null;
        cursor.TakeMark('.');
        return new MonthSaid(month, NumberGrammar.Year(cursor));
    }

    public static MonthSaid? Month(TokenCursor cursor)
    {
        if (NamedMonth(cursor) is { } named) return named;
        var start = cursor.Index;
        if (cursor.TakeWord("the") && cursor.TakeWord("month")) return new MonthSaid(null, null);
        if (cursor.TakeWord("next", "month")) return new MonthSaid(null, null, Ahead: 1);
        if (cursor.TakeWord("this", "month") || cursor.TakeWord("current", "month")) return new MonthSaid(null, null);
        return cursor.Back<MonthSaid>(start);
    }

    private static DateSaid? Iso(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeNumber(maxDigits: 8) is not { } year) return null;
        if (year.Length == 8) return new DateSaid.Iso(year.Number / 10000, year.Number / 100 % 100, year.Number % 100);
        var mark = cursor.IsMark(0, '/') ? '/' : '-';
        if (year.Length == 4 && cursor.TakeMark(mark)
            && (cursor.TakeNumber(maxDigits: 2)?.Number ?? cursor.TakeTerm(TermKind.Month)) is { } month
            && cursor.TakeMark(mark) && cursor.TakeNumber(maxDigits: 2) is { } day)
        {
            return new DateSaid.Iso(year.Number, month, day.Number);
        }

        return cursor.Back<DateSaid>(start);
    }

    private static DateSaid? Joined(TokenCursor cursor)
    {
        if (cursor.Peek(1) is not { Spaced: false, Text: "-" or "/" } mark || cursor.Peek(3) is not { Spaced: false } second || second.Text != mark.Text) return null;
        if (cursor.Peek(0) is not { } one || cursor.Peek(2) is not { Spaced: false } two || cursor.Peek(4) is not { Spaced: false } three) return null;
        Token[] parts = [one, two, three];
        var months = parts.Where(part => part.Term.Kind == TermKind.Month).ToList();
        var years = parts.Where(part => part is { Kind: TokenKind.Number, Length: 4 }).ToList();
        var days = parts.Where(part => part is { Kind: TokenKind.Number, Length: <= 2 }).ToList();
        if (months.Count != 1 || years.Count != 1 || days.Count != 1) return null;
        cursor.Index += 5;
        return new DateSaid.Iso(years[0].Number, months[0].Term.Value, days[0].Number);
    }

    private static DateSaid? Slashed(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeNumber(maxDigits: 2) is not { } first || cursor.Peek(0) is not { Kind: TokenKind.Mark, Spaced: false, Text: "/" or "-" or "." } mark)
            return cursor.Back<DateSaid>(start);
        var separator = mark.Text[0];
        cursor.Index++;
        if (cursor.TakeNumber(maxDigits: 2) is not { Spaced: false } second) return cursor.Back<DateSaid>(start);
        if (cursor.TakeMark(separator))
            return SlashedYear(cursor, separator) is { } year ? new DateSaid.Slashed(first.Number, second.Number, year) : cursor.Back<DateSaid>(start);
        return separator == '/' ? new DateSaid.Slashed(first.Number, second.Number, null) : cursor.Back<DateSaid>(start);
    }

    /// <summary>Two digits are 20yy; with dots only four, for 1.10.30 is a version.</summary>
    private static int? SlashedYear(TokenCursor cursor, char separator) => cursor.TakeNumber() switch
    {
        { Length: 4, Spaced: false } year => year.Number,
        { Length: 2, Spaced: false } year when separator != '.' => 2000 + year.Number,
        _ => null,
    };

    private static DateSaid? Nth(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeWord("the");
        if (Rank(cursor) is { } rank && NthDay(cursor) is { } day && cursor.TakeAny("of", "in") && Month(cursor) is { } month)
            return new DateSaid.NthOf(rank, day.Weekday, day.Workday, month);
        return cursor.Back<DateSaid>(start);
    }

    /// <summary>"third", "last", "second last".</summary>
    public static int? Rank(TokenCursor cursor)
    {
        if (cursor.TakeWord("last")) return -1;
        if (NumberGrammar.Ordinal(cursor) is not { } ordinal || ordinal < 1) return null;
        if (!cursor.IsWord(0, "last") && !cursor.IsMark(0, '-')) return ordinal;
        cursor.TakeMark('-');
        return cursor.TakeWord("last") ? -ordinal : null;
    }

    public static (IsoDayOfWeek? Weekday, bool Workday)? NthDay(TokenCursor cursor)
    {
        if (cursor.TakeTerm(TermKind.Weekday) is { } weekday) return ((IsoDayOfWeek)weekday, false);
        if (cursor.TakeWord("weekday")) return (null, true);
        return OffsetGrammar.Unit(cursor) switch
        {
            DueUnit.Day => (null, false),
            DueUnit.Workday => (null, true),
            _ => null,
        };
    }

    private static DateSaid? DayMonth(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeWord("the");
        if (NumberGrammar.DayNumber(cursor) is { } day)
        {
            cursor.TakeMark('.');
            var joined = cursor.TakeWord("of") || cursor.TakeMark('-') || cursor.TakeMark('/');
            var relative = (cursor.IsWord(0, "next") || cursor.IsWord(0, "this")) && cursor.IsWord(1, "month");
            if ((relative || (joined && cursor.IsWord(-1, "of")) ? Month(cursor) : NamedMonth(cursor)) is { } month) return new DateSaid.DayOf(day, month);
        }

        return cursor.Back<DateSaid>(start);
    }

    private static DateSaid? MonthDay(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeTerm(TermKind.Month) is { } month)
        {
            cursor.TakeMark('.');
            _ = cursor.TakeMark('-') || cursor.TakeMark('/');
            cursor.TakeWord("the");
            if (NumberGrammar.DayNumber(cursor) is { } day) return new DateSaid.DayOf(day, new MonthSaid(month, NumberGrammar.Year(cursor)));
        }

        return cursor.Back<DateSaid>(start);
    }

    private static DateSaid? DayOf(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeWord("the");
        // "second" alone is hardly a date.
        var named = cursor.IsWord(-1, "on") || cursor.IsWord(-1, "the");
        if ((named || cursor.IsNumber(0)) && NumberGrammar.Ordinal(cursor) is { } ordinal) return new DateSaid.DayOf(ordinal, null);
        if (named && NumberGrammar.BareDay(cursor) is { } day) return new DateSaid.DayOf(day, null);
        return cursor.Back<DateSaid>(start);
    }
}
