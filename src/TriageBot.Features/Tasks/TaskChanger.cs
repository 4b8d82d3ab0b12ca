using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Review;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
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

    /// <summary>It was changed longer ago than can be undone.</summary>
    public sealed record TooLate(TaskItem Task, TaskChangeKind Kind, Instant ChangedAt) : TaskChanged;

    /// <summary>Whether it is important is not theirs to say (rule O1).</summary>
    public sealed record NotTheirsToJudge(TaskItem Task) : TaskChanged;

    public sealed record NotThere(long Number) : TaskChanged;

    public sealed record NotAllowed(TaskItem Task, Verdict.Refused Verdict) : TaskChanged;
}

/// <summary>Changes tasks and tells those who must hear of it, in one transaction (rules X2, X4, X5).</summary>
internal sealed class TaskChanger(TaskStore tasks, OutboxStore outbox, TaskCards cards, SeriesLife series, TaskChangeParts parts)
{
    /// <param name="revision">The revision of the control that was used; null for commands, which mean the task as it is.</param>
    public async Task<TaskChanged> ApplyAsync(Turn turn, TaskPeople people, long number, long? revision, TaskChange change)
    {
        var changed = await ChangeAsync(turn, people, number, revision, task => DecideAsync(turn, people, task, change)).ConfigureAwait(false);
        if (changed is TaskChanged.Saved && change is TaskChange.Repeat repeat) await series.BeginAsync(turn.Unit, people, number, repeat.New).ConfigureAwait(false);
        return changed;
    }

    /// <summary>Whether a control may still do what it says: the same task when it may, else what to answer (rules X4, X5).</summary>
    public Task<TaskChanged> LookAsync(Turn turn, long number, long revision) =>
        ChangeAsync(turn, people: null, number, revision, task => Task.FromResult<TaskOutcome>(
            task.State is TaskState.Done or TaskState.Dropped ? new TaskOutcome.Closed() : new TaskOutcome.Same()));

    /// <summary>Takes the newest change back; a task that was only just added is dropped.</summary>
    public Task<TaskChanged> UndoAsync(Turn turn, TaskPeople people, long number, long revision) =>
        ChangeAsync(turn, people, number, revision, async task =>
        {
            var change = await tasks.FindChangeAsync(turn.Db, turn.Workspace.Id, number, revision).ConfigureAwait(false);
            if (change is not null && turn.Now - change.ChangedAt > TaskRules.UndoTime) return new TaskOutcome.TooLate(change.ChangedAt, change.Kind);
            return await tasks.FindBeforeAsync(turn.Db, turn.Workspace.Id, number, revision).ConfigureAwait(false) is { } before
                ? new TaskOutcome.Changed(TaskRules.Undo(task, before), TaskChangeKind.Undone)
                : TakenBack(task, turn.Now);
        });

    /// <summary>Taking back that it was added drops it: whoever was told of it hears that too.</summary>
    private static TaskOutcome TakenBack(TaskItem task, Instant now)
    {
        if (now - task.CreatedAt > TaskRules.UndoTime) return new TaskOutcome.TooLate(task.CreatedAt, TaskChangeKind.Edited);
        var dropped = task with { State = TaskState.Dropped, ClosedAt = now, Revision = task.Revision + 1 };
        return new TaskOutcome.Changed(dropped, TaskChangeKind.Dropped);
    }

    /// <summary>A task as what whoever does it has listed as important makes of it (rule O1).</summary>
    public async Task<TaskItem> JudgedAsync(Turn turn, TaskItem task) => task is { State: TaskState.Open, IsImportant: null }
        ? task with { IsImportant = ImportanceRules.Judge(task, await parts.Rules.OfAsync(turn.Db, turn.Workspace.Id, task.AssigneeId).ConfigureAwait(false)) }
        : task;

    /// <summary>Whose list a change judges a task on; null when it judges nothing.</summary>
    private static MemberId? JudgedList(TaskItem task, TaskChange change) => change switch
    {
        TaskChange.Judge => task.AssigneeId,
        TaskChange.Edit { IsImportant: not null } edit => edit.Assignee ?? task.AssigneeId,
        _ => null,
    };

    public Task<TaskItem?> FindAsync(Turn turn, long number) => tasks.FindAsync(turn.Db, turn.Workspace.Id, number);

