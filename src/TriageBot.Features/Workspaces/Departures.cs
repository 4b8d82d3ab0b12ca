using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Timers;
using TriageBot.Storage;
using TriageBot.Storage.Migrations;

namespace TriageBot.Features.Workspaces;

/// <summary>The bot was removed from a workspace: nothing of it becomes due any more, and after a while it is erased as if it had never been.</summary>
public sealed class Departures(WorkspaceStore workspaces, TimerStore timers, BotSettings settings)
{
    private const string Whole = "all";

    public async Task<bool> LeftAsync(DbSession db, WorkspaceId id, Instant now)
    {
        if (await workspaces.FindAsync(db, id).ConfigureAwait(false) is not { LeftAt: null } workspace) return false;
        await workspaces.SetLeftAsync(db, id, now).ConfigureAwait(false);
        await timers.SetAsync(new UnitOfWork(db, workspace, now), TimerStore.Erase, Whole, now + settings.KeptAfterLeaving).ConfigureAwait(false);
        return true;
    }

    /// <summary>The bot is in the workspace again: everything goes on where it stopped.</summary>
    public async Task ReturnedAsync(UnitOfWork unit)
    {
        await workspaces.SetLeftAsync(unit.Db, unit.Workspace.Id, null).ConfigureAwait(false);
        await timers.RemoveAsync(unit, TimerStore.Erase, Whole).ConfigureAwait(false);
    }

    /// <summary>Workspaces of which the bot believes to be in them, and is not.</summary>
    public async Task<IReadOnlyList<WorkspaceId>> MissingAsync(DbSession db, RollCall call) =>
        [.. (await workspaces.PresentAsync(db, call.Platform).ConfigureAwait(false)).Where(id => call.Concerns(id) && !call.Present.Contains(id))];

    /// <summary>Catch-up: late erasing is still erasing.</summary>
    public async Task EraseAsync(UnitOfWork unit, string key)
    {
        if (unit.Workspace.LeftAt is null) return;
        foreach (var table in WorkspaceTables.LastMadeFirst)
        {
            await unit.Db.ExecuteAsync($"delete from {table} where workspace_id = @workspace", new { workspace = unit.Workspace.Id.Value }).ConfigureAwait(false);
        }

        await unit.Db.ExecuteAsync("delete from workspaces where id = @workspace", new { workspace = unit.Workspace.Id.Value }).ConfigureAwait(false);
    }
}
