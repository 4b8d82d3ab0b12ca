using TriageBot.Core.Commands;

namespace TriageBot.Features.Help;

internal static class HelpCommands
{
    public static readonly CommandSpec Help = new("help", "What I can do for you, or everything about one command")
    {
        Options = [new("command", OptionKind.Text, "A command, for example urgent") { Positional = true, MaxLength = 40 }],
        Examples = ["/help", "/help urgent"],
        Details = "Without a command it lists what you may use, the commonest first.",
    };
}
