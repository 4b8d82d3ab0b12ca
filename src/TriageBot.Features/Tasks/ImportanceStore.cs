using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Storage;

namespace TriageBot.Features.Tasks;

/// <summary>What owners have listed as important (rule O1).</summary>
internal sealed class ImportanceStore
{
    /// <summary>The rules of one owner, the oldest first.</summary>
    public async Task<IReadOnlyList<ImportanceRule>> OfAsync(DbSession db, WorkspaceId workspace, MemberId owner)
    {
        var rows = await db.QueryAsync<Row>(
            "select kind, subject from importance_rules where workspace_id = @workspace and owner_id = @owner order by created_at, kind, match_key",
            new { workspace = workspace.Value, owner = owner.Value }).ConfigureAwait(false);
        return [.. rows.Select(row => new ImportanceRule(row.Kind, row.Subject))];
    }

    /// <returns>False when it was there already.</returns>
    public async Task<bool> AddAsync(UnitOfWork unit, MemberId owner, ImportanceRule rule) =>
        await unit.Db.ExecuteAsync(
            """
            insert into importance_rules (workspace_id, owner_id, kind, match_key, subject, created_at)
            values (@workspace, @owner, @kind, @MatchKey, @Subject, @now)
            on conflict (workspace_id, owner_id, kind, match_key) do nothing
            """,
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, kind = rule.Kind.ToString(), rule.MatchKey, rule.Subject, now = unit.Now }).ConfigureAwait(false) == 1;

    /// <returns>When it was added; null when there is none.</returns>
    public Task<Instant?> FindAddedAtAsync(DbSession db, WorkspaceId workspace, MemberId owner, ImportanceRule rule) =>
        db.FirstOrDefaultAsync<Instant?>(
            "select created_at from importance_rules where workspace_id = @workspace and owner_id = @owner and kind = @kind and match_key = @MatchKey",
            new { workspace = workspace.Value, owner = owner.Value, kind = rule.Kind.ToString(), rule.MatchKey });

    /// <returns>False when it was gone already.</returns>
    public async Task<bool> RemoveAsync(DbSession db, WorkspaceId workspace, MemberId owner, ImportanceRule rule) =>
        await db.ExecuteAsync(
            "delete from importance_rules where workspace_id = @workspace and owner_id = @owner and kind = @kind and match_key = @MatchKey",
            new { workspace = workspace.Value, owner = owner.Value, kind = rule.Kind.ToString(), rule.MatchKey }).ConfigureAwait(false) == 1;

    /// <summary>Tasks that a rule has judged at that moment and nobody has changed since.</summary>
    public Task<IReadOnlyList<long>> JudgedAtAsync(DbSession db, WorkspaceId workspace, MemberId owner, Instant at) =>
        db.QueryAsync<long>(
            """
            select t.number from tasks t
            join task_changes c on c.workspace_id = t.workspace_id and c.number = t.number and c.revision = t.revision
            where t.workspace_id = @workspace and t.assignee_id = @owner and t.state = 'Open'
              and c.kind = 'JudgedByRule' and c.changed_by = @owner and c.changed_at = @at
            order by t.number
            """,
            new { workspace = workspace.Value, owner = owner.Value, at });

    private sealed class Row
    {
        public ImportanceKind Kind { get; init; }

        public string Subject { get; init; } = "";
    }
}
