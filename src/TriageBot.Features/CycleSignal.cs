namespace TriageBot.Features;

/// <summary>Wakes the cycle early. Nothing depends on it: without it the next pass comes at most 15 s later (architecture, section 3).</summary>
public sealed class CycleSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    public void Wake()
    {
        try
        {
            if (semaphore.CurrentCount == 0) semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it at the same moment: it is awake.
        }
    }

    /// <summary>Ends when woken. Cancel <paramref name="ct"/> to stop waiting.</summary>
    public Task WaitAsync(CancellationToken ct) => semaphore.WaitAsync(ct);

    public void Dispose() => semaphore.Dispose();
}
