using TriageBot.Core.Commands;

namespace TriageBot.Features.TimeLog;

internal static class TimeCommands
{
    public const string Yesterday = "yesterday";

    public static CommandSpec Log { get; } = new("log", "Write down time spent, or show today's")
    {
        Options =
        [
            new("minutes", OptionKind.Duration, "How long it was, such as 30m or 1h30; today's list, when left out") { Positional = true },
            new("function", OptionKind.Text, "What the time went to: customers, billing, shipping, …") { Positional = true, MaxLength = 40 },
            new("customer", OptionKind.Customer, "The customer it was for") { Positional = true },
            new("task", OptionKind.Item, "Number of the task or urgent message it was for") { Items = ItemKind.Any },
            new("day", OptionKind.Choice, "The day; today, when left out") { Choices = ["today", Yesterday] },
            new("unplanned", OptionKind.YesNo, "yes if it was in no plan: it is then paid from the day's buffer"),
        ],
        Examples = ["/log 30m customers Acme", "/log", "/log 1h30 billing day:yesterday", "/log 20m task:142", "/log 15m customers Northside unplanned:yes"],
        Details = "Start and Stop below a task measure instead. What nobody logged stays unlogged: nothing is guessed.",
    };
}
