using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Dates;

namespace TriageBot.Features.Agenda;

/// <summary>The private answers to <c>/agenda</c> where it shows none.</summary>
internal sealed class AgendaAnswers(ReplyTexts texts)
{
    public Reply DayOver(string typed) => texts.Private(AgendaTexts.DayOver, ("typed", ReplyValue.Typed(typed)));

    public Reply NoDay(string typed) => texts.Private(AgendaTexts.NoDay, ("typed", ReplyValue.Typed(typed)));

    /// <summary>A day that can mean two: each on a button, which looks at it.</summary>
    public Reply WhichDay(DueInputResult.Answer answer, LocalDate today)
    {
        var days = answer.Offers
            .Select(offer => (offer.Label, Columns: DueColumns.Of(offer.Due)))
            .Select(offer => (offer.Label, Date: offer.Columns.On ?? offer.Columns.Local?.Date))
            .Where(offer => offer.Date >= today);
        return answer.Reply is Reply.Private(var card)
            ? new Reply.Private(card with { Controls = [.. days.Select(day => new Button(AgendaHandlers.DayButton(day.Date ?? today).ToString(), Say.Shorten(day.Label, DateQuestions.LongestLabel)))] })
            : answer.Reply;
    }
}
