using System.Globalization;
using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.BreakGlass;
using TriageBot.Features.Breaks;

namespace TriageBot.Features.Urgent;

/// <summary>What a requester sees and does about what they asked: list, withdraw, solved (rule H10).</summary>
internal sealed class RequestHandlers(UrgentStore urgent, BreakStore breaks, GlassStore glass, IntakeParts parts, FollowerNews followers)
{
    private const int MostButtons = 5;
    private const int LongestLabel = 80;

    private static readonly Duration ShownAfterwards = Duration.FromDays(7);

    public async Task<Reply> ListAsync(Turn turn)
    {
        var requests = await urgent.RequestsAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, turn.Now - ShownAfterwards).ConfigureAwait(false);
        var judged = await JudgedAsync(turn).ConfigureAwait(false);
        if (requests.Count == 0) return new Reply.Private(new Card(RichText.Lines([parts.Texts.Say(UrgentTexts.RequestsEmpty), .. judged])));
        var held = requests.Where(request => request.State == UrgentState.Held).ToList();
        var head = parts.Texts.Say(UrgentTexts.RequestsHead, ("held", held.Count), ("closed", requests.Count - held.Count));
        return new Reply.Private(new Card(RichText.Lines([head, .. requests.Select(request => Line(turn, request)), .. judged]), [.. Withdrawals(held)]));
    }

    public Task<Reply> WithdrawAsync(Turn turn) => CloseAsync(turn, turn.Control.Item, UrgentState.Withdrawn, UrgentTexts.Withdrawn);

    public Task<Reply> WithdrawChosenAsync(Turn turn) => long.TryParse(turn.Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? CloseAsync(turn, number, UrgentState.Withdrawn, UrgentTexts.Withdrawn)
        : Task.FromResult<Reply>(Reply.Nothing.Instance);

    public Task<Reply> SolvedAsync(Turn turn) => CloseAsync(turn, turn.Control.Item, UrgentState.Solved, UrgentTexts.Solved);

    /// <summary>A button for each; a list where those would be a wall.</summary>
    private static IEnumerable<Control> Withdrawals(List<HeldMessage> held) => held.Count <= MostButtons
        ? held.Select(request => new Button(new ControlId("withdraw", request.Number).ToString(), $"Withdraw #{request.Number}"))
        : [new Select(
            new ControlId("withdraw-chosen").ToString(),
            "Withdraw one",
            [.. held.Select(request => new Choice(request.Number.ToString(CultureInfo.InvariantCulture), $"#{request.Number} {Say.Shorten(request.What, LongestLabel)}"))])];

    private async Task<Reply> CloseAsync(Turn turn, long number, UrgentState state, ReplyText said)
    {
        var message = await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        if (message is null) return parts.Problems.NoSuchItem(number);
        if (Policy.Decide(turn.Actor, new Act.ChangeRequest(message.RequesterId)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, $"#{message.Number}").ConfigureAwait(false);
        }

        if (!await urgent.CloseAsync(turn.Unit, message, state, turn.Author.Id).ConfigureAwait(false)) return parts.AlreadyClosed(message);
        await breaks.RemoveUnneededAsync(turn.Unit, message.OwnerId).ConfigureAwait(false);
        await followers.TellGoneAsync(turn, message).ConfigureAwait(false);
        return new Reply.Update(new Card(parts.Texts.Say(said, ("number", message.Number), ("what", Say.Title(message.What))), Item: message.Number));
    }

    /// <summary>How the member's interruptions were judged: to nobody else, and not before there are enough to say (rule M2).</summary>
    private async Task<IReadOnlyList<RichText>> JudgedAsync(Turn turn)
    {
        var judged = await glass.JudgedAsync(turn.Unit, turn.Author.Id).ConfigureAwait(false);
        return judged.Count < BreakGlassRules.FewestJudged
            ? []
            : [parts.Texts.Say(UrgentTexts.RequestsJudged, ("count", judged.Count(one => one.Verdict == LaterVerdict.CouldWait)), ("judged", judged.Count))];
    }

    private RichText Line(Turn turn, HeldMessage request) => request is { State: UrgentState.Held, WentAtOnce: true }
        ? parts.Texts.Say(UrgentTexts.RequestAtOnce, ("number", request.Number), ("what", Say.Title(request.What)), ("asked", QueueHandlers.Asked(request)))
        : request.State == UrgentState.Held
        ? parts.Texts.Say(
            UrgentTexts.RequestHeld,
            ("number", request.Number),
            ("what", Say.Title(request.What)),
            ("promise", turn.At(request.PromisedAt)),
            ("asked", QueueHandlers.Asked(request)))
        : parts.Texts.Say(
            UrgentTexts.RequestClosed,
            ("number", request.Number),
            ("what", Say.Title(request.What)),
            ("state", ReplyValue.Words(StateWords.Of(request.State))));
}
