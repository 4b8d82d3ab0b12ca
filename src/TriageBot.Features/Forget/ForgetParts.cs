using TriageBot.Core.Tasks;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;
using TriageBot.Features.Duty;
using TriageBot.Features.Escalations;
using TriageBot.Features.Outbox;
using TriageBot.Features.Promises;
using TriageBot.Features.Tasks;
using TriageBot.Features.Timers;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Forget;

/// <summary>What forgetting reaches.</summary>
internal sealed record ForgetParts(
    MemberStore Members, TimerStore Timers, OutboxStore Outbox, CardStore Cards, TaskStore Tasks, DutyStore Duty, DutyRoster Roster, PromiseChanger Promises, EscalationChanger Escalations,
    ForgetMatters Matters);

/// <summary>Ends single matters by the ways in which they always end, so that counts and breaks stay right.</summary>
internal sealed class ForgetMatters(UrgentStore urgent, BreakStore breaks, TaskStore tasks, ForgetStore erasing)
{
    /// <returns>Who asked for them.</returns>
    public async Task<IReadOnlyList<HeldMessage>> WithdrawAsync(Turn turn, IReadOnlyList<OpenItem> items)
    {
        var withdrawn = new List<HeldMessage>();
        foreach (var item in items)
        {
            if (await urgent.FindAsync(turn.Db, turn.Workspace.Id, item.Number).ConfigureAwait(false) is not { } message) continue;
            if (await urgent.CloseAsync(turn.Unit, message, UrgentState.Withdrawn, turn.Author.Id).ConfigureAwait(false)) withdrawn.Add(message);
        }

        foreach (var owner in withdrawn.Select(message => message.OwnerId).Distinct()) await breaks.RemoveUnneededAsync(turn.Unit, owner).ConfigureAwait(false);
        await erasing.RemoveTimersAsync(turn.Unit, withdrawn.Select(message => message.Number)).ConfigureAwait(false);
        return withdrawn;
    }

    /// <returns>As it was; null when it is closed.</returns>
    public async Task<TaskItem?> DropAsync(Turn turn, long number)
    {
        if (await tasks.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is not { State: TaskState.Open or TaskState.Someday } task) return null;
        var dropped = task with { State = TaskState.Dropped, ClosedAt = turn.Now, SeriesId = null, Revision = task.Revision + 1 };
        return await tasks.SaveAsync(turn.Unit, dropped, TaskChangeKind.Dropped, turn.Author.Id).ConfigureAwait(false) ? task : null;
    }
}
