using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Setup;

/// <summary>Rows of changes to the set-up, numbered 1, 2, 3, … within a workspace.</summary>
internal sealed class SettingChangeStore
{
    /// <returns>The number of the change.</returns>
    public Task<long> AddAsync(UnitOfWork unit, SettingChange change, MemberId by) =>
        unit.Db.SingleAsync<long>(
            """
            insert into setup_changes (workspace_id, revision, kind, member_id, detail, old_text, new_text, made_by, made_at)
            select @workspace, coalesce(max(revision), 0) + 1, @kind, @member, @detail, @old, @new, @by, @now
            from setup_changes where workspace_id = @workspace
            returning revision
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                kind = change.Setting.Kind.ToString(),
                member = change.Setting.Member.Value,
                detail = change.Setting.Detail,
                old = change.Old,
                @new = change.New,
                by = by.Value,
                now = unit.Now,
            });

    /// <summary>The changes that one command made, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<SettingChange>> FindAsync(DbSession db, WorkspaceId workspace, long first, long last) =>
        [.. (await db.QueryAsync<Row>(
            """
            select kind, member_id, detail, old_text, new_text from setup_changes
            where workspace_id = @workspace and revision between @first and @last order by revision
            """,
            new { workspace = workspace.Value, first, last }).ConfigureAwait(false))
            .Select(row => new SettingChange(new Setting(row.Kind, row.MemberId, row.Detail), row.OldText, row.NewText))];

    /// <summary>The newest change of the same thing after <paramref name="last"/>, hours of all days being one thing.</summary>
    public Task<LaterChange?> FindLaterAsync(DbSession db, WorkspaceId workspace, Setting setting, long last) =>
        db.FirstOrDefaultAsync<LaterChange>(
            """
            select made_by, made_at from setup_changes
            where workspace_id = @workspace and kind = @kind and member_id = @member and revision > @last
            order by revision desc limit 1
            """,
            new { workspace = workspace.Value, kind = setting.Kind.ToString(), member = setting.Member.Value, last });

    private sealed class Row
    {
        public SettingKind Kind { get; init; }

        public MemberId MemberId { get; init; }

        public string Detail { get; init; } = "";

        public string OldText { get; init; } = "";

        public string NewText { get; init; } = "";
    }
}

/// <summary>Who made a change, and when.</summary>
internal sealed class LaterChange
{
    public MemberId MadeBy { get; init; }

    public Instant MadeAt { get; init; }
}
