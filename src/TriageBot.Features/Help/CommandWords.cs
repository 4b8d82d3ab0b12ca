using TriageBot.Core.Commands;

namespace TriageBot.Features.Help;

/// <summary>A command as words, the same in the chat and in the document.</summary>
internal static class CommandWords
{
    /// <summary>In the order in which groups are shown.</summary>
    public static IReadOnlyList<CommandAccess> Groups { get; } =
        [CommandAccess.Everyone, CommandAccess.Owners, CommandAccess.AdminsAndOwners, CommandAccess.Admins];

    public static string Who(CommandAccess access) => access switch
    {
        CommandAccess.Everyone => "everybody",
        CommandAccess.Owners => "owners",
        CommandAccess.AdminsAndOwners => "admins, and owners for what is their own",
        CommandAccess.Admins => "admins",
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, "This access has no words."),
    };

    /// <summary><c>/urgent what [customer:…] [due:…]</c>: brackets around what may be left out, names where they must be typed.</summary>
    public static string Usage(CommandSpec command) => string.Join(' ', command.Options.Select(Usage).Prepend("/" + command.Name));

    /// <summary>What an option takes: "a member such as @sam".</summary>
    public static string Expects(OptionSpec option) => option.Kind switch
    {
        OptionKind.Text => $"text, at most {option.MaxLength} characters",
        OptionKind.Item => "the number of an item such as 142 or #142",
        OptionKind.Member => "a member such as @sam",
        OptionKind.Channel => "a channel such as #team",
        OptionKind.Date => "a date such as \"today 16:00\", fri or 2027-01-04",
        OptionKind.Duration => "a length such as 45m or 1h30",
        OptionKind.Customer => "a customer such as Acme",
        OptionKind.Function => "a kind that has a block (/blocks), such as refunds",
        OptionKind.Zone => "a time zone such as Europe/Oslo",
        OptionKind.YesNo => "yes or no",
        OptionKind.Choice => "one of " + string.Join(", ", option.Choices),
        _ => throw new ArgumentOutOfRangeException(nameof(option), option, "This kind of option has no words."),
    };

    private static string Usage(OptionSpec option)
    {
        var typed = option.Positional ? option.Name : option.Name + ":…";
        return option.Required ? typed : $"[{typed}]";
    }
}
