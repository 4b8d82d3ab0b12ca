using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features.Forms;

namespace TriageBot.Features;

/// <summary>Answers one incoming message.</summary>
public delegate Task<Reply> Handler(Turn turn);

/// <summary>Does the work of a timer that has become due. It is removed in the same transaction; a handler that wants another sets it.</summary>
public delegate Task TimerHandler(UnitOfWork unit, string key);

/// <summary>Completes the value of an option, best first.</summary>
public delegate Task<IReadOnlyList<Choice>> Completer(Turn turn, string typed);

/// <summary>Where everything that can come in or become due is answered. Filled once at start.</summary>
public sealed class FeatureMap(RefusedForms refused)
{
    private readonly Dictionary<string, Route> commands = [];
    private readonly Dictionary<string, Route> controls = [];
    private readonly Dictionary<string, Route> forms = [];
    private readonly Dictionary<string, Route> menus = [];
    private readonly Dictionary<string, Route> memberMenus = [];
    private readonly Dictionary<string, TimerHandler> timers = [];
    private readonly List<CommandSpec> specs = [];

    public IReadOnlyList<CommandSpec> Commands => specs;

    public IReadOnlyList<string> Menus => [.. menus.Keys];

    public IReadOnlyList<string> MemberMenus => [.. memberMenus.Keys];

    /// <summary>Verbs of buttons and selects.</summary>
    public IReadOnlyCollection<string> Controls => controls.Keys;

    /// <summary>Verbs of forms.</summary>
    public IReadOnlyCollection<string> Forms => forms.Keys;

    /// <summary>Answers messages that are no command, typed in a member's private conversation.</summary>
    public Handler? Talk { get; private set; }

    /// <summary>Answers messages in channels that mention somebody.</summary>
    public Handler? Mention { get; private set; }

    /// <summary>A command that may change something.</summary>
    public FeatureMap Change(CommandSpec spec, Handler handler) => Add(commands, spec.Name, new Route(handler, spec), spec);

    /// <summary>A command that only looks: it reads on a connection of its own and never waits for a writer.</summary>
    public FeatureMap Look(CommandSpec spec, Handler handler) => Add(commands, spec.Name, new Route(handler, spec, OnlyLooks: true), spec);

    /// <summary>Buttons and selects with this verb.</summary>
    public FeatureMap Control(string verb, Handler handler) => Add(controls, verb, new Route(handler));

    /// <param name="open">Opens the form for the item and revision in its id, or answers as for every control that is stale: so it is opened again with what cannot be used.</param>
    /// <param name="choice">What is chosen to open it, where it is a select.</param>
    public FeatureMap Form(string verb, Handler handler, Handler open, string choice = "")
    {
        Task<Reply> OpenAsync(Turn turn) => open(turn.Doing(new IncomingBody.Pressed(turn.Control.ToString(), choice), control: turn.Control, choice: choice));
        return Add(forms, verb, new Route(turn => refused.AnswerAsync(turn, handler, OpenAsync)) { Open = OpenAsync });
    }

    public FeatureMap Menu(string name, Handler handler) => Add(menus, name, new Route(handler));

    /// <summary>An entry of the menu on a member.</summary>
    public FeatureMap MemberMenu(string name, Handler handler) => Add(memberMenus, name, new Route(handler));

    public FeatureMap Timer(string kind, TimerHandler handler)
    {
        timers.Add(kind, handler);
        return this;
    }

    public FeatureMap AnswerTalk(Handler handler)
    {
        Talk = handler;
        return this;
    }

    public FeatureMap AnswerMention(Handler handler)
    {
        Mention = handler;
        return this;
    }

    public Route? FindCommand(string name) => commands.GetValueOrDefault(name);

    public Route? FindControl(string verb) => controls.GetValueOrDefault(verb);

    public Route? FindForm(string verb) => forms.GetValueOrDefault(verb);

    public Route? FindMenu(string name) => menus.GetValueOrDefault(name);

    public Route? FindMemberMenu(string name) => memberMenus.GetValueOrDefault(name);

    public TimerHandler? FindTimer(string kind) => timers.GetValueOrDefault(kind);

    private FeatureMap Add(Dictionary<string, Route> routes, string name, Route route, CommandSpec? spec = null)
    {
        routes.Add(name, route);
        if (spec is not null) specs.Add(spec);
        return this;
    }

    public sealed record Route(Handler Handler, CommandSpec? Spec = null, bool OnlyLooks = false)
    {
        /// <summary>Opens the form; null for all that is no form.</summary>
        public Handler? Open { get; init; }
    }
}
