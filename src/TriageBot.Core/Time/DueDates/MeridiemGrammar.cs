namespace TriageBot.Core.Time.DueDates;

/// <summary>What stands behind an hour.</summary>
/// <remarks>
/// meridiem = "am" | "pm" | ("a"|"p") ["."] "m" ["."] | ("a"|"p") (* joined to the number *)
/// oclock   = "o" ["'"] "clock" | "oclock"
/// </remarks>
internal static class MeridiemGrammar
{
    public static ClockStyle? Meridiem(TokenCursor cursor)
    {
        if (cursor.TakeWord("am")) return ClockStyle.Am;
        if (cursor.TakeWord("pm")) return ClockStyle.Pm;
        var start = cursor.Index;
        var attached = cursor.Peek(0) is { Spaced: false };
        var style = cursor.IsWord(0, "a") ? ClockStyle.Am : ClockStyle.Pm;
        if (!cursor.TakeAny("a", "p")) return null;
        var dotted = cursor.TakeMark('.');
        if (cursor.TakeWord("m"))
        {
            if (dotted) cursor.TakeMark('.');
            return style;
        }

        cursor.Index = attached && !dotted ? start + 1 : start;
        return attached && !dotted ? style : null;
    }

    public static bool OClock(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeWord("oclock")) return true;
        if (!cursor.TakeWord("o")) return false;
        cursor.TakeMark('\'');
        if (cursor.TakeWord("clock")) return true;
        cursor.Index = start;
        return false;
    }
}
