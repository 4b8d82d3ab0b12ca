using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Outbox;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Breaks;

/// <summary>What an owner is told about breaks that they have not opened.</summary>
internal sealed class BreakNotices(OutboxStore outbox, ReplyTexts texts, HoldSettings settings)
{
    public Task NudgeAsync(UnitOfWork unit, OwnerPlan plan, IReadOnlyList<HeldMessage> waiting)
    {
        (string, ReplyValue)[] values = [("break", At(waiting[0].ReleaseAt, unit, plan)), ("count", waiting.Count)];
        return TellAsync(unit, plan, waiting.Where(message => !message.WentAtOnce).Min(message => (Instant?)message.ToldPromiseAt) is { } promise
            ? texts.Say(BreakTexts.Nudge, [.. values, ("promise", At(promise, unit, plan))])
            : texts.Say(BreakTexts.NudgeAtOnce, values));
    }

    /// <summary>With the reason: a customer who must hear in time, or a wait that has become too long (rule H2).</summary>
    public Task AskForForcedAsync(UnitOfWork unit, OwnerPlan plan, IReadOnlyList<HeldMessage> waiting)
    {
        var first = waiting.Where(message => message.AnswerDueAt is not null).MinBy(message => message.AnswerDueAt) ?? waiting[0];
        (string, ReplyValue)[] values = [("number", first.Number), ("what", QueueHandlers.Title(first))];
        return TellAsync(unit, plan, first.AnswerDueAt is not { } due ? texts.Say(BreakTexts.Forced, [.. values, ("limit", Say.Span(settings.Ceiling))])
            : due > unit.Now ? texts.Say(BreakTexts.ForcedByLevel, [.. values, ("due", At(due, unit, plan))])
            : texts.Say(BreakTexts.ForcedLate, [.. values, ("due", At(due, unit, plan))]));
    }

    public Task MissedAsync(UnitOfWork unit, OwnerPlan plan, MissedBreak missed, ReplyValue next)
    {
        var text = texts.Say(BreakTexts.Missed, ("break", At(missed.Start, unit, plan)), ("count", missed.Count), ("next", next));
        return TellAsync(unit, plan, missed.Given is { } given ? RichText.Lines(text, given) : text);
    }

    private Task TellAsync(UnitOfWork unit, OwnerPlan plan, RichText text) => outbox.TellAsync(unit, plan.Owner, new Card(text, [StartButton(plan)]));

    public static Button StartButton(OwnerPlan plan) => new(new ControlId("break-start", Extra: plan.Owner.Value).ToString(), "Start the break", ButtonStyle.Primary);

    private static ReplyValue At(Instant moment, UnitOfWork unit, OwnerPlan plan) => Say.Moment(moment, unit.Now, plan.Calendar.Zone);
}

/// <summary>A break that nobody opened.</summary>
/// <param name="Count">Messages that were held for it.</param>
/// <param name="Given">That some went to whoever covers; null when none did.</param>
internal sealed record MissedBreak(Instant Start, int Count, RichText? Given);
