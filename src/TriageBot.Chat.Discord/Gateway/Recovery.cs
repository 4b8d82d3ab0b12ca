namespace TriageBot.Chat.Discord.Gateway;

/// <summary>How a shard comes back: how long it waits before the next connection, and how long it tries to take its session up again. For one shard; not thread-safe.</summary>
internal sealed class Recovery(TimeProvider clock)
{
    /// <summary>A session that ran so long on one connection says that all is well; one that is gone as soon as it has begun does not.</summary>
    private static readonly TimeSpan Healthy = TimeSpan.FromMinutes(1);

    /// <summary>Discord keeps a session for some minutes. Giving it up earlier would lose what happened meanwhile.</summary>
    private static readonly TimeSpan SessionKept = TimeSpan.FromMinutes(3);
    private int failures;
    private long? lastLive;

    /// <summary>Whether there is no use in trying to resume any more.</summary>
    public bool IsSessionOver => lastLive is { } last && clock.GetElapsedTime(last) >= SessionKept;

    /// <summary>A connection has ended, or there was none to be had.</summary>
    /// <param name="liveSince">A timestamp of the clock; null when no session ran on it.</param>
    public void Ended(long? liveSince)
    {
        if (liveSince is not null) lastLive = clock.GetTimestamp();
        failures = liveSince is { } since && clock.GetElapsedTime(since) >= Healthy ? 0 : failures + 1;
    }

    /// <param name="chance">0–1.</param>
    public TimeSpan Before(Pause pause, double chance)
    {
        var wait = Backoff.Before(pause, failures, chance);
        // A running session that is taken up again says that Discord serves us: what does not come to life after it counts from the beginning.
        if (pause == Pause.Brief) failures = Math.Min(failures, 1);
        return wait;
    }
}
