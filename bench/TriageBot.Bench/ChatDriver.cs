namespace TriageBot.Bench;

/// <summary>
/// <c>/urgent</c> typed in the local chat to its receipt, durable on disk, over HTTP against the real program; and accepted commands per second against
/// the bare driver's inserts per second on the same disk. Arguments: [seconds per measurement, 5] [folder, artifacts/bench].
/// </summary>
internal static class ChatDriver
{
    public static async Task RunAsync(string[] args)
    {
        var length = TimeSpan.FromSeconds(args is [var seconds, ..] ? double.Parse(seconds) : 5);
        var folder = Directory.CreateDirectory(args is [_, var given, ..] ? given : "artifacts/bench").FullName;
        foreach (var old in Directory.EnumerateFiles(folder, "chat-bare-*")) File.Delete(old);

        Latencies.PrintHeader();
        var before = await BareInserts.MeasureAsync(Path.Combine(folder, "chat-bare-before.db"), length);
        var (mixed, urgent) = await MeasureAsync(Path.Combine(folder, "chat"), length);
        var after = await BareInserts.MeasureAsync(Path.Combine(folder, "chat-bare-after.db"), length);
        var bare = Math.Max(before.PerSecond, after.PerSecond);
        Console.WriteLine($"{mixed.PerSecond / bare:N2} x bare at 64 people for /urgent and withdraw in turn, {urgent.PerSecond / bare:N2} x bare for /urgent alone");
    }

    private static async Task<(Latencies Mixed, Latencies Urgent)> MeasureAsync(string folder, TimeSpan length)
    {
        using var chat = await ServedChat.StartAsync(folder);
        var people = await chat.JoinAsync(64);
        var receipts = new Receipt[people.Count];
        var isHeld = new bool[people.Count];
        // Withdrawn at once, so that the queue stays as short as the number of people; the withdrawals are not in these lines' times.
        await PhaseAsync("(warming up) /urgent, then withdrawn, 16 people", 16, AskAsync, WithdrawAsync);
        await PhaseAsync("/urgent, then withdrawn, 1 person", 1, AskAsync, WithdrawAsync);
        await PhaseAsync("/urgent, then withdrawn, 16 people", 16, AskAsync, WithdrawAsync);
        var mixed = await PhaseAsync("/urgent and withdraw in turn, 64 people", 64, AskOrWithdrawAsync);
        var urgent = await PhaseAsync("/urgent alone, the queue grows, 64 people", 64, AskAsync);
        Console.WriteLine($"The queue was {urgent.Count} long in the end.");
        return (mixed, urgent);

        async Task<Latencies> PhaseAsync(string what, int callers, Func<int, Task> call, Func<int, Task>? after = null)
        {
            var before = chat.Spent;
            var measured = await Latencies.MeasureAsync(what, callers, length, call, after);
            var (processor, requests) = (chat.Spent.ProcessorTime - before.ProcessorTime, chat.Spent.Requests - before.Requests);
            Console.WriteLine($"  {processor.TotalMilliseconds / requests:N2} ms of processor time in the program for each of {requests} requests");
            return measured;
        }

        async Task AskAsync(int caller) => receipts[caller] = await chat.AskUrgentlyAsync(people[caller]);
        Task WithdrawAsync(int caller) => chat.WithdrawAsync(receipts[caller]);
        async Task AskOrWithdrawAsync(int caller)
        {
            if (isHeld[caller]) await WithdrawAsync(caller);
            else await AskAsync(caller);
            isHeld[caller] = !isHeld[caller];
        }
    }
}
