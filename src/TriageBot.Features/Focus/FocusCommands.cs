using TriageBot.Core.Commands;
using TriageBot.Core.Customers;

namespace TriageBot.Features.Focus;

internal static class FocusCommands
{
    public const string End = "end";

    public static readonly CommandSpec Focus = new("focus", "Concentrate, or be with a customer: nobody interrupts you until then", CommandAccess.Owners)
    {
        Options =
        [
            new("length", OptionKind.Text, "How long, such as 90m or 1h30; end to stop; nothing to see the state") { Positional = true, MaxLength = 20 },
            new("until", OptionKind.Date, "Until when, instead of a length, for example 11:30") { MaxLength = 100 },
            new("with", OptionKind.Customer, "The customer it is spent with; the time can then be logged with one press") { MaxLength = Customer.LongestName },
        ],
        Examples = ["/focus 90m", "/focus until:\"11:30\"", "/focus 90m with:Acme", "/focus end", "/focus"],
        Details = "Whoever mentions you meanwhile in a channel that I read is answered once, with the honest time and a button that holds their message for your next break. "
            + "Only safety words come through. At the end you hear in one line how many asked. /setup quiet-hours:yes does the same outside of your working hours.",
    };
}

/// <summary>Verbs of the controls of focus. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class FocusVerbs
{
    public const string End = "focus-end";

    /// <summary>Minutes to add in Extra.</summary>
    public const string Extend = "focus-extend";

    /// <summary>Moves the break whose key is in Extra to the end of the focus.</summary>
    public const string MoveBreak = "focus-move-break";

    /// <summary>Ends the focus at the start of the break whose key is in Extra.</summary>
    public const string UntilBreak = "focus-until-break";

    /// <summary>Logs the time with the customer.</summary>
    public const string Log = "focus-log";

    /// <summary>Holds the message of the mention whose id is in Item; the form of the same name asks for a text where the platform kept it to itself.</summary>
    public const string Hold = "focus-hold";
}
