using NodaTime;

namespace TriageBot.Clock;

/// <summary>
/// A clock that begins at a chosen moment, flows as fast as the real one, and can jump ahead. Timers run on real time: they are only hints,
/// because due work is found by comparing stored instants with now (rule T9).
/// </summary>
public sealed class FlowingTimeProvider(Instant start, TimeProvider real, TimeZoneInfo zone) : TimeProvider, IMovableClock
{
    private readonly Lock gate = new();
    private TimeSpan ahead = start.ToDateTimeOffset() - real.GetUtcNow();

    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    public override TimeZoneInfo LocalTimeZone => zone;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return real.GetUtcNow() + ahead;
    }

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);

    /// <summary>A target that the flowing clock has already passed is no error and changes nothing.</summary>
    public void MoveTo(Instant target)
    {
        lock (gate)
        {
            var jump = target.ToDateTimeOffset() - (real.GetUtcNow() + ahead);
            if (jump > TimeSpan.Zero) ahead += jump;
        }
    }
}
