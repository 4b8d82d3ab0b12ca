using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.TimeLog;

/// <summary>Start and Stop on a task's card.</summary>
internal sealed class ClockHandlers(RunningTime running, TaskStore tasks, ClockParts parts, Problems problems, Refusals refusals)
{
    /// <summary>Starting one thing stops the other, and says so.</summary>
    public Task<Reply> StartAsync(Turn turn) => WithTaskAsync(turn, async (people, task) =>
    {
        if (task.State != TaskState.Open) return [parts.Words.Say(TimeTexts.NotOpen, ("number", task.Number))];
        var now = await running.FindAsync(turn.Unit, turn.Author.Id).ConfigureAwait(false);
        if (now?.Item == task.Number && turn.Now < TimeRules.ForgottenAt(now.StartedAt ?? turn.Now, people.CalendarOf(turn.Author.Id)))
        {
            return [parts.Words.Say(TimeTexts.Running, ("since", Say.Moment(now.StartedAt ?? turn.Now, turn.Now, turn.AuthorZone)))];
        }

        var stopped = now is null ? null : await running.StopAsync(turn.Unit, people, now).ConfigureAwait(false);
        await running.StartAsync(turn.Unit, people, TaskTime.Of(turn, people, task)).ConfigureAwait(false);
        var started = parts.Words.Say(TimeTexts.Started, ("since", Say.Moment(turn.Now, turn.Now, turn.AuthorZone)));
        return stopped is null ? [started] : [Stopped(turn, stopped), started];
    });

    public Task<Reply> StopAsync(Turn turn) => WithTaskAsync(turn, async (people, task) =>
        await running.FindAsync(turn.Unit, turn.Author.Id).ConfigureAwait(false) is { } now && now.Item == task.Number
            ? [Stopped(turn, await running.StopAsync(turn.Unit, people, now).ConfigureAwait(false))]
            : [parts.Words.Say(TimeTexts.NotRunning, ("number", task.Number))]);

    private RichText Stopped(Turn turn, TimeEntry entry) => parts.Words.Say(TimeTexts.Stopped, ("entry", parts.Words.Entry(entry, turn.Now, turn.AuthorZone)));

    /// <summary>Time changes nothing of the task, so a button of any revision will do; the card shows the task as it is.</summary>
    private async Task<Reply> WithTaskAsync(Turn turn, Func<TaskPeople, TaskItem, Task<IReadOnlyList<RichText>>> act)
    {
        if (await tasks.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false) is not { } task) return problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.ChangeTask(task.CreatorId, task.AssigneeId, task.IsPrivate)) is Verdict.Refused refused)
        {
            return await refusals.ReplyAsync(turn, refused, $"Time on #{task.Number}").ConfigureAwait(false);
        }

        var notes = await act(await parts.People.LoadAsync(turn.Unit).ConfigureAwait(false), task).ConfigureAwait(false);
        var after = await parts.People.LoadAsync(turn.Unit).ConfigureAwait(false);
        return new Reply.Update(parts.Cards.Show(task, TaskTexts.Shown, after, turn.Unit, turn.Author, notes));
    }
}

/// <summary>What the clock on a task's card is shown with.</summary>
internal sealed record ClockParts(TaskPeopleStore People, TaskCards Cards, TimeWords Words);
