using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Inbox;

/// <summary>Events that were handled, with the reply each got: a repeated delivery gets the same one and does nothing (rules X1, H11).</summary>
public sealed class InboxStore
{
    public async Task<Reply?> FindReplyAsync(DbSession db, WorkspaceId workspace, string eventId)
    {
        var json = await db.FirstOrDefaultAsync<string>(
            "select reply from inbox where workspace_id = @workspace and event_id = @eventId",
            new { workspace = workspace.Value, eventId }).ConfigureAwait(false);
        return json is null ? null : ChatJson.ReadReply(json);
    }

    /// <summary>Fails with a duplicate key when the event was already handled.</summary>
    public Task InsertAsync(DbSession db, WorkspaceId workspace, string eventId, Reply reply, Instant now) =>
        db.ExecuteAsync(
            "insert into inbox (workspace_id, event_id, reply, received_at) values (@workspace, @eventId, @reply, @now)",
            new { workspace = workspace.Value, eventId, reply = ChatJson.Write(reply), now });

    public Task ForgetBeforeAsync(DbSession db, WorkspaceId workspace, Instant before) =>
        db.ExecuteAsync("delete from inbox where workspace_id = @workspace and received_at < @before", new { workspace = workspace.Value, before });
}
