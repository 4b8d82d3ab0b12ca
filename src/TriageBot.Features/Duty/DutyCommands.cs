using TriageBot.Core.Commands;

namespace TriageBot.Features.Duty;

internal static class DutyCommands
{
    /// <summary>Ends being away; takes a rotation away.</summary>
    public const string Back = "back";
    public const string None = "none";

    public static readonly CommandSpec Who = new("who", "Who is on duty now and next, who is away until when, who covers")
    {
        Examples = ["/who"],
    };

    public static readonly CommandSpec Away = new("away", "Say that you are away and who covers; without options, show how it stands", CommandAccess.Owners)
    {
        Options =
        [
            new("until", OptionKind.Date, "When you are back, for example mon or \"today 14:00\"; back ends it now") { Positional = true, MaxLength = 100 },
            new("from", OptionKind.Date, "When it begins; without it, now") { MaxLength = 100 },
            new("cover", OptionKind.Member, "The owner who reads what is held for you meanwhile"),
        ],
        Examples = ["/away mon cover:@kim", "/away until:\"today 14:00\"", "/away from:2027-04-01 until:2027-04-08", "/away back", "/away"],
        Details = "While you are away there are no breaks and no agenda, nothing counts as carried, daily tasks pause, and nothing is given to you automatically. "
            + "What is held for you goes to whoever covers; with nobody covering it waits, and those who wait longer are told.",
    };

    public static readonly CommandSpec HandOff = new("handoff", "Offer your duty to another owner for a while; it moves when they accept", CommandAccess.Owners)
    {
        Options =
        [
            new("to", OptionKind.Member, "The owner who takes over") { Positional = true },
            new("when", OptionKind.Text, "From and until: 12:30-13:30; with one time, from now until then") { Positional = true, MaxLength = 100 },
        ],
        Examples = ["/handoff @kim 12:30-13:30", "/handoff @kim 14:00", "/handoff @kim fri 12:00 to fri 14:00", "/handoff"],
        Details = "Until they accept you have everything. Then held messages, promises and warnings are theirs for that time; at its end you get what is new, answered, promised and still held.",
    };

    public static readonly CommandSpec Take = new("take", "Take duty at once; whoever had it is told", CommandAccess.Owners)
    {
        Examples = ["/take"],
        Details = "What is held for the one you take it from is yours too. You can undo it for two minutes.",
    };

    public static readonly CommandSpec Rotation = new("rotation", "Show or set who is on duty week by week, and who covers", CommandAccess.Admins)
    {
        Options =
        [
            new("members", OptionKind.Text, "Owners in their order: \"@alex @kim\"; none ends it") { Positional = true, MaxLength = 500 },
            new("from", OptionKind.Date, "First day of the first week, or of the exception; without it, this week's Monday") { MaxLength = 100 },
            new("cover", OptionKind.Member, "Who covers when the one on duty cannot; without it, the next of the rotation"),
            new("on", OptionKind.Member, "An exception: this owner is on duty from … until …"),
            new("until", OptionKind.Date, "When the exception ends") { MaxLength = 100 },
        ],
        Examples = ["/rotation @alex @kim", "/rotation @alex @kim from:mon", "/rotation cover:@kim", "/rotation on:@kim from:mon until:wed", "/rotation none", "/rotation"],
        Details = "Duty changes each week on that weekday, when the day begins. /take and /handoff go on working in between.",
    };
}
