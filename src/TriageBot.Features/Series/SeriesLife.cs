using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Time.Recurrences;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Series;

/// <summary>
/// What a change of a task means for its series: one that is done or left out is followed by the next, one that is open again takes its follower back (rules R2, R5).
/// All of it happens in the transaction of the change, so there is never more than one open instance, and no timer is needed for any.
/// </summary>
internal sealed class SeriesLife(SeriesStore series, TaskStore tasks, WorkspaceStore workspaces, ReplyTexts texts)
{
    /// <summary>What must be saved instead when a change opens a task again whose follower is already dealt with: a task of its own, or two would be open.</summary>
    public async Task<TaskItem> ReopenAsync(Turn turn, TaskItem before, TaskItem after)
    {
        if (before.State == TaskState.Open || after.State != TaskState.Open) return after;
        if (await series.FindAsync(turn.Db, turn.Workspace.Id, after).ConfigureAwait(false) is not { } instance) return after;
        if (await series.FindNextAsync(turn.Db, turn.Workspace.Id, instance).ConfigureAwait(false) is not { } number) return after;
        var next = await tasks.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        if (next is not { State: TaskState.Open } || next.SeriesId != instance.Series.Id) return after with { SeriesId = null };
        await series.RemoveInstanceAsync(turn.Unit, instance.Series.Id, instance.Ordinal + 1).ConfigureAwait(false);
        var takenBack = next with { State = TaskState.Dropped, SeriesId = null, ClosedAt = turn.Now, Revision = next.Revision + 1 };
        await tasks.SaveAsync(turn.Unit, takenBack, TaskChangeKind.Undone, turn.Author.Id).ConfigureAwait(false);
        return after;
    }

    /// <summary>Keeps what a change means for the series, once the task itself is saved.</summary>
    /// <param name="kind">What was done, or done again by undoing an undo.</param>
    /// <returns>What is to be said about it; null when nothing follows.</returns>
    public async Task<RichText?> FollowAsync(Turn turn, TaskPeople people, TaskItem before, TaskItem after, TaskChangeKind kind)
    {
        if (before.State != TaskState.Open || before.SeriesId is null) return null;
        if (await series.FindAsync(turn.Db, turn.Workspace.Id, before).ConfigureAwait(false) is not { } instance) return null;
        if (after.State == TaskState.Done || (after.State == TaskState.Dropped && kind == TaskChangeKind.Skipped))
            return await MakeNextAsync(turn, people, after, instance).ConfigureAwait(false);
        return after.State == TaskState.Dropped || after.SeriesId is null
            ? texts.Say(SeriesTexts.Ended, ("pattern", ReplyValue.Words(RecurrenceText.Pattern(instance.Series.Rule.Pattern))))
            : null;
    }

    /// <summary>Looks up the series of a task that has just come back to it.</summary>
    public async Task RecallAsync(Turn turn, TaskPeople people, TaskItem task)
    {
        if (task.State != TaskState.Open || task.SeriesId is null || people.SeriesOf(task) is not null) return;
        if (await series.FindAsync(turn.Db, turn.Workspace.Id, task).ConfigureAwait(false) is { } instance) people.Repeats(task.Number, instance);
    }

    /// <summary>Makes a task an instance of a new series.</summary>
    public async Task BeginAsync(UnitOfWork unit, TaskPeople people, long number, TaskInSeries instance)
    {
        await series.InsertAsync(unit, number, instance).ConfigureAwait(false);
        people.Repeats(number, instance);
    }

    private async Task<RichText> MakeNextAsync(Turn turn, TaskPeople people, TaskItem done, TaskInSeries instance)
    {
        var rule = instance.Series.Rule;
        var calendar = people.CalendarOf(done.AssigneeId);
        var today = calendar.Today(turn.Now);
        var paused = SeriesRules.PausedUntil(rule, instance.Series.PausedUntil, people.BackOn(done.AssigneeId, instance.Scheduled, turn.Now));
        var open = SeriesRules.CaughtUp(rule, instance.Instance, today, calendar, paused);
        var following = done.State == TaskState.Done
            ? SeriesRules.Done(rule, open, today, calendar, paused)
            : SeriesRules.Skipped(rule, open, today, calendar, paused);
        if (following is null) return texts.Say(SeriesTexts.Last);
        var next = TaskRules.Next(done, SeriesRules.DueOf(rule, instance.Scheduled, calendar), SeriesRules.DueOf(rule, following.Scheduled, calendar), today, turn.Now) with
        {
            Number = await workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false),
        };
        await tasks.InsertAsync(turn.Db, turn.Workspace.Id, next).ConfigureAwait(false);
        var nextInstance = new TaskInSeries(instance.Series, following.Scheduled, following.Number);
        await series.AddInstanceAsync(turn.Unit, next.Number, nextInstance).ConfigureAwait(false);
        people.Repeats(next.Number, nextInstance);
        return texts.Say(
            SeriesTexts.Next,
            ("number", next.Number),
            ("day", ReplyValue.Words(DueText.Echo(SeriesRules.DueOf(rule, following.Scheduled, calendar), turn.Now, people.CalendarOf(turn.Author.Id)))));
    }
}
