using TriageBot.Core.Chat;
using TriageBot.Features.Outbox;

namespace TriageBot.Features.Workspaces;

/// <summary>Says hello in a workspace the bot has just joined: what it is for, and the steps to its first use.</summary>
public sealed class Greetings(ReplyTexts texts, OutboxStore outbox, WorkspaceStore workspaces)
{
    /// <summary>One message, sent with the workspace's own row: it comes once however often the platform tells of the joining.</summary>
    public async Task GreetAsync(UnitOfWork unit, Destination where)
    {
        await outbox.PostAsync(unit, where, new Card(texts.Say(WorkspaceTexts.Hello))).ConfigureAwait(false);
        await workspaces.SetGreetedAsync(unit).ConfigureAwait(false);
    }
}
