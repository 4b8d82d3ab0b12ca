using TriageBot.Core.Commands;
using TriageBot.Core.Customers;
using TriageBot.Core.Escalations;

namespace TriageBot.Features.Escalations;

internal static class EscalationCommands
{
    private const int LongestNote = 500;

    private static readonly OptionSpec Id = new("id", OptionKind.Item, "Number of the escalation, such as 142") { Positional = true, Required = true, Items = ItemKind.OpenEscalation };

    public static readonly CommandSpec Escalate = new("escalate", "Open a customer matter: at once everybody knows until when the customer must hear from a person")
    {
        Options =
        [
            new("customer", OptionKind.Customer, "Whose matter it is") { Positional = true, Required = true, MaxLength = Customer.LongestName },
            new("what", OptionKind.Text, "What it is about, in your own words") { Positional = true, Required = true, MaxLength = Escalation.LongestWhat },
            new("due", OptionKind.Date, "When the customer needs it solved, if they said so") { MaxLength = 100 },
        ],
        Examples = ["/escalate Northside \"no heating\"", "/escalate \"Acme Group\" server down since nine due:\"today 16:00\""],
        Details = "Three clocks run in the working hours of the customer's service level: first answer, next answer, resolution. The owner on duty reads it in their next break. "
            + "Only a person's word to the customer counts as an answer: /answered says so.",
    };

    public static readonly CommandSpec Escalations = new("escalations", "Open customer matters, the most pressing first")
    {
        Options = [new("customer", OptionKind.Customer, "Only this customer's") { Positional = true, MaxLength = Customer.LongestName }],
        Examples = ["/escalations", "/escalations Northside"],
    };

    public static readonly CommandSpec Answered = new("answered", "A person has answered the customer; the clock of the answer ends")
    {
        Options = [Id, new("note", OptionKind.Text, "What was said, for the team") { Positional = true, MaxLength = LongestNote }],
        Examples = ["/answered 142", "/answered 142 told Kay that the part comes on Friday"],
        Details = "Receipts, texts of the bot, notes and \"I have it\" are no answers.",
    };

    public static readonly CommandSpec Heard = new("heard", "The customer wrote or called again; from now on they wait for an answer")
    {
        Options = [Id, new("note", OptionKind.Text, "What they said, for the team") { Positional = true, MaxLength = LongestNote }],
        Examples = ["/heard 142", "/heard 142 Kay asks when the part comes"],
        Details = "It ends waiting for the customer. The clock of the next answer counts from the earliest message that nobody has answered.",
    };

    public static readonly CommandSpec Wait = new("wait", "We wait for the customer: the clock of the resolution stands still")
    {
        Options =
        [
            Id,
            new("reason", OptionKind.Text, "What we wait for") { Positional = true, Required = true, MaxLength = LongestNote },
            new("until", OptionKind.Date, "When it goes on at the latest; without it, when the customer writes") { MaxLength = 100 },
        ],
        Examples = ["/wait 142 photos of the boiler until:fri", "/wait 142 \"their approval\""],
        Details = "Only after a person has answered. It ends when the customer writes (/heard), or on its date.",
    };

    public static readonly CommandSpec Solved = new("solved", "A customer matter is solved; its clocks end")
    {
        Options =
        [
            Id,
            new("note", OptionKind.Text, "How, for the team") { Positional = true, MaxLength = LongestNote },
            new("ask", OptionKind.YesNo, "no: whoever reported it is not asked how it was"),
        ],
        Examples = ["/solved 142", "/solved 142 pump replaced", "/solved 142 ask:no"],
    };

    public static readonly CommandSpec Reopen = new("reopen", "A solved customer matter is not solved after all")
    {
        Options = [Id with { Items = ItemKind.SolvedEscalation }, new("note", OptionKind.Text, "What is wrong again") { Positional = true, MaxLength = LongestNote }],
        Examples = ["/reopen 142", "/reopen 142 cold again since noon"],
        Details = "Within three working days the clocks go on where they stopped; later it is a new matter with a link to the old one.",
    };
}

/// <summary>Verbs of the controls on escalations. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class EscalationVerbs
{
    public const string Acknowledge = "esc-ack";
    public const string Answered = "esc-answered";
    public const string Heard = "esc-heard";
    public const string Wait = "esc-wait";
    public const string GoOn = "esc-go-on";
    public const string Solved = "esc-solved";
    public const string Reopen = "esc-reopen";

    /// <summary>The escalation joins the open one whose number is in Extra.</summary>
    public const string Join = "esc-join";
}
