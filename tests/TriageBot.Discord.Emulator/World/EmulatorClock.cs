namespace TriageBot.Discord.Emulator.World;

/// <summary>The service's clock: real time plus what a test added, or standing still where a test put it. Deadlines, tokens, buckets and ids follow it.</summary>
internal sealed class EmulatorClock : TimeProvider
{
    private readonly Lock gate = new();
    private TimeSpan offset;
    private DateTimeOffset? still;

    /// <summary>Now, in milliseconds since 1970.</summary>
    public long Milliseconds => GetUtcNow().ToUnixTimeMilliseconds();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return still ?? System.GetUtcNow() + offset;
    }

    /// <summary>Moves on. A clock cannot be turned back: ids are made from it.</summary>
    public void Advance(TimeSpan by)
    {
        lock (gate)
        {
            if (still is { } at) still = at + by;
            else offset += by;
        }
    }

    /// <summary>Sets the time.</summary>
    /// <param name="isStill">Whether it stands still from then on.</param>
    public void Set(DateTimeOffset now, bool isStill)
    {
        lock (gate)
        {
            still = isStill ? now : null;
            offset = now - System.GetUtcNow();
        }
    }
}
