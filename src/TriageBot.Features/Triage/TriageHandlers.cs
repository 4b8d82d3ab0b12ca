using System.Collections.Immutable;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Triage;

/// <summary><c>/triage</c>: one task after the other that waits for a decision, each judged with one tap.</summary>
internal sealed class TriageHandlers(TaskListStore lists, TaskInput input, TaskOutput output, ReplyTexts texts)
{
    public async Task<Reply> StartAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        return new Reply.Private(await NextAsync(turn, people, after: 0).ConfigureAwait(false));
    }

    public async Task<Reply> NextPressedAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        return new Reply.Update(await NextAsync(turn, people, after: turn.Control.Item).ConfigureAwait(false));
    }

    /// <summary>Judges, and goes on with the next; what the bot has a proposal for is shown first.</summary>
    public async Task<Reply> JudgePressedAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var after = await PlaceBeforeAsync(turn, people, turn.Control.Item).ConfigureAwait(false);
        var judge = new TaskChange.Judge(turn.Control.Extra == "yes");
        var changed = await output.Changer.ApplyAsync(turn, people, turn.Control.Item, turn.Control.Revision, judge).ConfigureAwait(false);
        var reply = await output.Answers.ReplyAsync(turn, people, changed).ConfigureAwait(false);
        if (reply is not Reply.Update { Card: var echo }) return reply;
        var isOpenCase = changed is not TaskChanged.Saved { Task: var task }
            || TaskRank.Of(task, people.CalendarOf(task.AssigneeId), turn.Now).Quadrant == Quadrant.Urgent;
        if (isOpenCase) return new Reply.Update(echo with { Controls = echo.Controls.Add(Next(turn.Control.Item)) });
        var next = await NextAsync(turn, people, after).ConfigureAwait(false);
        return new Reply.Update(next with
        {
            Text = RichText.Lines(echo.Text.FirstLine(), next.Text),
            Controls = next.Controls.Add(TaskControls.Undo(((TaskChanged.Saved)changed).Task, named: true)),
        });
    }

    private static Button Next(long after) => new(new ControlId(TriageVerbs.Next, after).ToString(), "Next one");

    /// <summary>The one that stands before this one, from which the next is found once this one is judged; 0 for none.</summary>
    private async Task<long> PlaceBeforeAsync(Turn turn, TaskPeople people, long number) =>
        (await CasesAsync(turn, people).ConfigureAwait(false)).TakeWhile(task => task.Number != number).LastOrDefault()?.Number ?? 0;

    private async Task<Card> NextAsync(Turn turn, TaskPeople people, long after)
    {
        var cases = await CasesAsync(turn, people).ConfigureAwait(false);
        if (cases.Count == 0) return new Card(texts.Say(TriageTexts.Empty));
        // One that is not among them any more was judged meanwhile: then it begins again with the first.
        var place = cases.FindIndex(task => task.Number == after) + 1;
        if (place == cases.Count) return new Card(texts.Say(TriageTexts.Through, ("count", cases.Count)), [Next(after: 0)]);
        var task = await output.Changer.FindAsync(turn, cases[place].Number).ConfigureAwait(false) ?? cases[place];
        var heading = texts.Say(
            task.IsImportant is null ? TriageTexts.Asks : TriageTexts.AsksNotYours,
            ("place", place + 1),
            ("count", cases.Count),
            ("number", task.Number),
            ("what", ReplyValue.Typed(task.What)));
        var card = output.Cards.Show(task, heading, people, turn.Unit, turn.Author);
        return card with { Controls = InTurn(card.Controls).Add(Next(task.Number)) };
    }

    /// <summary>What waits for a decision: urgent without being important, and untriaged, in the order of tasks.</summary>
    private async Task<List<TaskItem>> CasesAsync(Turn turn, TaskPeople people)
    {
        var all = await lists.ScanAsync(turn.Db, turn.Workspace.Id, new TaskFilter(turn.Author.Id), undecidedOnly: true).ConfigureAwait(false);
        return
        [
            .. TaskOrder.Sort(all, people.CalendarOf(turn.Author.Id), turn.Now)
                .Where(ranked => ranked.Rank.Quadrant is Quadrant.Urgent or Quadrant.Untriaged)
                .Select(ranked => ranked.Task),
        ];
    }

    /// <summary>The judging buttons of a card, such that they go on with the next.</summary>
    private static ImmutableArray<Control> InTurn(ImmutableArray<Control> controls) =>
        [.. controls.Select(control => ControlId.Parse(control.Id) is { Verb: TaskVerbs.Judge } id ? control with { Id = (id with { Verb = TriageVerbs.Judge }).ToString() } : control)];
}
