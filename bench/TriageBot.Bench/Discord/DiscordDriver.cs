using TriageBot.Discord.Emulator.Client;
using TriageBot.Testing;

namespace TriageBot.Bench.Discord;

/// <summary>
/// The bot on Discord, against the emulator: the time from INTERACTION_CREATE to the answer of <c>/urgent</c>, durably stored in between; throughput and memory against
/// a minimal bot on discord.js that stores one row an interaction, against a bare loop that does the same, and against one that stores what <c>/urgent</c> stores; what happens when connections end. Arguments: [seconds per measurement, 5] [folder, artifacts/bench] [part, all: throughput, connections or memory].
/// </summary>
internal static class DiscordDriver
{
    private const int AtOnce = 64;
    private const int Rounds = 3;

    public static async Task RunAsync(string[] args)
    {
        var length = TimeSpan.FromSeconds(args is [var seconds, ..] ? double.Parse(seconds) : 5);
        var folder = Directory.CreateDirectory(args is [_, var given, ..] ? given : "artifacts/bench").FullName;
        var yardstick = Yardstick.IsThere ? null : $"No comparison: run npm ci in {Yardstick.Folder}.";
        if (yardstick is not null) Console.WriteLine(yardstick);

        var part = args is [_, _, var wanted, ..] ? wanted : "all";
        if (part is "all" or "throughput") await ThroughputAsync(folder, length);
        if (part is "all" or "connections") await Connections.MeasureAsync(folder);
        if (part is "all" or "memory") await MemoryAsync(folder);
    }

    /// <summary>All by turns on the same emulator, so that the machine's moods hit all.</summary>
    private static async Task ThroughputAsync(string folder, TimeSpan length)
    {
        await using var emulator = await Stage.SetAsync(servers: 16, people: AtOnce);
        List<Load> ours = [], theirs = [], bare = [], same = [];
        Load.PrintHeader();
        using (var bot = await TriageBotProcess.StartAsync(emulator, Path.Combine(folder, "discord")))
        {
            await bot.SetUpAsync(servers: 16);
            await emulator.WarmAsync(bot);
            await emulator.LoadAsync("TriageBot, /urgent, 1 at once", bot, 1, length);
        }

        for (var round = 0; round < Rounds; round++)
        {
            string stored;
            using (var bot = await TriageBotProcess.StartAsync(emulator, Path.Combine(folder, $"discord-{round}")))
            {
                stored = bot.Database;
                await bot.SetUpAsync(servers: 16);
                ours.Add(await MeasureAsync("TriageBot, /urgent", bot));
            }

            using (var loop = await Yardstick.StartBareAsync(emulator, Path.Combine(folder, $"bare-{round}.db"))) bare.Add(await MeasureAsync("a bare loop, one row", loop));
            using (var loop = await Yardstick.StartBareAsync(emulator, Path.Combine(folder, $"same-{round}.db"), stored)) same.Add(await MeasureAsync("a bare loop, the rows of /urgent", loop));
            if (!Yardstick.IsThere) continue;
            using var yardstick = await Yardstick.StartAsync(emulator, Path.Combine(folder, $"yardstick-{round}.db"));
            theirs.Add(await MeasureAsync("discord.js and better-sqlite3", yardstick));
        }

        Console.WriteLine($"p99 at {AtOnce} at once: {ours.Min(load => load.P99):N1} to {ours.Max(load => load.P99):N1} ms (wanted: 50 at most)");
        if (theirs.Count == 0) return;
        Console.WriteLine($"{Median(ours) / Median(theirs):N2} x the throughput of discord.js with better-sqlite3 (wanted: 3); a bare loop: {Median(bare) / Median(theirs):N2} x with one row, {Median(same) / Median(theirs):N2} x with the rows of /urgent");

        async Task<Load> MeasureAsync(string what, IMeasured bot)
        {
            await emulator.WarmAsync(bot);
            return await emulator.LoadAsync($"{what}, {AtOnce} at once", bot, AtOnce, length);
        }
    }

    private static async Task MemoryAsync(string folder)
    {
        const int Servers = 1000;
        await using var emulator = await Stage.SetAsync(servers: 0, people: 4);
        // What a small company's server has: nothing here is sent but what every bot with the intent GUILDS gets.
        await emulator.SayAsync("guilds", new { count = Servers, channels = 30, overwrites = 2, roles = 20, emojis = 15, topic = 60, owner = "p1", members = new[] { "p2", "p3" } });
        // Its first start greets every server; what it needs from day to day is seen at the second.
        using (await TriageBotProcess.StartAsync(emulator, Path.Combine(folder, "discord-memory"))) await GreetedAsync(emulator, Servers);
        var ours = new List<(string How, double Resident)> { ("on the machine's runtime", await OursAsync()) };
        if (await PublishedProgram.WithRuntimeAsync() is { } own)
        {
            RunningProgram.Folder = own;
            ours.Add(("with a runtime of its own", await OursAsync()));
        }

        foreach (var (how, resident) in ours) Console.WriteLine($"{resident:N0} MB resident {how}, at {Servers} servers with 30 channels, 20 roles and 15 emojis each");
        if (!Yardstick.IsThere) return;
        using var yardstick = await Yardstick.StartAsync(emulator, Path.Combine(folder, "yardstick-memory.db"));
        var theirs = await yardstick.SettledMemoryAsync();
        foreach (var (how, resident) in ours) Console.WriteLine($"{theirs:N0} MB for discord.js: {resident / theirs:N2} of it {how} (wanted: 0.5 at most)");

        async Task<double> OursAsync()
        {
            using var bot = await TriageBotProcess.StartAsync(emulator, Path.Combine(folder, "discord-memory"), goesOn: true);
            return await bot.SettledMemoryAsync();
        }
    }

    private static async Task GreetedAsync(DiscordEmulator emulator, int servers)
    {
        for (var i = 0; i < 100 && await emulator.CountAsync() < servers; i++) await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
    }

    private static double Median(IEnumerable<Load> loads) => loads.Select(load => load.PerSecond).Order().ElementAt(Rounds / 2);
}
