using System.Collections.Immutable;
using TriageBot.Core.Chat;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Features.Dates;

/// <summary>
/// Answers a date that cannot be used as it was typed: each thing it could mean stands on a button, and pressing one does what was asked, with that date (rules D1, D2).
/// </summary>
/// <remarks>
/// Whoever reads a date through <see cref="DueInput"/> in a command, a form or a select gets this without doing anything: the whole act is kept in a row
/// and done again with the chosen text in place of the typed one, through the same handler and the same policy (<see cref="DateAnswers"/>).
/// A handler only has to take its date from an option or field whose value holds the text it gives to <see cref="DueInput.ReadAsync"/>.
/// </remarks>
public sealed class DateQuestions(DateQuestionStore store, ReplyTexts texts)
{
    /// <summary>A date that stands on a button: of the question in the control's item, the one of the control's revision.</summary>
    public const string Take = "date-take";

    /// <summary>Sets the order in which the author writes day and month, then reads again what was typed.</summary>
    public const string Order = "date-order";

    /// <summary>A date on a button, in characters: what every platform shows.</summary>
    public const int LongestLabel = 80;

    /// <param name="text">What was read as a date.</param>
    /// <param name="said">The answer in words.</param>
    /// <param name="offers">What could be meant.</param>
    /// <param name="asksOrder">The question is whether day or month comes first.</param>
    public async Task<Reply> AskAsync(Turn turn, string text, RichText said, IReadOnlyList<NamedReading> offers, bool asksOrder)
    {
        if (offers.Count == 0 || Question(turn, text, offers, turn.Choice) is not { } question) return new Reply.Private(new Card(said));
        var number = await store.AddAsync(turn.Unit, question).ConfigureAwait(false);
        var buttons = offers.Select((offer, index) => new Button(
            new ControlId(Take, number, index).ToString(), Features.Say.Shorten(offer.Label, LongestLabel), index == 0 ? ButtonStyle.Primary : ButtonStyle.Normal));
        var orders = new[] { (DateOrder.DayMonth, "Always day first"), (DateOrder.MonthDay, "Always month first") }
            .Select(order => new Button(new ControlId(Order, number, Extra: DateOrderText.Print(order.Item1)).ToString(), order.Item2));
        return new Reply.Private(new Card(
            asksOrder ? RichText.Lines(said, texts.Say(DateTexts.AskOrder)) : said,
            [.. buttons, .. asksOrder ? orders : []]));
    }

    /// <summary>The other reading of a date that was taken, on a button that does the act again with that date; none where there is no other.</summary>
    /// <param name="text">What was read as a date.</param>
    /// <param name="made">What the act has made, which the other takes the place of: then the handler finds it as <see cref="Turn.Choice"/>.</param>
    public async Task<ImmutableArray<Control>> OtherAsync(Turn turn, string text, NamedReading? other, string made)
    {
        if (other is null || Question(turn, text, [other], made) is not { } question) return [];
        var number = await store.AddAsync(turn.Unit, question).ConfigureAwait(false);
        return [new Button(new ControlId(Take, number).ToString(), Features.Say.Shorten($"{other.Label} instead", LongestLabel))];
    }

    /// <summary>Null where nothing can be done again: what only looks, and texts in which a date was found.</summary>
    private static DateQuestion? Question(Turn turn, string text, IReadOnlyList<NamedReading> offers, string choice)
    {
        if (!turn.MayKeep) return null;
        var field = turn.Values.FirstOrDefault(value => value.Value.Trim() == text).Key
            ?? turn.Values.FirstOrDefault(value => value.Value.TrimEnd().EndsWith(text, StringComparison.Ordinal)).Key;
        if (field is null && turn.Choice != text) return null;
        return new DateQuestion
        {
            MemberId = turn.Author.Id,
            Way = turn.Incoming.Body switch
            {
                IncomingBody.Pressed => DateWay.Control,
                IncomingBody.Filled => DateWay.Form,
                _ => DateWay.Command,
            },
            Name = turn.Command.Length > 0 ? turn.Command : turn.Control.ToString(),
            Given = DateQuestion.Json(turn.Values),
            Choice = choice,
            Field = field ?? "",
            Dates = DateQuestion.Json(offers.Select(offer => offer.Text)),
        };
    }
}
