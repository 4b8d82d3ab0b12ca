using TriageBot.Core.Chat;

namespace TriageBot.Features.Agenda;

/// <summary>The private answers to <c>/agenda</c> where it shows none.</summary>
internal sealed class AgendaAnswers(ReplyTexts texts)
{
    public Reply DayOver(string typed) => Say(AgendaTexts.DayOver, typed);

    public Reply NoDay(string typed) => Say(AgendaTexts.NoDay, typed);

    private Reply.Private Say(ReplyText text, string typed) => new(new Card(texts.Say(text, ("typed", ReplyValue.Typed(typed)))));
}
