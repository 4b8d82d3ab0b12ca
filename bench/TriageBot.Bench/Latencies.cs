using System.Diagnostics;

namespace TriageBot.Bench;

/// <summary>What one run of a driver measured; one line of its table.</summary>
internal sealed class Latencies(string what, TimeSpan elapsed, IEnumerable<TimeSpan> each)
{
    private readonly TimeSpan[] sorted = [.. each.Order()];

    public double PerSecond => sorted.Length / elapsed.TotalSeconds;

    public double Median => Percentile(0.50);

    public int Count => sorted.Length;

    /// <summary>Runs <paramref name="callers"/> loops side by side for <paramref name="length"/>, times every call, and prints the line.</summary>
    public static async Task<Latencies> MeasureAsync(string what, int callers, TimeSpan length, Func<int, Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => LoopAsync(start, length, () => call(caller)))));
        var measured = new Latencies(what, Stopwatch.GetElapsedTime(start), all.SelectMany(each => each));
        measured.Print();
        return measured;
    }

    public static void PrintHeader() =>
        Console.WriteLine($"{"",-48} {"per second",10} {"median ms",10} {"p99 ms",10} {"max ms",10}");

    private static async Task<List<TimeSpan>> LoopAsync(long start, TimeSpan length, Func<Task> call)
    {
        var each = new List<TimeSpan>();
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            var begun = Stopwatch.GetTimestamp();
            await call();
            each.Add(Stopwatch.GetElapsedTime(begun));
        }
        return each;
    }

    public void Print() =>
        Console.WriteLine($"{what,-48} {PerSecond,10:N0} {Percentile(0.50),10:N2} {Percentile(0.99),10:N2} {Percentile(1.00),10:N2}");

    private double Percentile(double share) => sorted[Math.Min((int)(sorted.Length * share), sorted.Length - 1)].TotalMilliseconds;
}
