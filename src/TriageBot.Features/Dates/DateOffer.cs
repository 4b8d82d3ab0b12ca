using System.Collections.Immutable;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Features.Dates;

/// <summary>Another date on a button of the item that was just given one: the other reading of what was typed, or the date there was before (rule D2).</summary>
/// <param name="Verb">Of the control that sets this kind of date; its id carries item, revision and the date's text.</param>
/// <param name="Text">A whole date that reads to what the label says for as long as it lies ahead.</param>
internal sealed record DateOffer(string Verb, string Text, string Label)
{
    /// <summary>Longest text that an id has room for.</summary>
    private const int LongestText = 60;

    /// <summary>Offers the other thing that the words could have meant, where there is one.</summary>
    public static ImmutableArray<DateOffer> Other(string verb, DueInputResult.Read read) => read.Other is { } other ? Other(verb, other) : [];

    public static ImmutableArray<DateOffer> Other(string verb, NamedReading other) =>
        other.Text.Length <= LongestText ? [new DateOffer(verb, other.Text, $"{other.Label} instead")] : [];

    /// <summary>Offers each thing that the words could mean.</summary>
    public static ImmutableArray<DateOffer> Readings(string verb, DueReading.Ask ask) =>
        [.. ask.Readings.Where(reading => reading.Text.Length <= LongestText).Select(reading => new DateOffer(verb, reading.Text, reading.Label))];

    public Button Button(long item, long revision) => new(new ControlId(Verb, item, revision, Text).ToString(), Label);

    /// <summary>The offers before the other controls of a card.</summary>
    public static Card Above(Card card, IEnumerable<DateOffer> offers, long item, long revision) =>
        card with { Controls = [.. offers.Select(offer => offer.Button(item, revision)), .. card.Controls] };
}
