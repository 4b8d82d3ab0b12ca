using TriageBot.Core.Urgent;
using TriageBot.Features.Escalations;
using TriageBot.Features.Outbox;

namespace TriageBot.Features.Urgent;

/// <summary>Tells those who had added theirs to a message that it was taken back (rule H11): nobody else would answer them.</summary>
internal sealed class FollowerNews(FollowerStore followers, OutboxStore outbox, Core.Chat.ReplyTexts texts)
{
    public async Task TellGoneAsync(Turn turn, HeldMessage message)
    {
        foreach (var follower in await followers.OfAsync(turn.Db, turn.Workspace.Id, message.Number).ConfigureAwait(false))
        {
            if (follower == turn.Author.Id) continue;
            var said = texts.Say(UrgentTexts.FollowedGone, ("number", message.Number), ("member", turn.Author.AsRun()));
            await outbox.TellAsync(turn.Unit, follower, said, message.Number).ConfigureAwait(false);
        }
    }
}
