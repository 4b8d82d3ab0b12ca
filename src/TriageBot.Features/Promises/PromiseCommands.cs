using TriageBot.Core.Commands;
using TriageBot.Core.Customers;

namespace TriageBot.Features.Promises;

internal static class PromiseCommands
{
    private static readonly OptionSpec Id = new("id", OptionKind.Item, "Number of the promise, such as 17") { Positional = true, Required = true, Items = ItemKind.Promise };

    public static readonly CommandSpec Promise = new("promise", "Write down a promise to a customer, with its date")
    {
        Options =
        [
            new("customer", OptionKind.Customer, "To whom it is promised") { Positional = true, Required = true, MaxLength = Customer.LongestName },
            new("what", OptionKind.Text, "What is promised, in your own words") { Positional = true, Required = true, MaxLength = Core.Promises.Promise.LongestWhat },
            new("due", OptionKind.Date, "Until when: fri 15:00, in 3 working days") { Required = true, MaxLength = 100 },
            new("for", OptionKind.Member, "Who keeps it; you, when left out"),
            new("estimate", OptionKind.Duration, "How long the work takes, such as 45m; 30m, when left out"),
        ],
        Examples = ["/promise Acme \"the new quote\" due:\"fri 15:00\"", "/promise \"Birch St\" send the report due:\"in 3 working days\" for:@kim estimate:1h30"],
        Details = "The work becomes a task of the same number; finishing it keeps the promise. You are reminded at half the time and at the last moment the work still fits. "
            + "Before you promise, the bot warns if matters like it take longer, or if your days are full; it never stops you.",
    };

    public static readonly CommandSpec Promises = new("promises", "What is promised to customers, how promises were kept, and why some were not")
    {
        Options =
        [
            new("customer", OptionKind.Customer, "Only this customer's") { Positional = true, MaxLength = Customer.LongestName },
            new("all", OptionKind.YesNo, "Of all time, with those that were kept; otherwise 90 days"),
        ],
        Examples = ["/promises", "/promises Acme", "/promises all:yes"],
        Details = "Kept % is kept of kept, late and broken ones. One that was put off once before it was due stands beside them; one that was put off twice counts as late.",
    };

    public static readonly CommandSpec Kept = new("kept", "A promise is kept")
    {
        Options = [Id],
        Examples = ["/kept 17"],
        Details = "The same as finishing its task with /done.",
    };

    public static readonly CommandSpec Renegotiate = new("renegotiate", "Another date for a promise, before it is due")
    {
        Options = [Id, new("when", OptionKind.Date, "Until when instead") { Positional = true, Required = true, MaxLength = 100 }],
        Examples = ["/renegotiate 17 mon 12:00"],
        Details = "You get a message to the customer to edit and send yourself. Once is fair; a second time counts as late.",
    };
}

/// <summary>Verbs of the controls on promises. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class PromiseVerbs
{
    public const string Keep = "promise-keep";
    public const string Move = "promise-move";
    public const string DueTo = "promise-due-to";
    public const string Message = "promise-message";
    public const string HandOver = "promise-hand-over";
    public const string To = "promise-to";
    public const string Accept = "promise-accept";
    public const string Decline = "promise-decline";
    public const string Withdraw = "promise-withdraw";
    public const string Cause = "promise-cause";
    public const string Undo = "promise-undo";
    public const string Anyway = "promise-anyway";
    public const string Again = "promise-again";
    public const string New = "promise-new";

    /// <summary>Below an answer that named a date; the date is in Extra.</summary>
    public const string Offered = "promise-offered";
    public const string Open = "promise-open";
    public const string Page = "promises-page";
}
