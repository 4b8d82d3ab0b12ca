using System.Diagnostics;

namespace TriageBot.Bench;

/// <summary>
/// <c>/urgent</c> (and <c>/escalate</c>) typed in the local chat to its receipt, durable on disk, over HTTP against the real program; and accepted commands per second against
/// the bare driver's inserts per second on the same disk. The processor time of each request is what can be compared between machines and busy hours.
/// Arguments: [seconds per measurement, 5] [folder, artifacts/bench] [escalate, for that command alone].
/// </summary>
internal static class ChatDriver
{
    /// <summary>The disk's pace changes while one measures, so that program and yardstick are measured in turn, and the median of each counts.</summary>
    private const int Rounds = 4;

    public static async Task RunAsync(string[] args)
    {
        var length = TimeSpan.FromSeconds(args is [var seconds, ..] ? double.Parse(seconds) : 5);
        var folder = Directory.CreateDirectory(args is [_, var given, ..] ? given : "artifacts/bench").FullName;
        foreach (var old in Directory.EnumerateFiles(folder, "chat-bare-*")) File.Delete(old);

        Latencies.PrintHeader();
        await MeasureAsync(folder, length, args is [_, _, "escalate"]);
    }

    private static async Task MeasureAsync(string folder, TimeSpan length, bool onlyEscalations)
    {
        using var chat = await ServedChat.StartAsync(Path.Combine(folder, "chat"));
        // The first command compiles most of the program; on a busy machine that takes longer than the chat has patience for.
        await chat.SayAsync("you", "/urgent The first of all");
        using var crowd = new Crowd((await chat.JoinAsync(64)).Select(person => new Teammate(person, chat.Address)));
        if (!onlyEscalations)
        {
            // Withdrawn at once, so that the queue stays as short as the number of people.
            Phase("(warming up) 1 person", 1, AskOrWithdraw);
            Phase("(warming up) 64 people", 64, AskOrWithdraw, times: 4);
            Phase("/urgent, then withdrawn (not measured), 1 person", 1, AskOrWithdraw, IsAsking);
            Phase("/urgent, then withdrawn (not measured), 16", 16, AskOrWithdraw, IsAsking);
        }

        Phase("(warming up) /escalate, then solved, 16", 16, EscalateOrSolve, times: 4);
        Phase("/escalate, then solved (not measured), 16", 16, EscalateOrSolve, IsAsking);
        if (onlyEscalations) return;

        var bare = new List<double>();
        var mixed = new List<double>();
        await BareAsync();
        for (var round = 0; round < Rounds; round++)
        {
            mixed.Add(Phase("/urgent and withdraw in turn, 64 people", 64, AskOrWithdraw).PerSecond);
            await BareAsync();
        }

        var urgent = Phase("/urgent alone, the queue grows, 64 people", 64, person => person.Ask());
        Console.WriteLine($"The queue was {urgent.Count} long in the end.");
        Console.WriteLine($"{Median(mixed) / Median(bare):N2} x bare at 64 people for /urgent and withdraw in turn, {urgent.PerSecond / Median(bare):N2} x bare for /urgent alone (of the medians)");

        async Task BareAsync() => bare.Add((await BareInserts.MeasureAsync(Path.Combine(folder, $"chat-bare-{bare.Count}.db"), length)).PerSecond);

        static double Median(List<double> values) => values.Order().Skip((values.Count - 1) / 2).Take(2 - values.Count % 2).Average();

        Latencies Phase(string what, int people, Action<Teammate> act, Func<Teammate, bool>? counts = null, int times = 1)
        {
            var (program, writer, load) = (chat.ProcessorTime, chat.WriterTime, Process.GetCurrentProcess().TotalProcessorTime);
            var (measured, requests) = crowd.Run(what, people, times * length, act, counts);
            (program, writer, load) = (chat.ProcessorTime - program, chat.WriterTime - writer, Process.GetCurrentProcess().TotalProcessorTime - load);
            measured.Print();
            Console.WriteLine($"  {requests} requests; processor time of each: {program.TotalMilliseconds / requests:N3} ms in the program, {writer.TotalMilliseconds / requests:N3} of them its writer, {load.TotalMilliseconds / requests:N3} ms for the load");
            return measured;
        }

        static bool IsAsking(Teammate person) => !person.IsWaiting;

        static void EscalateOrSolve(Teammate person)
        {
            if (person.IsWaiting) person.Solve();
            else person.Escalate();
        }

        static void AskOrWithdraw(Teammate person)
        {
            if (person.IsWaiting) person.Withdraw();
            else person.Ask();
        }
    }
}
