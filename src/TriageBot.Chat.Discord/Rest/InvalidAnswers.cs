namespace TriageBot.Chat.Discord.Rest;

/// <summary>
/// Discord bans an address for a while after 10,000 invalid answers in 10 minutes; this program stays at 50. There are 50 slots:
/// each request takes one, and one that was answered as invalid keeps it for 10 minutes. Ten of them are only for answers to interactions,
/// so that a channel in which the bot may not write silences no command.
/// </summary>
internal sealed class InvalidAnswers(TimeProvider clock)
{
    private const int ForAll = 40;
    private const int ForInteractions = 10;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly SemaphoreSlim forAll = new(ForAll, ForAll);
    private readonly SemaphoreSlim forInteractions = new(ForInteractions, ForInteractions);
    private int refused;

    /// <summary>Answers of the last 10 minutes that were invalid.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <summary>Requests that are not answered yet: each of them may become an invalid one.</summary>
    public int UnderWay => ForAll + ForInteractions - forAll.CurrentCount - forInteractions.CurrentCount - Refused;

    /// <returns>The slot, to be given to <see cref="Leave"/>; null when none became free in this time.</returns>
    public async Task<SemaphoreSlim?> EnterAsync(bool isInteraction, TimeSpan patience, CancellationToken ct)
    {
        if (forAll.Wait(0, ct)) return forAll;
        if (isInteraction && forInteractions.Wait(0, ct)) return forInteractions;
        var slots = isInteraction ? forInteractions : forAll;
        using var enough = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, enough.Token);
        try
        {
            await slots.WaitAsync(either.Token).ConfigureAwait(false);
            return slots;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Leave(SemaphoreSlim slot, bool wasInvalid)
    {
        if (!wasInvalid) slot.Release();
        else _ = ReleaseLaterAsync(slot);
    }

    /// <summary>Answers with these statuses count, but not a limit that others have used up.</summary>
    public static bool Counts(int status, string? scope) => status is 401 or 403 || (status == 429 && scope != "shared");

    private async Task ReleaseLaterAsync(SemaphoreSlim slot)
    {
        Interlocked.Increment(ref refused);
        await Task.Delay(Kept, clock).ConfigureAwait(false);
        Interlocked.Decrement(ref refused);
        slot.Release();
    }
}
