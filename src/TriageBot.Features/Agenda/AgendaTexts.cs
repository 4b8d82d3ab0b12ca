using System.Collections.Immutable;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Agenda;

/// <summary>What is said in agendas.</summary>
internal static class AgendaTexts
{
    public static readonly ReplyText Title = new("agenda.title", "day", "whose", "hours");
    public static readonly ReplyText TitleLeft = new("agenda.title-left", "day", "whose", "hours", "left");
    public static readonly ReplyText TitleOver = new("agenda.title-over", "day", "whose", "hours");
    public static readonly ReplyText TitleClosed = new("agenda.title-closed", "day", "whose");
    public static readonly ReplyText TitlePlain = new("agenda.title-plain", "day", "whose");
    public static readonly ReplyText Late = new("agenda.late", "time");

    public static readonly ReplyText Planned = new("agenda.planned", "planned", "factor", "need");
    public static readonly ReplyText FixedSum = new("agenda.fixed-sum", "minutes");
    public static readonly ReplyText Buffer = new("agenda.buffer", "minutes");
    public static readonly ReplyText BufferLeft = new("agenda.buffer-left", "left", "minutes");
    public static readonly ReplyText Free = new("agenda.free", "minutes");
    public static readonly ReplyText FitNothing = new("agenda.fit-nothing");
    public static readonly ReplyText Fits = new("agenda.fits", "spare");
    public static readonly ReplyText EatsBuffer = new("agenda.eats-buffer", "minutes", "buffer");
    public static readonly ReplyText Short = new("agenda.short", "minutes");

    public static readonly ReplyText Fixed = new("agenda.fixed");
    public static readonly ReplyText FixedBlock = new("agenda.fixed-block", "from", "to", "function", "count");
    public static readonly ReplyText Appointment = new("agenda.appointment", "time", "what", "minutes");
    public static readonly ReplyText HiddenAppointment = new("agenda.hidden-appointment", "time", "what");

    public static readonly ReplyText First = new("agenda.first");
    public static readonly ReplyText Then = new("agenda.then");
    public static readonly ReplyText Line = new("agenda.line", "place", "number", "what");
    public static readonly ReplyText HiddenLine = new("agenda.hidden-line", "place", "what");
    public static readonly ReplyText WaitingDay = new("agenda.waiting-day", "days");
    public static readonly ReplyText WaitingDays = new("agenda.waiting-days", "days");
    public static readonly ReplyText From = new("agenda.from", "member");
    public static readonly ReplyText Carried = new("agenda.carried", "count");
    public static readonly ReplyText CutLine = new("agenda.cut-line", "day");
    public static readonly ReplyText Unknown = new("agenda.unknown");
    public static readonly ReplyText More = new("agenda.more", "count");
    public static readonly ReplyText MoreTasks = new("agenda.more-tasks", "count");
    public static readonly ReplyText MoreUndated = new("agenda.more-undated", "count");

    public static readonly ReplyText NotYours = new("agenda.not-yours", "count");
    public static readonly ReplyText Untriaged = new("agenda.untriaged", "count");
    public static readonly ReplyText Queue = new("agenda.queue", "count", "oldest", "next");
    public static readonly ReplyText QueueOldest = new("agenda.queue-oldest", "span");
    public static readonly ReplyText QueueNext = new("agenda.queue-next", "time");
    public static readonly ReplyText Escalations = new("agenda.escalations", "count");
    public static readonly ReplyText Escalation = new("agenda.escalation", "number", "customer", "what", "clock", "due", "left");
    public static readonly ReplyText EscalationHalf = new("agenda.escalation-half", "number", "customer", "what", "clock", "due", "left");
    public static readonly ReplyText EscalationMost = new("agenda.escalation-most", "number", "customer", "what", "clock", "due", "left");
    public static readonly ReplyText EscalationLate = new("agenda.escalation-late", "number", "customer", "what", "clock", "due", "left");
    public static readonly ReplyText Promises = new("agenda.promises", "count");
    public static readonly ReplyText Promise = new("agenda.promise", "number", "customer", "what", "due");
    public static readonly ReplyText Contact = new("agenda.contact", "count");
    public static readonly ReplyText ContactOne = new("agenda.contact-one", "customer", "reason");
    public static readonly ReplyText Week = new("agenda.week");
    public static readonly ReplyText WeekDay = new("agenda.week-day", "day", "need", "free");
    public static readonly ReplyText WeekDayOver = new("agenda.week-day-over", "day", "need", "free", "over");
    public static readonly ReplyText BufferAdvice = new("agenda.buffer-advice", "minutes");
    public static readonly ReplyText Someday = new("agenda.someday", "shown", "count");
    public static readonly ReplyText SomedayDays = new("agenda.someday-days", "days");
    public static readonly ReplyText SomedayHow = new("agenda.someday-how");
    public static readonly ReplyText Before = new("agenda.before", "when", "done", "carried");
    public static readonly ReplyText BeforeUnplanned = new("agenda.before-unplanned", "unplanned", "buffer");
    public static readonly ReplyText Nothing = new("agenda.nothing");
    public static readonly ReplyText DayOver = new("agenda.day-over", "typed");
    public static readonly ReplyText NoDay = new("agenda.no-day", "typed");

    public static readonly ReplyText Cost = new("agenda.cost", "number", "minutes", "moved", "day", "then");
    public static readonly ReplyText CostOver = new("agenda.cost-over", "day", "minutes");
    public static readonly ReplyText CostFits = new("agenda.cost-fits", "day", "minutes");
    public static readonly ReplyText CostMoved = new("agenda.cost-moved", "number", "moved", "day");

    public static readonly ReplyText FitHead = new("fit.head", "minutes");
    public static readonly ReplyText FitLine = new("fit.line", "place", "number", "what", "need");
    public static readonly ReplyText FitNone = new("fit.none", "minutes");
    public static readonly ReplyText FitTime = new("fit.time", "typed");

    public static ImmutableArray<ReplyText> All =>
    [
        Title, TitleLeft, TitleOver, TitleClosed, TitlePlain, Late,
        Planned, FixedSum, Buffer, BufferLeft, Free, FitNothing, Fits, EatsBuffer, Short,
        Fixed, FixedBlock, Appointment, HiddenAppointment,
        First, Then, Line, HiddenLine, WaitingDay, WaitingDays, From, Carried, CutLine, Unknown, More, MoreTasks, MoreUndated,
        NotYours, Untriaged, Queue, QueueOldest, QueueNext, Escalations, Escalation, EscalationHalf, EscalationMost, EscalationLate, Promises, Promise, Contact, ContactOne, Week, WeekDay, WeekDayOver, BufferAdvice,
        Someday, SomedayDays, SomedayHow, Before, BeforeUnplanned, Nothing, DayOver, NoDay,
        Cost, CostOver, CostFits, CostMoved, FitHead, FitLine, FitNone, FitTime,
    ];
}
