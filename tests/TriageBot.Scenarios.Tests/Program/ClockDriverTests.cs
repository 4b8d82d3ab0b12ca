using NodaTime;
using TriageBot.Clock;

namespace TriageBot.Scenarios.Tests.Program;

public sealed class ClockDriverTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 13, 8, 0);

    private readonly ManualTimeProvider clock = new(Start);

    [Fact]
    public async Task Everything_due_on_the_way_happens_at_its_own_time_in_order()
    {
        var work = new Agenda(clock, At(30), At(10), At(20), At(40));
        await new ClockDriver(clock, work).AdvanceToAsync(At(30), CancellationToken.None);

        Assert.Equal([(At(10), At(10)), (At(20), At(20)), (At(30), At(30))], work.Done);
        Assert.Equal(At(30), clock.Now);
    }

    [Fact]
    public async Task What_is_due_already_happens_without_the_clock_moving_back()
    {
        var work = new Agenda(clock, At(-5));
        await new ClockDriver(clock, work).AdvanceToAsync(At(1), CancellationToken.None);
        Assert.Equal([(At(-5), Start)], work.Done);
    }

    [Fact]
    public async Task What_becomes_due_on_the_way_happens_on_the_way()
    {
        var work = new Agenda(clock, At(10));
        work.WhenDone = done => done == At(10) ? At(15) : null;
        await new ClockDriver(clock, work).AdvanceToAsync(At(20), CancellationToken.None);
        Assert.Equal([(At(10), At(10)), (At(15), At(15))], work.Done);
    }

    [Fact]
    public async Task Work_that_is_due_for_ever_ends_in_an_error_that_names_the_moment()
    {
        var work = new Agenda(clock, At(10));
        work.WhenDone = done => done;
        var endless = await Assert.ThrowsAsync<InvalidOperationException>(() => new ClockDriver(clock, work).AdvanceToAsync(At(20), CancellationToken.None));
        Assert.Contains("2026-03-13T08:10:00Z", endless.Message);
    }

    [Fact]
    public async Task A_flowing_clock_jumps_ahead_and_then_flows_on()
    {
        var flowing = new FlowingTimeProvider(Instant.FromUtc(2030, 1, 1, 0, 0), clock, TimeZoneInfo.Utc);
        clock.MoveTo(At(1));
        Assert.Equal(Instant.FromUtc(2030, 1, 1, 0, 1), flowing.Now);

        var work = new Agenda(flowing, Instant.FromUtc(2030, 1, 1, 9, 0));
        await new ClockDriver(flowing, work).AdvanceToAsync(Instant.FromUtc(2030, 1, 1, 10, 0), CancellationToken.None);
        Assert.Equal([(Instant.FromUtc(2030, 1, 1, 9, 0), Instant.FromUtc(2030, 1, 1, 9, 0))], work.Done);

        clock.MoveTo(At(2));
        Assert.Equal(Instant.FromUtc(2030, 1, 1, 10, 1), flowing.Now);
    }

    private static Instant At(int minutes) => Start + Duration.FromMinutes(minutes);

    /// <summary>Appointments, and when each was kept.</summary>
    private sealed class Agenda(IMovableClock clock, params IEnumerable<Instant> due) : ITimedWork
    {
        private readonly SortedSet<Instant> open = [.. due];

        public List<(Instant Due, Instant Kept)> Done { get; } = [];

        /// <summary>What keeping an appointment makes due.</summary>
        public Func<Instant, Instant?> WhenDone { get; set; } = _ => null;

        public Task<Instant?> RunDueAsync(CancellationToken ct)
        {
            foreach (var appointment in open.Where(appointment => appointment <= clock.Now).ToList())
            {
                open.Remove(appointment);
                Done.Add((appointment, clock.Now));
                if (WhenDone(appointment) is { } next) open.Add(next);
            }

            return Task.FromResult<Instant?>(open.Count == 0 ? null : open.Min);
        }
    }
}
