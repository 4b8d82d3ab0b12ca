using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TriageBot.Bench;

/// <summary>
/// From the start of the process to the first page, and the memory it holds when idle, of published builds: compiled ahead (ReadyToRun), as publishing does, and not.
/// Linux only: memory is read from /proc. Arguments: [starts, 10] [seconds idle, 30] [folder, artifacts/bench].
/// </summary>
internal static class StartDriver
{
    public static async Task RunAsync(string[] args)
    {
        var starts = args is [var times, ..] ? int.Parse(times) : 10;
        var idle = TimeSpan.FromSeconds(args is [_, var seconds, ..] ? double.Parse(seconds) : 30);
        var folder = Path.GetFullPath(args is [_, _, var given, ..] ? given : "artifacts/bench");
        await MeasureAsync("published", Path.Combine(folder, "published"), [], starts, idle);
        await MeasureAsync("published, not compiled ahead", Path.Combine(folder, "published-plain"), ["-p:PublishReadyToRun=false"], starts, idle);
    }

    private static async Task MeasureAsync(string what, string folder, IReadOnlyList<string> options, int starts, TimeSpan idle)
    {
        if (!await PublishedProgram.PublishAsync(folder, options))
        {
            Console.WriteLine($"{what}: cannot be published here");
            return;
        }

        var data = Path.Combine(folder, "data-of-bench");
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        var first = await StartAsync(folder, data, TimeSpan.Zero);
        var again = new List<TimeSpan>();
        for (var start = 0; start < starts; start++) again.Add((await StartAsync(folder, data, TimeSpan.Zero)).Time);
        var (_, memory) = await StartAsync(folder, data, idle);
        again.Sort();
        Console.WriteLine(
            $"{what}: first start {first.Time.TotalMilliseconds:N0} ms, later starts {again[again.Count / 2].TotalMilliseconds:N0} ms at the median ({again[0].TotalMilliseconds:N0} to {again[^1].TotalMilliseconds:N0}); "
            + $"resident {memory / 1024.0:N0} MB after {idle.TotalSeconds:N0} s idle");
    }

    /// <returns>Time to the first page, and the resident memory (kB) after the idle time.</returns>
    private static async Task<(TimeSpan Time, long Memory)> StartAsync(string folder, string data, TimeSpan idle)
    {
        var port = FreePort();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var begun = Stopwatch.GetTimestamp();
        using var program = Process.Start(new ProcessStartInfo(Path.Combine(folder, "triagebot"), ["--port", port.ToString(CultureInfo.InvariantCulture), "--data", data]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The program did not start.");
        while (!await AnswersAsync(http, port)) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        var time = Stopwatch.GetElapsedTime(begun);
        await Task.Delay(idle, TimeProvider.System);
        var memory = Resident(program.Id);
        program.Kill();
        await program.WaitForExitAsync();
        return (time, memory);
    }

    private static async Task<bool> AnswersAsync(HttpClient http, int port)
    {
        try
        {
            using var page = await http.GetAsync($"http://localhost:{port}/");
            return page.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static long Resident(int process) =>
        long.Parse(File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
