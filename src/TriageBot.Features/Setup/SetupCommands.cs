using TriageBot.Core.Commands;
using TriageBot.Features.Dates;

namespace TriageBot.Features.Setup;

internal static class SetupCommands
{
    /// <summary>Stands for the whole team where a member could be named, and for its zone where a zone could.</summary>
    public const string Team = "team";

    /// <summary>Takes a text away.</summary>
    public const string Nothing = "none";

    public static readonly CommandSpec Setup = new("setup", "Show how everything is set up; name owners, duty, agenda, emergency text", CommandAccess.AdminsAndOwners)
    {
        Options =
        [
            new("owner", OptionKind.Member, "Make this member an owner: messages for them are held until their breaks"),
            new("remove-owner", OptionKind.Member, "This member is no owner any more"),
            new("on-duty", OptionKind.Member, "The owner who gets what names nobody"),
            new("agenda", OptionKind.Text, "When the agenda is posted, for example 08:30") { MaxLength = 20 },
            new("channel", OptionKind.Channel, "Where the agenda is posted"),
            new("quiet", OptionKind.YesNo, "yes: no agenda on a day with nothing to do; no: one friendly line"),
            new("quiet-hours", OptionKind.YesNo, "yes: who mentions you outside your hours is answered by me; no: I say nothing"),
            new("buffer", OptionKind.Text, "Time kept free each day for emergencies, for example 60m; none for none") { MaxLength = 20 },
            new("for", OptionKind.Member, "Whose agenda or buffer; without it, your own"),
            new("dates", OptionKind.Choice, "How you write 5/12: DMY day first, MDY month first, ask asks each time") { Choices = DateOrderText.Choices },
            new("team-dates", OptionKind.Choice, "The same for everybody who has set nothing") { Choices = DateOrderText.Choices },
            new("emergency", OptionKind.Text, "What receipts say about things that cannot wait; none for my own words") { MaxLength = 300 },
            new("safety", OptionKind.Text, "Words that are never held, for example \"fire, injury\"; none for none") { MaxLength = 300 },
        ],
        Examples =
        [
            "/setup",
            "/setup agenda:08:30 channel:#team",
            "/setup buffer:90m",
            "/setup quiet:yes",
            "/setup quiet-hours:yes",
            "/setup owner:@kim",
            "/setup on-duty:@kim",
            "/setup remove-owner:@kim",
            "/setup dates:DMY",
            "/setup team-dates:MDY",
            "/setup emergency:\"phone 555 0100, day and night\"",
            "/setup safety:\"fire, injury\"",
        ],
        Details = "Without options it changes nothing and shows everything. Owners may change their own agenda, buffer and dates; the rest is for admins. Each change can be taken back.",
    };

    public static readonly CommandSpec Hours = new("hours", "Show or change an owner's working hours", CommandAccess.AdminsAndOwners)
    {
        Options =
        [
            new("hours", OptionKind.Text, "The week, for example mon-fri 09:00-17:00") { Positional = true, MaxLength = 500 },
            new("for", OptionKind.Member, "Whose; without it, your own"),
            new("from", OptionKind.Date, "First day on which they count; without it, today") { MaxLength = 100 },
        ],
        Examples = ["/hours mon-fri 09:00-17:00", "/hours mon-thu 08:00-12:00 13:00-17:00, fri 08:00-14:00", "/hours mon-wed 09:00-17:00 from:2027-01-04", "/hours"],
        Details = "A day may have several windows, and one may go on after midnight. Earlier days keep the hours they had. "
            + "Held messages find their breaks anew; only those who wait longer than promised hear of it.",
    };

    public static readonly CommandSpec Breaks = new("breaks", "Show or change when an owner reads held messages", CommandAccess.AdminsAndOwners)
    {
        Options =
        [
            new("breaks", OptionKind.Text, "Times and lengths, for example 10:30 15m, 12:30 30m; none for none at all") { Positional = true },
            new("for", OptionKind.Member, "Whose; without it, your own"),
        ],
        Examples = ["/breaks 10:30 15m, 12:30 30m, 15:30 15m", "/breaks 11:00 20m, 16:00 20m for:@kim", "/breaks none", "/breaks"],
        Details = "Where these breaks would let somebody wait too long, further ones are put in, and you are told which.",
    };

    public static readonly CommandSpec Blocks = new("blocks", "Show or change what part of an owner's week is reserved for what", CommandAccess.AdminsAndOwners)
    {
        Options =
        [
            new("function", OptionKind.Text, "What it is reserved for, one word: customers, billing, shipping") { Positional = true, MaxLength = 60 },
            new("hours", OptionKind.Text, "When, for example mon-fri 09:00-10:00; none takes it away") { Positional = true, MaxLength = 500 },
            new("for", OptionKind.Member, "Whose; without it, your own"),
        ],
        Examples = ["/blocks customers mon-fri 09:00-10:00", "/blocks billing thu 10:00-12:00", "/blocks billing none", "/blocks"],
        Details = "The agenda shows a block among the fixed times and plans nothing else into it.",
    };

    public static readonly CommandSpec Closures = new("closures", "Show or change the days on which an owner does not work", CommandAccess.AdminsAndOwners)
    {
        Options =
        [
            new("days", OptionKind.Text, "A day, a week or month, or the first and the last day: fri, next week, 2026-12-24 to 2026-12-31") { Positional = true, MaxLength = 100 },
            new("why", OptionKind.Text, "What for, such as a holiday"),
            new("open", OptionKind.Text, "A day or span that is to be open again") { MaxLength = 100 },
            new("for", OptionKind.Member, "Whose; without it, your own; team for all owners (admins)"),
        ],
        Examples = ["/closures 2026-12-24 to 2026-12-31 why:\"Christmas\"", "/closures next week", "/closures open:2026-12-28", "/closures 2026-05-01 for:team", "/closures"],
        Details = "On closed days there are no breaks, no agenda and no evening review, and nothing counts as carried. "
            + "Held messages find their breaks anew; only those who wait longer than promised hear of it.",
    };

    public static readonly CommandSpec Zone = new("zone", "Show or change the time zone in which you read and type times")
    {
        Options =
        [
            new("zone", OptionKind.Zone, "Region and city, for example Europe/Oslo; team for the team's zone") { Positional = true, MaxLength = 64 },
            new("for", OptionKind.Member, "Another member, or team for everybody who has set none (admins)"),
        ],
        Examples = ["/zone Europe/Oslo", "/zone America/New_York for:@sam", "/zone Europe/Berlin for:team", "/zone team", "/zone"],
        Details = "An owner's zone is also the zone of their hours, breaks and agenda.",
    };
}
