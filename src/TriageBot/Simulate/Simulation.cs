namespace TriageBot.Simulate;

internal static class Simulation
{
    public static Task<int> RunAsync(FileInfo file, bool json, CancellationToken ct) => Task.FromResult(file.Exists && !json ? ExitCodes.ScriptError : ExitCodes.ScriptError);
}
