using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;

namespace TriageBot.Features.Help;

/// <summary><c>/help</c>: what its author may use, the commonest first; or all about one command.</summary>
/// <param name="map">Asked when somebody asks for help: while features register, it is not complete.</param>
internal sealed class HelpHandlers(FeatureMap map, ReplyTexts texts)
{
    private static readonly IReadOnlyList<string> FirstForOwners = ["break", "queue", "agenda", "task"];
    private static readonly IReadOnlyList<string> FirstForMembers = ["urgent", "requests", "task"];
    private static readonly IReadOnlyList<string> FirstForAdmins = ["setup", "breaks"];

    public Task<Reply> HelpAsync(Turn turn)
    {
        var commands = new CommandTree(map.Commands);
        var name = turn.Value("command")?.TrimStart('/');
        var text = string.IsNullOrEmpty(name) ? Everything(turn, commands) : commands.Find(name) is { } command ? About(turn, command) : NotFound(name, commands);
        return Task.FromResult<Reply>(new Reply.Private(new Card(text)));
    }

    private RichText Everything(Turn turn, CommandTree commands)
    {
        var usable = commands.All.Where(command => IsAllowed(turn, command)).ToList();
        var first = FirstFor(turn).Select(name => usable.FirstOrDefault(command => command.Name == name)).OfType<CommandSpec>().ToList();
        var groups = CommandWords.Groups.Select(access => (access, Commands: usable.Except(first).Where(command => command.Access == access).ToList()));
        return RichText.Lines(
        [
            texts.Say(HelpTexts.Purpose),
            texts.Say(turn.Author.IsOwner ? HelpTexts.BeginOwner : turn.Author.IsAdmin ? HelpTexts.BeginAdmin : HelpTexts.BeginMember),
            texts.Say(HelpTexts.First),
            .. first.Select(command => texts.Say(HelpTexts.FirstLine, ("example", ReplyValue.Words(command.Examples[0])), Summary(command))),
            .. groups.Where(group => group.Commands.Count > 0).SelectMany(group => Lines(group.access, group.Commands)),
            .. map.Menus.Count > 0 ? new[] { texts.Say(HelpTexts.Menus, ("menus", ReplyValue.Words(string.Join(", ", map.Menus)))) } : [],
            texts.Say(HelpTexts.More, ("example", ReplyValue.Words("/help " + (first.FirstOrDefault() ?? HelpCommands.Help).Name))),
        ]);
    }

    private IEnumerable<RichText> Lines(CommandAccess access, IEnumerable<CommandSpec> commands) => commands
        .Select(command => texts.Say(HelpTexts.Line, ("name", ReplyValue.Words("/" + command.Name)), Summary(command)))
        .Prepend(texts.Say(HelpTexts.Group, ("who", ReplyValue.Words(CommandWords.Who(access)))));

    private RichText About(Turn turn, CommandSpec command)
    {
        var who = ("who", ReplyValue.Words(CommandWords.Who(command.Access)));
        return RichText.Lines(
        [
            texts.Say(HelpTexts.Command, ("usage", ReplyValue.Words(CommandWords.Usage(command))), Summary(command)),
            .. command.Details.Length > 0 ? new[] { RichText.Plain(command.Details) } : [],
            .. command.Options.Select(option => texts.Say(
                HelpTexts.Option,
                ("name", ReplyValue.Words(option.Name)),
                ("expects", ReplyValue.Words(CommandWords.Expects(option))),
                ("summary", ReplyValue.Words(option.Summary)))),
            texts.Say(HelpTexts.Examples, ("examples", ReplyValue.Words(string.Join("\n", command.Examples)))),
            texts.Say(IsAllowed(turn, command) ? HelpTexts.Who : HelpTexts.NotYours, who),
        ]);
    }

    private RichText NotFound(string typed, CommandTree commands)
    {
        var written = ("typed", ReplyValue.Typed(Say.Shorten(typed, 40)));
        var near = Spelling.Nearest(typed, commands.All.Select(command => command.Name)).Take(3).ToList();
        return near.Count == 0
            ? texts.Say(HelpTexts.NoCommand, written)
            : texts.Say(
                HelpTexts.NoCommandButNear,
                written,
                ("near", ReplyValue.Words(string.Join(" or ", near.Select(name => "/" + name)))),
                ("example", ReplyValue.Words("/help " + near[0])));
    }

    private static bool IsAllowed(Turn turn, CommandSpec command) => Policy.Decide(turn.Actor, new Act.UseCommand(command)) is Verdict.Allowed;

    private static IReadOnlyList<string> FirstFor(Turn turn) =>
        turn.Author.IsOwner ? FirstForOwners : turn.Author.IsAdmin ? [.. FirstForMembers, .. FirstForAdmins] : FirstForMembers;

    private static (string Name, ReplyValue Value) Summary(CommandSpec command) => ("summary", ReplyValue.Words(command.Summary));
}
