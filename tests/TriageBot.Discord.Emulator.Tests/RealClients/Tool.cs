using System.Diagnostics;

namespace TriageBot.Discord.Emulator.Tests.RealClients;

/// <summary>A program in another language that a test needs: node with the packages of this folder, or Debian's python with discord.py.</summary>
internal static class Tool
{
    private const string Python = "/usr/bin/python3";
    private const string PythonPackage = "/usr/lib/python3/dist-packages/discord/__init__.py";

    public static string Folder { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "TriageBot.Discord.Emulator.Tests", "RealClients");

    /// <summary>Discord's published specification, beside the project.</summary>
    public static string Specification { get; } = Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "protocols", "discord-openapi.json");

    public static ProcessStartInfo Node(string script, params IEnumerable<string> arguments)
    {
        Need(Directory.Exists(Path.Combine(Folder, "node_modules", "discord.js")), $"discord.js is not installed: run npm ci in {Path.GetRelativePath(Root(AppContext.BaseDirectory), Folder)}.");
        return Start("node", Path.Combine(Folder, script), arguments);
    }

    public static ProcessStartInfo DiscordPy(params IEnumerable<string> arguments)
    {
        Need(File.Exists(PythonPackage), "discord.py is not installed: it is Debian's package python3-discord.");
        return Start(Python, Path.Combine(Folder, "parrot.py"), arguments);
    }

    /// <summary>Skips the test where something is missing, and fails it where CI promised it.</summary>
    public static void Need(bool isThere, string missing)
    {
        if (isThere) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") throw new InvalidOperationException($"CI must have it: {missing}");
        Assert.Skip(missing);
    }

    /// <summary>Runs it to the end and returns what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    private static ProcessStartInfo Start(string program, string script, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(script);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "TriageBot.sln"))
        ? folder
        : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
