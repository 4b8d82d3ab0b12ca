using NodaTime;
using TriageBot.Core.Time.Recurrences;

namespace TriageBot.Core.Time.DueDates;

/// <summary>What <c>triagebot due "next friday"</c> prints: the reading, the other reading, the rule that decided.</summary>
public static class DueReport
{
    private const int SeriesDates = 10;

    /// <param name="series">Also the next ten due dates of a series.</param>
    public static IReadOnlyList<string> Lines(string text, Instant now, DueSettings settings, bool series) =>
        DueDateReader.Read(text, now, settings) switch
        {
            DueReading.Value value => [.. Value(value, now, settings.Calendar), .. series ? Dates(value.Due, settings.Calendar) : []],
            DueReading.Ask ask => [ask.Sentence, .. ask.Readings.Select(reading => $"  {reading.Label}: type “{reading.Text}”")],
            DueReading.Refusal refusal => Refusal(text, refusal),
            _ => throw new InvalidOperationException("Unknown kind of reading."),
        };

    private static IEnumerable<string> Value(DueReading.Value value, Instant now, WorkCalendar calendar)
    {
        yield return DueText.Echo(value.Due, now, calendar);
        if (value.Due is DueValue.Repeating repeating) yield return $"first: {DueText.Echo(repeating.First, now, calendar)}";
        if (value.Other is { } other) yield return $"or:    {other.Label}";
        if (value.Note is { } note) yield return $"note:  {note}";
        yield return $"rule:  {value.Rule}";
    }

    private static IEnumerable<string> Dates(DueValue due, WorkCalendar calendar)
    {
        if (due is not DueValue.Repeating { Rule: var rule }) return [];
        return Occurrences.Dues(rule, calendar).Take(SeriesDates).Select(date => DueText.Name(
            rule.At is { } time ? Candidates.Fitted(new DueValue.At(date + time, rule.Zone)) : new DueValue.Day(date), calendar));
    }

    private static IReadOnlyList<string> Refusal(string text, DueReading.Refusal refusal)
    {
        var lines = new List<string> { refusal.Sentence };
        var isOneLine = text.Length is > 0 and <= DueDateReader.MaxLength && !text.AsSpan().ContainsAny('\n', '\r');
        if (isOneLine) lines.AddRange([$"  {text}", $"  {new string(' ', refusal.Position)}^"]);
        if (refusal.Suggestion is { } suggestion) lines.Add($"try:   {suggestion}");
        return lines;
    }
}
