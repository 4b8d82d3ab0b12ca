using TriageBot.Core.Commands;

namespace TriageBot.Features.Breaks;

internal static class BreakCommands
{
    public static readonly CommandSpec Break = new("break", "Open your break and read what was held, one message at a time", CommandAccess.Owners)
    {
        Options =
        [
            new("action", OptionKind.Choice, "start (also without a word), end, skip the next one, or move it: at")
            {
                Positional = true,
                Choices = ["start", "end", "skip", "at"],
            },
            new("when", OptionKind.Text, "For at: the new time, for example 11:15") { Positional = true, MaxLength = 100 },
            new("for", OptionKind.Member, "Help out with another owner's queue"),
        ],
        Examples = ["/break", "/break at 11:15", "/break skip", "/break end", "/break for:@kim"],
        Details = "Each message is shown once; each choice is final, tells its requester and brings the next. "
            + "What is left at the end is carried to the next break, and only those who wait longer than they were told hear of it.",
    };
}
