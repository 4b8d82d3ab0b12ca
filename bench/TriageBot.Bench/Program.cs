using BenchmarkDotNet.Running;
using TriageBot.Bench;
using TriageBot.Bench.Discord;

// One driver per sub-command: `dotnet run -c Release --project bench/TriageBot.Bench -- commit`.
// `--program FOLDER` before it measures a program that was published before. So two of them can be measured at the same time, each with a folder of its own for its data:
// on a machine whose pace changes by the minute only that compares them.
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

// Started by the driver "discord" as a process of its own.
if (args is [BareLoop.Name, .. var where])
{
    await BareLoop.RunAsync(where);
    return 0;
}

string? program = null;
if (args is ["--program", var published, ..]) (program, args) = (published, args[2..]);

if (args is [var name, .. var rest] && drivers.TryGetValue(name, out var run))
{
    if (name is "agenda" or "taskwarrior" or "chat" or "discord" or "escalations") await PublishedProgram.UseAsync(program);
    await run(rest);
    return 0;
}

Console.Error.WriteLine($"Name a driver: {string.Join(", ", drivers.Keys)}.");
return 64;
