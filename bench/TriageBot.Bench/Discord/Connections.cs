using TriageBot.Discord.Emulator.Client;

namespace TriageBot.Bench.Discord;

/// <summary>Connections that end: how soon the bot is back, how soon it notices a dead one, and whether anything is lost or doubled.</summary>
internal static class Connections
{
    private const int Reconnects = 100;

    public static async Task MeasureAsync(string folder)
    {
        await using var emulator = await Stage.SetAsync(servers: 4, people: 16);
        using var bot = await TriageBotProcess.StartAsync(emulator, Path.Combine(folder, "discord-connections"));
        await bot.SetUpAsync(servers: 4);
        await DroppedAsync(emulator);
        await UnderLoadAsync(emulator, bot);
        await DeadAsync(emulator);
    }

    private static async Task DroppedAsync(DiscordEmulator emulator)
    {
        List<long> waits = [];
        for (var i = 0; i < 10; i++)
        {
            var (dropped, resumed) = await BreakAsync(emulator);
            waits.Add(resumed - dropped);
        }

        Console.WriteLine($"Back after a drop without a word: {waits.Max()} ms at most, {waits.Order().ElementAt(5)} ms as a rule, of {waits.Count} (wanted: 2,000 at most)");
    }

    /// <summary>Connections break a hundred times while people type.</summary>
    private static async Task UnderLoadAsync(DiscordEmulator emulator, TriageBotProcess bot)
    {
        var load = emulator.SayAsync("load", new
        {
            command = "urgent",
            options = new { what = "case {n}" },
            people = Stage.People(4, 16),
            atOnce = 16,
            length = 600_000,
            count = int.MaxValue / 2,
            keepsNumbers = true,
        });
        List<long> waits = [];
        for (var i = 0; i < Reconnects; i++)
        {
            var (dropped, resumed) = await BreakAsync(emulator);
            waits.Add(resumed - dropped);
        }

        await emulator.SayAsync("load-stop");
        var said = (await load)!.AsObject();
        var stored = bot.Stored();
        var acknowledged = said["numbers"]!.AsArray().Select(number => $"case {number}").ToList();
        var missing = acknowledged.Count(text => !stored.ContainsKey(text));
        var doubled = stored.Count(pair => pair.Key.StartsWith("case ", StringComparison.Ordinal) && pair.Value > 1);
        Console.WriteLine($"{Reconnects} reconnects under load: {acknowledged.Count} acknowledged, {missing} of them not stored, {doubled} stored twice, {said["lost"]} never answered; back after {waits.Max()} ms at most");
    }

    /// <summary>Heartbeats are no longer acknowledged: from the first such heartbeat to the bot's leaving.</summary>
    private static async Task DeadAsync(DiscordEmulator emulator)
    {
        const int Interval = 3000;
        await emulator.SetDoorAsync(new { heartbeatInterval = Interval });
        await BreakAsync(emulator);
        await emulator.SetDoorAsync(new { acknowledges = false });
        var before = (await emulator.TimesAsync()).Count;
        await emulator.WaitLogAsync("left with", after: before, wait: 30_000);
        var lines = (await emulator.TimesAsync()).Skip(before).ToList();
        await emulator.SetDoorAsync(new { acknowledges = true });
        var first = lines.First(line => line.Line == "heartbeat not acknowledged").At;
        var left = lines.First(line => line.Line.StartsWith("left with", StringComparison.Ordinal)).At;
        Console.WriteLine($"A dead connection was left {left - first} ms after the first heartbeat without an answer, at an interval of {Interval} ms (wanted: one interval)");
    }

    private static async Task<(long Dropped, long Resumed)> BreakAsync(DiscordEmulator emulator)
    {
        var before = (await emulator.TimesAsync()).Count;
        var dropped = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await emulator.DropAsync();
        await emulator.WaitLogAsync("resumed", after: before, wait: 30_000);
        var resumed = (await emulator.TimesAsync()).Skip(before).First(line => line.Line.StartsWith("resumed", StringComparison.Ordinal)).At;
        return (dropped, resumed);
    }
}
