using NodaTime;

namespace TriageBot.Clock;

/// <summary>Moves a clock ahead so that everything due on the way happens at its own time, in order.</summary>
public sealed class ClockDriver(IMovableClock clock, ITimedWork work)
{
    private const int MostRunsAtOneInstant = 100;

    /// <summary>Ends with the clock at <paramref name="target"/> and nothing due.</summary>
    /// <exception cref="InvalidOperationException">Work stays due at one instant however often it is run.</exception>
    public async Task AdvanceToAsync(Instant target, CancellationToken ct)
    {
        var last = Instant.MinValue;
        var runs = 0;
        while (true)
        {
            var next = await work.RunDueAsync(ct).ConfigureAwait(false);
            if (next is not { } due || due > target)
            {
                if (clock.Now >= target) return;
                clock.MoveTo(target);
                continue;
            }

            runs = due > last ? 0 : runs + 1;
            if (runs >= MostRunsAtOneInstant) throw new InvalidOperationException($"Timed work is still due at {due} after {MostRunsAtOneInstant} runs; the clock stays at {clock.Now}.");
            last = due;
            if (due > clock.Now) clock.MoveTo(due);
        }
    }
}
