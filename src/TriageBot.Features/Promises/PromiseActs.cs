using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.ServiceLevels;

namespace TriageBot.Features.Promises;

/// <param name="Apply">What the rule says; the duration is the working time since the promise was given.</param>
/// <param name="Words">After the name of who did it: "kept it".</param>
/// <param name="Typed">What was typed with it, to be repeated where it cannot be saved.</param>
internal sealed record PromiseDeed(Func<Promise, Duration, PromiseOutcome> Apply, string Words, string Typed = "")
{
    /// <summary>The same act by whom it was offered to: nobody else may.</summary>
    public bool IsOfOffered { get; init; }
}

/// <summary>Does what a member wants with a promise, tells whom it concerns, and shows it as it is then.</summary>
internal sealed class PromiseActs(PromiseChanger changer, PromiseCards cards, PromiseNews news, Refusals refusals, PromiseActParts parts)
{
    public PromiseCards Cards => cards;

    public PromiseNews News => news;

    public Task<Promise?> FindAsync(Turn turn, long number) => changer.Store.FindAsync(turn.Db, turn.Workspace.Id, number);

    public Reply NoPromise(long number) => parts.Texts.Private(PromiseTexts.NoPromise, ("number", number));

    /// <summary>A control may still do what it says: the promise when it may, else what to answer (rules X4, X5).</summary>
    public async Task<(Promise? Promise, Reply? Answer)> LookAsync(Turn turn, string typed = "", bool isOfOffered = false)
    {
        if (await FindAsync(turn, turn.Control.Item).ConfigureAwait(false) is not { } promise) return (null, NoPromise(turn.Control.Item));
        // What was offered and is taken or gone is no matter of rights any more.
        var isOver = isOfOffered && promise.Revision != turn.Control.Revision;
        if (!isOver && await RefusedAsync(turn, promise, isOfOffered).ConfigureAwait(false) is { } refusal) return (null, refusal);
        return promise.Revision == turn.Control.Revision ? (promise, null) : (null, await StaleAsync(turn, promise, typed).ConfigureAwait(false));
    }

    public async Task<Reply> PressAsync(Turn turn, PromiseDeed deed)
    {
        var (promise, answer) = await LookAsync(turn, deed.Typed, deed.IsOfOffered).ConfigureAwait(false);
        return promise is null ? answer ?? NoPromise(turn.Control.Item) : await ApplyAsync(turn, promise, deed).ConfigureAwait(false);
    }

    /// <summary>By a command, which means the promise as it is.</summary>
    public async Task<(Promise? Promise, Reply? Answer)> LookAsync(Turn turn, long number)
    {
        if (await FindAsync(turn, number).ConfigureAwait(false) is not { } promise) return (null, NoPromise(number));
        return await RefusedAsync(turn, promise, isOfOffered: false).ConfigureAwait(false) is { } refusal ? (null, refusal) : (promise, null);
    }

    /// <summary>Takes the newest change back, by whoever may change it.</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        var (promise, answer) = await LookAsync(turn).ConfigureAwait(false);
        if (promise is null) return answer ?? NoPromise(turn.Control.Item);
        var newest = await changer.Store.VersionAsync(turn.Db, turn.Workspace.Id, promise.Number, promise.Revision).ConfigureAwait(false);
        var before = await changer.Store.AtAsync(turn.Db, turn.Workspace.Id, promise.Number, promise.Revision - 1).ConfigureAwait(false);
        Instant? changedAt = newest is { ChangedBy.Length: > 0 } ? newest.ChangedAt : null;
        return await ApplyAsync(turn, promise, new PromiseDeed((open, _) => PromiseRules.Undo(open, before, changedAt, turn.Now), "took the last change back")).ConfigureAwait(false);
    }

    public async Task<Reply> ApplyAsync(Turn turn, Promise promise, PromiseDeed deed, params IReadOnlyList<RichText> before)
    {
        var terms = await parts.Levels.TermsAsync(turn.Unit, promise.Level).ConfigureAwait(false);
        var outcome = deed.Apply(promise, turn.Now > promise.MadeAt ? terms.Calendar.WorkingTime(promise.MadeAt, turn.Now) : Duration.Zero);
        if (outcome is not PromiseOutcome.Changed changed) return await NotDoneAsync(turn, promise, outcome, deed).ConfigureAwait(false);
        if (await changer.SaveAsync(turn.Unit, changed, new PromiseBy(turn.Author.Id, $"{turn.Author.Name} {deed.Words}")).ConfigureAwait(false) is not { } saved)
        {
            return await StaleAsync(turn, promise, deed.Typed).ConfigureAwait(false);
        }

        await news.TellAsync(turn, promise, saved, changed.Kind).ConfigureAwait(false);
        return await ShowAsync(turn, saved, canUndo: true, [parts.Texts.Say(PromiseTexts.EchoOf(saved, changed.Kind), ("number", saved.Number)), .. before]).ConfigureAwait(false);
    }

    public async Task<Reply> ShowAsync(Turn turn, Promise promise, bool canUndo, params IReadOnlyList<RichText> before)
    {
        var card = await cards.ShowAsync(turn, promise, canUndo, before).ConfigureAwait(false);
        return turn.Incoming.Body is IncomingBody.Pressed or IncomingBody.Filled ? new Reply.Update(card) : new Reply.Private(card);
    }

    private async Task<Reply?> RefusedAsync(Turn turn, Promise promise, bool isOfOffered)
    {
        var act = isOfOffered ? new Act.AcceptPromise(promise.OfferedTo) : (Act)new Act.ChangePromise(promise.MakerId, promise.RecordedBy);
        return Policy.Decide(turn.Actor, act) is Verdict.Refused refused
            ? await refusals.ReplyAsync(turn, refused, $"Changing #{promise.Number}").ConfigureAwait(false)
            : null;
    }

    private Task<Reply> NotDoneAsync(Turn turn, Promise promise, PromiseOutcome outcome, PromiseDeed deed)
    {
        var text = outcome switch
        {
            PromiseOutcome.PastDue => PromiseTexts.PastDue,
            PromiseOutcome.Closed => PromiseTexts.AlreadyClosed,
            PromiseOutcome.TooLate => PromiseTexts.UndoTooLate,
            _ => PromiseTexts.Same,
        };
        var said = parts.Texts.Say(text, ("number", promise.Number), ("state", ReplyValue.Words(PromiseCards.StateOf(promise))), ("due", ReplyValue.Words(PromiseCards.DueOf(promise, turn))));
        return ShowAsync(turn, promise, canUndo: false, [said, .. Lost(deed.Typed)]);
    }

    private async Task<Reply> StaleAsync(Turn turn, Promise promise, string typed)
    {
        var now = await FindAsync(turn, promise.Number).ConfigureAwait(false) ?? promise;
        var change = now.LastChange.Length > 0 ? now.LastChange : "it was written down";
        return await ShowAsync(turn, now, canUndo: false, [parts.Texts.Say(PromiseTexts.Stale, ("change", ReplyValue.Typed(change))), .. Lost(typed)]).ConfigureAwait(false);
    }

    private IEnumerable<RichText> Lost(string typed) => typed.Length > 0 ? [parts.Texts.Say(PromiseTexts.NotSaved, ("typed", ReplyValue.Typed(typed)))] : [];
}

/// <summary>What acts on promises reach besides their own rows.</summary>
internal sealed record PromiseActParts(LevelBook Levels, ReplyTexts Texts);
