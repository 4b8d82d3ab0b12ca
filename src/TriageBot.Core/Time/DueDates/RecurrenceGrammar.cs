using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A repeating date: what repeats, then when, from when and until when, in any order.</summary>
/// <remarks>
/// recur  = [time] ["on"] core { [","] suffix }
/// core   = "daily"|"everyday"|"nightly"|"quarterly"|"semi-annually" | ("weekly"|"fortnightly"|"monthly"|"yearly"|"annually") ["on" which]
///        | "once" ("a"|"per") unit ["on" which] | ["once"] PatternGrammar.pattern
/// suffix = time | ("starting"|"beginning"|"from") date | ("until"|"till") date | ["for"] int "times" | "after completion" | "keep all" | closed
/// closed = "moved before closed days" | "moved after closed days" | "skipping closed days" | "also on closed days"
/// </remarks>
internal static class RecurrenceGrammar
{
    public static RecurrenceSaid? Recurrence(TokenCursor cursor, bool afterAt)
    {
        var (start, timeStart) = (cursor.Index, cursor.Offset);
        if (Core(cursor) is { } core) return Suffixes(cursor, core);
        if (TimeGrammar.Time(cursor, afterAt) is not { } time) return cursor.Back<RecurrenceSaid>(start);
        cursor.TakeMark(',');
        cursor.TakeWord("on");
        if (Core(cursor) is { Time: null } after) return Suffixes(cursor, after with { Time = time, TimeStart = timeStart });
        return cursor.Back<RecurrenceSaid>(start);
    }

    private static RecurrenceSaid? Core(TokenCursor cursor) => Adverb(cursor) ?? Once(cursor) ?? PatternGrammar.Pattern(cursor);

    /// <summary>"once a week", "once every 2 weeks".</summary>
    private static RecurrenceSaid? Once(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (!cursor.TakeWord("once")) return null;
        if (cursor.TakeAny("a", "per"))
        {
            if (OffsetGrammar.Unit(cursor) is { } unit && PatternGrammar.Units(cursor, every: 1, unit) is { } said) return said;
        }
        else if (PatternGrammar.Pattern(cursor) is { } pattern) return pattern;

        return cursor.Back<RecurrenceSaid>(start);
    }

    private static RecurrenceSaid? Adverb(TokenCursor cursor)
    {
        if (cursor.TakeAny("daily", "everyday")) return new RecurrenceSaid(new RecurrencePattern.Days(1));
        if (cursor.TakeWord("nightly")) return PatternGrammar.DailyAt(PartOfDay.Night);
        if (cursor.TakeWord("weekly")) return PatternGrammar.Units(cursor, every: 1, DueUnit.Week);
        if (cursor.TakeWord("fortnightly")) return PatternGrammar.Units(cursor, every: 2, DueUnit.Week);
        if (cursor.TakeWord("monthly")) return PatternGrammar.Units(cursor, every: 1, DueUnit.Month);
        if (cursor.TakeWord("quarterly")) return new RecurrenceSaid(new RecurrencePattern.Months(3));
        if (cursor.TakeAny("yearly", "annually")) return PatternGrammar.Units(cursor, every: 1, DueUnit.Year);
        var start = cursor.Index;
        if (cursor.TakeWord("semi"))
        {
            cursor.TakeMark('-');
            if (cursor.TakeWord("annually")) return new RecurrenceSaid(new RecurrencePattern.Months(6));
        }

        cursor.Index = start;
        return cursor.TakeWord("semiannually") ? new RecurrenceSaid(new RecurrencePattern.Months(6)) : null;
    }

    private static RecurrenceSaid Suffixes(TokenCursor cursor, RecurrenceSaid said)
    {
        while (true)
        {
            var start = cursor.Index;
            cursor.TakeMark(',');
            if (Suffix(cursor, said) is not { } more)
            {
                cursor.Index = start;
                return said;
            }

            said = more;
        }
    }

    private static RecurrenceSaid? Suffix(TokenCursor cursor, RecurrenceSaid said) =>
        Completion(cursor, said) ?? ClosedDays(cursor, said) ?? Ending(cursor, said) ?? Starting(cursor, said) ?? AtTime(cursor, said);

    private static RecurrenceSaid? AtTime(TokenCursor cursor, RecurrenceSaid said)
    {
        var (start, timeStart) = (cursor.Index, cursor.Offset);
        if (TimeGrammar.Time(cursor) is not { } time) return null;
        if (said.Time is null) return said with { Time = time, TimeStart = timeStart };
        // "every morning at 9": the part was said with the day.
        if (said.Time is { Clock: null, Part: { } part } && time is { Clock: not null, Part: null })
            return said with { Time = time with { Part = part }, TimeStart = timeStart };
        return cursor.Back<RecurrenceSaid>(start);
    }

    private static RecurrenceSaid? Starting(TokenCursor cursor, RecurrenceSaid said)
    {
        var start = cursor.Index;
        if (said.From is null && cursor.TakeAny("starting", "beginning", "from"))
        {
            cursor.TakeAny("on", "from");
            if (DateGrammar.Date(cursor) is { } date) return said with { From = date };
        }

        return cursor.Back<RecurrenceSaid>(start);
    }

    private static RecurrenceSaid? Ending(TokenCursor cursor, RecurrenceSaid said)
    {
        var start = cursor.Index;
        if (said.Until is null && said.Times is null)
        {
            if (cursor.TakeAny("until", "till") && DateGrammar.Date(cursor) is { } date) return said with { Until = date };
            cursor.Index = start;
            cursor.TakeWord("for");
            if (NumberGrammar.Count(cursor) is { } times && cursor.TakeWord("times")) return said with { Times = times };
        }

        return cursor.Back<RecurrenceSaid>(start);
    }

    private static RecurrenceSaid? Completion(TokenCursor cursor, RecurrenceSaid said)
    {
        if (cursor.TakeWord("after", "completion")) return said with { Mode = RecurrenceMode.AfterCompletion };
        return cursor.TakeWord("keep", "all") ? said with { Mode = RecurrenceMode.KeepAll } : null;
    }

    private static RecurrenceSaid? ClosedDays(TokenCursor cursor, RecurrenceSaid said)
    {
        var start = cursor.Index;
        ClosedDayPolicy? policy = null;
        if (cursor.TakeWord("moved", "before")) policy = ClosedDayPolicy.MoveBefore;
        else if (cursor.TakeWord("moved", "after")) policy = ClosedDayPolicy.MoveAfter;
        else if (cursor.TakeWord("skipping")) policy = ClosedDayPolicy.Skip;
        else if (cursor.TakeWord("also", "on")) policy = ClosedDayPolicy.Keep;
        if (policy is { } chosen && cursor.TakeWord("closed", "days")) return said with { ClosedDays = chosen };
        return cursor.Back<RecurrenceSaid>(start);
    }
}
