using TriageBot.Core.Chat;
using TriageBot.Core.Customers;
using TriageBot.Core.Promises;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Features.Promises;

/// <summary>What is asked for below buttons of promises.</summary>
internal static class PromiseForms
{
    public static Form New(ControlId id, string customer, string what, string due) => new(
        id.ToString(),
        "Promise",
        [
            new FormField("customer", "To which customer?", customer, MaxLength: Customer.LongestName),
            new FormField("what", "What is promised?", Say.Shorten(what, Promise.LongestWhat - 1), MaxLength: Promise.LongestWhat),
            new FormField("due", "Until when?", due, MaxLength: DueDateReader.MaxLength, Hint: "fri 15:00, in 3 working days"),
            new FormField("estimate", "How long does the work take?", Required: false, MaxLength: 20, Hint: "45m, 1h30; empty: 30m"),
        ],
        id.Item == 0 ? null : id.Item);

    public static Form Move(Promise promise) => One(promise, PromiseVerbs.Move, "Move", new FormField("due", "Until when instead?", MaxLength: DueDateReader.MaxLength, Hint: "fri 15:00, in 3 working days"));

    public static Form Withdraw(Promise promise) => One(promise, PromiseVerbs.Withdraw, "Withdraw", new FormField("reason", "Why is it taken back?", MaxLength: Promise.LongestReason));

    public static Form Cause(Promise promise) =>
        One(promise, PromiseVerbs.Cause, "Why", new FormField("cause", "Why was it missed?", promise.Cause, Multiline: true, MaxLength: Promise.LongestReason));

    public static Form Message(Promise promise, string draft) => One(promise, PromiseVerbs.Message, "Message for", new FormField("text", "What the customer will read", draft, Multiline: true));

    private static Form One(Promise promise, string verb, string title, FormField field) =>
        new(new ControlId(verb, promise.Number, promise.Revision).ToString(), $"{title} #{promise.Number}", [field], promise.Number);
}
