using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.Escalations;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Promises;

/// <summary>A date in an answer may be a promise: it is offered, and written down only by a click (rule C6).</summary>
internal sealed class PromiseOffers(PromiseDates dates, PromiseActs acts, UrgentStore urgent, EscalationStore escalations)
{
    /// <summary>The date at the end of an answer about an item, on a button below what is shown; nothing where it names none.</summary>
    public async Task<Reply> BelowAsync(Turn turn, Reply shown, long number, string answer)
    {
        if (await dates.FindAsync(turn, answer).ConfigureAwait(false) is not { } due) return shown;
        var offer = new Button(new ControlId(PromiseVerbs.Offered, number, Extra: due).ToString(), $"#{number}: promise {due}");
        return shown switch
        {
            Reply.Update update => new Reply.Update(update.Card with { Controls = [.. update.Card.Controls, offer] }),
            Reply.Private reply => new Reply.Private(reply.Card with { Controls = [.. reply.Card.Controls, offer] }),
            _ => shown,
        };
    }

    /// <summary>The form has what is known of the item. Nothing is written down before it is sent.</summary>
    public async Task<Reply> OfferedAsync(Turn turn)
    {
        var number = turn.Control.Item;
        if (await escalations.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false) is { } escalation) return Open(turn, escalation.Customer, escalation.What);
        var message = await urgent.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        return message is null || Policy.Decide(turn.Actor, new Act.LookAtRequest(message.RequesterId, message.OwnerId)) is Verdict.Refused
            ? acts.NoPromise(number)
            : Open(turn, message.Customer, message.What);
    }

    /// <summary>The form as it was opened: for an offer, or for a draft with another date.</summary>
    public async Task<Reply> OpenAgainAsync(Turn turn) => await acts.FindAsync(turn, turn.Control.Item).ConfigureAwait(false) is { State: PromiseState.Draft } draft
        ? new Reply.Open(PromiseForms.New(turn.Control, draft.Customer, draft.What, ""))
        : await OfferedAsync(turn).ConfigureAwait(false);

    private static Reply Open(Turn turn, string customer, string what) =>
        new Reply.Open(PromiseForms.New(new ControlId(PromiseVerbs.New, turn.Control.Item), customer, what, turn.Control.Extra));
}
