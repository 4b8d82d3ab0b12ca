namespace TriageBot.Bench;

/// <summary>
/// <c>/agenda</c> in the private conversation of an owner with many open tasks, over HTTP against the real program.
/// Arguments: [open tasks, 10000] [folder, artifacts/bench].
/// </summary>
internal static class AgendaDriver
{
    private const string Owner = "you";

    public static async Task RunAsync(string[] args)
    {
        var count = args is [var tasks, ..] ? int.Parse(tasks) : 10_000;
        using var chat = await ServedChat.StartAsync(Path.GetFullPath(Path.Combine(args is [_, var folder, ..] ? folder : "artifacts/bench", "agenda")));
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= count) await chat.SayAsync(Owner, $"/task {What(number)}");
        }));
        Console.WriteLine($"{count} open tasks of one owner, a third of them with a date");
        Latencies.PrintHeader();
        await Latencies.MeasureAsync("(warming up) /agenda, 1 person", 1, TimeSpan.FromSeconds(3), AgendaAsync);
        await Latencies.MeasureAsync("/agenda, 1 person", 1, TimeSpan.FromSeconds(10), AgendaAsync);

        Task AgendaAsync(int caller) => chat.SayAsync(Owner, "/agenda");
    }

    private static string What(int number) => (number % 6) switch
    {
        0 => $"Ship order {number} due:tomorrow",
        1 => $"Ring customer {number} due:friday",
        _ => $"Look after case {number}",
    };
}
