using System.Diagnostics;
using TriageBot.Testing;

namespace TriageBot.Bench;

/// <summary>The program as its users run it: published, and with that compiled ahead. Otherwise a measurement of seconds is one of the compiler as well.</summary>
internal static class PublishedProgram
{
    private static string OfThisTree => Repository.File("artifacts/bench/program");

    /// <summary>Publishes it, for all that is started afterwards. Where that cannot be done, the build output is measured.</summary>
    /// <param name="published">Where it was published before; null publishes it now.</param>
    public static async Task UseAsync(string? published)
    {
        var folder = published is null ? OfThisTree : Path.GetFullPath(published);
        if (published is not null || await PublishAsync(folder)) RunningProgram.Folder = folder;
        else Console.WriteLine("The program cannot be published here: its build output is measured, which the compiler works on meanwhile.");
    }

    /// <summary>Publishes it once more, with a runtime of its own, for what is measured of that as well.</summary>
    /// <returns>Its folder; null where it cannot be done, and where a program that was published before is measured.</returns>
    public static async Task<string?> WithRuntimeAsync()
    {
        var folder = Repository.File("artifacts/bench/program-with-runtime");
        return RunningProgram.Folder == OfThisTree && await PublishAsync(folder, "--self-contained") ? folder : null;
    }

    public static async Task<bool> PublishAsync(string folder, params IEnumerable<string> options)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Repository.File("src/TriageBot"), "-c", "Release", "-v", "q", "-o", folder, .. options]))
            ?? throw new InvalidOperationException("dotnet did not start.");
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0;
    }
}
