using NodaTime;
using TriageBot.Clock;

namespace TriageBot.Scenarios.Tests.Program;

public sealed class ManualTimeProviderTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 13, 8, 0);

    private readonly ManualTimeProvider clock = new(Start);

    [Fact]
    public void Timers_fire_in_the_order_of_their_times_each_at_its_own_time()
    {
        var fired = new List<(string Name, Instant At)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.Now)), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => fired.Add(("early", clock.Now)), null, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        clock.MoveTo(Start + Duration.FromMinutes(5));

        Assert.Equal([("early", Minute(2)), ("early", Minute(4)), ("late", Minute(5))], fired);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_passes_it_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock);
        clock.MoveTo(Minute(59));
        Assert.False(delay.IsCompleted);

        clock.MoveTo(Minute(61));
        await delay;
    }

    [Fact]
    public void A_stopped_timer_stays_silent()
    {
        var fired = false;
        var timer = clock.CreateTimer(_ => fired = true, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.MoveTo(Minute(10));
        Assert.False(fired);
    }

    [Fact]
    public void Time_never_goes_back() => Assert.Throws<ArgumentOutOfRangeException>(() => clock.MoveTo(Start - Duration.Epsilon));

    private static Instant Minute(int minutes) => Start + Duration.FromMinutes(minutes);
}
