using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Agenda;

/// <summary>The private answers to <c>/agenda</c>.</summary>
internal sealed class AgendaAnswers(ReplyTexts texts, AgendaRenderer renderer)
{
    public Reply Agenda(AgendaSnapshot snapshot, AgendaReader reader, Instant moment) =>
        new Reply.Private(new Card(renderer.Render(AgendaView.Build(snapshot, moment), reader, moment)));

    public Reply DayOver(string typed) => Say(AgendaTexts.DayOver, typed);

    public Reply NoDay(string typed) => Say(AgendaTexts.NoDay, typed);

    private Reply.Private Say(ReplyText text, string typed) => new(new Card(texts.Say(text, ("typed", ReplyValue.Typed(typed)))));
}