    /// <summary>Tells everybody whom a change concerns, once and privately.</summary>
    /// <param name="before">Null for a new task.</param>
    /// <param name="words">What the author wants to be told with it; null for nothing.</param>
    public async Task TellAsync(Turn turn, TaskPeople people, TaskItem? before, TaskItem after, string? words = null)
    {
        foreach (var news in TaskNews.Of(before, after, turn.Author.Id))
        {
            // Whoever does it no more still knows it as what it was when it was theirs.
            var known = news.Kind == TaskNewsKind.TakenAway && before is not null ? before : after;
            var isDeclined = words is not null && news.Kind == TaskNewsKind.Dropped;
            var text = cards.Say(
                isDeclined ? TaskTexts.TellDeclined : TaskTexts.TellOf(news.Kind),
                known,
                news.Member,
                ("member", turn.Author.AsRun()),
                ("assignee", people.Find(after.AssigneeId).AsRun()),
                ("day", ReplyValue.Words(after.DoOn is { } day ? TimeText.Day(day, people.CalendarOf(news.Member).Today(turn.Now)) : "")));
            if (words is not null && (isDeclined || news.Kind == TaskNewsKind.Assigned)) text = RichText.Lines(text, RichText.Typed(words));
            var card = news.Kind == TaskNewsKind.Assigned
                ? cards.Show(after, text, people, turn.Unit, people.Find(news.Member))
                : new Card(text, Item: after.Number);
            await outbox.TellAsync(turn.Unit, news.Member, card).ConfigureAwait(false);
        }
    }

    /// <summary>What a change makes of a task: judged by its list where it changed what the list is about, and, planned anew on its very day, that day ends without it (rules O1, A7).</summary>
    private async Task<TaskOutcome> DecideAsync(Turn turn, TaskPeople people, TaskItem task, TaskChange change)
    {
        if (JudgedList(task, change) is { } list && Policy.Decide(turn.Actor, new Act.JudgeTask(list, people.IsOwner(list))) is Verdict.Refused)
        {
            return new TaskOutcome.NotTheirsToJudge();
        }

        var calendar = people.CalendarOf(task.AssigneeId);
        var today = calendar.Today(turn.Now);
        var outcome = TaskRules.Apply(task, change, today, turn.Now);
        if (outcome is not TaskOutcome.Changed changed) return outcome;
        return change switch
        {
            TaskChange.Plan { ClosesEarlierDay: false } => changed with { Task = Carrying.Replanned(task, changed.Task, calendar, today) },
            TaskChange.Edit { Customer: not null } or TaskChange.Edit { ValueClass: not null } or TaskChange.Edit { Assignee: not null } =>
                changed with { Task = await JudgedAsync(turn, changed.Task).ConfigureAwait(false) },
            _ => changed,
        };
    }

    /// <summary>Why a task cannot become private; null where it can (rule A10).</summary>
    public async Task<RichText?> WhySharedAsync(Turn turn, long number)
    {
        foreach (var other in parts.Others)
        {
            if (await other.WhySharedAsync(turn, number).ConfigureAwait(false) is { } why) return why;
        }

        return null;
    }

    private async Task<TaskChanged> ChangeAsync(
        Turn turn, TaskPeople? people, long number, long? revision, Func<TaskItem, Task<TaskOutcome>> decide)
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
            case TaskOutcome.Changed changed when people is not null:
                return await SaveAsync(turn, people, task, changed).ConfigureAwait(false);
            case TaskOutcome.NotTheirsToJudge:
                return new TaskChanged.NotTheirsToJudge(task);
            case TaskOutcome.TooLate late:
                return new TaskChanged.TooLate(task, late.Kind, late.ChangedAt);
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
        if (did != TaskChangeKind.Skipped) await TellAsync(turn, people, before, after, changed.Words).ConfigureAwait(false);
        var follows = await series.FollowAsync(turn, people, before, after, did).ConfigureAwait(false);
        await series.RecallAsync(turn, people, after).ConfigureAwait(false);
        foreach (var other in parts.Others)
        {
            if (await other.ChangedAsync(turn, before, after).ConfigureAwait(false) is { } said) follows = follows is null ? said : RichText.Lines(follows, said);
        }

        return new TaskChanged.Saved(after, changed.Kind, follows);
    }

    /// <summary>What is done again when an undo is undone.</summary>
    private async Task<TaskChangeKind> RedoneAsync(Turn turn, TaskItem before) =>
        (await tasks.FindChangeAsync(turn.Db, turn.Workspace.Id, before.Number, before.Revision - 1).ConfigureAwait(false))?.Kind ?? TaskChangeKind.Undone;
}
