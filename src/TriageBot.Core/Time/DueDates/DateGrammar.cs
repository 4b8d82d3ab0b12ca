using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A date without a time.</summary>
/// <remarks>
/// date    = from | ahead | relative | beside | edge | week | weekday | CalendarGrammar.calendar [[","] day]
/// from    = dur ("from"|"after"|"before") (date | "yesterday")
/// beside  = ["the"] "day" ("after"|"before") date | "week" "from" date
/// ahead   = count weekday(s) ("from now"|"later"|"hence")
/// relative = "today"|"tod" | "tomorrow"|"tom"|"tmr"|"tmrw" | ["the"] "day after tomorrow" | ["the"] "next day"
/// edge    = ["the"] ("end"|"start"|"beginning") "of" ( ["the"] ["this"|"next"] period | month [year] | day )
///         | "eow"|"eom"|"eoq"|"eoy" | ("month"|"quarter"|"year") "end" | ("mid"|"middle of") month
/// week    = ["the"|"this"|"next"] "weekend" | ("this"|"next") "week" ["on"] weekday | "next" ("week"|"month"|workday)
/// weekday = ["this"|"next"|["the"] "coming"] day | day [","] ["of"] ("this"|"next") "week" | day [","] calendar | day [","] offset
/// </remarks>
internal static class DateGrammar
{
    public static DateSaid? Date(TokenCursor cursor) =>
        From(cursor) ?? Ahead(cursor) ?? Relative(cursor) ?? Beside(cursor) ?? Edge(cursor) ?? Week(cursor) ?? Weekday(cursor) ?? Calendar(cursor);

    /// <summary>A whole date may have its weekday behind it: both must hold.</summary>
    private static DateSaid? Calendar(TokenCursor cursor)
    {
        if (CalendarGrammar.Calendar(cursor) is not { } date) return null;
        if (date is not (DateSaid.Iso or DateSaid.DayOf { Month.Month: not null } or DateSaid.Slashed { Year: not null })) return date;
        var end = cursor.Index;
        cursor.TakeMark(',');
        if (cursor.TakeTerm(TermKind.Weekday) is { } day) return new DateSaid.WeekdayWith((IsoDayOfWeek)day, date);
        cursor.Index = end;
        return date;
    }

    /// <summary>"the day before friday", "week from tuesday": one is meant where no number stands.</summary>
    private static DateSaid? Beside(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeWord("the");
        var isDay = cursor.TakeWord("day");
        var before = isDay && cursor.TakeWord("before");
        if (before || (isDay && cursor.TakeWord("after")) || (!isDay && cursor.TakeWord("week", "from")))
        {
            var offset = new OffsetSaid([(1, isDay ? DueUnit.Day : DueUnit.Week)]);
            if (Date(cursor) is { } from and not DateSaid.From) return new DateSaid.From(offset, before, from);
        }

        return cursor.Back<DateSaid>(start);
    }

    private static DateSaid? From(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (OffsetGrammar.Duration(cursor) is not { } offset) return cursor.Back<DateSaid>(start);
        var before = cursor.IsWord(0, "before");
        if (!before && !cursor.IsWord(0, "from") && !cursor.IsWord(0, "after")) return cursor.Back<DateSaid>(start);
        cursor.Index++;
        var from = cursor.TakeWord("yesterday") ? new DateSaid.Relative(-1) : Date(cursor);
        return from is null or DateSaid.From ? cursor.Back<DateSaid>(start) : new DateSaid.From(offset, before, from);
    }

    private static DateSaid? Ahead(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (NumberGrammar.Count(cursor) is { } count
            && (cursor.TakeTerm(TermKind.Weekdays) ?? cursor.TakeTerm(TermKind.Weekday)) is { } day
            && (cursor.TakeWord("from", "now") || cursor.TakeAny("later", "hence")))
        {
            return new DateSaid.WeekdaysAhead(count, (IsoDayOfWeek)day);
        }

        return cursor.Back<DateSaid>(start);
    }

    private static DateSaid? Relative(TokenCursor cursor)
    {
        if (cursor.TakeAny("today", "tod")) return new DateSaid.Relative(0);
        if (cursor.TakeAny("tomorrow", "tom", "tmr", "tmrw", "tomorrows")) return new DateSaid.Relative(1);
        var start = cursor.Index;
        cursor.TakeWord("the");
        if (cursor.TakeWord("day", "after") && cursor.TakeAny("tomorrow", "tom", "tmr", "tmrw")) return new DateSaid.Relative(2);
        if (cursor.TakeWord("next", "day")) return new DateSaid.Relative(1);
        return cursor.Back<DateSaid>(start);
    }

    private static DateSaid? Edge(TokenCursor cursor)
    {
        if (cursor.TakeWord("eow")) return new DateSaid.PeriodEdge(IsEnd: true, DueUnit.Week, Next: false);
        if (cursor.TakeWord("eom")) return new DateSaid.PeriodEdge(IsEnd: true, DueUnit.Month, Next: false);
        if (cursor.TakeWord("eoq")) return new DateSaid.PeriodEdge(IsEnd: true, DueUnit.Quarter, Next: false);
        if (cursor.TakeWord("eoy")) return new DateSaid.PeriodEdge(IsEnd: true, DueUnit.Year, Next: false);
        var start = cursor.Index;
        if (cursor.IsWord(1, "end") && !cursor.IsWord(0, "week") && Period(cursor) is { } unit && cursor.TakeWord("end"))
            return new DateSaid.PeriodEdge(IsEnd: true, unit, Next: false);
        if (cursor.TakeWord("mid") || cursor.TakeWord("middle", "of"))
        {
            cursor.TakeMark('-');
            return CalendarGrammar.Month(cursor) is { } middle ? new DateSaid.MonthPlace(Place.Middle, middle) : cursor.Back<DateSaid>(start);
        }

        cursor.TakeWord("the");
        var isEnd = cursor.TakeWord("end");
        if ((isEnd || cursor.TakeAny("start", "beginning")) && cursor.TakeWord("of") && EdgeOf(cursor, isEnd) is { } edge) return edge;
        return cursor.Back<DateSaid>(start);
    }

