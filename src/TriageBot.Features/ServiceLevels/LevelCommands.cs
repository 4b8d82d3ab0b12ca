using TriageBot.Core.Commands;
using TriageBot.Core.Customers;
using TriageBot.Core.ServiceLevels;

namespace TriageBot.Features.ServiceLevels;

internal static class LevelCommands
{
    public const string Set = "set";
    public const string Close = "close";
    public const string Open = "open";
    public const string Import = "import";
    public const string Publish = "publish";

    public static readonly CommandSpec Levels = new("levels", "What customers may expect: hours, targets, emergency path, and how well it was kept")
    {
        Options =
        [
            new("action", OptionKind.Choice, "Show, when left out; the rest is for admins and owners") { Positional = true, Choices = [Set, Close, Open, Import, Publish] },
            new("customer", OptionKind.Customer, "Show the level of this customer") { Positional = true, MaxLength = Customer.LongestName },
            new("level", OptionKind.Text, "Name of the level, for example gold") { MaxLength = ServiceLevel.LongestName },
            new("hours", OptionKind.Text, "With set: the week, for example mon-fri 08:00-18:00") { MaxLength = 500 },
            new("zone", OptionKind.Zone, "With set: the zone of the hours") { MaxLength = 64 },
            new("first", OptionKind.Duration, "With set: working time until the first answer, for example 1h"),
            new("next", OptionKind.Duration, "With set: working time until each further answer"),
            new("resolution", OptionKind.Duration, "With set: working time until it is solved"),
            new("emergency", OptionKind.Text, "With set: what to do when it cannot wait; none for nothing") { MaxLength = 300 },
            new("from", OptionKind.Date, "With set: first day on which it counts; worse terms need 14 days") { MaxLength = 100 },
            new("on", OptionKind.Date, "With close and open: the day") { MaxLength = 100 },
            new("name", OptionKind.Text, "With close: why, for example Christmas Eve") { MaxLength = 80 },
        ],
        Examples =
        [
            "/levels",
            "/levels Acme",
            "/levels set level:gold hours:\"mon-fri 08:00-18:00\" first:1h next:2h resolution:16h emergency:\"phone 555 0100\"",
            "/levels close on:2026-12-24 name:\"Christmas Eve\"",
            "/levels open on:2026-12-24",
            "/levels publish",
            "/levels import",
        ],
        Details = "Hours count in the level's own zone. A day that is closed moves what is due, and those concerned hear it once. import reads config/service-levels.json.",
    };
}

internal static class LevelVerbs
{
    /// <summary>Publishes the card of the level in Extra, or of all, where it was pressed.</summary>
    public const string Publish = "levels-publish";

    /// <summary>Extra is the day, the level (blank for all) and why it was closed before (blank for open), divided by bars; Revision tells how it was left.</summary>
    public const string UndoDay = "levels-day-undo";
}
