using TriageBot.Core.Chat;

namespace TriageBot.Features.Week;

/// <summary>What is said in weekly reports.</summary>
internal static class WeekTexts
{
    public static readonly ReplyText Head = new("week.head", "from", "to");
    public static readonly ReplyText HeadSoFar = new("week.head-so-far", "from", "to");
    public static readonly ReplyText Customers = new("week.customers", "minutes", "percent", "logged");
    public static readonly ReplyText Customer = new("week.customer", "customer", "minutes", "percent");
    public static readonly ReplyText Unplanned = new("week.unplanned", "unplanned", "planned", "buffer");
    public static readonly ReplyText BufferKept = new("week.buffer-kept", "buffer");
    public static readonly ReplyText BufferHit = new("week.buffer-hit", "buffer", "days");
    public static readonly ReplyText Unlogged = new("week.unlogged", "unlogged", "working");
    public static readonly ReplyText Tasks = new("week.tasks", "done", "carried", "dropped");
    public static readonly ReplyText Urgent = new("week.urgent", "asked");
    public static readonly ReplyText UrgentNone = new("week.urgent-none");
    public static readonly ReplyText UrgentInterrupted = new("week.urgent-interrupted", "asked", "count", "verdicts");
    public static readonly ReplyText Promises = new("week.promises", "count", "classes");
    public static readonly ReplyText PromisesKept = new("week.promises-kept", "percent");
    public static readonly ReplyText Miss = new("week.miss", "number", "customer", "what", "state", "cause");
    public static readonly ReplyText MissesMore = new("week.misses-more", "count");
    public static readonly ReplyText Values = new("week.values", "values");
    public static readonly ReplyText Value = new("week.value", "value", "minutes", "done");
    public static readonly ReplyText Someday = new("week.someday", "count", "seen", "shown");
    public static readonly ReplyText Buffer = new("week.buffer", "buffer", "days", "advised", "typed");
    public static readonly ReplyText BufferRight = new("week.buffer-right", "buffer", "days");
    public static readonly ReplyText Hire = new("week.hire", "least", "percents", "full", "weeks", "to", "over", "first", "last");
    public static readonly ReplyText HireCustomer = new("week.hire-customer", "customer", "percent");
    public static readonly ReplyText Empty = new("week.empty", "from", "to");
    public static readonly ReplyText Future = new("week.future", "typed");
    public static readonly ReplyText NoWeek = new("week.no-week", "typed");
    public static readonly ReplyText Judged = new("week.judged", "number", "verdict");
    public static readonly ReplyText JudgedBack = new("week.judged-back", "number");

    public static IEnumerable<ReplyText> All =>
    [
        Head, HeadSoFar, Customers, Customer, Unplanned, BufferKept, BufferHit, Unlogged, Tasks, Urgent, UrgentNone, UrgentInterrupted, Promises, PromisesKept, Miss, MissesMore,
        Values, Value, Someday, Buffer, BufferRight, Hire, HireCustomer, Empty, Future, NoWeek, Judged, JudgedBack,
    ];
}
