using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Tasks;

/// <summary>Which tasks a list shows. It stands in the id of the list's page buttons, so that they work for ever (rule X4).</summary>
/// <param name="Assignee">Null for everybody's.</param>
/// <param name="Customer">Null for all customers.</param>
/// <param name="CustomerOf">Number of a task of that customer, in place of a name that may be too long for an id; 0 for all customers.</param>
internal sealed record TaskFilter(MemberId? Assignee, string? Customer = null, long CustomerOf = 0);

/// <summary>Shows open tasks in their order, a page at a time.</summary>
internal sealed class TaskLists(ReplyTexts texts, TaskStore tasks, TaskInput input, TaskCards cards, TaskFacts facts)
{
    private const int LongestLabel = 100;

    public async Task<Reply> ListAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var (member, problem) = await input.MemberAsync(turn, people, "for").ConfigureAwait(false);
        if (problem is not null) return problem;
        MemberId? assignee = turn.Value("all") == "yes" && member is null ? null : member?.Id ?? turn.Author.Id;
        return new Reply.Private(await PageAsync(turn, people, new TaskFilter(assignee, turn.Value("customer")), page: 0).ConfigureAwait(false));
    }

    /// <summary>The previous or next page of a list that stands there already.</summary>
    public async Task<Reply> TurnPageAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var ofCustomer = turn.Control.Item == 0 ? null : await tasks.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        MemberId? assignee = turn.Control.Extra.Length == 0 ? null : new MemberId(turn.Control.Extra);
        return new Reply.Update(await PageAsync(
            turn, people, new TaskFilter(assignee, ofCustomer?.Customer, turn.Control.Item), (int)turn.Control.Revision).ConfigureAwait(false));
    }

    /// <summary>The card of a task chosen from a list.</summary>
    public async Task<Reply> OpenAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        return long.TryParse(turn.Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await tasks.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is { } task
                ? new Reply.Private(cards.Show(task, TaskTexts.Shown, people, turn.Unit, turn.Author))
                : Reply.Nothing.Instance;
    }

    public static Choice ChoiceOf(TaskItem task, string value) => new(value, Say.Shorten($"#{task.Number} {task.What}", LongestLabel));

    private async Task<Card> PageAsync(Turn turn, TaskPeople people, TaskFilter filter, int page)
    {
        var all = await LoadAsync(turn, filter).ConfigureAwait(false);
        var whose = Whose(people, filter);
        var ordered = TaskOrder.Sort(all, people.CalendarOf(filter.Assignee ?? turn.Author.Id), turn.Now);
        if (ordered.Count == 0) return new Card(texts.Say(TaskTexts.ListEmpty, ("whose", whose)));
        var shown = ListPage.Of(ordered, page);
        var heading = texts.Say(
            TaskTexts.List,
            ("whose", whose),
            ("count", ordered.Count),
            ("counts", ReplyValue.Words(Counts(ordered))),
            ("page", ReplyValue.Words(shown.Label)));
        // In a list of one member the assignee goes without saying; in everybody's, only the reader's own does.
        var view = new TaskListView(people, filter.Assignee ?? turn.Author.Id, TaskReader.Only(turn.Author.Id), turn.Now);
        var lines = shown.Items.Select((ranked, index) => facts.Line(ranked.Task, shown.First + index, view));
        var named = filter.Customer is null ? filter : filter with { CustomerOf = all[0].Number };
        var choices = shown.Items.Select(ranked => ChoiceOf(TaskSight.Of(ranked.Task, view.Sight).Task, ranked.Task.Number.ToString(CultureInfo.InvariantCulture)));
        return new Card(
            RichText.Lines(lines.Prepend(heading)),
            [
                .. shown.Buttons(target => new ControlId(TaskVerbs.Page, named.CustomerOf, target, named.Assignee?.Value ?? "")),
                new Select(new ControlId(TaskVerbs.Open).ToString(), "Open a task…", [.. choices]),
            ]);
    }

    private async Task<IReadOnlyList<TaskItem>> LoadAsync(Turn turn, TaskFilter filter)
    {
        var open = filter.Assignee is { } assignee
            ? await tasks.OpenAsync(turn.Db, turn.Workspace.Id, assignee).ConfigureAwait(false)
            : await tasks.AllOpenAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false);
        return filter.Customer is { } customer ? [.. open.Where(task => task.Customer.Equals(customer, StringComparison.OrdinalIgnoreCase))] : open;
    }

    private RichText Whose(TaskPeople people, TaskFilter filter)
    {
        var whose = filter.Assignee is { } assignee
            ? texts.Say(TaskTexts.ListOf, ("member", people.Find(assignee).AsRun()))
            : texts.Say(TaskTexts.ListOfAll);
        return filter.Customer is { } customer ? whose.Then(texts.Say(TaskTexts.ListCustomer, ("customer", Say.Title(customer)))) : whose;
    }

    private static string Counts(IEnumerable<RankedTask> tasks) => string.Join(
        " · ",
        tasks.GroupBy(ranked => ranked.Rank.Quadrant).OrderBy(group => group.Key).Select(group => $"{TaskWhy.NameOf(group.Key)}: {group.Count()}"));
}
