namespace TriageBot.Core.Time.DueDates;

/// <summary>The distance in brackets that an echo ends with. It must be right; it then confirms a date that is far away.</summary>
internal static class RemarkMeaning
{
    public static DueReading Check(DueReading reading, TokenCursor cursor, DueContext context)
    {
        var position = cursor.Offset;
        var remark = cursor.Text[position..].Trim();
        var name = reading is DueReading.Value { Due: var due } ? DueText.Name(due, context.Calendar) : null;
        return reading switch
        {
            DueReading.Value value when remark == Expected(value.Due, context) => value,
            DueReading.Ask { Readings: [var far] } when remark == Expected(far.Due, context) => new DueReading.Value(far.Due, "confirmed by its distance"),
            DueReading.Value value when Expected(value.Due, context) is { } expected && !Refusals.NamesZone(cursor) => DueReading.Refusal.Meaning(
                $"{name} is {expected[1..^1]}, not “{remark.Trim('(', ')')}”.", position, name ?? ""),
            DueReading.Value => Refusals.Explain(cursor, context),
            _ => reading,
        };
    }

    private static string? Expected(DueValue due, DueContext context) =>
        DueText.Distance(due, context.Now, context.Calendar) is { } distance ? $"({distance})" : null;
}
