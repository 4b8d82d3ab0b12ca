using TriageBot.Core.Commands;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Triage;

/// <summary>The commands by which an owner judges and orders, as data.</summary>
internal static class TriageCommands
{
    /// <summary>A customer's name has to fit into the id of the button that brings it back.</summary>
    public const int LongestCustomer = 55;

    public static CommandSpec Triage { get; } = new("triage", "Go through what waits for your judgement, one task after the other", CommandAccess.Owners)
    {
        Examples = ["/triage"],
        Details = "Important ones are done by you, today or as planned. What is urgent but not important is better declined or given to somebody; "
            + "what is neither goes to your someday-maybe list, and whoever asked is told.",
    };

    public static CommandSpec Important { get; } = new("important", "List a customer or a value class as important, or show what is listed", CommandAccess.Owners)
    {
        Options =
        [
            new("customer", OptionKind.Text, "Tasks for this customer are important") { MaxLength = LongestCustomer },
            new("value", OptionKind.Choice, "Tasks worth that much are important") { Choices = [.. ValueClasses.Names] },
            new("remove", OptionKind.YesNo, "yes takes it off again; what was judged stays judged"),
        ],
        Examples = ["/important customer:Acme", "/important value:$100", "/important", "/important customer:Acme remove:yes"],
        Details = "It counts for your own list: for tasks added from now on, and for those that nobody has judged yet.",
    };

    public static CommandSpec Pin { get; } = new("pin", "Put tasks into your own order for today", CommandAccess.Owners)
    {
        Options = [new("tasks", OptionKind.Text, "Their numbers, the first one first; none takes your order away") { Positional = true }],
        Examples = ["/pin 14 12", "/pin", "/pin none"],
        Details = "They stand before all others until your day is over, in the agenda, in /tasks and in /why.",
    };
}
