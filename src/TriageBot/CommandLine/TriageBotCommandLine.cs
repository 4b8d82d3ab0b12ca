using System.CommandLine;
using TriageBot.Demo;
using TriageBot.Settings;
using TriageBot.Storage;

namespace TriageBot.CommandLine;

/// <summary>The program's own command line. Without a command it serves the local team chat.</summary>
internal static class TriageBotCommandLine
{
    private static readonly Option<bool> Demo = new("--demo") { Description = "A filled example team on a clock of its own; its data is thrown away at the end." };

    private static readonly Option<string?> Port = new("--port") { Description = "Where the local chat listens on this machine (default 5080; 0 for any free port).", HelpName = "number" };

    private static readonly Option<string?> Data = new("--data") { Description = "Folder for the database (default ./data).", HelpName = "folder" };

    /// <returns>The exit code, see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken stop)
    {
        // Without response files, so that "@ 5pm" stays the due date it is.
        var parsed = Build().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
            return parsed.Errors.Count > 0 ? UsageCode(parsed.CommandResult.Command) : code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
        catch (Exception refusal) when (refusal is StartRefusedException or DatabaseRefusedException)
        {
            await Console.Error.WriteLineAsync($"TriageBot cannot start. {refusal.Message}");
            return ExitCodes.Configuration;
        }
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("TriageBot protects one person's attention and a team's word to its customers. Without a command it serves the local team chat.")
        {
            Demo,
            Port,
            Data,
            SimulateCommand.Build(),
            DueCommand.Build(),
            CustomersCommand.Build(),
            ExportCommand.Build(),
            DiscordCommand.Build(),
        };
        root.SetAction(ServeAsync);
        root.Validators.Add(result =>
        {
            if (result.GetValue(Demo) && result.GetResult(Data) is not null) result.AddError("--demo keeps its data in a temporary folder; leave out --data.");
        });
        return root;
    }

    private static int UsageCode(Command command) => command.Name == DueCommand.Name ? ExitCodes.UnusableInput : ExitCodes.Usage;

    private static Task<int> ServeAsync(ParseResult parsed, CancellationToken stop)
    {
        var options = OptionsReader.ReadHere(Given(parsed));
        return parsed.GetValue(Demo) ? DemoServer.RunAsync(options, stop) : ChatServer.RunAsync(options, stop);
    }

    private static Dictionary<string, string?> Given(ParseResult parsed)
    {
        var given = new Dictionary<string, string?>();
        if (parsed.GetValue(Port) is { } port) given["Web:Port"] = port;
        if (parsed.GetValue(Data) is { } folder) given["Data:Folder"] = folder;
        return given;
    }
}
