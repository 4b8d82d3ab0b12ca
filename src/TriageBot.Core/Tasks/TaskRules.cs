using NodaTime;
using TriageBot.Core.Time.DueDates;

namespace TriageBot.Core.Tasks;

/// <summary>What became of a change.</summary>
public abstract record TaskOutcome
{
    private TaskOutcome()
    {
    }

    /// <param name="Words">What whoever must hear of it is told in somebody's own words; null for nothing.</param>
    public sealed record Changed(TaskItem Task, TaskChangeKind Kind, string? Words = null) : TaskOutcome;

    /// <summary>It is so already.</summary>
    public sealed record Same : TaskOutcome;

    /// <summary>Whether it is important is not for whoever says it to say.</summary>
    public sealed record NotTheirsToJudge : TaskOutcome;

    /// <summary>Too old to be undone.</summary>
    public sealed record TooLate(Instant ChangedAt, TaskChangeKind Kind) : TaskOutcome;

    /// <summary>A task that is done or dropped must be restored before it can be changed.</summary>
    public sealed record Closed : TaskOutcome;
}

/// <summary>How a task changes. Every change makes a new revision (rule X4).</summary>
public static class TaskRules
{
    /// <summary>A change can be taken back for so long.</summary>
    public static readonly Duration UndoTime = Duration.FromMinutes(10);

    /// <summary>New someday-maybe items come back after this (rule S4).</summary>
    private static readonly Period FirstReview = Period.FromDays(7);

    /// <param name="today">The logical day of whoever does the task.</param>
    public static TaskOutcome Apply(TaskItem task, TaskChange change, LocalDate today, Instant now)
    {
        var isClosed = task.State is TaskState.Done or TaskState.Dropped;
        if (isClosed && change is not (TaskChange.Restore or TaskChange.Finish or TaskChange.Drop)) return new TaskOutcome.Closed();
        var (changed, kind) = change switch
        {
            TaskChange.Finish => (Close(task, TaskState.Done, now), TaskChangeKind.Finished),
            TaskChange.Drop => (Close(task, TaskState.Dropped, now), TaskChangeKind.Dropped),
            TaskChange.Shelve => (Shelve(task, today), TaskChangeKind.Shelved),
            TaskChange.Keep => (SomedayRules.Keep(task, today), TaskChangeKind.Kept),
            TaskChange.Restore => (isClosed ? SomedayRules.Restore(task) : task, TaskChangeKind.Restored),
            TaskChange.Plan plan => (Promote(Appointment.Moved(task, plan.DoOn)), TaskChangeKind.Planned),
            TaskChange.SetDue due => (Promote(Due(task, due)), TaskChangeKind.DueSet),
            TaskChange.Repeat repeat => (
                Promote(task with { DueOn = repeat.On, DueLocal = repeat.Local, DueZone = repeat.Zone, SeriesId = repeat.New.Series.Id }),
                repeat.IsPause ? TaskChangeKind.Paused : TaskChangeKind.Repeated),
            TaskChange.Skip => (Close(task, TaskState.Dropped, now), TaskChangeKind.Skipped),
            TaskChange.Edit edit => (Settled(Edited(task, edit), edit.IsImportant, today), TaskChangeKind.Edited),
            TaskChange.Judge judge => Judged(task, judge.IsImportant, today),
            TaskChange.Decline => (Close(task, TaskState.Dropped, now), TaskChangeKind.Declined),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown kind of change."),
        };
        return changed == task ? new TaskOutcome.Same() : new TaskOutcome.Changed(changed with { Revision = task.Revision + 1 }, kind, WordsOf(change));
    }

    /// <summary>Judged unimportant, with no date to become urgent by: it goes to the someday-maybe list (rule O2).</summary>
    public static TaskItem Settled(TaskItem task, bool? judged, LocalDate today) =>
        judged == false && task is { State: TaskState.Open, MayStopBusiness: false, DueOn: null, DueLocal: null, DoOn: null, StartsLocal: null, SeriesId: null }
            ? Shelve(task, today)
            : task;

