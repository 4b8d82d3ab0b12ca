using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Outbox;

namespace TriageBot.Features.Tasks;

/// <summary>What became of a wish to change a task.</summary>
internal abstract record TaskChanged
{
    private TaskChanged()
    {
    }

    public sealed record Saved(TaskItem Task, TaskChangeKind Kind) : TaskChanged;

    public sealed record Same(TaskItem Task) : TaskChanged;

    public sealed record Closed(TaskItem Task) : TaskChanged;

    /// <summary>The control belongs to an older revision; nothing was changed (rule X4).</summary>
    public sealed record Stale(TaskItem Task, TaskChangeRow? Change) : TaskChanged;

    public sealed record NotThere(long Number) : TaskChanged;

    public sealed record NotAllowed(TaskItem Task, Verdict.Refused Verdict) : TaskChanged;
}

/// <summary>Changes tasks and tells those who must hear of it, in one transaction (rules X2, X4, X5).</summary>
internal sealed class TaskChanger(TaskStore tasks, OutboxStore outbox, TaskCards cards)
{
    /// <param name="revision">The revision of the control that was used; null for commands, which mean the task as it is.</param>
    public Task<TaskChanged> ApplyAsync(Turn turn, TaskPeople people, long number, long? revision, TaskChange change) =>
        ChangeAsync(turn, people, number, revision, task =>
            Task.FromResult(TaskRules.Apply(task, change, people.CalendarOf(task.AssigneeId).Today(turn.Now), turn.Now)));

    /// <summary>Takes the newest change back.</summary>
    public Task<TaskChanged> UndoAsync(Turn turn, TaskPeople people, long number, long revision) =>
        ChangeAsync(turn, people, number, revision, async task =>
            await tasks.FindBeforeAsync(turn.Db, turn.Workspace.Id, number, revision).ConfigureAwait(false) is { } before
                ? new TaskOutcome.Changed(TaskRules.Undo(task, before), TaskChangeKind.Undone)
                : new TaskOutcome.Same());

    public Task<TaskItem?> FindAsync(Turn turn, long number) => tasks.FindAsync(turn.Db, turn.Workspace.Id, number);

    /// <summary>Tells everybody whom a change concerns, once and privately.</summary>
    /// <param name="before">Null for a new task.</param>
    public async Task TellAsync(Turn turn, TaskPeople people, TaskItem? before, TaskItem after)
    {
        foreach (var news in TaskNews.Of(before, after, turn.Author.Id))
        {
            // Whoever does it no more still knows it as what it was when it was theirs.
            var known = news.Kind == TaskNewsKind.TakenAway && before is not null ? before : after;
            var text = cards.Say(TaskTexts.TellOf(news.Kind), known, news.Member, ("member", turn.Author.AsRun()));
            var card = news.Kind == TaskNewsKind.Assigned
                ? cards.Show(after, text, people, turn.Unit, people.Find(news.Member))
                : new Card(text, Item: after.Number);
            await outbox.TellAsync(turn.Unit, news.Member, card).ConfigureAwait(false);
        }
    }

    private async Task<TaskChanged> ChangeAsync(
        Turn turn, TaskPeople people, long number, long? revision, Func<TaskItem, Task<TaskOutcome>> decide)
    {
        if (await FindAsync(turn, number).ConfigureAwait(false) is not { } task) return new TaskChanged.NotThere(number);
        var verdict = Policy.Decide(turn.Actor, new Act.ChangeTask(task.CreatorId, task.AssigneeId, task.IsPrivate));
        if (verdict is Verdict.Refused refused) return new TaskChanged.NotAllowed(task, refused);
        if (revision is { } seen && seen != task.Revision)
        {
            return new TaskChanged.Stale(task, await tasks.FindChangeAsync(turn.Db, turn.Workspace.Id, number, task.Revision).ConfigureAwait(false));
        }

        switch (await decide(task).ConfigureAwait(false))
        {
            case TaskOutcome.Changed changed:
                await tasks.SaveAsync(turn.Unit, changed.Task, changed.Kind, turn.Author.Id).ConfigureAwait(false);
                await TellAsync(turn, people, task, changed.Task).ConfigureAwait(false);
                return new TaskChanged.Saved(changed.Task, changed.Kind);
            case TaskOutcome.Closed:
                return new TaskChanged.Closed(task);
            default:
                return new TaskChanged.Same(task);
        }
    }
}
