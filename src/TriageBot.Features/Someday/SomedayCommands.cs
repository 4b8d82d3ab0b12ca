using TriageBot.Core.Commands;

namespace TriageBot.Features.Someday;

internal static class SomedayCommands
{
    public static CommandSpec Keep { get; } = new("keep", "Keep someday-maybe items: they rest for another while")
    {
        Options =
        [
            new("id", OptionKind.Item, "Number of the item, such as 88") { Positional = true, Required = true },
            new("more", OptionKind.Text, "Numbers of further items") { Positional = true },
        ],
        Examples = ["/keep 88", "/keep 88 90 97"],
        Details = "The first keep lets an item rest for 28 days, each further one twice as long, up to 180.",
    };

    public static CommandSpec Do { get; } = new("do", "Take an item off the someday-maybe list and plan a day for it")
    {
        Options =
        [
            new("id", OptionKind.Item, "Number of the item, such as 88") { Positional = true, Required = true },
            new("when", OptionKind.Date, "The day; you are asked for it, when left out") { Positional = true },
        ],
        Examples = ["/do 88 fri", "/do 88"],
    };
}
