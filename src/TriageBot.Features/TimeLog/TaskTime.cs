using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.TimeLog;

/// <summary>What finishing a task says about time: minutes typed with it, or the clock that runs for it.</summary>
internal sealed class TaskTime(TimeStore entries, RunningTime running, TimeWords words)
{
    /// <summary>Logs minutes for a task that was just finished, or stops its clock; minutes that were typed count before those that were measured.</summary>
    /// <param name="task">As it is now: its revision is the one that finished it.</param>
    /// <param name="minutes">1–1440; null when none were typed.</param>
    /// <returns>What was logged, in a line; null when nothing was.</returns>
    public async Task<RichText?> FinishedAsync(Turn turn, TaskPeople people, TaskItem task, int? minutes = null)
    {
        var (unit, calendar) = (turn.Unit, people.CalendarOf(turn.Author.Id));
        var source = SourceOf(task);
        var clock = await running.FindAsync(unit, turn.Author.Id).ConfigureAwait(false);
        TimeEntry? logged = null;
        if (clock?.Item == task.Number)
        {
            logged = TimeRules.Stop(clock, calendar, turn.Now) with { Source = source };
            if (minutes is { } said) logged = logged with { Minutes = said, State = TimeEntryState.Kept };
            await running.SaveStoppedAsync(unit, logged).ConfigureAwait(false);
        }
        else if (minutes is { } typed)
        {
            logged = await entries.AddAsync(unit, Of(turn, people, task) with { Minutes = typed, Source = source, State = TimeEntryState.Kept }).ConfigureAwait(false);
        }

        return logged is null ? null : words.Say(TimeTexts.Finished, ("entry", words.Entry(logged, turn.Now, turn.AuthorZone)));
    }

    /// <summary>Takes back what <see cref="FinishedAsync"/> logged, when the finishing itself is undone.</summary>
    /// <param name="revision">The revision that finished the task.</param>
    public async Task UndoneAsync(UnitOfWork unit, long number, long revision)
    {
        var entry = await entries.FindBySourceAsync(unit.Db, unit.Workspace.Id, SourceOf(number, revision)).ConfigureAwait(false);
        if (entry is { State: TimeEntryState.Kept or TimeEntryState.Asked })
        {
            await entries.SaveAsync(unit, entry with { State = TimeEntryState.Undone, Revision = entry.Revision + 1 }).ConfigureAwait(false);
        }
    }

    /// <summary>An entry of the author for a task, now, without its length yet.</summary>
    public static TimeEntry Of(Turn turn, TaskPeople people, TaskItem task)
    {
        // Whoever may not see a private task learns nothing of it by logging time for it (rule A10).
        task = TaskSight.Of(task, TaskReader.Only(turn.Author.Id)).Task;
        return new TimeEntry
        {
            MemberId = turn.Author.Id,
            OnDate = people.CalendarOf(turn.Author.Id).Today(turn.Now),
            Function = TimeRules.FunctionOf(task.Customer),
            Customer = task.Customer,
            Item = task.Number,
            IsUnplanned = TimeRules.IsUnplanned(task, people.CalendarOf(turn.Author.Id), turn.Now),
            CreatedAt = turn.Now,
        };
    }

    private static string SourceOf(TaskItem task) => SourceOf(task.Number, task.Revision);

    private static string SourceOf(long number, long revision) => FormattableString.Invariant($"done:{number}:{revision}");
}
