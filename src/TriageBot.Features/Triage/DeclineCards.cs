using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Features.Triage;

/// <summary>What the bot proposes for what is urgent but not important: a kind no, or other hands. Never by itself (rule O2).</summary>
internal sealed class DeclineCards(ReplyTexts texts)
{
    private const int TitleLength = 80;

    public static (RichText Text, IReadOnlyList<Control> Controls) NoProposal { get; } = (RichText.Empty, []);

    /// <summary>Nothing for a task of any other quadrant.</summary>
    public (RichText Text, IReadOnlyList<Control> Controls) Propose(TaskItem task, WorkCalendar calendar, Instant now)
    {
        if (task.State != TaskState.Open || TaskRank.Of(task, calendar, now).Quadrant != Quadrant.Urgent) return NoProposal;
        var give = new Button(Id(TriageVerbs.Give, task), "Give to…");
        return IsAskedFor(task)
            ? (texts.Say(TriageTexts.NotYours), [new Button(Id(TriageVerbs.Decline, task), "Decline…"), give])
            : (texts.Say(TriageTexts.Own), [give]);
    }

    /// <summary>The proposal stands in the form, to be changed before it is sent.</summary>
    public Form DeclineForm(TaskItem task, string requester) => new(
        Id(TriageVerbs.DeclineForm, task),
        $"Decline #{task.Number}",
        [Words("What they are told", texts.Say(TriageTexts.DeclineProposal, ("requester", ReplyValue.Typed(requester)), ("what", Say.Title(task.What, TitleLength))))],
        task.Number);

    public Form GiveForm(TaskItem task, string owner) => new(
        Id(TriageVerbs.GiveForm, task),
        $"Give #{task.Number} to somebody",
        [
            new FormField("who", "Who", MaxLength: 100, Hint: "@kim"),
            Words("What they are told", texts.Say(TriageTexts.GiveProposal, ("what", Say.Title(task.What, TitleLength)), ("owner", ReplyValue.Typed(owner)))),
        ],
        task.Number);

    /// <summary>Somebody waits for it who is not who does it.</summary>
    public static bool IsAskedFor(TaskItem task) => task.RequesterId is { } requester && requester != task.AssigneeId;

    private static FormField Words(string label, RichText proposal) => new("text", label, proposal.ToPlainText(), Multiline: true);

    private static string Id(string verb, TaskItem task) => new ControlId(verb, task.Number, task.Revision).ToString();
}
