using Microsoft.Extensions.Logging;
using TriageBot.Settings;

namespace TriageBot.Simulate;

/// <summary>Plays a script from a file and prints what everybody saw.</summary>
internal static class Simulation
{
    /// <param name="file">As it was typed; problems are reported under this name.</param>
    /// <returns>The exit code, see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(TriageBotOptions options, string file, bool json, CancellationToken ct)
    {
        try
        {
            var script = ScriptReader.Read(file, await ReadAsync(file, ct));
            ITranscript transcript = json ? new JsonTranscript(Console.Out, script.Zone) : new TextTranscript(Console.Out, script.Zone);
            using var loggers = ProgramLog.Create(options.Logging.Level);
            await PlayAsync(script, options, transcript, loggers, ct);
            return ExitCodes.Success;
        }
        catch (ExpectationException unmet)
        {
            await Console.Error.WriteLineAsync(unmet.Message);
            return ExitCodes.NotAsExpected;
        }
        catch (ScriptException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return ExitCodes.UnusableInput;
        }
    }

    /// <summary>Plays a script on a stage of its own, whose files are gone afterwards.</summary>
    public static async Task PlayAsync(Script script, TriageBotOptions options, ITranscript transcript, ILoggerFactory loggers, CancellationToken ct)
    {
        using var folder = TemporaryFolder.Make("triagebot-simulate");
        await using var stage = await Stage.OpenAsync(StageSetup.For(script, folder.Path, options, loggers), ct);
        await new ScriptPlayer(script, stage, transcript).PlayAsync(ct);
    }

    private static async Task<string> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllTextAsync(file, ct);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ScriptException(file, 0, "the script cannot be read. Expected a text file, for example config/example-day.txt");
        }
    }
}
