using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>Acts on a promise, by command or by button: keep, hand over, withdraw, say why, undo.</summary>
internal sealed class PromiseHandlers(PromiseActs acts, MemberStore members, Problems problems)
{
    public async Task<Reply> KeptAsync(Turn turn)
    {
        var number = turn.Number;
        var (promise, answer) = await acts.LookAsync(turn, number).ConfigureAwait(false);
        return promise is null ? answer ?? acts.NoPromise(number) : await acts.ApplyAsync(turn, promise, Keep(turn)).ConfigureAwait(false);
    }

    public Task<Reply> KeepPressedAsync(Turn turn) => acts.PressAsync(turn, Keep(turn));

    public Task<Reply> UndoPressedAsync(Turn turn) => acts.UndoAsync(turn);

    public Task<Reply> WithdrawPressedAsync(Turn turn) => WithPromiseAsync(turn, promise => new Reply.Open(PromiseForms.Withdraw(promise)));

    public Task<Reply> WithdrawFilledAsync(Turn turn) => turn.Value("reason") is { } reason
        ? acts.PressAsync(turn, new PromiseDeed((promise, _) => PromiseRules.Withdraw(promise, reason, turn.Now), "withdrew it", reason))
        : Task.FromResult(problems.BadValue("A promise is taken back with a reason; a few words will do.", ""));

    public Task<Reply> CausePressedAsync(Turn turn) => WithPromiseAsync(turn, promise => new Reply.Open(PromiseForms.Cause(promise)));

    public Task<Reply> CauseFilledAsync(Turn turn)
    {
        var cause = turn.Value("cause") ?? "";
        return acts.PressAsync(turn, new PromiseDeed((promise, _) => PromiseRules.GiveCause(promise, cause), "said why it was missed", cause));
    }

    /// <summary>Whom it is offered to; until they accept, its maker has it.</summary>
    public async Task<Reply> HandOverPressedAsync(Turn turn)
    {
        var (promise, answer) = await acts.LookAsync(turn).ConfigureAwait(false);
        if (promise is null) return answer ?? acts.NoPromise(turn.Control.Item);
        var others = (await members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).Where(member => member.Id != promise.MakerId).ToList();
        var card = await acts.Cards.ShowAsync(turn, promise, canUndo: false).ConfigureAwait(false);
        if (others.Count == 0) return new Reply.Update(card);
        var choices = new Select(new ControlId(PromiseVerbs.To, promise.Number, promise.Revision).ToString(), "Offer it to", MemberChoice.Of(others));
        return new Reply.Update(card with { Controls = [choices, .. card.Controls] });
    }

    public async Task<Reply> OfferAsync(Turn turn)
    {
        var (to, answer) = await members.ReadChoiceAsync(turn, problems).ConfigureAwait(false);
        return to is null ? answer : await acts.PressAsync(turn, new PromiseDeed((promise, _) => PromiseRules.Offer(promise, to.Id), "offered it to somebody")).ConfigureAwait(false);
    }

    public Task<Reply> AcceptAsync(Turn turn) =>
        acts.PressAsync(turn, new PromiseDeed((promise, _) => PromiseRules.Accept(promise, turn.Author.Id), "took it over") { IsOfOffered = true });

    public Task<Reply> DeclineAsync(Turn turn) =>
        acts.PressAsync(turn, new PromiseDeed((promise, _) => PromiseRules.Decline(promise, turn.Author.Id), "did not take it over") { IsOfOffered = true });

    /// <summary>Opened from a list, for everybody: promises to customers are no secrets within the team.</summary>
    public async Task<Reply> OpenAsync(Turn turn)
    {
        var number = long.TryParse(turn.Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : turn.Control.Item;
        return await acts.FindAsync(turn, number).ConfigureAwait(false) is { } promise
            ? new Reply.Private(await acts.Cards.ShowAsync(turn, promise, canUndo: false).ConfigureAwait(false))
            : acts.NoPromise(number);
    }

    private static PromiseDeed Keep(Turn turn) => new((promise, took) => PromiseRules.Keep(promise, turn.Now, took), "kept it");

    private async Task<Reply> WithPromiseAsync(Turn turn, Func<Promise, Reply> open)
    {
        var (promise, answer) = await acts.LookAsync(turn).ConfigureAwait(false);
        return promise is null ? answer ?? acts.NoPromise(turn.Control.Item) : open(promise);
    }
}
