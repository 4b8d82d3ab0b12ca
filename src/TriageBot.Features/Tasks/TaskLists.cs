using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Tasks;

/// <summary>Shows tasks a page at a time: open ones in their order, closed ones the newest first.</summary>
internal sealed class TaskLists(TaskListTexts words, TaskPages pages, TaskInput input, TaskOutput output)
{
    private const int LongestLabel = 100;

    public async Task<Reply> ListAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var (member, unknown) = await input.MemberAsync(turn, people, "for").ConfigureAwait(false);
        var (before, unreadable) = await input.DayAsync(turn, "due-before").ConfigureAwait(false);
        if ((unknown ?? unreadable) is { } problem) return problem;
        var filter = new TaskFilter(turn.Value("all") == "yes" && member is null ? null : member?.Id ?? turn.Author.Id)
        {
            State = turn.Value("state") is { } state ? Enum.Parse<TaskListState>(state, ignoreCase: true) : TaskListState.Open,
            Customer = turn.Value("customer"),
            Value = turn.Value("value") is { } value ? ValueClasses.Find(value) : null,
            DueBefore = before,
            Text = turn.Value("text"),
            OnlyPrivate = turn.Value("private") == "yes",
        };
        return new Reply.Private(await PageAsync(turn, people, filter, page: 0).ConfigureAwait(false));
    }

    /// <summary>The previous or next page of a list that stands there already.</summary>
    public async Task<Reply> TurnPageAsync(Turn turn)
    {
        var filter = turn.Control.Verb == TaskVerbs.OldPage
            ? new TaskFilter(turn.Control.Extra.Length == 0 ? null : new MemberId(turn.Control.Extra))
            : TaskFilter.FromId(turn.Control.Extra);
        if (turn.Control.Item > 0 && await output.Changer.FindAsync(turn, turn.Control.Item).ConfigureAwait(false) is { } ofCustomer)
        {
            filter = filter with { Customer = ofCustomer.Customer, CustomerOf = ofCustomer.Number };
        }

        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        return new Reply.Update(await PageAsync(turn, people, filter, (int)turn.Control.Revision).ConfigureAwait(false));
    }

    /// <summary>The card of a task chosen from a list.</summary>
    public async Task<Reply> OpenAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        return long.TryParse(turn.Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await output.Changer.FindAsync(turn, number).ConfigureAwait(false) is { } task
                ? new Reply.Private(output.Cards.Show(task, TaskTexts.Shown, people, turn.Unit, turn.Author))
                : Reply.Nothing.Instance;
    }

    public static Choice ChoiceOf(TaskItem task, string value) => new(value, Say.Shorten($"#{task.Number} {task.What}", LongestLabel));

    private async Task<Card> PageAsync(Turn turn, TaskPeople people, TaskFilter filter, int page)
    {
        var view = await pages.ViewAsync(turn, people, filter).ConfigureAwait(false);
        var shown = await pages.FindAsync(turn, filter, view, page).ConfigureAwait(false);
        var heading = words.Heading(turn, people, filter, shown);
        if (shown.Page.Count == 0) return new Card(heading);
        var lines = shown.Page.Items.Select((task, index) => output.Facts.Line(task, shown.Page.First + index, view)).ToList();
        var named = filter.Customer is null ? filter : filter with { CustomerOf = shown.Page.Items[0].Number };
        var id = named.ToId();
        if (id is null && shown.Page.Count > shown.Page.Items.Count) lines.Add(words.TooLong());
        var choices = shown.Page.Items.Select(task => ChoiceOf(TaskSight.Of(task, view.Sight).Task, task.Number.ToString(CultureInfo.InvariantCulture)));
        return new Card(
            RichText.Lines(lines.Prepend(heading)),
            [
                .. id is null ? [] : shown.Page.Buttons(target => new ControlId(TaskVerbs.Page, named.CustomerOf, target, id)),
                new Select(new ControlId(TaskVerbs.Open).ToString(), "Open a task…", [.. choices]),
            ]);
    }
}
