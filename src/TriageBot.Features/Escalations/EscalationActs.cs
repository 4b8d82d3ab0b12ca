using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.Promises;
using TriageBot.Features.Satisfaction;
using TriageBot.Features.ServiceLevels;

namespace TriageBot.Features.Escalations;

/// <summary>Does what a member wants with an escalation, tells whom it concerns, and shows it as it is then.</summary>
internal sealed class EscalationActs(EscalationChanger changer, EscalationCards cards, EscalationLadder ladder, EscalationNews news, ActParts parts)
{
    /// <summary>Extra of the button that solves without asking how it was (rule C11).</summary>
    public const string NoQuestion = "no-question";

    public async Task<(Escalation? Escalation, LevelTerms? Terms)> FindAsync(Turn turn, long number)
    {
        var escalation = await changer.Store.FindAsync(turn.Db, turn.Workspace.Id, number).ConfigureAwait(false);
        return (escalation, escalation is null ? null : await parts.Levels.TermsAsync(turn.Unit, escalation.Level).ConfigureAwait(false));
    }

    public Reply NoEscalation(long number) => parts.Texts.Private(EscalationTexts.NoEscalation, ("number", number));

    /// <summary>By a button or its form: an old revision changes nothing and says what changed (rule X4).</summary>
    public async Task<Reply> PressAsync(Turn turn, EscalationDeed deed)
    {
        var (escalation, _) = await FindAsync(turn, turn.Control.Item).ConfigureAwait(false);
        if (escalation is null) return NoEscalation(turn.Control.Item);
        return escalation.Revision == turn.Control.Revision
            ? await DoAsync(turn, escalation.Number, deed).ConfigureAwait(false)
            : await StaleAsync(turn, escalation, deed.Detail).ConfigureAwait(false);
    }

    public async Task<Reply> DoAsync(Turn turn, long number, EscalationDeed deed)
    {
        if (await FindAsync(turn, number).ConfigureAwait(false) is not ({ } escalation, { } terms)) return NoEscalation(number);
        if (deed.Kind is EscalationEventKind.Solved or EscalationEventKind.Reopened
            && Policy.Decide(turn.Actor, new Act.CloseEscalation(escalation.RequesterId, escalation.AcknowledgedBy)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, $"{(deed.Kind == EscalationEventKind.Solved ? "Solving" : "Reopening")} #{number}").ConfigureAwait(false);
        }

        switch (deed.Apply(escalation, terms))
        {
            case EscalationOutcome.Changed changed:
                var act = new EscalationAct(deed.Kind, $"{turn.Author.Name} {deed.Words}", turn.Author.Id, deed.Detail);
                if (await changer.SaveAsync(turn.Unit, changed.Escalation, terms, act).ConfigureAwait(false) is not { } saved) return await StaleAsync(turn, escalation, deed.Detail).ConfigureAwait(false);
                await TellAsync(turn, saved, deed).ConfigureAwait(false);
                var shown = await ShowAsync(turn, saved).ConfigureAwait(false);
                return deed.Kind == EscalationEventKind.Answered ? await parts.Offers.BelowAsync(turn, shown, number, deed.Detail).ConfigureAwait(false) : shown;
            case EscalationOutcome.AnswerFirst:
                return await RemarkAsync(turn, escalation, NotDone(EscalationTexts.AnswerFirst, escalation, deed.Detail)).ConfigureAwait(false);
            case EscalationOutcome.AlreadySolved:
                return await RemarkAsync(turn, escalation, NotDone(EscalationTexts.AlreadySolved, escalation, deed.Detail)).ConfigureAwait(false);
            default:
                if (deed.Detail.Length > 0) await changer.Store.AddEventAsync(turn.Unit, number, EscalationEventKind.Note, turn.Author.Id.Value, deed.Detail).ConfigureAwait(false);
                return await RemarkAsync(turn, escalation, parts.Texts.Say(EscalationTexts.Same, ("number", number))).ConfigureAwait(false);
        }
    }