    /// <summary>A someday-maybe item has neither due date nor do-day (rule S1).</summary>
    public static TaskItem Shelve(TaskItem task, LocalDate today) => task.State == TaskState.Someday
        ? task
        : task with
        {
            State = TaskState.Someday,
            DueOn = null,
            DueLocal = null,
            DueZone = null,
            DoOn = null,
            SeriesId = null,
            StartsLocal = null,
            StartsZone = null,
            LastShownOn = null,
            NextReviewOn = today + FirstReview,
            ReviewDays = null,
            UnansweredCount = 0,
        };

    /// <summary>What a task was before its newest revision, as a revision of its own: undoing can itself be undone.</summary>
    public static TaskItem Undo(TaskItem task, TaskItem before) => before with { Revision = task.Revision + 1 };

    /// <summary>The task that follows in a series: as the one before it, with dates of its own (rule R2).</summary>
    /// <param name="was">When the one before it was due by the series, whatever it was moved to since.</param>
    /// <returns>Without its number. What would be urgent already today waits until tomorrow.</returns>
    public static TaskItem Next(TaskItem done, DueValue was, DueValue due, LocalDate today, Instant now)
    {
        var (days, date) = (Period.DaysBetween(DateOf(was), DateOf(due)), DateOf(due));
        return done with
        {
            DueOn = (due as DueValue.Day)?.Date,
            DueLocal = (due as DueValue.At)?.Local,
            DueZone = (due as DueValue.At)?.Zone.Id,
            DoOn = done.DoOn?.PlusDays(days) is { } day && day >= today && day <= date ? day : null,
            StartsLocal = done.StartsLocal?.PlusDays(days),
            ReadyOn = date == today.PlusDays(1) ? date : null,
            CarryCount = 0,
            State = TaskState.Open,
            CreatedAt = now,
            ClosedAt = null,
            Revision = 1,
        };
    }

    private static LocalDate DateOf(DueValue due) => due switch
    {
        DueValue.Day day => day.Date,
        DueValue.At at => at.Local.Date,
        _ => throw new ArgumentOutOfRangeException(nameof(due), due, "An instance of a series has a date."),
    };

    /// <summary>Another date moves this instance of a series only; no date ends the series.</summary>
    private static TaskItem Due(TaskItem task, TaskChange.SetDue due) => task with
    {
        DueOn = due.On,
        DueLocal = due.Local,
        DueZone = due.Zone,
        SeriesId = due is { On: null, Local: null } ? null : task.SeriesId,
    };

    private static (TaskItem Task, TaskChangeKind Kind) Judged(TaskItem task, bool isImportant, LocalDate today)
    {
        var judged = Settled(task with { IsImportant = isImportant }, isImportant, today);
        return (judged, judged.State == task.State ? TaskChangeKind.Judged : TaskChangeKind.Shelved);
    }

    private static string? WordsOf(TaskChange change) => change switch
    {
        TaskChange.Decline decline => decline.Words,
        TaskChange.Edit edit => edit.Words,
        _ => null,
    };

    private static TaskItem Close(TaskItem task, TaskState state, Instant now) => task.State == state ? task : task with { State = state, ClosedAt = now };

    /// <summary>A due date or do-day takes an item off the someday-maybe list (rule S1).</summary>
    private static TaskItem Promote(TaskItem task) =>
        task.State == TaskState.Someday && (task.DoOn ?? task.DueOn ?? task.DueLocal?.Date) is not null
            ? task with { State = TaskState.Open, NextReviewOn = null }
            : task;

    private static TaskItem Edited(TaskItem task, TaskChange.Edit edit) => task with
    {
        What = edit.What ?? task.What,
        Customer = edit.Customer ?? task.Customer,
        EstimateMinutes = edit.EstimateMinutes is { } minutes ? (minutes == 0 ? null : minutes) : task.EstimateMinutes,
        ValueClass = edit.ValueClass ?? task.ValueClass,
        MayStopBusiness = edit.MayStopBusiness ?? task.MayStopBusiness,
        IsPrivate = edit.IsPrivate ?? task.IsPrivate,
        ReadyOn = edit.Defer is { } defer ? defer.Until : task.ReadyOn,
        IsImportant = edit.IsImportant ?? (edit.IsUnjudged ? null : task.IsImportant),
        AssigneeId = edit.Assignee ?? task.AssigneeId,
        // The day was planned into the time of whoever had it; an appointment keeps its own.
        DoOn = edit.Assignee is null || edit.Assignee == task.AssigneeId || task.StartsLocal is not null ? task.DoOn : null,
    };
}
