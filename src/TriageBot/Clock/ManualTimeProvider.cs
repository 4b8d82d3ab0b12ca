using NodaTime;

namespace TriageBot.Clock;

/// <summary>A clock that stands still until it is moved. Timers, and so <see cref="Task.Delay(TimeSpan, TimeProvider)"/>, fire in the order of their times while it passes them.</summary>
public sealed class ManualTimeProvider(Instant start) : TimeProvider, IMovableClock
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private Instant now = start;

    public Instant Now
    {
        get
        {
            lock (gate) return now;
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.ToUnixTimeTicks();

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is in the past.</exception>
    public void MoveTo(Instant target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, Now);
        while (TakeDue(target) is { } timer) timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the earliest timer due by then and returns it; with none left moves to the target.</summary>
    private ManualTimer? TakeDue(Instant target)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            now = next is null ? target : Instant.Max(now, next.Due);
            if (next is not null) Reschedule(next, next.Period);
            return next;
        }
    }

    /// <summary>A negative span never comes; a zero period fires once.</summary>
    private void Reschedule(ManualTimer timer, Duration after)
    {
        timers.Remove(timer);
        if (after < Duration.Zero) return;
        timer.Due = now + after;
        timers.Add(timer);
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action callback) : ITimer
    {
        private static readonly Duration Never = Duration.FromMilliseconds(-1);

        public Instant Due { get; set; }

        public Duration Period { get; private set; } = Never;

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                Period = period <= TimeSpan.Zero ? Never : Duration.FromTimeSpan(period);
                clock.Reschedule(this, Duration.FromTimeSpan(dueTime));
            }

            // A timer that is due at once does not wait for the clock to be moved.
            if (dueTime == TimeSpan.Zero) ThreadPool.QueueUserWorkItem(_ => clock.FireIfDue(this));
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private void FireIfDue(ManualTimer timer)
    {
        lock (gate)
        {
            if (!timers.Contains(timer) || timer.Due > now) return;
            Reschedule(timer, timer.Period);
        }

        timer.Fire();
    }
}
