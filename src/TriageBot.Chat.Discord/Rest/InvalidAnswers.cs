namespace TriageBot.Chat.Discord.Rest;

/// <summary>
/// Discord bans an address for a while after 10,000 invalid answers in 10 minutes; this program stays below 50. There are 50 slots:
/// each request takes one, and one that was answered as invalid keeps it for 10 minutes.
/// </summary>
internal sealed class InvalidAnswers(TimeProvider clock)
{
    public const int Most = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly SemaphoreSlim slots = new(Most, Most);

    /// <summary>False when no slot became free in this time.</summary>
    public async Task<bool> EnterAsync(TimeSpan patience, CancellationToken ct)
    {
        if (slots.Wait(0, ct)) return true;
        using var enough = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, enough.Token);
        try
        {
            await slots.WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Leave(bool wasInvalid)
    {
        if (!wasInvalid) slots.Release();
        else _ = ReleaseLaterAsync();
    }

    /// <summary>Answers with these statuses count, but not a limit that others have used up.</summary>
    public static bool Counts(int status, string? scope) => status is 401 or 403 || (status == 429 && scope != "shared");

    private async Task ReleaseLaterAsync()
    {
        await Task.Delay(Kept, clock).ConfigureAwait(false);
        slots.Release();
    }
}
