using BenchmarkDotNet.Running;
using TriageBot.Bench;
using TriageBot.Bench.Discord;

// One driver per sub-command: `dotnet run -c Release --project bench/TriageBot.Bench -- commit`.
Dictionary<string, Func<string[], Task>> drivers = new()
{
    ["agenda"] = AgendaDriver.RunAsync,
    ["taskwarrior"] = AgendaDriver.CompareAsync,
    ["chat"] = ChatDriver.RunAsync,
    ["commit"] = CommitDriver.RunAsync,
    ["discord"] = DiscordDriver.RunAsync,
    ["escalations"] = EscalationDriver.RunAsync,
    ["quarter"] = QuarterDriver.RunAsync,
    ["start"] = StartDriver.RunAsync,
    ["due"] = options => Task.Run(() => BenchmarkRunner.Run<DueDateBenchmark>(args: options)),
};

if (args is [var name, .. var rest] && drivers.TryGetValue(name, out var run))
{
    if (name is "agenda" or "taskwarrior" or "chat" or "discord" or "escalations") await PublishedProgram.UseAsync();
    await run(rest);
    return 0;
}

Console.Error.WriteLine($"Name a driver: {string.Join(", ", drivers.Keys)}.");
return 64;
