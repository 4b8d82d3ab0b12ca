using TriageBot.Core.Commands;

namespace TriageBot.Features.Urgent;

internal static class UrgentCommands
{
    public const string Menu = "Hold for the next break";

    /// <summary>On a member.</summary>
    public const string MemberMenu = "Ask at the next break";

    /// <summary>Longest message, in UTF-16 units: the longest that a chat takes, so that the message menu loses nothing.</summary>
    public const int MaxLength = 4000;

    public static readonly CommandSpec Urgent = new("urgent", "Hold a message for the owner's next break and get an honest time at once")
    {
        Options =
        [
            new("what", OptionKind.Text, "What it is about, in your own words") { Positional = true, Required = true, MaxLength = MaxLength },
            new("customer", OptionKind.Customer, "The customer it concerns") { MaxLength = 100 },
            new("due", OptionKind.Date, "By when at the latest, for example \"today 16:00\"") { MaxLength = 100 },
            new("kind", OptionKind.Function, "What kind of matter it is, where that has set days (/blocks), for example refunds") { MaxLength = Core.Agenda.Block.LongestFunction },
            new("if-it-waits", OptionKind.Text, "What happens if this waits until the break") { MaxLength = 300 },
            new("for", OptionKind.Member, "Whose break; without it, the owner on duty's"),
        ],
        Examples =
        [
            "/urgent Server down at Acme customer:Acme",
            "/urgent May I refund 400 to Kay? due:\"today 16:00\" if-it-waits:\"she cancels\"",
            "/urgent The printer eats paper again for:@kim",
            "/urgent Call Kay back by friday 5pm",
            "/urgent Refund for Kay kind:refunds",
        ],
        Details = "Nobody is interrupted. A kind with a block of its own is due at the end of its next day. You learn at once by when you will have an answer; the message is read in the owner's next break. "
            + "The same text again within ten minutes only counts up; shouting changes nothing.",
    };

    public static readonly CommandSpec Requests = new("requests", "What you asked for: its state, the promised time, withdraw")
    {
        Examples = ["/requests"],
    };

    public static readonly CommandSpec Queue = new("queue", "Your held messages in the order in which the next break reads them", CommandAccess.Owners)
    {
        Options = [new("for", OptionKind.Member, "Another owner's queue")],
        Examples = ["/queue", "/queue for:@kim"],
    };
}
