using NodaTime;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>The grid of a repeating date.</summary>
/// <remarks>
/// pattern  = ("every"|"ev"|"each"|"any") ["!"] body | weekdays {["," | "and"] weekdays} [parts] | weekday parts | parts
///          | ["the"] (ordinal | rank day) "of" ("every"|"each") "month"
/// body     = weekday {["," | "and"] weekday} | "weekday" | "weekend" | part | [int|"other"|ordinal] unit [["on"] which]
///          | ("other"|int) weekday {…} | rank day ["of the month"] | monthdays ["of the month"] | month daynum | daynum month
/// which    = weekday {["," | "and"] weekday} | ["the"] (rank day | monthdays) | month daynum | daynum month
/// monthdays = (ordinal | "last day") {("," | "and") (ordinal | "last day")}
/// </remarks>
internal static class PatternGrammar
{
    public static RecurrenceSaid? Pattern(TokenCursor cursor)
    {
        if (cursor.TakeAny("every", "ev", "each", "any"))
        {
            var mode = cursor.TakeMark('!') ? RecurrenceMode.AfterCompletion : RecurrenceMode.Grid;
            return Body(cursor) is { } body ? body with { Mode = mode } : null;
        }

        return Plural(cursor) ?? OfEveryMonth(cursor);
    }

    private static RecurrenceSaid? Plural(TokenCursor cursor)
    {
        if (cursor.TakeTerm(TermKind.Parts) is { } part) return new RecurrenceSaid(new RecurrencePattern.Days(1)) { Time = Part(part) };
        if (cursor.TakeWord("weekdays")) return new RecurrenceSaid(new RecurrencePattern.Weeks(1, Weekdays.MondayToFriday));
        if (cursor.TakeWord("weekends")) return new RecurrenceSaid(new RecurrencePattern.Weeks(1, Weekdays.Weekend));
        if (cursor.IsTerm(0, TermKind.Weekday) && cursor.IsTerm(1, TermKind.Parts) && cursor.TakeTerm(TermKind.Weekday) is { } day)
            return Weekly(1, ((IsoDayOfWeek)day).AsSet()) with { Time = Part(cursor.TakeTerm(TermKind.Parts) ?? 0) };
        if (!cursor.IsTerm(0, TermKind.Weekdays) || DayList(cursor) is not { } days) return null;
        return Weekly(1, days) with { Time = cursor.TakeTerm(TermKind.Parts) is { } parts ? Part(parts) : null };
    }

    private static RecurrenceSaid? OfEveryMonth(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeWord("the");
        var which = RankedDay(cursor, every: 1) ?? MonthDaysOf(cursor, every: 1);
        if (which is not null && cursor.TakeWord("of") && cursor.TakeAny("every", "each") && cursor.TakeWord("month")) return new RecurrenceSaid(which);
        return cursor.Back<RecurrenceSaid>(start);
    }

    private static RecurrenceSaid? Body(TokenCursor cursor)
    {
        if (cursor.TakeWord("weekday")) return new RecurrenceSaid(new RecurrencePattern.Weeks(1, Weekdays.MondayToFriday));
        if (cursor.TakeWord("weekend")) return new RecurrenceSaid(new RecurrencePattern.Weeks(1, Weekdays.Weekend));
        if (cursor.TakeTerm(TermKind.Part) is { } part) return new RecurrenceSaid(new RecurrencePattern.Days(1)) { Time = Part(part) };
        if (DayList(cursor) is { } days) return Weekly(1, days);
        return Yearly(cursor, every: 1) ?? Interval(cursor) ?? Monthly(cursor);
    }

    /// <summary>"every 2 weeks on tuesday", "every other tuesday".</summary>
    private static RecurrenceSaid? Interval(TokenCursor cursor)
    {
        var start = cursor.Index;
        var every = cursor.TakeWord("other") ? 2 : NumberGrammar.Count(cursor) ?? OrdinalBeforeUnit(cursor) ?? 1;
        if (every is >= 1 and <= RecurrencePattern.MaxInterval)
        {
            if (every > 1 && DayList(cursor) is { } days) return Weekly(every, days);
            if (OffsetGrammar.Unit(cursor) is { } unit && Units(cursor, every, unit) is { } said) return said;
        }

        return cursor.Back<RecurrenceSaid>(start);
    }

    /// <summary>"every second week" skips one; of days it may also mean the day of the month, which <see cref="Monthly"/> asks about.</summary>
    private static int? OrdinalBeforeUnit(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (NumberGrammar.Ordinal(cursor) is { } ordinal
            && cursor.Peek(0) is { Term: { Kind: TermKind.Unit } term } && (DueUnit)term.Value is not (DueUnit.Day or DueUnit.Workday))
        {
            return ordinal;
        }

        cursor.Index = start;
        return null;
    }

