namespace TriageBot.Chat.Web.Board;

/// <summary>Lets every act happen once: who repeats it gets the outcome of the first time, or waits for it.</summary>
internal sealed class Inbox(ChatBoard board)
{
    private readonly Lock gate = new();
    private readonly Dictionary<EventKey, Task<ChatOutcome>> underWay = [];

    /// <param name="happen">Must not wait before its first change of the board, and is run without any lock held.</param>
    public Task<ChatOutcome> OnceAsync(EventKey key, Func<Task<ChatOutcome>> happen)
    {
        var mine = new TaskCompletionSource<ChatOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (underWay.TryGetValue(key, out var first)) return first;
            if (board.FindAct(key)?.Outcome is { } settled) return AfterSavingAsync(settled);

            underWay[key] = mine.Task;
        }

        return RunAsync(key, happen, mine);
    }

    /// <summary>The first time may have failed to save; what it showed is known but not yet on disk.</summary>
    private async Task<ChatOutcome> AfterSavingAsync(ChatOutcome outcome)
    {
        await board.Position.Saved.ConfigureAwait(false);
        return outcome;
    }

    private async Task<ChatOutcome> RunAsync(EventKey key, Func<Task<ChatOutcome>> happen, TaskCompletionSource<ChatOutcome> mine)
    {
        try
        {
            mine.SetResult(await happen().ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            mine.SetException(exception);
        }
        finally
        {
            lock (gate) underWay.Remove(key);
        }

        return await mine.Task.ConfigureAwait(false);
    }
}
