using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Days that are named together where days are asked for, as in closures: there "next week" is all of it, not its first day.</summary>
public sealed record DaySpan(LocalDate First, LocalDate Last)
{
    /// <summary>A week (Monday to Sunday), a weekend or a month; of the present one what is left. Null for everything else.</summary>
    /// <remarks>span = ["all" ["of"]] ["the"] ["whole" ["of"]] ( ["this"|"current"|"next"|"the"] ("week"|"weekend"|"month") | month [year] )</remarks>
    public static DaySpan? Of(string text, LocalDate today)
    {
        if (text.Length > DueDateReader.MaxLength) return null;
        var cursor = new TokenCursor(text);
        if (cursor.TakeWord("all")) cursor.TakeWord("of");
        cursor.TakeWord("the");
        if (cursor.TakeWord("whole")) cursor.TakeWord("of");
        cursor.TakeWord("the");
        if (Named(cursor, today) is not { } span || !cursor.AtEnd) return null;
        return span.First < today && today <= span.Last ? span with { First = today } : span;
    }

    /// <summary>A weekday by its name alone: where a span ends with it, it is the first such day after the span's beginning.</summary>
    public static IsoDayOfWeek? Weekday(string text)
    {
        if (text.Length > DueDateReader.MaxLength) return null;
        var cursor = new TokenCursor(text);
        return cursor.TakeTerm(TermKind.Weekday) is { } day && cursor.AtEnd ? (IsoDayOfWeek)day : null;
    }

    private static DaySpan? Named(TokenCursor cursor, LocalDate today)
    {
        if (CalendarGrammar.NamedMonth(cursor) is { } month) return Month(CalendarMeaning.StartOf(month, today));
        var ahead = cursor.TakeWord("next") ? 1 : 0;
        if (ahead == 0) cursor.TakeAny("this", "current");
        var monday = today.PlusDays(1 - (int)today.DayOfWeek).PlusWeeks(ahead);
        if (cursor.TakeWord("week")) return new DaySpan(monday, monday.PlusDays(6));
        if (cursor.TakeWord("weekend")) return new DaySpan(monday.PlusDays(5), monday.PlusDays(6));
        return cursor.TakeWord("month") ? Month(today.With(DateAdjusters.StartOfMonth).PlusMonths(ahead)) : null;
    }

    private static DaySpan Month(LocalDate first) => new(first, first.With(DateAdjusters.EndOfMonth));
}
