using NodaTime;

namespace TriageBot.Core.Time.DueDates;

/// <summary>A whole option. Every alternative must reach the end of the text.</summary>
/// <remarks>
/// due     = [ "by" | "due" ["by"|"on"|"at"] | ("no"|"not") "later than" | "before" | "on" | "at" | "@" | "for" ] , ( special | recur | point )
///           , [ [","] "at the latest" ] , [ remark ] , [ "." | "!" | "?" ]
/// special = "none" | "no date" | "someday" | "maybe"
/// point   = date [ [","] [ "at" | "@" | "by" ] time ] | time [ [","] ["on"] date [part] ] | offset [ [","|"by"] time ] | time [","] offset
/// remark  = "(" … ")" (* the distance, as the echo says it: RemarkMeaning *)
/// </remarks>
internal static class DueGrammar
{
    public static DueSaid? Due(TokenCursor cursor)
    {
        var lead = LeadOf(cursor);
        var start = cursor.Index;
        if (Special(cursor) is { } special) return special;
        cursor.Index = start;
        if (lead is not Lead.Before && RecurrenceGrammar.Recurrence(cursor, lead == Lead.At) is { } series && AtEnd(cursor)) return new DueSaid.Series(series);
        cursor.Index = start;
        return Point(cursor, lead);
    }

    private static Lead LeadOf(TokenCursor cursor)
    {
        var due = cursor.TakeWord("due");
        if (cursor.TakeWord("by")) return Lead.By;
        if ((cursor.IsWord(0, "no") || cursor.IsWord(0, "not")) && cursor.IsWord(1, "later") && cursor.IsWord(2, "than"))
        {
            cursor.Index += 3;
            return Lead.By;
        }

        if (cursor.TakeWord("before")) return Lead.Before;
        if (cursor.TakeWord("on")) return Lead.On;
        if (TimeGrammar.At(cursor)) return Lead.At;
        return !due && cursor.TakeWord("for") ? Lead.For : Lead.None;
    }

    private static DueSaid.Special? Special(TokenCursor cursor)
    {
        if (cursor.TakeWord("none") || cursor.TakeWord("no", "date")) return AtEnd(cursor) ? new DueSaid.Special(new DueValue.None()) : null;
        if (cursor.TakeAny("someday", "maybe")) return AtEnd(cursor) ? new DueSaid.Special(new DueValue.Someday()) : null;
        return null;
    }

    private static DueSaid.Point? Point(TokenCursor cursor, Lead lead)
    {
        var start = cursor.Index;
        if (DateFirst(cursor, lead) is { } dated) return dated;
        cursor.Index = start;
        if (lead is Lead.None or Lead.By && OffsetFirst(cursor, lead) is { } counted) return counted;
        cursor.Index = start;
        return TimeFirst(cursor, lead);
    }

    private static DueSaid.Point? DateFirst(TokenCursor cursor, Lead lead)
    {
        var dateStart = cursor.Offset;
        if (DateGrammar.Date(cursor) is not { } date) return null;
        var point = new DueSaid.Point(lead, date, null, null) { DateStart = dateStart };
        if (AtEnd(cursor)) return point;
        // ISO 8601 joins them: 2026-03-13T17:00.
        if (!(cursor.Peek(0) is { Spaced: false } && cursor.TakeWord("t")) && !cursor.TakeMark(',')) cursor.TakeWord("by");
        var timeStart = cursor.Offset;
        return TimeGrammar.Time(cursor) is { } time && AtEnd(cursor) ? point with { Time = time, TimeStart = timeStart } : null;
    }

    private static DueSaid.Point? OffsetFirst(TokenCursor cursor, Lead lead)
    {
        var (start, dateStart) = (cursor.Index, cursor.Offset);
        if (OffsetGrammar.Offset(cursor) is not { } offset) return null;
        // "1530 hours" is a time on some clocks; "in 1530 hours" is not.
        if (offset.Parts is [( >= 1000, DueUnit.Hour)] && cursor.IsNumber(start - cursor.Index)) return null;
        var point = new DueSaid.Point(lead, null, null, offset) { DateStart = dateStart };
        var isHourLike = cursor.IsWord(-1, "h") && cursor.Index == start + 2 && offset.Parts[0].Count < 24;
        if (AtEnd(cursor)) return isHourLike ? point with { OrHour = offset.Parts[0].Count } : point;
        cursor.TakeMark(',');
        var (end, timeStart) = (cursor.Index, cursor.Offset);
        if (offset.HasClockUnit) return null;
        if (cursor.IsWord(0, "by")) cursor.Index++;
        if (TimeGrammar.Time(cursor) is { } time && AtEnd(cursor)) return point with { Time = time, TimeStart = timeStart };
        // "a week on monday" counts from that Monday, "in a week on monday" from now.
        cursor.Index = start;
        var counted = cursor.IsWord(0, "in");
        cursor.Index = end;
        counted |= cursor.IsWord(-1, "now") || cursor.IsWord(-1, "today");
        cursor.TakeWord("on");
        if (!counted || cursor.TakeTerm(TermKind.Weekday) is not { } day || !AtEnd(cursor)) return null;
        return point with { Date = new DateSaid.WeekdayAfter((IsoDayOfWeek)day, offset), Offset = null };
    }

    private static DueSaid.Point? TimeFirst(TokenCursor cursor, Lead lead)
    {
        var timeStart = cursor.Offset;
        if (TimeGrammar.Time(cursor, lead == Lead.At) is not { } time) return null;
        var point = new DueSaid.Point(lead, null, time, null) { TimeStart = timeStart };
        if (AtEnd(cursor)) return point;
        var end = cursor.Index;
        point = point with { DateStart = cursor.Offset };
        cursor.TakeMark(',');
        if (OffsetGrammar.Offset(cursor) is { } offset && AtEnd(cursor)) return point with { Offset = offset };
        cursor.Index = end;
        cursor.TakeMark(',');
        cursor.TakeAny("on", "of");
        if (DateGrammar.Date(cursor) is not { } date) return null;
        if (time.Part is null && !AtEnd(cursor)) time = time with { Part = TimeGrammar.PartAfter(cursor) };
        return AtEnd(cursor) ? point with { Date = date, Time = time } : null;
    }

    private static void AtTheLatest(TokenCursor cursor)
    {
        var comma = cursor.IsMark(0, ',') ? 1 : 0;
        if (cursor.IsWord(comma, "at") && cursor.IsWord(comma + 1, "the") && cursor.IsWord(comma + 2, "latest")) cursor.Index += comma + 3;
    }

    /// <summary>Also at a remark or a closing mark, which <see cref="DueDateReader"/> looks at.</summary>
    private static bool AtEnd(TokenCursor cursor)
    {
        if (cursor.AtEnd || cursor.IsMark(0, '(')) return true;
        AtTheLatest(cursor);
        if (cursor.AtEnd) return true;
        var last = cursor.Index == cursor.Tokens.Count - 1;
        return last && (cursor.TakeMark('.') || cursor.TakeMark('!') || cursor.TakeMark('?'));
    }
}
