using TriageBot.Core.Chat;
using TriageBot.Storage;

namespace TriageBot.Features.Outbox;

/// <summary>Cards that stand in one place and are edited there: the outbox row carries the card's key, and which message it became is kept beside it.</summary>
public sealed class CardStore(OutboxStore outbox)
{
    /// <summary>Posts the card, or edits the message that it became. Of several edits that nobody has seen yet only the newest is sent.</summary>
    /// <param name="key">Unique within the workspace, such as <c>escalation/142</c>.</param>
    public async Task ShowAsync(UnitOfWork unit, string key, Destination to, Card card)
    {
        var waiting = await unit.Db.ExecuteAsync(
            "update outbox set card = @card where workspace_id = @workspace and card_key = @key and state in ('pending', 'sending') and state = 'pending'",
            new { workspace = unit.Workspace.Id.Value, key, card = ChatJson.Write(card) }).ConfigureAwait(false);
        if (waiting == 0) await PostAsync(unit, key, to, card).ConfigureAwait(false);
    }

    /// <summary>The same for a card that has never been shown.</summary>
    public Task PostAsync(UnitOfWork unit, string key, Destination to, Card card) => outbox.PostAsync(unit, to, card, key);

    /// <summary>The message that a card became; null before it was posted.</summary>
    public Task<string?> MessageOfAsync(DbSession db, WorkspaceId workspace, string key) =>
        db.FirstOrDefaultAsync<string?>(
            "select message_id from cards where workspace_id = @workspace and card_key = @key",
            new { workspace = workspace.Value, key });

    /// <summary>True while an earlier message of the same card has not gone out.</summary>
    public async Task<bool> HasEarlierAsync(DbSession db, OutboxRow row) =>
        await db.SingleAsync<int>(
            """
            select count(*) from outbox o join outbox mine on mine.key = @Key
            where o.workspace_id = mine.workspace_id and o.card_key = mine.card_key and o.state in ('pending', 'sending') and o.key <> mine.key
              and (o.created_at < mine.created_at or (o.created_at = mine.created_at and o.ordinal < mine.ordinal))
            """,
            new { row.Key }).ConfigureAwait(false) > 0;

    public Task PostedAsync(DbSession db, WorkspaceId workspace, string key, string messageId) =>
        db.ExecuteAsync(
            """
            insert into cards (workspace_id, card_key, message_id) values (@workspace, @key, @messageId)
            on conflict (workspace_id, card_key) do update set message_id = excluded.message_id
            """,
            new { workspace = workspace.Value, key, messageId });

    /// <summary>Its message is gone: the next time it is shown it is posted anew.</summary>
    public Task LostAsync(DbSession db, WorkspaceId workspace, string key) =>
        db.ExecuteAsync("delete from cards where workspace_id = @workspace and card_key = @key", new { workspace = workspace.Value, key });
}
