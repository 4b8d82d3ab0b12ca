using System.Collections.Immutable;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Agenda;

/// <summary>What is said in agendas.</summary>
internal static class AgendaTexts
{
    public static readonly ReplyText Title = new("agenda.title", "day", "whose", "hours");
    public static readonly ReplyText TitleClosed = new("agenda.title-closed", "day", "whose");
    public static readonly ReplyText TitlePlain = new("agenda.title-plain", "day", "whose");
    public static readonly ReplyText Late = new("agenda.late", "time");
    public static readonly ReplyText Breaks = new("agenda.breaks", "breaks");
    public static readonly ReplyText First = new("agenda.first");
    public static readonly ReplyText Then = new("agenda.then");
    public static readonly ReplyText More = new("agenda.more", "count");
    public static readonly ReplyText NotYours = new("agenda.not-yours", "count");
    public static readonly ReplyText Untriaged = new("agenda.untriaged", "count");
    public static readonly ReplyText Queue = new("agenda.queue", "count", "oldest", "next");
    public static readonly ReplyText QueueOldest = new("agenda.queue-oldest", "span");
    public static readonly ReplyText QueueNext = new("agenda.queue-next", "time");
    public static readonly ReplyText Someday = new("agenda.someday", "shown", "count", "days", "items");
    public static readonly ReplyText SomedayItem = new("agenda.someday-item", "number", "what");
    public static readonly ReplyText Nothing = new("agenda.nothing");
    public static readonly ReplyText DayOver = new("agenda.day-over", "typed");
    public static readonly ReplyText NoDay = new("agenda.no-day", "typed");

    public static ImmutableArray<ReplyText> All =>
    [
        Title, TitleClosed, TitlePlain, Late, Breaks, First, Then, More, NotYours, Untriaged,
        Queue, QueueOldest, QueueNext, Someday, SomedayItem, Nothing, DayOver, NoDay,
    ];
}
