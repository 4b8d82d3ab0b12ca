using System.Collections.Immutable;
using TriageBot.Core.Commands;

namespace TriageBot.Chat.Discord.Commands;

/// <summary>The bot's commands and menus in Discord's terms.</summary>
internal static class CommandCatalog
{
    private const int LongestDescription = 100;
    private const int LongestValue = 6000;
    private const int LongestMenu = 32;
    private const int InServers = 0;
    private const int InDirect = 1;
    private const int TextChannel = 0;
    private const int AnnouncementChannel = 5;

    public static ImmutableArray<CommandBody> Of(IChatSurface bot) =>
    [
        .. bot.Commands.All.Select(Typed),
        .. bot.MessageMenus.Select(menu => Menu(menu, CommandType.OnMessage)),
        .. bot.MemberMenus.Select(menu => Menu(menu, CommandType.OnMember)),
    ];

    /// <summary>Whether what is registered already does what is wanted. Discord adds fields of its own and leaves out what is usual.</summary>
    public static bool IsSame(IEnumerable<CommandBody> wanted, IEnumerable<CommandBody> registered) =>
        Canonical(wanted).SequenceEqual(Canonical(registered), StringComparer.Ordinal);

    /// <summary>Names of the commands of one list that the other lacks or has differently.</summary>
    public static IReadOnlyList<string> Differing(IEnumerable<CommandBody> some, IEnumerable<CommandBody> others)
    {
        var known = Canonical(others).ToHashSet();
        return [.. some.Where(command => !known.Contains(Canonical(command))).Select(command => command.Name)];
    }

    private static IEnumerable<string> Canonical(IEnumerable<CommandBody> commands) => commands.Select(Canonical).Order(StringComparer.Ordinal);

    private static string Canonical(CommandBody command) => JsonSerializer.Serialize(
        [
            command with
            {
                Description = command.Description ?? "",
                Options = [.. (command.Options ?? []).Select(Canonical)],
                Contexts = [.. (command.Contexts ?? []).Order()],
            },
        ],
        CommandJson.Default.Commands);

    private static OptionBody Canonical(OptionBody option) => option with
    {
        Required = option.Required is true ? true : null,
        Autocomplete = option.Autocomplete is true ? true : null,
        Choices = option.Choices is { Count: > 0 } ? option.Choices : null,
        ChannelTypes = option.ChannelTypes is { Count: > 0 } types ? [.. types.Order()] : null,
    };

    private static CommandBody Typed(CommandSpec spec) => new(spec.Name, CommandType.Typed)
    {
        Description = Cut.To(spec.Summary, LongestDescription),
        Options = [.. spec.Options.Select(Option)],
        Contexts = [InServers, InDirect],
    };

    /// <summary>A menu names what it is used on, which the private conversation does not have.</summary>
    private static CommandBody Menu(string name, int type) => new(Cut.To(name, LongestMenu), type) { Contexts = [InServers] };

    private static OptionBody Option(OptionSpec spec)
    {
        var type = TypeOf(spec.Kind);
        var isText = type == OptionType.Text;
        var isChoice = spec.Kind == OptionKind.Choice;
        return new OptionBody(type, spec.Name, Cut.To(spec.Summary, LongestDescription))
        {
            Required = spec.Required ? true : null,
            Choices = isChoice ? [.. spec.Choices.Select(choice => new OptionChoiceBody(choice, choice))] : null,
            ChannelTypes = type == OptionType.Channel ? [TextChannel, AnnouncementChannel] : null,
            MaxLength = isText && !isChoice ? Math.Clamp(spec.MaxLength, 1, LongestValue) : null,
            // For free text the bot has nothing to suggest.
            Autocomplete = isText && !isChoice && spec.Kind != OptionKind.Text ? true : null,
        };
    }

    private static int TypeOf(OptionKind kind) => kind switch
    {
        OptionKind.Member => OptionType.User,
        OptionKind.Channel => OptionType.Channel,
        OptionKind.YesNo => OptionType.Boolean,
        _ => OptionType.Text,
    };

}

internal static class OptionType
{
    public const int Text = 3;
    public const int Boolean = 5;
    public const int User = 6;
    public const int Channel = 7;
}
