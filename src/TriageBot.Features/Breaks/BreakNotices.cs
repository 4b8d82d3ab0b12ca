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
    public Task NudgeAsync(UnitOfWork unit, OwnerPlan plan, IReadOnlyList<HeldMessage> waiting) => TellAsync(unit, plan, texts.Say(
        BreakTexts.Nudge,
        ("break", At(waiting[0].ReleaseAt, unit, plan)),
        ("count", waiting.Count),
        ("promise", At(waiting.Min(message => message.ToldPromiseAt), unit, plan))));

    public Task AskForForcedAsync(UnitOfWork unit, OwnerPlan plan, IReadOnlyList<HeldMessage> waiting) => TellAsync(unit, plan, texts.Say(
        BreakTexts.Forced,
        ("number", waiting[0].Number),
        ("what", QueueHandlers.Title(waiting[0])),
        ("limit", Say.Span(settings.Ceiling))));

    public Task MissedAsync(UnitOfWork unit, OwnerPlan plan, (Instant Start, int Count) missed, ReplyValue next) => TellAsync(unit, plan, texts.Say(
        BreakTexts.Missed,
        ("break", At(missed.Start, unit, plan)),
        ("count", missed.Count),
        ("next", next)));

    private Task TellAsync(UnitOfWork unit, OwnerPlan plan, RichText text) => outbox.TellAsync(unit, plan.Owner, new Card(text, [StartButton(plan)]));

    public static Button StartButton(OwnerPlan plan) => new(new ControlId("break-start", Extra: plan.Owner.Value).ToString(), "Start the break", ButtonStyle.Primary);

    private static ReplyValue At(Instant moment, UnitOfWork unit, OwnerPlan plan) => Say.Moment(moment, unit.Now, plan.Calendar.Zone);
}
