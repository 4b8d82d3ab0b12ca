using System.Collections.Immutable;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;

namespace TriageBot.Features.Tasks;

/// <summary>What lists of tasks say above their lines: whose they are, which of them, and how many.</summary>
internal sealed class TaskListTexts(ReplyTexts texts)
{
    private static readonly ReplyText Open = new("task.list", "whose", "count", "counts", "page");
    private static readonly ReplyText Other = new("task.list-other", "whose", "count", "state", "page");
    private static readonly ReplyText Of = new("task.list-of", "member");
    private static readonly ReplyText OfAll = new("task.list-of-all");
    private static readonly ReplyText Customer = new("task.list-customer", "customer");
    private static readonly ReplyText Value = new("task.list-value", "value");
    private static readonly ReplyText Before = new("task.list-before", "day");
    private static readonly ReplyText With = new("task.list-with", "text");
    private static readonly ReplyText Private = new("task.list-private");
    private static readonly ReplyText Empty = new("task.list-empty", "whose");
    private static readonly ReplyText EmptyOther = new("task.list-empty-other", "whose", "state");
    private static readonly ReplyText TooLongId = new("task.list-too-long");
    private static readonly ReplyText Done = new("task.state-done");
    private static readonly ReplyText Dropped = new("task.state-dropped");
    private static readonly ReplyText Someday = new("task.state-someday");
    private static readonly ReplyText Deferred = new("task.state-deferred");
    private static readonly ReplyText Untriaged = new("task.fact-untriaged");
    private static readonly ReplyText Ready = new("task.state-open");

    public static ImmutableArray<ReplyText> All =>
        [Open, Other, Of, OfAll, Customer, Value, Before, With, Private, Empty, EmptyOther, TooLongId, Someday, Deferred, Ready];

    public RichText Heading(Turn turn, TaskPeople people, TaskFilter filter, TaskPage shown)
    {
        var whose = Whose(turn, people, filter);
        if (shown.Page.Count == 0)
        {
            return filter is { State: TaskListState.Open, IsNarrowed: false }
                ? texts.Say(Empty, ("whose", whose))
                : texts.Say(EmptyOther, ("whose", whose), ("state", texts.Say(WordOf(filter.State))));
        }

        (string, ReplyValue)[] values = [("whose", whose), ("count", shown.Page.Count), ("page", ReplyValue.Words(shown.Page.Label))];
        return filter.State == TaskListState.Open
            ? texts.Say(Open, [.. values, ("counts", ReplyValue.Words(string.Join(" · ", shown.Quadrants.Select(part => $"{TaskWhy.NameOf(part.Quadrant)}: {part.Count}"))))])
            : texts.Say(Other, [.. values, ("state", texts.Say(WordOf(filter.State)))]);
    }

    public RichText TooLong() => texts.Say(TooLongId);

    private RichText Whose(Turn turn, TaskPeople people, TaskFilter filter)
    {
        var whose = filter.Assignee is { } assignee ? texts.Say(Of, ("member", people.Find(assignee).AsRun())) : texts.Say(OfAll);
        if (filter.OnlyPrivate) whose = whose.Then(texts.Say(Private));
        if (filter.Customer is { } customer) whose = whose.Then(texts.Say(Customer, ("customer", Say.Title(customer))));
        if (filter.Value is { } value) whose = whose.Then(texts.Say(Value, ("value", ReplyValue.Words(ValueClasses.NameOf(value)))));
        if (filter.DueBefore is { } day)
        {
            var today = people.CalendarOf(filter.Assignee ?? turn.Author.Id).Today(turn.Now);
            whose = whose.Then(texts.Say(Before, ("day", ReplyValue.Words(TimeText.Day(day, today)))));
        }

        return filter.Text is { } text ? whose.Then(texts.Say(With, ("text", ReplyValue.Typed(text)))) : whose;
    }

    private static ReplyText WordOf(TaskListState state) => state switch
    {
        TaskListState.Open => Ready,
        TaskListState.Done => Done,
        TaskListState.Dropped => Dropped,
        TaskListState.Someday => Someday,
        TaskListState.Deferred => Deferred,
        TaskListState.Untriaged => Untriaged,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state of a list."),
    };
}
