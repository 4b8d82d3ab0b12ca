using TriageBot.Core.Chat;
using TriageBot.Features.Outbox;

namespace TriageBot.Features.Workspaces;

/// <summary>Says hello in a workspace the bot has just joined: what it is for, and the steps to its first use.</summary>
public sealed class Greetings(ReplyTexts texts, OutboxStore outbox)
{
    /// <summary>One message, sent with the workspace's own row: it comes once however often the platform tells of the joining.</summary>
    public Task GreetAsync(UnitOfWork unit, Destination? where) =>
        where is null ? Task.CompletedTask : outbox.PostAsync(unit, where, new Card(texts.Say(WorkspaceTexts.Hello)));
}
