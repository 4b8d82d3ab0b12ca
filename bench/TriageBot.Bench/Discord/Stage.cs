using System.Text.Json.Nodes;
using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Bench.Discord;

/// <summary>The emulator made as cheap as it goes, with servers and people.</summary>
internal static class Stage
{
    /// <summary>People <c>p1</c>, <c>p2</c> … on servers <c>s1</c>, <c>s2</c> …, each person on one; <c>boss</c> owns them all.</summary>
    public static async Task<DiscordEmulator> SetAsync(int servers, int people)
    {
        var emulator = await DiscordEmulator.StartAsync();
        await emulator.SayAsync("limits", new { isOn = false });
        await emulator.SayAsync("application", new { journal = false, specification = false });
        // A bot that was stopped is soon forgotten: until then all that happens is written down for it too.
        await emulator.SetDoorAsync(new { identifyWindow = 0, remaining = 1_000_000, sessionLife = 5000 });
        for (var server = 1; server <= servers; server++)
            await emulator.AddGuildAsync($"s{server}", "boss", [.. Enumerable.Range(1, people).Where(person => ServerOf(person, servers) == server).Select(person => $"p{person}")], ["team"]);
        for (var person = 1; servers == 0 && person <= people; person++) await emulator.SetUserAsync($"p{person}");
        return emulator;
    }

    /// <summary>Until the compiler has seen enough: 20,000 commands, or 30 s of them on a busy machine.</summary>
    public static Task WarmAsync(this DiscordEmulator emulator, IMeasured bot) => emulator.LoadAsync("", bot, 64, TimeSpan.FromSeconds(30), count: 20_000);

    /// <summary>Everybody types <c>/urgent</c> with a text that nobody has used.</summary>
    public static async Task<Load> LoadAsync(this DiscordEmulator emulator, string what, IMeasured bot, int atOnce, TimeSpan length, int servers = 16, int people = 64, int count = int.MaxValue / 2)
    {
        var first = bot.NextNumber;
        var before = (bot.ProcessorTime, emulator.ProcessorTime);
        var said = await emulator.SayAsync("load", new
        {
            command = "urgent",
            options = new { what = "The customer of case {n} cannot log in since this morning" },
            people = People(servers, people),
            atOnce,
            length = length.TotalMilliseconds,
            count,
            first,
        });
        var load = Load.From(what, said!.AsObject(), bot.ProcessorTime - before.Item1, emulator.ProcessorTime - before.Item2);
        bot.NextNumber = load.Next;
        if (what.Length > 0) load.Print();
        return load;
    }

    public static IReadOnlyList<string> People(int servers, int people) => [.. Enumerable.Range(1, people).Select(person => $"p{person}@s{ServerOf(person, servers)}/team")];

    private static int ServerOf(int person, int servers) => servers == 0 ? 0 : ((person - 1) % servers) + 1;
}

/// <summary>A bot that is measured.</summary>
internal interface IMeasured
{
    /// <summary>Processor time that its process has used.</summary>
    TimeSpan ProcessorTime { get; }

    /// <summary>Running number of the next text, so that none is typed twice.</summary>
    int NextNumber { get; set; }
}

/// <summary>One line of the table.</summary>
/// <param name="Processor">Of the bot.</param>
/// <param name="Emulator">Processor time of the emulator, which must not be what is measured.</param>
internal sealed record Load(string What, int Count, double PerSecond, double P50, double P99, double Max, int Lost, int Next, TimeSpan Processor, TimeSpan Emulator)
{
    public static Load From(string what, JsonObject said, TimeSpan processor, TimeSpan emulator) => new(
        what, (int)said["count"]!, (double)said["perSecond"]!, (double)said["p50"]!, (double)said["p99"]!, (double)said["max"]!, (int)said["lost"]!, (int)said["next"]!, processor, emulator);

    public static void PrintHeader() =>
        Console.WriteLine($"{"",-48} {"per second",10} {"median ms",10} {"p99 ms",10} {"max ms",10} {"lost",5} {"bot ms",8} {"emu ms",8}");

    public void Print() => Console.WriteLine(
        $"{What,-48} {PerSecond,10:N0} {P50,10:N2} {P99,10:N2} {Max,10:N2} {Lost,5} {Processor.TotalMilliseconds / Math.Max(Count, 1),8:N2} {Emulator.TotalMilliseconds / Math.Max(Count, 1),8:N2}");
}