    private static RecurrenceSaid? Units(TokenCursor cursor, int every, DueUnit unit) => unit switch
    {
        DueUnit.Day => new RecurrenceSaid(new RecurrencePattern.Days(every)),
        DueUnit.Workday => new RecurrenceSaid(new RecurrencePattern.Workdays(every)),
        DueUnit.Week => Which(cursor, () => DayList(cursor) is { } days ? Weekly(every, days) : null) ?? Weekly(every, Weekdays.None),
        DueUnit.Fortnight when every == 1 => Weekly(2, Weekdays.None),
        DueUnit.Month => Which(cursor, () => OnThe(cursor, every)) ?? new RecurrenceSaid(new RecurrencePattern.Months(every)),
        DueUnit.Quarter when every * 3 <= RecurrencePattern.MaxInterval => new RecurrenceSaid(new RecurrencePattern.Months(every * 3)),
        DueUnit.Year => Which(cursor, () => Yearly(cursor, every)) ?? new RecurrenceSaid(new RecurrencePattern.Years(every)),
        _ => null,
    };

    private static RecurrenceSaid? Which(TokenCursor cursor, Func<RecurrenceSaid?> rule)
    {
        var start = cursor.Index;
        return cursor.TakeWord("on") && rule() is { } said ? said : cursor.Back<RecurrenceSaid>(start);
    }

    private static RecurrenceSaid? OnThe(TokenCursor cursor, int every)
    {
        cursor.TakeWord("the");
        return (RankedDay(cursor, every) ?? MonthDaysOf(cursor, every)) is { } pattern ? new RecurrenceSaid(pattern) : null;
    }

    /// <summary>"every first monday of the month", "every 1st and 15th".</summary>
    private static RecurrenceSaid? Monthly(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (NumberGrammar.Ordinal(cursor) is { } ordinal and > 1 && CalendarGrammar.NthDay(cursor) is { } day && !OfTheMonth(cursor))
            return new RecurrenceSaid(Skipping(ordinal, day.Weekday, day.Workday), Ranked(1, ordinal, day.Weekday, day.Workday));
        cursor.Index = start;
        if ((RankedDay(cursor, every: 1) ?? MonthDaysOf(cursor, every: 1)) is not { } pattern) return null;
        OfTheMonth(cursor);
        return new RecurrenceSaid(pattern);
    }

    private static bool OfTheMonth(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeAny("of", "in") && cursor.TakeAny("the", "every", "each") && cursor.TakeWord("month")) return true;
        cursor.Index = start;
        return false;
    }

    private static RecurrencePattern? RankedDay(TokenCursor cursor, int every)
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

    private static RecurrencePattern? Ranked(int every, int rank, IsoDayOfWeek? weekday, bool workday) => (weekday, workday) switch
    {
        ({ } day, _) when rank is >= -5 and <= 5 => new RecurrencePattern.NthWeekday(every, rank, day),
        (null, true) when rank is >= -23 and <= 23 => new RecurrencePattern.NthWorkday(every, rank),
        (null, false) when rank == -1 => new RecurrencePattern.Months(every, MonthDays.Last),
        (null, false) when rank is >= 1 and <= 31 => new RecurrencePattern.Months(every, MonthDays.Of(rank)),
        _ => null,
    };

    private static RecurrencePattern Skipping(int every, IsoDayOfWeek? weekday, bool workday) => (weekday, workday) switch
    {
        ({ } day, _) => new RecurrencePattern.Weeks(every, day.AsSet()),
        (null, true) => new RecurrencePattern.Workdays(every),
        _ => new RecurrencePattern.Days(every),
    };

    private static RecurrencePattern? MonthDaysOf(TokenCursor cursor, int every)
    {
        var days = default(MonthDays);
        var end = cursor.Index;
        while (MonthDay(cursor) is { } day)
        {
            days = days.With(day);
            end = cursor.Index;
            if (!cursor.TakeMark(',') && !cursor.TakeWord("and")) break;
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

    private static RecurrenceSaid? Yearly(TokenCursor cursor, int every)
    {
        var start = cursor.Index;
        cursor.TakeWord("the");
        if (CalendarGrammar.Calendar(cursor) is DateSaid.DayOf { Day: >= 1 and <= 31, Month: { Month: { } month, Year: null } } date
            && date.Day <= CalendarSystem.Iso.GetDaysInMonth(2000, month))
        {
            return new RecurrenceSaid(new RecurrencePattern.Years(every, new AnnualDate(month, date.Day)));
        }

        return cursor.Back<RecurrenceSaid>(start);
    }

    private static Weekdays? DayList(TokenCursor cursor)
    {
        var days = Weekdays.None;
        var end = cursor.Index;
        while ((cursor.TakeTerm(TermKind.Weekday) ?? cursor.TakeTerm(TermKind.Weekdays)) is { } day)
        {
            days |= ((IsoDayOfWeek)day).AsSet();
            end = cursor.Index;
            cursor.TakeMark(',');
            cursor.TakeWord("and");
        }

        cursor.Index = end;
        return days == Weekdays.None ? null : days;
    }

    private static RecurrenceSaid Weekly(int every, Weekdays days) => new(new RecurrencePattern.Weeks(every, days));

    private static TimeSaid Part(int part) => new(null, new PartSaid((PartOfDay)part, Today: false));
}
