using System.Diagnostics;
using TriageBot.Discord.Emulator.Client;
using TriageBot.Testing;

namespace TriageBot.Bench.Discord;

/// <summary>The minimal bot on discord.js with better-sqlite3.</summary>
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
    public static async Task<Yardstick> StartAsync(DiscordEmulator emulator, string database)
    {
        foreach (var old in (string[])["", "-wal", "-shm"]) File.Delete(database + old);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, WorkingDirectory = Folder };
        foreach (var argument in (string[])["bot.mjs", emulator.ApiUrl.ToString().Replace("/v10", "", StringComparison.Ordinal), emulator.Token, database]) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        return await process.StandardOutput.ReadLineAsync() is "ready" ? new Yardstick(process) : throw new InvalidOperationException("The minimal bot did not log in.");
    }

    public Task<double> SettledMemoryAsync() => Resident.SettleAsync(process.Id);

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
