using TriageBot.Core.Commands;

namespace TriageBot.Core.Tests.Commands;

/// <summary>A few commands with every kind of option the reader tells apart.</summary>
internal static class SampleCommands
{
    public static CommandSpec Urgent { get; } = new("urgent", "Hold a message for the owner's next break.")
    {
        Options =
        [
            new("what", OptionKind.Text, "What it is about.") { Positional = true, Required = true, MaxLength = 2000 },
            new("customer", OptionKind.Customer, "Whom it concerns.") { MaxLength = 80 },
            new("due", OptionKind.Date, "By when at the latest."),
            new("if-it-waits", OptionKind.Text, "What happens if it waits."),
        ],
        Examples = ["/urgent Server down at Acme customer:Acme due:\"today 5pm\""],
    };

    public static CommandSpec Promise { get; } = new("promise", "Record a promise.")
    {
        Options =
        [
            new("customer", OptionKind.Customer, "To whom.") { Positional = true, Required = true },
            new("what", OptionKind.Text, "What was promised.") { Positional = true, Required = true },
            new("due", OptionKind.Date, "By when.") { Required = true },
        ],
        Examples = ["/promise Acme refund for the broken pump due:friday"],
    };

    public static CommandSpec Customer { get; } = new("customer", "Customers.")
    {
        Options =
        [
            new("action", OptionKind.Choice, "What to do.") { Positional = true, Choices = ["add", "show", "note"] },
            new("name", OptionKind.Text, "Which customer.") { Positional = true },
            new("value", OptionKind.Choice, "What it is worth.") { Choices = ["$1", "$10", "$100"] },
            new("listed", OptionKind.YesNo, "Whether always important."),
        ],
        Examples = ["/customer show Acme"],
    };

    public static CommandSpec Done { get; } = new("done", "Finish a task.")
    {
        Options =
        [
            new("id", OptionKind.Item, "Number of the task.") { Positional = true, Required = true },
            new("minutes", OptionKind.Duration, "How long it took.") { Positional = true },
        ],
        Examples = ["/done 142 45m"],
    };

    public static CommandSpec Edit { get; } = new("edit", "Change a task.")
    {
        Options =
        [
            new("id", OptionKind.Item, "Number of the task.") { Positional = true, Required = true },
            new("what", OptionKind.Text, "What is to be done."),
            new("customer", OptionKind.Customer, "For whom."),
            new("estimate", OptionKind.Duration, "How long it will take."),
        ],
        Examples = ["/edit 142 estimate:45m"],
    };

    public static CommandSpec Tasks { get; } = new("tasks", "List tasks.")
    {
        Options =
        [
            new("for", OptionKind.Member, "Whose.") { Positional = true },
            new("customer", OptionKind.Customer, "For whom."),
            new("all", OptionKind.YesNo, "Everybody's."),
            new("text", OptionKind.Text, "With these letters."),
            new("due-before", OptionKind.Date, "Due before this day."),
        ],
        Examples = ["/tasks @sam"],
    };

    public static CommandSpec Requests { get; } = new("requests", "What I asked for.") { Examples = ["/requests"] };

    public static CommandSpec Help { get; } = new("help", "How to use the bot.")
    {
        Options = [new("command", OptionKind.Text, "Which command.") { Positional = true }],
        Examples = ["/help", "/help urgent"],
    };

    public static CommandTree Tree { get; } = new([Urgent, Promise, Customer, Done, Edit, Tasks, Requests, Help]);
}
