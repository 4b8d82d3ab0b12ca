using NodaTime;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>The days a repeating date falls on.</summary>
/// <remarks>
/// weekdays  = weekday {[","] ["and" | "&amp;"] weekday}
/// rankday   = rank (weekday | "day" | workday) (* rank: CalendarGrammar *)
/// monthdays = (ordinal | "last day") {("," | "and" | "&amp;") (ordinal | "last day")}
/// </remarks>
internal static class DaysGrammar
{
    public static RecurrencePattern? RankedDay(TokenCursor cursor, int every)
    {
        var start = cursor.Index;
        if (CalendarGrammar.Rank(cursor) is { } rank and <= 31 and >= -31 && CalendarGrammar.NthDay(cursor) is { } day
            && Ranked(every, rank, day.Weekday, day.Workday) is { } pattern
            && !(pattern is RecurrencePattern.Months && cursor.IsWord(0, "and")))
        {
            return pattern;
        }

        return cursor.Back<RecurrencePattern>(start);
    }

    public static RecurrencePattern? Ranked(int every, int rank, IsoDayOfWeek? weekday, bool workday) => (weekday, workday) switch
    {
        ({ } day, _) when rank is >= -5 and <= 5 => new RecurrencePattern.NthWeekday(every, rank, day),
        (null, true) when rank is >= -23 and <= 23 => new RecurrencePattern.NthWorkday(every, rank),
        (null, false) when rank == -1 => new RecurrencePattern.Months(every, MonthDays.Last),
        (null, false) when rank is >= 1 and <= 31 => new RecurrencePattern.Months(every, MonthDays.Of(rank)),
        _ => null,
    };

    public static RecurrencePattern? MonthDaysOf(TokenCursor cursor, int every)
    {
        var days = default(MonthDays);
        var end = cursor.Index;
        while (MonthDay(cursor) is { } day)
        {
            days = days.With(day);
            end = cursor.Index;
            if (!cursor.TakeMark(',') && !cursor.TakeWord("and") && !cursor.TakeMark('&')) break;
            cursor.TakeWord("the");
        }

        cursor.Index = end;
        return days.IsEmpty ? null : new RecurrencePattern.Months(every, days);
    }

    private static MonthDays? MonthDay(TokenCursor cursor)
    {
        if (cursor.TakeWord("last", "day")) return MonthDays.Last;
        return NumberGrammar.Ordinal(cursor) is { } day and >= 1 and <= 31 ? MonthDays.Of(day) : null;
    }

    public static Weekdays? DayList(TokenCursor cursor)
    {
        var days = Weekdays.None;
        var end = cursor.Index;
        while ((cursor.TakeTerm(TermKind.Weekday) ?? cursor.TakeTerm(TermKind.Weekdays)) is { } day)
        {
            days |= ((IsoDayOfWeek)day).AsSet();
            end = cursor.Index;
            cursor.TakeMark(',');
            _ = cursor.TakeWord("and") || cursor.TakeMark('&');
        }

        cursor.Index = end;
        return days == Weekdays.None ? null : days;
    }
}
