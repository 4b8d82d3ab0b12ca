using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.Dates;

namespace TriageBot.Features.Promises;

/// <summary>Another date for a promise, with the message to its customer drafted; the bot never sends one (rule C8).</summary>
internal sealed class PromiseMoves(PromiseActs acts, PromiseDates dates, PromiseGuards guards, PromiseStore promises, ReplyTexts texts)
{
    public async Task<Reply> RenegotiateAsync(Turn turn)
    {
        var number = turn.Number;
        var (promise, answer) = await acts.LookAsync(turn, number).ConfigureAwait(false);
        return promise is null ? answer ?? acts.NoPromise(number) : await MoveAsync(turn, promise, turn.Value("when") ?? "").ConfigureAwait(false);
    }

    public async Task<Reply> PressedAsync(Turn turn)
    {
        var (promise, answer) = await acts.LookAsync(turn).ConfigureAwait(false);
        return promise is null ? answer ?? acts.NoPromise(turn.Control.Item) : new Reply.Open(PromiseForms.Move(promise));
    }

    public async Task<Reply> FilledAsync(Turn turn)
    {
        var typed = turn.Value("due") ?? "";
        var (promise, answer) = await acts.LookAsync(turn, typed).ConfigureAwait(false);
        return promise is null ? answer ?? acts.NoPromise(turn.Control.Item) : await MoveAsync(turn, promise, typed).ConfigureAwait(false);
    }

    /// <summary>The other reading of the date that was only just typed (rule D2).</summary>
    public async Task<Reply> OtherReadingAsync(Turn turn)
    {
        var (promise, answer) = await acts.LookAsync(turn).ConfigureAwait(false);
        if (promise is null) return answer ?? acts.NoPromise(turn.Control.Item);
        var (date, problem) = await dates.ReadAsync(turn, turn.Control.Extra, promise.Customer).ConfigureAwait(false);
        if (date is null) return problem ?? acts.NoPromise(promise.Number);
        var newest = await promises.VersionAsync(turn.Db, turn.Workspace.Id, promise.Number, promise.Revision).ConfigureAwait(false);
        var changed = await OnAsync(turn, promise, date).ConfigureAwait(false);
        return await acts.ApplyAsync(
            turn,
            promise,
            new PromiseDeed((open, _) => PromiseRules.Correct(open, changed, (newest?.Kind ?? PromiseChangeKind.Kept, newest?.ChangedAt ?? open.MadeAt), turn.Now), "took the other reading"),
            [.. acts.Cards.Warnings(changed.Basis)]).ConfigureAwait(false);
    }

    public async Task<Reply> EditMessageAsync(Turn turn)
    {
        var (promise, answer) = await acts.LookAsync(turn).ConfigureAwait(false);
        if (promise is null) return answer ?? acts.NoPromise(turn.Control.Item);
        var before = await promises.AtAsync(turn.Db, turn.Workspace.Id, promise.Number, promise.Revision - 1).ConfigureAwait(false) ?? promise;
        return new Reply.Open(PromiseForms.Message(promise, Message(turn, before, promise).ToPlainText()));
    }

    /// <summary>The text as it was edited, to be copied from here.</summary>
    public Task<Reply> MessageFilledAsync(Turn turn) => Task.FromResult<Reply>(new Reply.Private(new Card(
        texts.Say(PromiseTexts.MessageReady, ("text", ReplyValue.Typed(turn.Value("text") ?? ""))), Item: turn.Control.Item)));

    private async Task<Reply> MoveAsync(Turn turn, Promise promise, string typed)
    {
        var (date, problem) = await dates.ReadAsync(turn, typed, promise.Customer).ConfigureAwait(false);
        if (date is null) return problem ?? acts.NoPromise(promise.Number);
        var changed = await OnAsync(turn, promise, date).ConfigureAwait(false);
        var deed = new PromiseDeed((open, _) => PromiseRules.Move(open, changed, turn.Now), "moved it", typed);
        var isMoved = deed.Apply(promise, default) is PromiseOutcome.Changed;
        IReadOnlyList<RichText> more = isMoved
            ? [.. acts.Cards.Warnings(changed.Basis), texts.Say(PromiseTexts.MessageDraft, ("text", Message(turn, promise, changed)))]
            : [];
        return await acts.ApplyAsync(turn, promise, deed, more).ConfigureAwait(false) switch
        {
            Reply.Private shown when isMoved => new Reply.Private(With(shown.Card, promise, date)),
            Reply.Update shown when isMoved => new Reply.Update(With(shown.Card, promise, date)),
            var reply => reply,
        };
    }

    private static Card With(Card card, Promise before, PromiseDate date)
    {
        var revision = before.Revision + 1;
        var edit = new Button(new ControlId(PromiseVerbs.Message, before.Number, revision).ToString(), "Edit the message");
        return DateOffer.Above(card with { Controls = [.. card.Controls, edit] }, date.Offers, before.Number, revision);
    }

    private async Task<Promise> OnAsync(Turn turn, Promise promise, PromiseDate date)
    {
        var changed = promise with { DueOn = date.Columns.On, DueLocal = date.Columns.Local, DueZone = date.Columns.Zone, DueAt = date.DueAt };
        return changed.With(await guards.JudgeAsync(turn.Unit, changed, date.Terms).ConfigureAwait(false));
    }

    private RichText Message(Turn turn, Promise before, Promise after) => texts.Say(
        PromiseTexts.Message,
        ("customer", ReplyValue.Typed(after.Customer)),
        ("what", ReplyValue.Typed(after.What)),
        ("old", ReplyValue.Words(PromiseCards.DueOf(before, turn))),
        ("new", ReplyValue.Words(PromiseCards.DueOf(after, turn))),
        ("member", ReplyValue.Typed(turn.Author.Name)));
}
