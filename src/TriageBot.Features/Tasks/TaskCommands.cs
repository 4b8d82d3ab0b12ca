using TriageBot.Core.Commands;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Tasks;

/// <summary>The commands for tasks and the someday-maybe list, as data.</summary>
internal static class TaskCommands
{
    public const int LongestWhat = 1000;

    private static readonly OptionSpec Id = new("id", OptionKind.Item, "Number of the task, such as 142") { Positional = true, Required = true };
    private static readonly OptionSpec Customer = new("customer", OptionKind.Customer, "The customer it is for") { MaxLength = 100 };
    private static readonly OptionSpec Estimate = new("estimate", OptionKind.Duration, "How long it will take, such as 45m or 1h30");
    private static readonly OptionSpec Important = new("important", OptionKind.YesNo, "Owners only: whether it is important");
    private static readonly OptionSpec Value = new("value", OptionKind.Choice, "What an hour on it is worth; $10, when left out") { Choices = [.. ValueClasses.Names] };
    private static readonly OptionSpec Stops = new("stops", OptionKind.YesNo, "yes if the business may stop without it: it is then urgent");
    private static readonly OptionSpec Private = new("private", OptionKind.YesNo, "yes: others see only its minutes, never what it is");
    private static readonly OptionSpec Defer = new("defer", OptionKind.Date, "In no list before this day");

    public static CommandSpec Task { get; } = new("task", "Add a task")
    {
        Options =
        [
            new("what", OptionKind.Text, "What is to be done") { Positional = true, Required = true, MaxLength = LongestWhat },
            new("due", OptionKind.Date, "When it must be finished"),
            new("do", OptionKind.Date, "The day you plan to work on it"),
            new("at", OptionKind.Date, "When it begins, for an appointment: 13:00 or \"fri 13:00\""),
            new("kind", OptionKind.Function, "What kind of matter it is, where that has set days (/blocks), for example refunds") { MaxLength = Core.Agenda.Block.LongestFunction },
            new("for", OptionKind.Member, "Who does it; you, when left out"),
            Customer,
            Estimate,
            Value,
            Important,
            Stops,
            Private,
            Defer,
        ],
        Examples =
        [
            "/task Call Lee about the quote",
            "/task Refund Kay due:\"fri 11:00\" customer:Acme estimate:30m",
            "/task Check the invoice for:@sam due:tomorrow",
            "/task Water the plants due:\"every other tuesday at 9:00\"",
            "/task \"call Lee\" at:13:00 estimate:30m",
            "/task Refund for Kay kind:refunds",
            "/task Dentist private:yes do:fri estimate:45m",
            "/task Renew the insurance value:$100 defer:\"1 april\"",
        ],
        Details = "What an owner adds to their own list counts as important unless they say important:no. "
            + "What others add stays untriaged until the owner judges it.",
    };

    public static CommandSpec Tasks { get; } = new("tasks", "List tasks, open ones in the order in which to do them")
    {
        Options =
        [
            new("for", OptionKind.Member, "Whose tasks; yours, when left out") { Positional = true },
            Customer with { Summary = "Only those for this customer" },
            new("all", OptionKind.YesNo, "yes for everybody's tasks"),
            new("state", OptionKind.Choice, "Which of them; open ones, when left out")
            {
                Choices = [.. Enum.GetNames<TaskListState>().Select(name => name.ToLowerInvariant())],
            },
            Value with { Summary = "Only those worth that much" },
            new("text", OptionKind.Text, "Only those with these letters in their text") { MaxLength = TaskFilter.LongestText },
            new("due-before", OptionKind.Date, "Only those due before this day"),
            Private with { Summary = "yes for private ones only" },
        ],
        Examples = ["/tasks", "/tasks @sam", "/tasks customer:Acme all:yes", "/tasks state:dropped", "/tasks text:invoice due-before:\"next monday\""],
        Details = "Choose one from the list to see its card; a dropped or finished one can be restored there.",
    };

    public static CommandSpec Done { get; } = new("done", "Finish one task or several")
    {
        Options = [Id, new("more", OptionKind.Text, "Numbers of further tasks, and how long it took") { Positional = true }],
        Examples = ["/done 12", "/done 12 25m", "/done 12 13 14 25m"],
        Details = "Whoever asked for it is told. The time goes to your log, in equal parts when there are several.",
    };

    public static CommandSpec Drop { get; } = new("drop", "Drop a task that will not be done; it can be restored")
    {
        Options = [Id],
        Examples = ["/drop 12"],
        Details = "Whoever asked for it is told.",
    };

    public static CommandSpec Move { get; } = new("move", "Plan the day on which a task is worked on; its due date stays")
    {
        Options = [Id, new("when", OptionKind.Date, "The do-day; none takes it away") { Positional = true, Required = true }],
        Examples = ["/move 12 tomorrow", "/move 12 fri", "/move 12 none"],
    };

    public static CommandSpec Due { get; } = new("due", "Set when a task must be finished")
    {
        Options =
        [
            Id,
            new("when", OptionKind.Date, "The due date; none takes it away, someday puts the task on that list") { Positional = true, Required = true },
        ],
        Examples = ["/due 12 fri 17:00", "/due 12 2026-03-13", "/due 12 none", "/due 12 every monday at 9:00", "/due 12 every month on the 15th, moved before closed days"],
        Details = "A date that repeats makes a series: one open task at a time, the next one when it is done. Another date moves only this one of a series; none ends it. "
            + "“every! 10 days” counts from the day it was done, “keep all” owes each missed one, and on closed days it moves to the next open day unless you say "
            + "“moved before closed days”, “skipping closed days” or “also on closed days”.",
    };

    public static CommandSpec Edit { get; } = new("edit", "Change what a task says, who does it, and what it takes")
    {
        Options =
        [
            Id,
            new("what", OptionKind.Text, "What is to be done") { MaxLength = LongestWhat },
            Customer,
            Estimate,
            Value,
            Important,
            Stops,
            Private,
            Defer with { Summary = "In no list before this day; none makes it ready at once" },
            new("for", OptionKind.Member, "Who does it from now on"),
        ],
        Examples = ["/edit 12 estimate:45m value:$100", "/edit 12 defer:mon", "/edit 12 what:\"Refund Kay in full\" customer:Acme", "/edit 12 for:@kim"],
    };

    public static CommandSpec Someday { get; } = new("someday", "Add to your someday-maybe list, or show it")
    {
        Options =
        [
            new("what", OptionKind.Text, "What you would like to do some day; the list, when left out") { Positional = true, MaxLength = LongestWhat },
            new("archive", OptionKind.YesNo, "yes for what was dropped within 90 days"),
            new("private", OptionKind.YesNo, "yes for your private list"),
        ],
        Examples = ["/someday Learn to bind books", "/someday", "/someday archive:yes", "/someday private:yes"],
        Details = "Three of them show up in each morning's agenda, in turn. A new one rests for a week first.",
    };
}
