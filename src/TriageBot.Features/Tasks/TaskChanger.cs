using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Review;
using TriageBot.Core.Tasks;
using TriageBot.Features.Outbox;
using TriageBot.Features.Series;

namespace TriageBot.Features.Tasks;

/// <summary>What became of a wish to change a task.</summary>
internal abstract record TaskChanged
{
    private TaskChanged()
    {
    }

    /// <param name="Follows">What it means for the series the task is in; null when nothing.</param>
    public sealed record Saved(TaskItem Task, TaskChangeKind Kind, RichText? Follows = null) : TaskChanged;

    public sealed record Same(TaskItem Task) : TaskChanged;

    public sealed record Closed(TaskItem Task) : TaskChanged;

    /// <summary>The control belongs to an older revision; nothing was changed (rule X4).</summary>
    public sealed record Stale(TaskItem Task, TaskChangeRow? Change) : TaskChanged;

    public sealed record NotThere(long Number) : TaskChanged;

    public sealed record NotAllowed(TaskItem Task, Verdict.Refused Verdict) : TaskChanged;
}

/// <summary>Changes tasks and tells those who must hear of it, in one transaction (rules X2, X4, X5).</summary>
internal sealed class TaskChanger(TaskStore tasks, OutboxStore outbox, TaskCards cards, SeriesLife series)
{
    /// <param name="revision">The revision of the control that was used; null for commands, which mean the task as it is.</param>
    public async Task<TaskChanged> ApplyAsync(Turn turn, TaskPeople people, long number, long? revision, TaskChange change)
    {
        var changed = await ChangeAsync(turn, people, number, revision, task => Task.FromResult(Decide(turn, people, task, change))).ConfigureAwait(false);
        if (changed is TaskChanged.Saved && change is TaskChange.Repeat repeat) await series.BeginAsync(turn.Unit, people, number, repeat.New).ConfigureAwait(false);
        return changed;
    }

    /// <summary>Takes the newest change back; a task that was only just added is dropped.</summary>
    public Task<TaskChanged> UndoAsync(Turn turn, TaskPeople people, long number, long revision) =>
        ChangeAsync(turn, people, number, revision, async task =>
            await tasks.FindBeforeAsync(turn.Db, turn.Workspace.Id, number, revision).ConfigureAwait(false) is { } before
                ? new TaskOutcome.Changed(TaskRules.Undo(task, before), TaskChangeKind.Undone)
                : Decide(turn, people, task, new TaskChange.Drop()));

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

    /// <summary>What a change makes of a task; planned anew on its very day, that day ends without it (rule A7).</summary>
    private static TaskOutcome Decide(Turn turn, TaskPeople people, TaskItem task, TaskChange change)
    {
        var calendar = people.CalendarOf(task.AssigneeId);
        var today = calendar.Today(turn.Now);
        var outcome = TaskRules.Apply(task, change, today, turn.Now);
        return outcome is TaskOutcome.Changed changed && change is TaskChange.Plan { ClosesEarlierDay: false }
            ? changed with { Task = Carrying.Replanned(task, changed.Task, calendar, today) }
            : outcome;
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
                return await SaveAsync(turn, people, task, changed).ConfigureAwait(false);
            case TaskOutcome.Closed:
                return new TaskChanged.Closed(task);
            default:
                return new TaskChanged.Same(task);
        }
    }

    private async Task<TaskChanged> SaveAsync(Turn turn, TaskPeople people, TaskItem before, TaskOutcome.Changed changed)
    {
        var after = await series.ReopenAsync(turn, before, changed.Task).ConfigureAwait(false);
        await tasks.SaveAsync(turn.Unit, after, changed.Kind, turn.Author.Id).ConfigureAwait(false);
        var did = changed.Kind == TaskChangeKind.Undone ? await RedoneAsync(turn, before).ConfigureAwait(false) : changed.Kind;
        // Who waits for a series hears when it is done or dropped, not each time that one is left out.
        if (did != TaskChangeKind.Skipped) await TellAsync(turn, people, before, after).ConfigureAwait(false);
        var follows = await series.FollowAsync(turn, people, before, after, did).ConfigureAwait(false);
        await series.RecallAsync(turn, people, after).ConfigureAwait(false);
        return new TaskChanged.Saved(after, changed.Kind, follows);
    }

    /// <summary>What is done again when an undo is undone.</summary>
    private async Task<TaskChangeKind> RedoneAsync(Turn turn, TaskItem before) =>
        (await tasks.FindChangeAsync(turn.Db, turn.Workspace.Id, before.Number, before.Revision - 1).ConfigureAwait(false))?.Kind ?? TaskChangeKind.Undone;
}
