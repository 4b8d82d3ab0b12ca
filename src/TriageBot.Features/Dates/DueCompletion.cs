using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Features.Dates;

/// <summary>What a due date that is being typed comes to, as choices: the resolved date to read, a text to type for it.</summary>
internal static class DueCompletion
{
    private const int LongestLabel = 100;

    private static readonly string[] Usual = ["today", "tomorrow", "in 1 working day", "in 2 working days", "in 3 working days", "next week"];

    /// <summary>
    /// What is typed, with the other thing it could mean; then the usual dates that begin as it does; then what was perhaps meant where it is no date.
    /// Every choice's value reads to the date on its label.
    /// </summary>
    public static IEnumerable<Choice> Choices(string typed, Instant now, DueSettings settings)
    {
        var text = typed.Trim();
        var usual = Usual.Where(date => date.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return Readings(text).Concat(usual.SelectMany(Readings)).Concat(Suggested()).DistinctBy(choice => choice.Label);

        IEnumerable<Choice> Readings(string date) => DueDateReader.Read(date, now, settings) switch
        {
            DueReading.Value value => value.Other is { } other ? [Choice(date, value.Due), Choice(other.Text, other.Due)] : [Choice(date, value.Due)],
            DueReading.Ask ask => ask.Readings.Select(reading => Choice(reading.Text, reading.Due)),
            _ => [],
        };

        IEnumerable<Choice> Suggested() =>
            DueDateReader.Read(text, now, settings) is DueReading.Refusal refusal ? refusal.Derived.SelectMany(Readings) : [];

        Choice Choice(string value, DueValue due) => new(value, Say.Shorten(DueText.Echo(due, now, settings.Calendar), LongestLabel));
    }
}
