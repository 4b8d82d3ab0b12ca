using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace TriageBot.Features;

/// <summary>Runs the cycle for ever: sleeps until the next thing is due, never longer than 15 s, so that clock jumps and a sleeping machine heal (rule T9).
/// Ten failed passes in a row end it, and with it the program: a supervisor then knows (reliability, rule D9).</summary>
public sealed class CycleWorker(Cycle cycle, CycleSignal signal, TimeProvider clock, ILogger<CycleWorker> logger) : BackgroundService
{
    private const int MostFailuresInARow = 10;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    private int failuresInARow;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sleep = LongestSleep;
            try
            {
                if (await cycle.RunAsync(stoppingToken).ConfigureAwait(false) is { } due) sleep = Until(due);
                failuresInARow = 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException && ++failuresInARow < MostFailuresInARow)
            {
                logger.LogError(fault, "Pass {Failures} in a row of timed work failed; the next one follows", failuresInARow);
            }

            await SleepAsync(sleep, stoppingToken).ConfigureAwait(false);
        }
    }

    private TimeSpan Until(Instant due)
    {
        var wait = due.ToDateTimeOffset() - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestSleep ? LongestSleep : wait;
    }

    private async Task SleepAsync(TimeSpan sleep, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await Task.WhenAny(signal.WaitAsync(Instant.FromDateTimeOffset(clock.GetUtcNow() + sleep), enough.Token), Task.Delay(sleep, clock, enough.Token)).ConfigureAwait(false);
        }
        finally
        {
            await enough.CancelAsync().ConfigureAwait(false);
        }
    }
}
