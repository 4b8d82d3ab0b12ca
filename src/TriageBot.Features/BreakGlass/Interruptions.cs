using System.Globalization;
using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.BreakGlass;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.TimeLog;
using TriageBot.Core.Urgent;
using TriageBot.Features.Agenda;
using TriageBot.Features.Duty;
using TriageBot.Features.Outbox;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.BreakGlass;

/// <summary>Interrupts an owner at once with one item (rule H4): what it is, what it costs, and Accept · Answer · Next break · Decline.</summary>
internal sealed class Interruptions(GlassStore store, UrgentStore urgent, CostOfYes costs, GlassParts parts, IEnumerable<IAttentionGuard> guards)
{
    public const string NextBreakVerb = "glass-next";

    /// <summary>Whose attention it takes: the owner who holds it, or whoever is on duty where they are away.</summary>
    public async Task<OwnerPlan?> ReaderAsync(UnitOfWork unit, HeldMessage message)
    {
        if (await parts.Owners.FindAsync(unit.Db, unit.Workspace, message.OwnerId).ConfigureAwait(false) is { } plan && plan.AwayAt(unit.Now) is null) return plan;
        var duty = await parts.Duty.AtAsync(unit, unit.Now).ConfigureAwait(false);
        return duty.OnDuty ?? duty.Nominal;
    }

    /// <summary>Until when they are not to be interrupted by anything but a safety word (rule H18); null when they may be.</summary>
    public async Task<Instant?> ClosedUntilAsync(UnitOfWork unit, MemberId owner)
    {
        Instant? until = null;
        foreach (var guard in guards)
        {
            if (await guard.ClosedUntilAsync(unit, owner).ConfigureAwait(false) is { } one && (until is null || one > until)) until = one;
        }

        return until;
    }

    public async Task InterruptAsync(UnitOfWork unit, OwnerPlan plan, HeldMessage message, GlassRow row, Member? second = null)
    {
        await store.ToldAsync(unit, row.Number, plan.Owner).ConfigureAwait(false);
        var requester = await parts.Members.MemberAsync(unit, row.RequesterId).ConfigureAwait(false);
        // What gives way is reckoned before the interruption itself counts.
        var cost = await costs.OfAsync(unit, plan, Estimates.Unknown).ConfigureAwait(false);
        await parts.Time.AddAsync(unit, new TimeEntry
        {
            MemberId = plan.Owner,
            OnDate = plan.Calendar.Today(unit.Now),
            Function = TimeRules.FunctionOf(message.Customer),
            Customer = message.Customer,
            Item = message.Number,
            Minutes = BreakGlassRules.InterruptionMinutes,
            IsUnplanned = true,
            Source = string.Create(CultureInfo.InvariantCulture, $"glass:{message.Number}"),
            State = TimeEntryState.Kept,
            CreatedAt = unit.Now,
        }).ConfigureAwait(false);
        var lines = new List<RichText>
        {
            parts.Texts.Say(
                GlassTexts.Card,
                ("number", message.Number),
                ("customer", message.Customer.Length > 0 ? RichText.Plain(" ").Then(RichText.Typed(message.Customer)) : RichText.Empty),
                ("what", ReplyValue.Typed(message.What)),
                ("member", requester.AsRun())),
            row.State == GlassState.Safety
                ? parts.Texts.Say(GlassTexts.CardSafety, ("word", ReplyValue.Typed(row.Harm)))
                : parts.Texts.Say(GlassTexts.CardHarm, ("harm", ReplyValue.Typed(row.Harm)), ("happens", ReplyValue.Typed(row.Happens))),
        };
        if (second is not null) lines.Add(parts.Texts.Say(GlassTexts.CardSecond, ("member", second.AsRun())));
        if (cost is not null) lines.Add(costs.Say(cost, message.Number, $"{Estimates.Unknown}m?", plan, unit.Now));
        lines.Add(parts.Texts.Say(GlassTexts.CardBuffer, ("minutes", BreakGlassRules.InterruptionMinutes)));
        await parts.Outbox.TellAsync(unit, plan.Owner, new Card(RichText.Lines([.. lines]), Controls(message), message.Number)).ConfigureAwait(false);
    }

    /// <summary>The item as it is now, whatever revision the card shows.</summary>
    public Task<HeldMessage?> MessageAsync(UnitOfWork unit, long number) => urgent.FindAsync(unit.Db, unit.Workspace.Id, number);

    /// <summary>The same choices as in a break, each final: a break need not be open for them.</summary>
    private static System.Collections.Immutable.ImmutableArray<Control> Controls(HeldMessage message)
    {
        return [Press("drain-today", "Accept", ButtonStyle.Primary), Press("drain-answer", "Answer"), Press(NextBreakVerb, "Next break"), Press("drain-decline", "Decline")];

        Button Press(string verb, string label, ButtonStyle style = ButtonStyle.Normal) => new(new ControlId(verb, message.Number, message.Revision).ToString(), label, style);
    }
}

/// <summary>Whom and what an interruption reaches.</summary>
internal sealed record GlassParts(MemberStore Members, OwnerStore Owners, DutyRoster Duty, OutboxStore Outbox, TimeStore Time, ReplyTexts Texts);