    private static DateSaid? EdgeOf(TokenCursor cursor, bool isEnd)
    {
        var start = cursor.Index;
        cursor.TakeWord("the");
        var next = cursor.TakeWord("next");
        if (!next) cursor.TakeAny("this", "current");
        if (Period(cursor) is { } unit) return new DateSaid.PeriodEdge(isEnd, unit, next);
        cursor.Index = start;
        if (CalendarGrammar.NamedMonth(cursor) is { } month) return new DateSaid.MonthPlace(isEnd ? Place.End : Place.Start, month);
        if (cursor.IsWord(0, "the") && cursor.IsTerm(1, TermKind.Weekday)) cursor.Index++;
        return (Relative(cursor) ?? Weekday(cursor)) is { } day ? new DateSaid.DayEdge(isEnd, day) : null;
    }

    private static DueUnit? Period(TokenCursor cursor)
    {
        if (cursor.TakeWord("week")) return DueUnit.Week;
        if (cursor.TakeWord("month")) return DueUnit.Month;
        if (cursor.TakeWord("quarter")) return DueUnit.Quarter;
        return cursor.TakeWord("year") ? DueUnit.Year : null;
    }

    private static DateSaid? Week(TokenCursor cursor)
    {
        var start = cursor.Index;
        var next = cursor.TakeWord("next");
        if (!next && !cursor.TakeWord("this")) cursor.TakeWord("the");
        if (cursor.TakeWord("weekend")) return new DateSaid.Weekend(next);
        if (cursor.Index == start || cursor.IsWord(-1, "the")) return cursor.Back<DateSaid>(start);
        if (cursor.TakeWord("week"))
        {
            var end = cursor.Index;
            cursor.TakeWord("on");
            if (cursor.TakeTerm(TermKind.Weekday) is { } day) return new DateSaid.Weekday((IsoDayOfWeek)day, next ? WeekSaid.Next : WeekSaid.This);
            cursor.Index = end;
            return next ? new DateSaid.NextPeriod(DueUnit.Week) : cursor.Back<DateSaid>(start);
        }

        if (next && cursor.TakeWord("month")) return new DateSaid.NextPeriod(DueUnit.Month);
        if (next && (cursor.TakeAny("weekday", "workday") || OffsetGrammar.Unit(cursor) == DueUnit.Workday)) return new DateSaid.NextWorkday();
        return cursor.Back<DateSaid>(start);
    }

    private static DateSaid? Weekday(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.IsWord(0, "the") && (cursor.IsWord(1, "coming") || cursor.IsWord(1, "upcoming"))) cursor.Index++;
        var week = cursor.TakeWord("next") ? WeekSaid.Next : cursor.TakeWord("this") ? WeekSaid.This : WeekSaid.Coming;
        if (week != WeekSaid.Next && cursor.TakeAny("coming", "upcoming")) week = WeekSaid.Coming;
        var bare = cursor.Index == start;
        if (cursor.TakeTerm(TermKind.Weekday) is not { } value) return cursor.Back<DateSaid>(start);
        var day = (IsoDayOfWeek)value;
        cursor.TakeMark('.');
        return (bare ? Qualified(cursor, day) : null) ?? new DateSaid.Weekday(day, week);
    }

    private static DateSaid? Qualified(TokenCursor cursor, IsoDayOfWeek day)
    {
        var start = cursor.Index;
        cursor.TakeMark(',');
        var afterComma = cursor.Index;
        cursor.TakeWord("of");
        if (cursor.TakeWord("next", "week")) return new DateSaid.Weekday(day, WeekSaid.Next);
        if (cursor.TakeWord("this", "week")) return new DateSaid.Weekday(day, WeekSaid.This);
        cursor.Index = afterComma;
        if (CalendarGrammar.Calendar(cursor) is { } date and not DateSaid.NthOf) return new DateSaid.WeekdayWith(day, date);
        cursor.Index = afterComma;
        if (NumberGrammar.BareDay(cursor) is { } number and > 12) return new DateSaid.WeekdayWith(day, new DateSaid.DayOf(number, null));
        cursor.Index = afterComma;
        if (OffsetGrammar.Offset(cursor) is { HasClockUnit: false } offset && IsCounted(cursor, afterComma)) return new DateSaid.WeekdayAfter(day, offset);
        return cursor.Back<DateSaid>(start);
    }

    /// <summary>"monday in 2 weeks" counts from now; "monday 2 weeks" says nothing.</summary>
    private static bool IsCounted(TokenCursor cursor, int start)
    {
        var end = cursor.Index;
        cursor.Index = start;
        var counted = cursor.IsWord(0, "in");
        cursor.Index = end;
        return counted || cursor.IsWord(-1, "now") || cursor.IsWord(-1, "today") || cursor.IsWord(-1, "hence");
    }
}
