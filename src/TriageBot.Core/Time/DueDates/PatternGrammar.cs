using NodaTime;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>The grid of a repeating date.</summary>
/// <remarks>
/// pattern = ("every"|"ev"|"each"|"any") ["!"] ["single"] body | "workdays" | ["the"] "end of" ("every"|"each") "month" | weekdays [parts] | weekday parts | parts | ["the"] (rankday | monthdays) "of" ("every"|"each") "month"
/// body    = "weekday" | "weekend" | part | parts | clock | "end of" ["the"] "month" | "month end" | weekdays | [int|"other"|ordinal] unit ["on" which] | ("other"|int) weekdays
///         | (rankday | monthdays) ["of the month"] | month daynum | daynum month
/// which   = weekdays | ["the"] (rankday | monthdays) | month daynum | daynum month (* weekdays, rankday, monthdays: DaysGrammar *)
/// </remarks>
internal static class PatternGrammar
{
    public static RecurrenceSaid? Pattern(TokenCursor cursor)
    {
        if (cursor.TakeAny("every", "ev", "each", "any"))
        {
            var mode = cursor.TakeMark('!') ? RecurrenceMode.AfterCompletion : RecurrenceMode.Grid;
            cursor.TakeWord("single");
            return Body(cursor) is { } body ? body with { Mode = mode } : null;
        }

        return Plural(cursor) ?? OfEveryMonth(cursor);
    }

    private static RecurrenceSaid? Plural(TokenCursor cursor)
    {
        if (cursor.TakeTerm(TermKind.Parts) is { } part) return new RecurrenceSaid(new RecurrencePattern.Days(1)) { Time = Part(part) };
        if (cursor.TakeWord("weekdays")) return new RecurrenceSaid(new RecurrencePattern.Weeks(1, Weekdays.MondayToFriday));
        if (!cursor.IsNumber(-1) && cursor.TakeWord("workdays")) return new RecurrenceSaid(new RecurrencePattern.Workdays(1));
        if (cursor.TakeWord("weekends")) return new RecurrenceSaid(new RecurrencePattern.Weeks(1, Weekdays.Weekend));
        if (cursor.IsTerm(0, TermKind.Weekday) && cursor.IsTerm(1, TermKind.Parts) && cursor.TakeTerm(TermKind.Weekday) is { } day)
            return Weekly(1, ((IsoDayOfWeek)day).AsSet()) with { Time = Part(cursor.TakeTerm(TermKind.Parts) ?? 0) };
        if (!cursor.IsTerm(0, TermKind.Weekdays) || DaysGrammar.DayList(cursor) is not { } days) return null;
        return Weekly(1, days) with { Time = cursor.TakeTerm(TermKind.Parts) is { } parts ? Part(parts) : null };
    }

    private static RecurrenceSaid? OfEveryMonth(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeWord("the");
        if (cursor.TakeWord("end", "of") && cursor.TakeAny("every", "each") && cursor.TakeWord("month")) return MonthEnd(1);
        cursor.Index = start;
        cursor.TakeWord("the");
        var which = DaysGrammar.RankedDay(cursor, every: 1) ?? DaysGrammar.MonthDaysOf(cursor, every: 1);
        if (which is not null && cursor.TakeWord("of") && cursor.TakeAny("every", "each") && cursor.TakeWord("month")) return new RecurrenceSaid(which);
        return cursor.Back<RecurrenceSaid>(start);
    }

    private static RecurrenceSaid? Body(TokenCursor cursor)
    {
        if (cursor.TakeWord("weekday")) return new RecurrenceSaid(new RecurrencePattern.Weeks(1, Weekdays.MondayToFriday));
        if (cursor.TakeWord("weekend")) return new RecurrenceSaid(new RecurrencePattern.Weeks(1, Weekdays.Weekend));
        if ((cursor.TakeTerm(TermKind.Part) ?? cursor.TakeTerm(TermKind.Parts)) is { } part) return DailyAt((PartOfDay)part);
        if (DaysGrammar.DayList(cursor) is { } days) return Weekly(1, days);
        return Yearly(cursor, every: 1) ?? Interval(cursor) ?? Monthly(cursor) ?? EndOfMonth(cursor) ?? AtClock(cursor);
    }

