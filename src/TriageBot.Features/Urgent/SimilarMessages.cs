using System.Globalization;
using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;
using TriageBot.Features.Customers;
using TriageBot.Features.Escalations;

namespace TriageBot.Features.Urgent;

/// <summary>Two messages about one matter of one customer: asked about, and joined only when the requester says so (rule H11).</summary>
internal sealed class SimilarMessages(UrgentStore urgent, FollowerStore followers, BreakStore breaks, IntakeParts parts)
{
    public const string Join = "urgent-join";

    private static readonly Duration AskedFor = Duration.FromHours(8);

    /// <summary>What a receipt adds when something like it was asked for this customer within the last 8 working hours.</summary>
    public async Task<CustomerQuestion> AskAsync(Turn turn, OwnerPlan plan, HeldMessage message)
    {
        if (message.Customer.Length == 0 || message.State != UrgentState.Held || message.RequesterId != turn.Author.Id) return CustomerQuestion.None;
        var similar = (await urgent.HeldForCustomerAsync(turn.Db, turn.Workspace.Id, message.Customer).ConfigureAwait(false)).LastOrDefault(other =>
            other.Number < message.Number
            && plan.Calendar.WorkingTime(other.WaitingSinceAt, turn.Now) <= AskedFor
            && SimilarText.Of(other.What, message.What));
        if (similar is null) return CustomerQuestion.None;
        var join = new ControlId(Join, message.Number, Extra: similar.Number.ToString(CultureInfo.InvariantCulture));
        // What others asked is theirs to show: its number says enough.
        var isTheirs = Policy.Decide(turn.Actor, new Act.LookAtRequest(similar.RequesterId, similar.OwnerId)) is Verdict.Refused;
        return new CustomerQuestion(
            [isTheirs
                ? parts.Texts.Say(UrgentTexts.SimilarOfAnother, ("number", similar.Number), ("customer", ReplyValue.Typed(message.Customer)))
                : parts.Texts.Say(UrgentTexts.Similar, ("number", similar.Number), ("what", Say.Title(similar.What)))],
            [new Button(join.ToString(), $"Add to #{similar.Number}")]);
    }

    public async Task<Reply> JoinAsync(Turn turn)
    {
        var message = await urgent.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (message is null) return parts.Problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.ChangeRequest(message.RequesterId)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, $"#{message.Number}").ConfigureAwait(false);
        }

        var number = long.TryParse(turn.Control.Extra, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var other = await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        // Never into a closed one, and never across customers: what can no longer be joined stays held by itself.
        if (other is not { State: UrgentState.Held } || other.Customer != message.Customer) return parts.Texts.Private(UrgentTexts.NotJoined, ("number", number));
        if (!await urgent.CloseAsync(turn.Unit, message, UrgentState.Joined, turn.Author.Id).ConfigureAwait(false)) return parts.AlreadyClosed(message);
        await breaks.RemoveUnneededAsync(turn.Unit, message.OwnerId).ConfigureAwait(false);
        await followers.FollowAsync(turn.Unit, other.Number, message.RequesterId).ConfigureAwait(false);
        foreach (var follower in await followers.OfAsync(turn.Db, turn.Workspace.Id, message.Number).ConfigureAwait(false))
        {
            await followers.FollowAsync(turn.Unit, other.Number, follower).ConfigureAwait(false);
        }

        return new Reply.Update(new Card(
            other.WentAtOnce
                ? parts.Texts.Say(UrgentTexts.JoinedAtOnce, ("number", message.Number), ("other", other.Number))
                : parts.Texts.Say(UrgentTexts.Joined, ("number", message.Number), ("other", other.Number), ("promise", turn.At(other.PromisedAt))),
            Item: other.Number));
    }
}
