using System.CommandLine;
using TriageBot.Settings;
using TriageBot.Simulate;

namespace TriageBot.CommandLine;

/// <summary><c>triagebot simulate FILE</c>: plays a day from a script.</summary>
internal static class SimulateCommand
{
    private static readonly Argument<string> File = new("file") { Description = "The script, for example config/example-day.txt." };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per message of the bot instead of the transcript." };

    public static Command Build()
    {
        var command = new Command("simulate", "Plays a day from a script on its own clock and prints what everybody saw. "
            + $"Exit code {ExitCodes.NotAsExpected}: an 'expect' was not met; {ExitCodes.UnusableInput}: the script cannot be read or played.")
        {
            File,
            Json,
        };
        command.SetAction((parsed, stop) => Simulation.RunAsync(OptionsReader.ReadHere(), parsed.GetRequiredValue(File), parsed.GetValue(Json), stop));
        return command;
    }
}
