using System.Globalization;
using TriageBot.Core.Agenda;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.Time;

namespace TriageBot.Features.Agenda;

/// <summary>The lines of an agenda about customers: escalations by remaining working time, promises due, whom to contact (rule A2).</summary>
internal sealed class AgendaCustomerLines(ReplyTexts texts)
{
    private const int TitleLength = 40;
    private const int MostLines = 5;

    public IEnumerable<AgendaLine> Lines(AgendaScope scope, AgendaRoom room)
    {
        var day = scope.View.Customers;
        // Where room is short the counts stay, for they are what a morning must not miss.
        var most = scope.IsWhole ? int.MaxValue : room.HasFoot ? MostLines : 0;
        if (day.Escalations.Count > 0)
        {
            var count = day.Escalations.Count + day.MoreEscalations;
            yield return Line(AgendaTexts.Escalations, count, day.Escalations.Take(most).Select(each => Escalation(each, scope)));
        }

        if (day.Promises.Count > 0) yield return Line(AgendaTexts.Promises, day.Promises.Count, day.Promises.Take(most).Select(Promise));
        if (day.Touches.Count > 0)
        {
            yield return Line(AgendaTexts.Contact, day.Touches.Count, day.Touches.Take(most).Select(touch => texts.Say(
                AgendaTexts.ContactOne,
                ("customer", AgendaTitle.Of(touch.Customer, TitleLength)),
                ("reason", ReplyValue.Typed(touch.Reason)))));
        }
    }

    private AgendaLine Line(ReplyText head, int count, IEnumerable<RichText> items)
    {
        List<LinePart> parts = [.. items.Select((item, index) => new LinePart(index == 0 ? "  " : " · ", item))];
        if (parts.Count > 0 && parts.Count < count) parts.Add(new LinePart(" · ", RichText.Plain("+" + (count - parts.Count).ToString(CultureInfo.InvariantCulture))));
        return AgendaLine.Of(texts.Say(head, ("count", count)), parts);
    }

    private RichText Escalation(DueEscalation due, AgendaScope scope)
    {
        (string, ReplyValue)[] values =
        [
            ("number", due.Number),
            ("customer", AgendaTitle.Of(due.Customer, TitleLength)),
            ("what", AgendaTitle.Of(due.What, TitleLength)),
            ("clock", ReplyValue.Words(Word(due.Kind))),
            ("due", Say.Moment(due.DueAt, scope.Now, scope.Zone)),
            ("left", ReplyValue.Words(WorkingText.Of(NodaTime.Duration.Max(due.Left, -due.Left)))),
        ];
        if (due.DueAt < scope.Now) return texts.Say(AgendaTexts.EscalationLate, values);
        return texts.Say(
            due.Passed switch
            {
                >= ClockRules.WarningPercent => AgendaTexts.EscalationMost,
                >= ClockRules.AgendaPercent => AgendaTexts.EscalationHalf,
                _ => AgendaTexts.Escalation,
            },
            values);
    }

    private RichText Promise(DuePromise promise) => texts.Say(
        AgendaTexts.Promise,
        ("number", promise.Number),
        ("customer", AgendaTitle.Of(promise.Customer, TitleLength)),
        ("what", AgendaTitle.Of(promise.What, TitleLength)),
        ("due", ReplyValue.Words(promise.Due)));

    private static string Word(ClockKind kind) => kind switch
    {
        ClockKind.FirstAnswer => "first answer",
        ClockKind.NextAnswer => "answer",
        _ => "solution",
    };
}
