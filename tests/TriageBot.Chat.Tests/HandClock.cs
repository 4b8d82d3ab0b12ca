namespace TriageBot.Chat.Tests;

/// <summary>A clock that stands until the test moves it, in Oslo. Its timers all fire when the test says so.</summary>
public sealed class HandClock : TimeProvider
{
    private readonly List<HandTimer> timers = [];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 13, 9, 31, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(() => callback(state));
        lock (timers) timers.Add(timer);
        return timer;
    }

    /// <summary>All waiting is over.</summary>
    public void Elapse()
    {
        List<HandTimer> due;
        lock (timers) due = [.. timers];
        foreach (var timer in due) timer.Fire();
    }

    private sealed class HandTimer(Action fire) : ITimer
    {
        private bool disposed;

        public void Fire()
        {
            if (!disposed) fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
