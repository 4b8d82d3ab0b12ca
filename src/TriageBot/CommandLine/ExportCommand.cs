using System.CommandLine;
using TriageBot.Core.Tasks;
using TriageBot.Features.Export;
using TriageBot.Features.Workspaces;

namespace TriageBot.CommandLine;

/// <summary><c>triagebot export FILE</c>: what <c>/export</c> gives, where it is too large for a message. Private tasks are without their words, whoever runs it.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Target = new("file") { Description = "The zip to write; one that is there is not overwritten." };

    public static Command Build()
    {
        var export = new Command("export", "Writes everything that is kept about a team to a zip of CSV files, while the bot is stopped. "
            + $"Exit code {ExitCodes.UnusableInput}: the file cannot be written; {ExitCodes.Usage}: it is not said for which team.")
        {
            Target,
            TeamOnDisk.WorkspaceOption,
            TeamOnDisk.DataOption,
        };
        export.SetAction(ExportAsync);
        return export;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, CancellationToken stop)
    {
        var (opened, code) = await TeamOnDisk.OpenAsync(parsed, stop);
        if (opened is null) return code;
        await using var team = opened;
        var (workspaces, exporter) = (team.Service<WorkspaceStore>(), team.Service<Exporter>());
        var export = await team.Database.ReadAsync(
            async db => await workspaces.FindAsync(db, team.Workspace) is { } workspace ? await exporter.MakeAsync(db, workspace, TaskReader.Everybody, TeamOnDisk.Now) : null, stop);
        if (export is null) return ExitCodes.Usage;
        var path = parsed.GetRequiredValue(Target);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew);
            await file.WriteAsync(export.File.Content, stop);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} cannot be written: {unwritable.Message}");
            return ExitCodes.UnusableInput;
        }

        Console.Out.WriteLine($"{path}: {export.Tables + 1} files with {export.Rows} rows.");
        return ExitCodes.Success;
    }
}
