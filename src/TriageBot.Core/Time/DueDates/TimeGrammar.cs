namespace TriageBot.Core.Time.DueDates;

/// <summary>A time of day, with the part of the day and the zone that may stand beside it.</summary>
/// <remarks>
/// time = ["at"|"@"] [about] ( part [","] ["at"|"@"] clock [zone] | part | clock [zone] [","] [part] )
/// part = ["in"|"on"|"at"] ["the"] ["early"|"late"] partname | "this" partname | "tonight"
/// </remarks>
internal static class TimeGrammar
{
    private static readonly string[] AboutWords = ["about", "around", "approximately", "approx", "roughly"];

    /// <param name="afterAt">"at" was read already, so that a bare number is an hour.</param>
    public static TimeSaid? Time(TokenCursor cursor, bool afterAt = false)
    {
        var start = cursor.Index;
        if (PartThenClock(cursor) is { } parted) return parted;
        cursor.Index = start;
        afterAt |= At(cursor);
        afterAt |= cursor.TakeAny(AboutWords);
        if (ClockGrammar.Clock(cursor, afterAt) is not { } clock) return cursor.Back<TimeSaid>(start);
        var zone = ZoneGrammar.Zone(cursor);
        return new TimeSaid(clock, PartAfter(cursor), zone);
    }

    /// <summary>The part of day that another part of the grammar left behind: "9 tomorrow <i>morning</i>".</summary>
    public static PartSaid? PartAfter(TokenCursor cursor)
    {
        var start = cursor.Index;
        cursor.TakeMark(',');
        if (Part(cursor) is { } part) return part;
        cursor.Index = start;
        return null;
    }

    public static bool At(TokenCursor cursor) => cursor.TakeWord("at") || cursor.TakeMark('@');

    private static TimeSaid? PartThenClock(TokenCursor cursor)
    {
        if (Part(cursor) is not { } part) return null;
        var end = cursor.Index;
        var modified = cursor.IsWord(-2, "early") || cursor.IsWord(-2, "late");
        cursor.TakeMark(',');
        At(cursor);
        if (ClockGrammar.Clock(cursor, afterAt: true) is { } clock) return new TimeSaid(clock, part, ZoneGrammar.Zone(cursor));
        cursor.Index = end;
        return modified ? null : new TimeSaid(null, part);
    }

    private static PartSaid? Part(TokenCursor cursor)
    {
        var start = cursor.Index;
        if (cursor.TakeWord("tonight")) return new PartSaid(PartOfDay.Evening, Today: true);
        var today = cursor.TakeWord("this");
        if (!today)
        {
            _ = cursor.TakeAny("in", "on", "at");
            _ = cursor.TakeWord("the");
        }

        _ = cursor.TakeAny("early", "late");
        if (cursor.TakeTerm(TermKind.Part) is { } part) return new PartSaid((PartOfDay)part, today);
        return cursor.Back<PartSaid>(start);
    }
}
