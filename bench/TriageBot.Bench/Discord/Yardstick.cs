using System.Diagnostics;
using TriageBot.Discord.Emulator.Client;
using TriageBot.Testing;

namespace TriageBot.Bench.Discord;

/// <summary>What the bot is measured against: the minimal bot on discord.js with better-sqlite3, or a bare loop (<see cref="BareLoop"/>).</summary>
internal sealed class Yardstick : IMeasured, IDisposable
{
    private readonly Process process;

    private Yardstick(Process process) => this.process = process;

    public static string Folder => Repository.File(Path.Combine("bench", "TriageBot.Bench", "Discord", "DiscordJs"));

    public static bool IsThere => File.Exists(Path.Combine(Folder, "node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node"));

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public int NextNumber { get; set; }

    /// <param name="database">Deleted first.</param>
    public static Task<Yardstick> StartAsync(DiscordEmulator emulator, string database) =>
        StartAsync("node", [Path.Combine(Folder, "bot.mjs"), emulator.ApiUrl.ToString().Replace("/v10", "", StringComparison.Ordinal), emulator.Token, database], database);

    /// <param name="database">Deleted first.</param>
    /// <param name="copied">A database of the bot's, for a loop that stores the same rows.</param>
    public static Task<Yardstick> StartBareAsync(DiscordEmulator emulator, string database, string? copied = null) =>
        StartAsync("dotnet", [typeof(BareLoop).Assembly.Location, BareLoop.Name, emulator.ApiUrl.ToString(), emulator.Token, database, .. copied is null ? (string[])[] : [copied]], database);

    private static async Task<Yardstick> StartAsync(string program, IEnumerable<string> arguments, string database)
    {
        foreach (var old in (string[])["", "-wal", "-shm"]) File.Delete(database + old);
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException($"{program} did not start.");
        return await process.StandardOutput.ReadLineAsync() is "ready" ? new Yardstick(process) : throw new InvalidOperationException("The bot to compare with did not log in.");
    }

    public Task<double> SettledMemoryAsync() => Resident.SettleAsync(process.Id);

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
