using TriageBot.Core.Chat;

namespace TriageBot.Features.Tasks;

/// <summary>Buttons that set another date than the one just set: the other reading of what was typed (rule D2).</summary>
internal sealed class TaskDateHandlers(TaskDates dates, TaskHandlers handlers)
{
    public async Task<Reply> DueToAsync(Turn turn) =>
        await ApplyAsync(turn, await dates.ReadDueAsync(turn, turn.Control.Extra).ConfigureAwait(false)).ConfigureAwait(false);

    public async Task<Reply> DoOnAsync(Turn turn) =>
        await ApplyAsync(turn, await dates.ReadDoDayAsync(turn, turn.Control.Extra).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>From a message that is about something else by now, and stays.</summary>
    public async Task<Reply> DoOnBesideAsync(Turn turn) =>
        await DoOnAsync(turn).ConfigureAwait(false) is Reply.Update shown ? new Reply.Private(shown.Card) : Reply.Nothing.Instance;

    private Task<Reply> ApplyAsync(Turn turn, TaskDate date) => handlers.ApplyAsync(turn, turn.Control.Item, turn.Control.Revision, date);
}
