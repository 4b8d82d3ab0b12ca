using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Urgent;
using TriageBot.Features.Outbox;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Duty;

/// <summary>A break that nobody opened: what cannot wait for the next one goes to whoever covers (rule H16).</summary>
internal sealed class MissedBreaks(DutyRoster duty, HeldMoves moves, MemberStore members, OutboxStore outbox, ReplyTexts texts)
{
    /// <param name="next">Start of the owner's next break; null when none is planned.</param>
    /// <returns>Who covers, if anybody does, and how many messages they were given.</returns>
    public async Task<(Member? Cover, int Given)> GiveToCoverAsync(UnitOfWork unit, OwnerPlan plan, Instant? next)
    {
        var now = await duty.AtAsync(unit, unit.Now).ConfigureAwait(false);
        // What a cover has not read either is carried: it would only go to and fro.
        var cover = now.OnDuty?.Owner == plan.Owner ? now.Cover : now.Nominal?.Owner == plan.Owner ? now.OnDuty : null;
        if (cover is null) return (null, 0);
        var (member, owner) = (
            await members.FindAsync(unit.Db, unit.Workspace.Id, cover.Owner).ConfigureAwait(false),
            await members.FindAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false));
        if (member is null || owner is null) return (null, 0);
        var given = await moves.GiveAsync(unit, (plan.Owner, cover.Owner), IsPressing, duty: null, $"{owner.Name} did not open the break, and {member.Name} reads it").ConfigureAwait(false);
        if (given > 0) await outbox.TellAsync(unit, cover.Owner, texts.Say(DutyTexts.CoverMissed, ("member", owner.AsRun()), ("count", given))).ConfigureAwait(false);
        return (member, given);

        bool IsPressing(HeldMessage message) =>
            message.ReleaseAt <= unit.Now && message.Limit is { } limit && (next is null || limit.Latest < next)
            && (cover.Calendar.IsOpen(unit.Now) || DutyRules.CanRead(cover, limit, unit.Now));
    }
}
