using System.Collections.Immutable;

namespace TriageBot.Core.Time.DueDates;

/// <summary>Durations counted from now.</summary>
/// <remarks>
/// offset = ["in"|"within"|"+"] dur | dur ("from now"|"from today"|"hence"|"later")
/// dur    = 1..3 × ( count unit ) | "half an hour" | int".5" ("h"|"hours")
/// </remarks>
internal static class OffsetGrammar
{
    private const int MaxParts = 3;

    public static OffsetSaid? Offset(TokenCursor cursor)
    {
        var start = cursor.Index;
        var led = cursor.TakeAny("in", "within") || cursor.TakeMark('+');
        if (Duration(cursor) is not { } duration) return cursor.Back<OffsetSaid>(start);
        if (!led) _ = cursor.TakeWord("from", "now") || cursor.TakeWord("from", "today") || cursor.TakeAny("hence", "later");
        return duration;
    }

    public static OffsetSaid? Duration(TokenCursor cursor)
    {
        if (HalfHours(cursor) is { } half) return half;
        var parts = ImmutableArray.CreateBuilder<(int, DueUnit)>();
        var end = cursor.Index;
        while (parts.Count < MaxParts && NumberGrammar.Count(cursor) is { } count && Unit(cursor) is { } unit)
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
        var working = cursor.TakeAny("business", "working");
        if (cursor.TakeTerm(TermKind.Unit) is { } value)
        {
            var unit = (DueUnit)value;
            if (!working) return unit;
            if (unit == DueUnit.Day) return DueUnit.Workday;
        }

        cursor.Index = start;
        return null;
    }

    private static OffsetSaid? HalfHours(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeWord("half", "an") && cursor.TakeWord("hour")) return new OffsetSaid([(30, DueUnit.Minute)]);
        cursor.Index = start;
        if (cursor.TakeNumber(maxDigits: 2) is { } whole && cursor.TakeMark('.') && cursor.TakeNumber(maxDigits: 1) is { Number: 5, Spaced: false }
            && cursor.TakeTerm(TermKind.Unit) == (int)DueUnit.Hour)
        {
            return new OffsetSaid([(whole.Number, DueUnit.Hour), (30, DueUnit.Minute)]);
        }

        return cursor.Back<OffsetSaid>(start);
    }
}
