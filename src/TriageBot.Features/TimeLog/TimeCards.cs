using System.Collections.Immutable;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.TimeLog;

namespace TriageBot.Features.TimeLog;

/// <summary>What an entry is shown with, and what can be pressed below it.</summary>
internal sealed class TimeCards(TimeWords words)
{
    /// <summary>Offered with one press, in minutes.</summary>
    public static ImmutableArray<int> OneTap { get; } = [5, 15, 30, 60];

    private static readonly ImmutableArray<int> Answers = [15, 30, 60, 120];

    public const string Another = "other";
    public const string Nothing = "none";

    public Card Kept(RichText text, TimeEntry entry) => new(
        text,
        [
            new Button(Id(TimeVerbs.Undo, entry), "Undo"),
            new Button(Id(TimeVerbs.Unplanned, entry, entry.IsUnplanned ? "no" : "yes"), entry.IsUnplanned ? "It was planned" : "It was unplanned"),
        ]);

    public Card Undone(TimeEntry entry, Instant now, DateTimeZone zone) => new(
        words.Say(TimeTexts.Undone, ("entry", words.Entry(entry, now, zone))),
        [new Button(Id(TimeVerbs.Restore, entry), "Put it back")]);

    /// <summary>How long was what ran overnight? The end of work is offered, never taken by itself.</summary>
    public Card Question(TimeEntry entry, Instant now, DateTimeZone zone)
    {
        var offered = Answers.Add(entry.Minutes).Distinct().Order();
        return new Card(
            words.Say(
                TimeTexts.Forgotten,
                ("number", entry.Item ?? 0),
                ("since", Features.Say.Moment(entry.StartedAt ?? now, now, zone))),
            [
                new Select(
                    Id(TimeVerbs.Asked, entry),
                    "How long was it?",
                    [
                        .. offered.Select(minutes => new Choice(
                            minutes.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            TimeWords.Minutes(minutes).Text.ToPlainText() + (minutes == entry.Minutes ? " (to the end of work)" : ""))),
                        new Choice(Nothing, "Nothing, I did not work on it"),
                        new Choice(Another, "Another length…"),
                    ]),
            ],
            entry.Item);
    }

    public static Form LengthForm(ControlId entry) => new(
        new ControlId(TimeVerbs.AskedForm, entry.Item, entry.Revision).ToString(),
        "How long was it?",
        [new FormField("minutes", "Length", MaxLength: 20, Hint: "45m, 1h30")]);

    public static Button Undo(TimeEntry entry) =>
        new(Id(TimeVerbs.Undo, entry), $"Undo {TimeWords.Minutes(entry.Minutes).Text.ToPlainText()}");

    private static string Id(string verb, TimeEntry entry, string extra = "") => new ControlId(verb, entry.Number, entry.Revision, extra).ToString();
}
