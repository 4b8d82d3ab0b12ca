using System.Globalization;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Escalations;
using TriageBot.Core.ServiceLevels;
using TriageBot.Core.Urgent;
using TriageBot.Features.BreakGlass;
using TriageBot.Features.Customers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Escalations;

/// <summary>The private answer to <c>/escalate</c>: until when the customer must hear from a person, who reads it and when, what to do if it cannot wait (rule H3).</summary>
internal sealed class EscalationReceipts(MemberStore members, CustomerNaming naming, ReplyTexts texts)
{
    public async Task<Card> CardAsync(Turn turn, Escalation escalation, ReceiptFacts facts)
    {
        var owner = await members.FindAsync(turn.Db, turn.Workspace.Id, facts.Reader.Owner).ConfigureAwait(false);
        var card = new Card(RichText.Lines(Lines(turn, escalation, facts, owner?.AsRun() ?? new TextRun(RunKind.Typed, facts.Reader.Owner.Value))), [.. Controls(escalation, facts)], escalation.Number);
        var question = await naming.AskAsync(turn.Unit, escalation.Customer, escalation.Number).ConfigureAwait(false);
        return question.AddTo(card);
    }

    private IEnumerable<RichText> Lines(Turn turn, Escalation escalation, ReceiptFacts facts, TextRun owner)
    {
        var (number, customer) = (("number", (ReplyValue)escalation.Number), ("customer", ReplyValue.Typed(escalation.Customer)));
        if (facts.First is { } first) yield return first;
        yield return texts.Say(EscalationTexts.Receipt, number, customer, ("level", ReplyValue.Typed(facts.Terms.Name)), ("what", Say.Title(escalation.What)));
        if (escalation.Latest(ClockKind.FirstAnswer)?.DueAt is { } due) yield return texts.Say(EscalationTexts.ReceiptFirst, customer, ("due", At(due)));
        if (!facts.WentAtOnce) yield return Reader(turn, escalation, facts, owner);
        if (!facts.Terms.Calendar.IsOpen(turn.Now)) yield return texts.Say(EscalationTexts.ReceiptClosed, ("open", At(facts.Terms.Calendar.NextOpen(turn.Now))));
        var emergency = facts.Terms.At(turn.Now).Emergency is { Length: > 0 } ofLevel ? ofLevel : turn.Workspace.Emergency;
        if (emergency.Length > 0) yield return texts.Say(EscalationTexts.ReceiptEmergency, ("emergency", ReplyValue.Typed(emergency)));
        yield return texts.Say(EscalationTexts.ReceiptNext, number);
        if (facts.Similar is { } similar) yield return texts.Say(EscalationTexts.Similar, ("number", similar.Number), ("what", Say.Title(similar.What)));

        ReplyValue At(NodaTime.Instant moment) => Say.Moment(moment, turn.Now, turn.AuthorZone, facts.Reader.Calendar.Zone);
    }

    /// <summary>Who reads it and when (rules H2, H9): no time after the deadline is named but where nobody is there before it, and then it is said.</summary>
    private RichText Reader(Turn turn, Escalation escalation, ReceiptFacts facts, TextRun owner)
    {
        var (who, span) = (("owner", (ReplyValue)owner), facts.Place.Break);
        var at = ("break", (ReplyValue)Say.Moment(span.Start, turn.Now, turn.AuthorZone, facts.Reader.Calendar.Zone));
        if (escalation.Latest(ClockKind.FirstAnswer)?.DueAt is { } due && span.Start >= due) return texts.Say(EscalationTexts.ReceiptTooLate, who, at);
        if (span.Start <= turn.Now) return texts.Say(EscalationTexts.ReceiptAtOnce, who);
        var promise = ("promise", (ReplyValue)Say.Moment(facts.Place.PromisedAt, turn.Now, turn.AuthorZone, facts.Reader.Calendar.Zone));
        return texts.Say(facts.Place.PutsInBreak ? EscalationTexts.ReceiptForced : EscalationTexts.ReceiptReader, who, at, promise);
    }

    private static IEnumerable<Control> Controls(Escalation escalation, ReceiptFacts facts)
    {
        if (facts.Similar is { } similar)
        {
            var join = new ControlId(EscalationVerbs.Join, escalation.Number, escalation.Revision, similar.Number.ToString(CultureInfo.InvariantCulture));
            yield return new Button(join.ToString(), $"Add to #{similar.Number}");
        }

        yield return GlassHandlers.CannotWait(escalation.Number);
        yield return new Button(new ControlId(EscalationVerbs.Answered, escalation.Number, escalation.Revision).ToString(), "Answered");
    }
}

/// <param name="Reader">Whose break reads it.</param>
/// <param name="Similar">An open matter of the same customer that may be the same.</param>
/// <param name="First">What to say before everything else.</param>
internal sealed record ReceiptFacts(LevelTerms Terms, OwnerPlan Reader, HoldPlace Place, Escalation? Similar, RichText? First)
{
    /// <summary>A safety word is in it: who has it now is said already, and no break (rule H4).</summary>
    public bool WentAtOnce { get; init; }
}
