using NodaTime;

namespace TriageBot.Features;

/// <summary>Wakes the cycle early. Nothing depends on it: without it the next pass comes at most 15 s later (architecture, section 3).</summary>
public sealed class CycleSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);
    private long sleepsUntil = long.MaxValue;

    /// <summary>Wakes it for something that becomes due then, unless it is up before that anyway: most of what people do is due at the next break.</summary>
    public void WakeFor(Instant due)
    {
        if (due.ToUnixTimeTicks() < Interlocked.Read(ref sleepsUntil)) Wake();
    }

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
    /// <param name="until">When the sleeper wakes by itself.</param>
    public async Task WaitAsync(Instant until, CancellationToken ct)
    {
        Interlocked.Exchange(ref sleepsUntil, until.ToUnixTimeTicks());
        try
        {
            await semaphore.WaitAsync(ct).ConfigureAwait(false);
        }
        finally
        {
            // Awake it may already have looked at what is about to change: then every change wakes it once more.
            Interlocked.Exchange(ref sleepsUntil, long.MaxValue);
        }
    }

    public void Dispose() => semaphore.Dispose();
}
