using System.Diagnostics;
using TriageBot.Testing.Quarters;

namespace TriageBot.Bench;

/// <summary>
/// A simulated quarter through the whole bot in one process - router, timed work, database file, clock of its own - and the table of what was asked and where it ended.
/// Arguments: [working days, 65] [seed, 20260105]. On the two-core machine it was written on, 65 days are to take 30 s at most when nothing else runs.
/// </summary>
internal static class QuarterDriver
{
    public static async Task RunAsync(string[] args)
    {
        var days = args is [var typed, ..] ? int.Parse(typed) : 65;
        var seed = args is [_, var number, ..] ? int.Parse(number) : 20260105;
        var (wall, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var (team, ledger) = await Quarter.PlayAsync(days, seed);
        await using var closing = team;
        var (elapsed, used) = (wall.Elapsed, Environment.CpuUsage.TotalTime - processor);
        var balance = await QuarterBalance.ReadAsync(team.DatabaseFile);
        Console.WriteLine(balance.Table(ledger));
        Console.WriteLine($"{days} working days in {elapsed.TotalSeconds:0.0} s; {used.TotalSeconds:0.0} s of processor time");
    }
}
