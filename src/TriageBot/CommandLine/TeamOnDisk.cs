using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features;
using TriageBot.Features.Workspaces;
using TriageBot.Settings;
using TriageBot.Storage;

namespace TriageBot.CommandLine;

/// <summary>One team of a database that no bot is serving, for commands from outside the chat.</summary>
internal sealed class TeamOnDisk : IAsyncDisposable
{
    private readonly IAsyncDisposable file;
    private readonly ServiceProvider services;

    private TeamOnDisk(IDatabase database, IAsyncDisposable file, ServiceProvider services, WorkspaceId workspace) =>
        (Database, this.file, this.services, Workspace) = (database, file, services, workspace);

    public static Option<string?> WorkspaceOption { get; } = new("--workspace") { Description = "Id of the workspace, where there are several.", HelpName = "id" };

    public static Option<string?> DataOption { get; } = new("--data") { Description = "Folder of the database (default ./data).", HelpName = "folder" };

    public IDatabase Database { get; }

    public WorkspaceId Workspace { get; }

    public static Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <returns>Null and the exit code where there is no such team; why was said.</returns>
    public static async Task<(TeamOnDisk? Team, int Code)> OpenAsync(ParseResult parsed, CancellationToken stop)
    {
        var given = new Dictionary<string, string?>();
        if (parsed.GetValue(DataOption) is { } folder) given["Data:Folder"] = folder;
        var options = OptionsReader.ReadHere(given);
        if (!File.Exists(options.Data.DatabaseFile))
        {
            await Console.Error.WriteLineAsync($"There is no database at {options.Data.DatabaseFile} yet. Start TriageBot once, or name its folder: --data folder");
            return (null, ExitCodes.UnusableInput);
        }

        var database = Composition.OpenDatabase(options.Data.DatabaseFile, TimeProvider.System);
        var services = Services(options, database);
        if (await PickAsync(database, services, parsed.GetValue(WorkspaceOption), stop) is { } workspace) return (new TeamOnDisk(database, database, services, workspace), ExitCodes.Success);
        await services.DisposeAsync();
        await database.DisposeAsync();
        return (null, ExitCodes.Usage);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await file.DisposeAsync();
    }

    private static async Task<WorkspaceId?> PickAsync(IDatabase database, ServiceProvider services, string? id, CancellationToken stop)
    {
        var all = await database.ReadAsync(services.GetRequiredService<WorkspaceStore>().AllAsync, stop);
        if (id is null && all is [var only]) return only.Id;
        if (id is not null && all.Any(workspace => workspace.Id.Value == id)) return new WorkspaceId(id);
        await Console.Error.WriteLineAsync(all.Count == 0
            ? "There is no team in this database yet. Start TriageBot once."
            : $"Which team? Name it with --workspace: {string.Join(", ", all.Select(workspace => $"{workspace.Id} ({workspace.Name})"))}");
        return null;
    }

    private static ServiceProvider Services(TriageBotOptions options, IDatabase database)
    {
        var settings = new BotSettings(options.Team.In(options.Team.Zone ?? DateTimeZone.Utc), options.Hold.ToSettings(), options.Hold.EmergencyText ?? "");
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(database).AddSingleton(RepliesFile.Read(options.Texts))
            .AddTriageBot(settings).BuildServiceProvider();
    }
}