    /// <summary>"every morning"</summary>
    public static RecurrenceSaid DailyAt(PartOfDay part) => new(new RecurrencePattern.Days(1)) { Time = Part((int)part) };

    private static RecurrenceSaid? EndOfMonth(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeWord("end", "of"))
        {
            cursor.TakeWord("the");
            if (cursor.TakeWord("month")) return MonthEnd(1);
        }

        return cursor.Back<RecurrenceSaid>(start);
    }

    /// <summary>"every 4pm" is every day at that time; "every 4" is nothing.</summary>
    private static RecurrenceSaid? AtClock(TokenCursor cursor)
    {
        var (start, timeStart) = (cursor.Index, cursor.Offset);
        if (TimeGrammar.Time(cursor) is { Clock: ClockSaid.Noon or ClockSaid.Hours { Style: not (ClockStyle.Bare or ClockStyle.HSuffix) } } time)
            return new RecurrenceSaid(new RecurrencePattern.Days(1)) { Time = time, TimeStart = timeStart };
        return cursor.Back<RecurrenceSaid>(start);
    }

    /// <summary>"every 2 weeks on tuesday", "every other tuesday".</summary>
    private static RecurrenceSaid? Interval(TokenCursor cursor)
    {
        var start = cursor.Index;
        var every = cursor.TakeWord("other") ? 2 : OrdinalBeforeUnit(cursor) ?? NumberGrammar.Count(cursor) ?? 1;
        if (every is >= 1 and <= RecurrencePattern.MaxInterval)
        {
            if (every > 1 && DaysGrammar.DayList(cursor) is { } days) return Weekly(every, days);
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

    /// <summary>What follows "every 2 weeks" or "weekly".</summary>
    public static RecurrenceSaid? Units(TokenCursor cursor, int every, DueUnit unit) => unit switch
    {
        DueUnit.Day => new RecurrenceSaid(new RecurrencePattern.Days(every)),
        DueUnit.Workday => new RecurrenceSaid(new RecurrencePattern.Workdays(every)),
        DueUnit.Week => Which(cursor, () => DaysGrammar.DayList(cursor) is { } days ? Weekly(every, days) : null) ?? Weekly(every, Weekdays.None),
        DueUnit.Fortnight when every == 1 => Weekly(2, Weekdays.None),
        DueUnit.Month when cursor.TakeWord("end") => MonthEnd(every),
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
        return (DaysGrammar.RankedDay(cursor, every) ?? DaysGrammar.MonthDaysOf(cursor, every)) is { } pattern ? new RecurrenceSaid(pattern) : null;
    }

    /// <summary>"every first monday of the month", "every 1st and 15th".</summary>
    private static RecurrenceSaid? Monthly(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (NumberGrammar.Ordinal(cursor) is { } ordinal and > 1 && CalendarGrammar.NthDay(cursor) is { } day && !OfTheMonth(cursor))
            return new RecurrenceSaid(Skipping(ordinal, day.Weekday, day.Workday), DaysGrammar.Ranked(1, ordinal, day.Weekday, day.Workday));
        cursor.Index = start;
        if ((DaysGrammar.RankedDay(cursor, every: 1) ?? DaysGrammar.MonthDaysOf(cursor, every: 1)) is not { } pattern) return null;
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

    private static RecurrencePattern Skipping(int every, IsoDayOfWeek? weekday, bool workday) => (weekday, workday) switch
    {
        ({ } day, _) => new RecurrencePattern.Weeks(every, day.AsSet()),
        (null, true) => new RecurrencePattern.Workdays(every),
        _ => new RecurrencePattern.Days(every),
    };

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

    private static RecurrenceSaid MonthEnd(int every) => new(new RecurrencePattern.Months(every, MonthDays.Last));

    private static RecurrenceSaid Weekly(int every, Weekdays days) => new(new RecurrencePattern.Weeks(every, days));

    private static TimeSaid Part(int part) => new(null, new PartSaid((PartOfDay)part, Today: false));
}
