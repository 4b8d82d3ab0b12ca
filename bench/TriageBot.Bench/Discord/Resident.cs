using System.Diagnostics;

namespace TriageBot.Bench.Discord;

/// <summary>Memory of a process as the machine counts it.</summary>
internal static class Resident
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <returns>MB, when it has changed by less than 1 MB in 2 s, or after a minute.</returns>
    public static async Task<double> SettleAsync(int process)
    {
        var last = Of(process);
        for (var i = 0; i < 30; i++)
        {
            await Task.Delay(Pause, TimeProvider.System);
            var now = Of(process);
            if (Math.Abs(now - last) < 1 && i > 2) return now;
            last = now;
        }

        return last;
    }

    private static double Of(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64 / (1024.0 * 1024.0);
    }
}
