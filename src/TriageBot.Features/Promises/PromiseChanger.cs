using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>The one way in which a promise changes: saved in its ledger, its task taken along, its timers set anew.</summary>
internal sealed class PromiseChanger(PromiseStore promises, TaskStore tasks, PromiseSchedule schedule, OwnerStore owners)
{
    public PromiseStore Store => promises;

    /// <summary>Writes a promise down; one that is given at once gets its task and its timers.</summary>
    public async Task InsertAsync(UnitOfWork unit, Promise promise, MemberId by)
    {
        await promises.InsertAsync(unit, promise, by).ConfigureAwait(false);
        if (promise.State == PromiseState.Open) await BeginAsync(unit, promise).ConfigureAwait(false);
    }

    /// <summary>A draft is given after all.</summary>
    /// <returns>As saved; null when somebody else was faster.</returns>
    public async Task<Promise?> GiveAsync(UnitOfWork unit, Promise draft, Member by)
    {
        var given = draft with { State = PromiseState.Open, MadeAt = unit.Now, CountsFromAt = unit.Now, Revision = draft.Revision + 1, LastChange = $"{by.Name} promised it" };
        if (!await promises.SaveAsync(unit, given, PromiseChangeKind.Made, by.Id.Value).ConfigureAwait(false)) return null;
        await BeginAsync(unit, given).ConfigureAwait(false);
        return given;
    }

    /// <param name="by">Null for the bot.</param>
    /// <param name="withTask">False where the change came from the task.</param>
    /// <returns>As saved; null when somebody else was faster.</returns>
    public async Task<Promise?> SaveAsync(UnitOfWork unit, PromiseOutcome.Changed change, PromiseBy by, bool withTask = true)
    {
        var saved = change.Promise with { Revision = change.Promise.Revision + 1, LastChange = by.Words };
        if (!await promises.SaveAsync(unit, saved, change.Kind, by.Member?.Value ?? "").ConfigureAwait(false)) return null;
        if (withTask) await TakeTaskAlongAsync(unit, saved, change.Kind, by.Member ?? saved.MakerId).ConfigureAwait(false);
        await schedule.SetAsync(unit, saved).ConfigureAwait(false);
        return saved;
    }

    /// <summary>
    /// Moves everything one member has promised and not done to another, for good or for a time (<see cref="GiveBackAsync"/>). Nobody is asked or told here;
    /// that is for whoever hands over (rule W2).
    /// </summary>
    /// <returns>The numbers that moved.</returns>
    public async Task<IReadOnlyList<long>> MoveOpenAsync(UnitOfWork unit, Member from, Member to, bool isLent)
    {
        var moved = new List<long>();
        foreach (var promise in await promises.OwedByAsync(unit.Db, unit.Workspace.Id, from.Id, Instant.MaxValue).ConfigureAwait(false))
        {
            // What was lent already goes back to whom it was lent by first.
            var given = promise with { MakerId = to.Id, OfferedTo = null, LentBy = isLent ? promise.LentBy ?? from.Id : null };
            var by = new PromiseBy(from.Id, $"{from.Name} handed it to {to.Name}");
            if (await SaveAsync(unit, new PromiseOutcome.Changed(given, PromiseChangeKind.HandedOver), by).ConfigureAwait(false) is { } saved) moved.Add(saved.Number);
        }

        return moved;
    }

    /// <summary>What was taken over for a time and is not done goes back.</summary>
    public async Task GiveBackAsync(UnitOfWork unit, MemberId lender, MemberId holder)
    {
        foreach (var promise in await promises.OwedByAsync(unit.Db, unit.Workspace.Id, holder, Instant.MaxValue).ConfigureAwait(false))
        {
            if (promise.LentBy != lender) continue;
            var back = promise with { MakerId = lender, LentBy = null, OfferedTo = null };
            await SaveAsync(unit, new PromiseOutcome.Changed(back, PromiseChangeKind.HandedOver), new PromiseBy(null, "it went back to whom it was taken over from")).ConfigureAwait(false);
        }
    }

    private async Task BeginAsync(UnitOfWork unit, Promise promise)
    {
        var makerIsOwner = await owners.FindAsync(unit.Db, unit.Workspace, promise.MakerId).ConfigureAwait(false) is not null;
        await tasks.InsertAsync(unit.Db, unit.Workspace.Id, new TaskItem
        {
            Number = promise.Number,
            What = promise.What,
            Customer = promise.Customer,
            CreatorId = promise.RecordedBy,
            AssigneeId = promise.MakerId,
            RequesterId = promise.RequesterId ?? (promise.RecordedBy == promise.MakerId ? null : promise.RecordedBy),
            DueOn = promise.DueOn,
            DueLocal = promise.DueLocal,
            DueZone = promise.DueZone,
            EstimateMinutes = promise.EstimateMinutes,
            // A word given to a customer needs no further judgement (rule O1).
            IsImportant = makerIsOwner ? true : null,
            State = TaskState.Open,
            CreatedAt = unit.Now,
        }).ConfigureAwait(false);
        await schedule.SetAsync(unit, promise).ConfigureAwait(false);
    }

    private async Task TakeTaskAlongAsync(UnitOfWork unit, Promise promise, PromiseChangeKind kind, MemberId by)
    {
        if (await tasks.FindAsync(unit.Db, unit.Workspace.Id, promise.Number).ConfigureAwait(false) is not { } task) return;
        var isClosed = task.State is TaskState.Done or TaskState.Dropped;
        var dated = task with { DueOn = promise.DueOn, DueLocal = promise.DueLocal, DueZone = promise.DueZone, AssigneeId = promise.MakerId };
        (TaskItem Task, TaskChangeKind Kind)? next = kind switch
        {
            PromiseChangeKind.Kept when !isClosed => (task with { State = TaskState.Done, ClosedAt = unit.Now }, TaskChangeKind.Finished),
            PromiseChangeKind.Withdrawn when !isClosed => (task with { State = TaskState.Dropped, ClosedAt = unit.Now }, TaskChangeKind.Dropped),
            PromiseChangeKind.Moved or PromiseChangeKind.Corrected when !isClosed => (dated, TaskChangeKind.DueSet),
            PromiseChangeKind.HandedOver when !isClosed => (dated, TaskChangeKind.Edited),
            PromiseChangeKind.Undone => (Restored(dated, promise), TaskChangeKind.Restored),
            _ => null,
        };
        if (next is { } change) await tasks.SaveAsync(unit, change.Task with { Revision = task.Revision + 1 }, change.Kind, by).ConfigureAwait(false);
    }

    /// <summary>Open again where the promise is.</summary>
    private static TaskItem Restored(TaskItem task, Promise promise) =>
        PromiseRules.IsOwed(promise) && task.State is TaskState.Done or TaskState.Dropped ? task with { State = TaskState.Open, ClosedAt = null } : task;
}

/// <summary>Who changed a promise.</summary>
/// <param name="Member">Null for the bot.</param>
/// <param name="Words">What they did, within a sentence: "kim kept it".</param>
internal sealed record PromiseBy(MemberId? Member, string Words);
