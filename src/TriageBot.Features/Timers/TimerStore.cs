using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Timers;

/// <summary>Timers are rows, written with the state that causes them (architecture, section 3).</summary>
public sealed class TimerStore
{
    /// <summary>The one kind of timer that goes on in a workspace the bot has left.</summary>
    public const string Erase = "erase";

    /// <summary>Nothing else becomes due in a workspace the bot has left; when it comes back, what was missed is caught up with by each kind's own rule.</summary>
    private const string IsRunning = $"(kind = '{Erase}' or not exists (select 1 from workspaces w where w.id = timers.workspace_id and w.left_at is not null))";

    /// <summary>Sets a timer, or moves the one with the same kind and key.</summary>
    public Task SetAsync(UnitOfWork unit, string kind, string key, Instant due)
    {
        unit.Plans(due);
        return unit.Db.ExecuteAsync(
            """
            insert into timers (workspace_id, kind, key, due_at) values (@workspace, @kind, @key, @due)
            on conflict (workspace_id, kind, key) do update set due_at = excluded.due_at, attempts = 0
            """,
            new { workspace = unit.Workspace.Id.Value, kind, key, due });
    }

    /// <summary>The same for a timer that many set one after the other, each to the same moment: it is written when it does not stand there yet.</summary>
    public async Task KeepAsync(UnitOfWork unit, string kind, string key, Instant due)
    {
        var stands = await unit.Db.RecallAsync(kind, unit.Workspace.Id.Value, key, () => FindAsync(unit, kind, key)).ConfigureAwait(false);
        if (stands != due) await SetAsync(unit, kind, key, due).ConfigureAwait(false);
    }

    /// <returns>When it becomes due; null when there is none, or it has been.</returns>
    public Task<Instant?> FindAsync(UnitOfWork unit, string kind, string key) =>
        unit.Db.FirstOrDefaultAsync<Instant?>(
            "select due_at from timers where workspace_id = @workspace and kind = @kind and key = @key",
            new { workspace = unit.Workspace.Id.Value, kind, key });

    public Task RemoveAsync(UnitOfWork unit, string kind, string key) =>
        unit.Db.ExecuteAsync(
            "delete from timers where workspace_id = @workspace and kind = @kind and key = @key",
            new { workspace = unit.Workspace.Id.Value, kind, key });

    /// <summary>The same for up to four kinds of timers of one thing at once; null for none.</summary>
    public Task RemoveAsync(UnitOfWork unit, string key, string? first, string? second, string? third, string? fourth) =>
        unit.Db.ExecuteAsync(
            "delete from timers where workspace_id = @workspace and kind in (@first, @second, @third, @fourth) and key = @key",
            new { workspace = unit.Workspace.Id.Value, first, second, third, fourth, key });

    /// <summary>Timers of all workspaces that are due, oldest first, at most 100.</summary>
    public Task<IReadOnlyList<Timer>> DueAsync(DbSession db, Instant now) =>
        db.QueryAsync<Timer>(
            $"select workspace_id, kind, key, due_at, attempts from timers where due_at <= @now and {IsRunning} order by due_at, kind, key limit 100",
            new { now });

    public Task<Instant?> NextDueAsync(DbSession db) => db.FirstOrDefaultAsync<Instant?>($"select due_at from timers where {IsRunning} order by due_at limit 1");

    /// <summary>Takes a timer away for its handler. False when another worker was faster or the timer was moved.</summary>
    public async Task<bool> TakeAsync(DbSession db, Timer timer) =>
        await db.ExecuteAsync(
            "delete from timers where workspace_id = @WorkspaceId and kind = @Kind and key = @Key and due_at = @DueAt",
            timer).ConfigureAwait(false) == 1;

    public Task<int> PostponeAsync(DbSession db, Timer timer, Instant due) =>
        db.ExecuteAsync(
            """
            update timers set due_at = @due, attempts = attempts + 1
            where workspace_id = @WorkspaceId and kind = @Kind and key = @Key and due_at = @DueAt
            """,
            new { timer.WorkspaceId, timer.Kind, timer.Key, timer.DueAt, due });
}

/// <summary>A timer's row.</summary>
public sealed class Timer
{
    public WorkspaceId WorkspaceId { get; init; }

    public string Kind { get; init; } = "";

    public string Key { get; init; } = "";

    public Instant DueAt { get; init; }

    public int Attempts { get; init; }
}
