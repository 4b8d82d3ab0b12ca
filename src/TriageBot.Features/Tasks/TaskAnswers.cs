using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;

namespace TriageBot.Features.Tasks;

/// <summary>Turns what became of a change into the answer for whoever wanted it.</summary>
internal sealed class TaskAnswers(ReplyTexts texts, TaskCards cards, Refusals refusals, Problems problems)
{
    /// <summary>A private answer to a command; in place of the card for a control.</summary>
    public async Task<Reply> ReplyAsync(Turn turn, TaskPeople people, TaskChanged changed, params IReadOnlyList<RichText> notes) => changed switch
    {
        TaskChanged.NotThere missing => problems.NoSuchItem(missing.Number),
        TaskChanged.NotAllowed refused =>
            await refusals.ReplyAsync(turn, refused.Verdict, $"Changing #{refused.Task.Number}").ConfigureAwait(false),
        TaskChanged.NotTheirsToJudge refused => await refusals.ReplyAsync(
            turn, new Verdict.Refused(WhoCan.Owners), $"Judging whether #{refused.Task.Number} is important").ConfigureAwait(false),
        TaskChanged.TooLate late => Show(turn, cards.Show(late.Task, TooLateText(turn, late), people, turn.Unit, turn.Author)),
        TaskChanged.Saved saved => Show(turn, cards.Echo(saved.Task, saved.Kind, people, turn.Unit, turn.Author, WithFollows(saved, notes))),
        TaskChanged.Same same => Show(turn, cards.Show(same.Task, TaskTexts.Same, people, turn.Unit, turn.Author)),
        TaskChanged.Closed closed => Show(turn, cards.Show(closed.Task, ClosedText(turn, closed.Task), people, turn.Unit, turn.Author)),
        TaskChanged.Stale stale => Show(turn, cards.Show(stale.Task, StaleText(turn, stale), people, turn.Unit, turn.Author)),
        _ => throw new ArgumentOutOfRangeException(nameof(changed), changed, "Unknown outcome of a change."),
    };

    /// <summary>One line for each of several tasks changed at once, each with its own undo.</summary>
    public async Task<Reply> ReplyAsync(Turn turn, TaskPeople people, IReadOnlyList<TaskChanged> all, IReadOnlyList<RichText> notes)
    {
        var lines = new List<RichText>();
        foreach (var changed in all)
        {
            if (await ReplyAsync(turn, people, changed).ConfigureAwait(false) is not Reply.Private answer) continue;
            var line = answer.Card.Text.FirstLine();
            lines.Add(changed is TaskChanged.Saved { Follows: { } follows } ? RichText.Lines(line, follows) : line);
        }

        return new Reply.Private(new Card(
            RichText.Lines(lines.Concat(notes)),
            [.. all.OfType<TaskChanged.Saved>().Select(saved => TaskControls.Undo(saved.Task, named: true))]));
    }

    private static IEnumerable<RichText> WithFollows(TaskChanged.Saved saved, IEnumerable<RichText> notes) =>
        saved.Follows is { } follows ? notes.Prepend(follows) : notes;

    private RichText TooLateText(Turn turn, TaskChanged.TooLate late) => cards.Say(
        TaskTexts.UndoTooLate,
        late.Task,
        turn.Author.Id,
        ("time", Features.Say.Moment(late.ChangedAt, turn.Now, turn.AuthorZone)),
        ("instead", texts.Say(TaskTexts.InsteadOf(late.Kind), ("number", late.Task.Number))));

    private RichText ClosedText(Turn turn, TaskItem task) =>
        cards.Say(TaskTexts.Closed, task, turn.Author.Id, ("state", texts.Say(task.State == TaskState.Done ? TaskTexts.StateDone : TaskTexts.StateDropped)));

    private RichText StaleText(Turn turn, TaskChanged.Stale stale) => cards.Stale(stale.Task, stale.Change, turn.Unit, turn.Author);

    private static Reply Show(Turn turn, Card card) =>
        turn.Incoming.Body is IncomingBody.Pressed or IncomingBody.Filled ? new Reply.Update(card) : new Reply.Private(card);
}
