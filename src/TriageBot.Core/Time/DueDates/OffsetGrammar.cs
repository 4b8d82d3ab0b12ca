using System.Collections.Immutable;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Durations counted from now.</summary>
/// <remarks>
/// offset = ["in"|"within"|"+"] dur ["from now"|"from today"|"hence"|"later"|["'"] ["s"] "time"] | ("in"|"within") "the next" (dur | "hour")
/// dur    = 1..3 × ( count unit ) | ("half an"|"half"|"a half") "hour" | "half a year" | (["a"] "quarter" | "three quarters") "of an hour" | count "hour" "and a half" | count "and a half hours" | int".5" ("h"|"hours")
/// </remarks>
internal static class OffsetGrammar
{
    private const int MaxParts = 3;

    public static OffsetSaid? Offset(TokenCursor cursor)
    {
        var start = cursor.Index;
        var counted = cursor.TakeAny("in", "within");
        if (!counted) cursor.TakeMark('+');
        var coming = counted && cursor.TakeWord("the", "next");
        if ((Duration(cursor) ?? (coming ? One(cursor) : null)) is not { } duration) return cursor.Back<OffsetSaid>(start);
        _ = cursor.TakeWord("from", "now") || cursor.TakeWord("from", "today") || cursor.TakeAny("hence", "later") || (counted && Time(cursor));
        return duration;
    }

    /// <summary>"in the next hour"</summary>
    private static OffsetSaid? One(TokenCursor cursor) => Unit(cursor) is DueUnit.Hour ? new OffsetSaid([(1, DueUnit.Hour)]) : null;

    /// <summary>"in two weeks' time", "in a week's time".</summary>
    private static bool Time(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeMark('\'')) cursor.TakeWord("s");
        if (cursor.TakeWord("time")) return true;
        cursor.Index = start;
        return false;
    }

    /// <summary>A quarter is a span of the calendar, no length that anybody counts in.</summary>
    public static OffsetSaid? Duration(TokenCursor cursor)
    {
        if (HalfHour(cursor) is { } half) return half;
        if (HoursAndHalf(cursor) is { } hours) return new OffsetSaid([(hours, DueUnit.Hour), (30, DueUnit.Minute)]);
        var parts = ImmutableArray.CreateBuilder<(int, DueUnit)>();
        var end = cursor.Index;
        while (parts.Count < MaxParts && NumberGrammar.Count(cursor) is { } count and > 0 && Unit(cursor) is { } unit and not DueUnit.Quarter)
        {
            parts.Add((count, unit));
            end = cursor.Index;
            _ = cursor.TakeMark(',');
            _ = cursor.TakeWord("and");
        }

        cursor.Index = end;
        return parts.Count == 0 ? null : new OffsetSaid(parts.ToImmutable());
    }

    public static DueUnit? Unit(TokenCursor cursor)
    {
        var start = cursor.Index;
        var working = cursor.TakeAny("business", "working", "work");
        if (cursor.TakeTerm(TermKind.Unit) is { } value)
        {
            var unit = (DueUnit)value;
            if (!working) return unit;
            if (unit == DueUnit.Day) return DueUnit.Workday;
        }

        cursor.Index = start;
        return null;
    }

    private static OffsetSaid? HalfHour(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeWord("a");
        if (cursor.TakeWord("half"))
        {
            if (cursor.TakeWord("a", "year")) return new OffsetSaid([(6, DueUnit.Month)]);
            cursor.TakeWord("an");
            if (cursor.TakeWord("hour")) return new OffsetSaid([(30, DueUnit.Minute)]);
        }

        cursor.Index = start;
        return QuarterHours(cursor);
    }

    private static OffsetSaid? QuarterHours(TokenCursor cursor)
    {
        var start = cursor.Index;
        var three = cursor.TakeWord("three", "quarters");
        if (!three) cursor.TakeWord("a");
        if ((three || cursor.TakeWord("quarter")) && cursor.TakeWord("of", "an") && cursor.TakeWord("hour"))
            return new OffsetSaid([(three ? 45 : 15, DueUnit.Minute)]);
        return cursor.Back<OffsetSaid>(start);
    }

    /// <summary>"2.5 hours", "2 hours and a half", "two and a half hours": the 2.</summary>
    private static int? HoursAndHalf(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeNumber(maxDigits: 2) is { } whole && PointFive(cursor) && IsHours(cursor)) return whole.Number;
        cursor.Index = start;
        if (NumberGrammar.Count(cursor) is { } count and < 100)
        {
            if (IsHours(cursor) ? AndHalf(cursor) : AndHalf(cursor) && IsHours(cursor)) return count;
        }

        cursor.Index = start;
        return null;
    }

    private static bool PointFive(TokenCursor cursor) => cursor.TakeMark('.') && cursor.TakeNumber(maxDigits: 1) is { Number: 5, Spaced: false };

    private static bool IsHours(TokenCursor cursor)
    {
        if (cursor.Peek(0) is not { Term: { Kind: TermKind.Unit, Value: (int)DueUnit.Hour } }) return false;
        cursor.Index++;
        return true;
    }

    private static bool AndHalf(TokenCursor cursor)
    {
        if (!cursor.IsWord(0, "and") || !cursor.IsWord(1, "a") || !cursor.IsWord(2, "half")) return false;
        cursor.Index += 3;
        return true;
    }
}
