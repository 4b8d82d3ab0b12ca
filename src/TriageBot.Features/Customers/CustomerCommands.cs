using TriageBot.Core.Commands;
using TriageBot.Core.Customers;

namespace TriageBot.Features.Customers;

internal static class CustomerCommands
{
    public const string Add = "add";
    public const string Show = "show";
    public const string List = "list";
    public const string Edit = "edit";
    public const string Level = "level";
    public const string Note = "note";
    public const string Rename = "rename";
    public const string Merge = "merge";
    public const string Sale = "sale";
    public const string Date = "date";
    public const string Touch = "touch";
    public const string Touches = "touches";

    public static readonly CommandSpec Customer = new("customer", "Show, add or change a customer; alone, it lists them")
    {
        Options =
        [
            new("action", OptionKind.Choice, "What to do; show or list, when left out") { Positional = true, Choices = [Add, Show, List, Edit, Level, Note, Rename, Merge, Sale, Date, Touch, Touches] },
            new("name", OptionKind.Customer, "The customer's name") { Positional = true, MaxLength = Core.Customers.Customer.LongestName },
            new("level", OptionKind.Text, "Owners: its service level, for example gold; none for none") { MaxLength = 40 },
            new("tier", OptionKind.Choice, "Owners: key customers come first where two matters are equally pressing") { Choices = ["key", "standard"] },
            new("zone", OptionKind.Zone, "Where it is, for example Europe/London") { MaxLength = 64 },
            new("contact", OptionKind.Text, "Whom to call") { MaxLength = Core.Customers.Customer.LongestContact },
            new("note", OptionKind.Text, "What everybody should know about it") { MaxLength = 1000 },
            new("what", OptionKind.Text, "With sale: what was sold; with date: what the day is called") { MaxLength = 100 },
            new("on", OptionKind.Text, "The day, for example 2026-03-10 or yesterday; with date also 4 may") { MaxLength = 100 },
            new("every", OptionKind.Text, "With touch: after how many days without contact, for example 30d or 6w; none for never") { MaxLength = 20 },
            new("to", OptionKind.Text, "With rename: the new name") { MaxLength = Core.Customers.Customer.LongestName },
            new("into", OptionKind.Customer, "With merge: the customer that stays") { MaxLength = Core.Customers.Customer.LongestName },
        ],
        Examples =
        [
            "/customer add Acme level:gold zone:Europe/London contact:\"Kay 555-0101\" tier:key",
            "/customer show Acme",
            "/customer note Acme note:\"Kay prefers mail\"",
            "/customer edit Acme contact:\"Lee 555-0102\"",
            "/customer level Acme level:silver",
            "/customer rename Acme to:\"Acme Group\"",
            "/customer merge \"Acme Ltd\" into:Acme",
            "/customer sale Acme what:\"the boiler\" on:yesterday",
            "/customer touch Acme every:30d",
            "/customer date Acme what:\"Kay's birthday\" on:1980-05-04",
            "/customer touches",
            "/customer list",
        ],
        Details = "A customer is known by its name in any spelling, and by every name it had before. Everybody may add one and note things; level, tier, rename and merge are for owners. "
            + "A sale brings a reminder to contact them after 3 days, after 30, and each year; touches lists who is to be contacted today, at most three. "
            + "Many at once: triagebot customers import FILE.",
    };

    /// <summary>As stored; null when the option says nothing.</summary>
    public static CustomerTier? TierOf(string? said) => said switch
    {
        "key" => CustomerTier.Key,
        "standard" => CustomerTier.Standard,
        _ => null,
    };
}

/// <summary>Verbs of the controls about customers. They stand in messages for ever: never rename one (rule X4).</summary>
internal static class CustomerVerbs
{
    /// <summary>Shows the customer of the id in Item.</summary>
    public const string Show = "customer-show";
    public const string Page = "customers-page";
    public const string Open = "customers-open";

    /// <summary>Adds the name in Extra.</summary>
    public const string New = "customer-new";

    /// <summary>Adds the name that the item carries.</summary>
    public const string AddOfItem = "customer-add";

    /// <summary>The item is about the customer whose id is in Extra.</summary>
    public const string IsMeant = "customer-is";
    /// <summary>Takes back that the customer was added, while it is as it was then.</summary>
    public const string UndoAdd = "customer-add-undo";

    /// <summary>Extra is what was changed, as it was before (<see cref="CustomerEdit"/>).</summary>
    public const string UndoEdit = "customer-edit-undo";
    public const string UndoRename = "customer-rename-undo";
    public const string Merge = "customer-merge";
    public const string KeepBoth = "customer-keep";
}
