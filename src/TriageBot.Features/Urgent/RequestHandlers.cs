using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;

namespace TriageBot.Features.Urgent;

/// <summary>What a requester sees and does about what they asked: list, withdraw, solved (rule H10).</summary>
internal sealed class RequestHandlers(UrgentStore urgent, BreakStore breaks, IntakeParts parts, FollowerNews followers, ReplyTexts texts)
{
    private const int MostButtons = 5;

    private static readonly Duration ShownAfterwards = Duration.FromDays(7);

    public async Task<Reply> ListAsync(Turn turn)
    {
        var requests = await urgent.RequestsAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, turn.Now - ShownAfterwards).ConfigureAwait(false);
        if (requests.Count == 0) return texts.Private(UrgentTexts.RequestsEmpty);
        var held = requests.Where(request => request.State == UrgentState.Held).ToList();
        var head = texts.Say(UrgentTexts.RequestsHead, ("held", held.Count), ("closed", requests.Count - held.Count));
        var buttons = held.Take(MostButtons).Select(request =>
            new Button(new ControlId("withdraw", request.Number).ToString(), $"Withdraw #{request.Number}"));
        return new Reply.Private(new Card(RichText.Lines([head, .. requests.Select(request => Line(turn, request))]), [.. buttons]));
    }

    public Task<Reply> WithdrawAsync(Turn turn) => CloseAsync(turn, UrgentState.Withdrawn, UrgentTexts.Withdrawn);

    public Task<Reply> SolvedAsync(Turn turn) => CloseAsync(turn, UrgentState.Solved, UrgentTexts.Solved);

    private async Task<Reply> CloseAsync(Turn turn, UrgentState state, ReplyText said)
    {
        var message = await urgent.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (message is null) return parts.Problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.ChangeRequest(message.RequesterId)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, $"#{message.Number}").ConfigureAwait(false);
        }

        if (!await urgent.CloseAsync(turn.Unit, message, state, turn.Author.Id).ConfigureAwait(false)) return parts.AlreadyClosed(message);
        await breaks.RemoveUnneededAsync(turn.Unit, message.OwnerId).ConfigureAwait(false);
        await followers.TellGoneAsync(turn, message).ConfigureAwait(false);
        return new Reply.Update(new Card(texts.Say(said, ("number", message.Number), ("what", Say.Title(message.What))), Item: message.Number));
    }

    private RichText Line(Turn turn, HeldMessage request) => request.State == UrgentState.Held
        ? texts.Say(
            UrgentTexts.RequestHeld,
            ("number", request.Number),
            ("what", Say.Title(request.What)),
            ("promise", turn.At(request.PromisedAt)),
            ("asked", QueueHandlers.Asked(request)))
        : texts.Say(
            UrgentTexts.RequestClosed,
            ("number", request.Number),
            ("what", Say.Title(request.What)),
            ("state", ReplyValue.Words(StateWords.Of(request.State))));
}