    /// <summary>"I have it": colleagues know; the customer has heard nothing yet, so the clock runs on (rules C1, C9).</summary>
    public async Task<Reply> AcknowledgeAsync(Turn turn)
    {
        if (await FindAsync(turn, turn.Control.Item).ConfigureAwait(false) is not ({ } escalation, { } terms)) return NoEscalation(turn.Control.Item);
        if (escalation.Revision != turn.Control.Revision || escalation.AcknowledgedAt is not null || escalation.IsAnswered || escalation.State != EscalationState.Open)
        {
            return await StaleAsync(turn, escalation, "").ConfigureAwait(false);
        }

        var taken = escalation with { AcknowledgedBy = turn.Author.Id, AcknowledgedAt = turn.Now, NobodyAnsweredAt = null };
        var act = new EscalationAct(EscalationEventKind.Acknowledged, $"{turn.Author.Name} said that they have it", turn.Author.Id);
        if (await changer.SaveAsync(turn.Unit, taken, terms, act).ConfigureAwait(false) is not { } saved) return await StaleAsync(turn, escalation, "").ConfigureAwait(false);
        await ladder.RestAsync(turn.Unit, saved, terms).ConfigureAwait(false);
        return await ShowAsync(turn, saved).ConfigureAwait(false);
    }

    public async Task<Reply> ShowAsync(Turn turn, Escalation escalation, params IReadOnlyList<RichText> before)
    {
        // What stands in a channel is for everybody there; what only the author sees is in their own zone.
        var inChannel = turn.Incoming is { Where: Destination.Channel, Body: IncomingBody.Pressed or IncomingBody.Filled };
        var card = await cards.ShowAsync(turn.Unit, escalation, inChannel ? turn.Workspace.TimeZone : turn.AuthorZone, before).ConfigureAwait(false);
        return turn.Incoming.Body is IncomingBody.Pressed or IncomingBody.Filled ? new Reply.Update(card) : new Reply.Private(card);
    }

    /// <summary>As it is, below a remark for whoever acted alone. A card in a channel is shown anew without it (rule H14).</summary>
    private async Task<Reply> RemarkAsync(Turn turn, Escalation escalation, params IReadOnlyList<RichText> remark)
    {
        if (turn.Incoming is not { Where: Destination.Channel, Body: IncomingBody.Pressed or IncomingBody.Filled }) return await ShowAsync(turn, escalation, remark).ConfigureAwait(false);
        await changer.ShowAsync(turn.Unit, escalation).ConfigureAwait(false);
        return new Reply.Private(await cards.ShowAsync(turn.Unit, escalation, turn.AuthorZone, remark).ConfigureAwait(false));
    }

    private async Task TellAsync(Turn turn, Escalation saved, EscalationDeed deed)
    {
        if (deed.Kind is not (EscalationEventKind.Answered or EscalationEventKind.Solved)) return;
        await changer.ContactedAsync(turn.Unit, saved).ConfigureAwait(false);
        await parts.Held.ReleaseAsync(turn.Unit, saved, turn.Author.Id).ConfigureAwait(false);
        var text = deed.Kind == EscalationEventKind.Solved ? EscalationTexts.TellSolved : EscalationTexts.TellAnswered;
        var mayAsk = deed.Kind == EscalationEventKind.Solved && turn.Value("ask") != "no" && turn.Control.Extra != NoQuestion;
        await news.TellOthersAsync(turn.Unit, saved, turn.Author, text, deed.Detail, mayAsk ? parts.Satisfaction : null).ConfigureAwait(false);
    }

    private async Task<Reply> StaleAsync(Turn turn, Escalation escalation, string typed)
    {
        var now = await changer.Store.FindAsync(turn.Db, turn.Workspace.Id, escalation.Number).ConfigureAwait(false) ?? escalation;
        var change = now.LastChange.Length > 0 ? now.LastChange : "it was opened";
        IEnumerable<RichText> lost = typed.Length > 0 ? [parts.Texts.Say(EscalationTexts.NotSaved, ("typed", ReplyValue.Typed(typed)))] : [];
        return await RemarkAsync(turn, now, [parts.Texts.Say(EscalationTexts.Stale, ("change", ReplyValue.Typed(change))), .. lost]).ConfigureAwait(false);
    }

    private RichText NotDone(ReplyText text, Escalation escalation, string typed)
    {
        var said = parts.Texts.Say(text, ("number", escalation.Number));
        return typed.Length == 0 ? said : RichText.Lines(said, parts.Texts.Say(EscalationTexts.NotSaved, ("typed", ReplyValue.Typed(typed))));
    }
}

/// <summary>What acts on escalations reach besides their own stores.</summary>
internal sealed record ActParts(
    LevelBook Levels, EscalationHeld Held, PromiseOffers Offers, SatisfactionAsker Satisfaction, Refusals Refusals, ReplyTexts Texts);
