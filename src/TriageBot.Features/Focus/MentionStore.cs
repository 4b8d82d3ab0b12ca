using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Focus;

/// <summary>Who mentioned an owner while they were not to be asked, once for each person and span (rule H18).</summary>
internal sealed class MentionStore
{
    private const string Columns = "id, owner_id, member_id, period, what, message_id, link, held_number";

    /// <returns>The row, or null when this person was answered in this span already.</returns>
    public async Task<MentionAsk?> AddAsync(UnitOfWork unit, MentionAsk ask)
    {
        var id = await unit.Db.FirstOrDefaultAsync<long?>(
            """
            insert into mention_asks (workspace_id, id, owner_id, member_id, period, what, message_id, link, asked_at)
            select @workspace, coalesce(max(id), 0) + 1, @owner, @member, @Period, @What, @MessageId, @Link, @now from mention_asks where workspace_id = @workspace
            on conflict (workspace_id, owner_id, period, member_id) do nothing
            returning id
            """,
            new
            {
                workspace = unit.Workspace.Id.Value,
                owner = ask.OwnerId.Value,
                member = ask.MemberId.Value,
                ask.Period,
                ask.What,
                ask.MessageId,
                ask.Link,
                now = unit.Now,
            }).ConfigureAwait(false);
        return id is { } added ? ask with { Id = added } : null;
    }

    public Task<MentionAsk?> FindAsync(DbSession db, WorkspaceId workspace, long id) =>
        db.FirstOrDefaultAsync<MentionAsk>(
            $"select {Columns} from mention_asks where workspace_id = @workspace and id = @id",
            new { workspace = workspace.Value, id });

    public Task HeldAsync(UnitOfWork unit, long id, long number) =>
        unit.Db.ExecuteAsync(
            "update mention_asks set held_number = @number where workspace_id = @workspace and id = @id",
            new { workspace = unit.Workspace.Id.Value, id, number });

    public async Task<(int People, int Held)> CountAsync(UnitOfWork unit, MemberId owner, string period)
    {
        var asks = await unit.Db.QueryAsync<MentionAsk>(
            $"select {Columns} from mention_asks where workspace_id = @workspace and owner_id = @owner and period = @period",
            new { workspace = unit.Workspace.Id.Value, owner = owner.Value, period }).ConfigureAwait(false);
        return (asks.Count, asks.Count(ask => ask.HeldNumber is not null));
    }
}

/// <summary>A mention's row.</summary>
internal sealed record MentionAsk
{
    public long Id { get; init; }

    public MemberId OwnerId { get; init; }

    public MemberId MemberId { get; init; }

    public string Period { get; init; } = "";

    /// <summary>As typed; empty where the platform keeps it to itself.</summary>
    public string What { get; init; } = "";

    public string MessageId { get; init; } = "";

    public string Link { get; init; } = "";

    /// <summary>The held message it became; null while it became none.</summary>
    public long? HeldNumber { get; init; }
}
