using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Features.Outbox;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Duty;

/// <summary>What follows when an owner goes away or comes back: held messages, timers of the plan, and whoever covers.</summary>
internal sealed class AwayChanger(OwnerStore owners, DutyRoster duty, HeldMoves moves, AwayParts parts, IEnumerable<IOwnerPlanChanged> watchers)
{
    public const string Timer = "away-begins";

    public DutyRoster Duty => duty;

    /// <returns>The plan with the absences in it, and to whom how many held messages went.</returns>
    public async Task<(OwnerPlan Plan, OwnerPlan? Cover, int Moved)> SaveAsync(UnitOfWork unit, OwnerPlan plan, ImmutableArray<Absence> absences)
    {
        await owners.SetAbsencesAsync(unit.Db, unit.Workspace.Id, plan.Owner, absences).ConfigureAwait(false);
        var changed = await owners.FindAsync(unit.Db, unit.Workspace, plan.Owner).ConfigureAwait(false) ?? plan;
        foreach (var later in absences.Where(one => one.From > unit.Now)) await parts.Timers.SetAsync(unit, Timer, KeyOf(plan.Owner, later), later.From).ConfigureAwait(false);
        var (cover, moved) = await HandToCoverAsync(unit, changed).ConfigureAwait(false);
        var reason = changed.AwayAt(unit.Now) is null ? "the days on which they are there were changed" : "the owner is away, and nobody covers";
        await moves.PlaceAsync(unit, plan.Owner, reason).ConfigureAwait(false);
        foreach (var watcher in watchers) await watcher.OwnerPlanChangedAsync(unit, plan.Owner).ConfigureAwait(false);
        return (changed, cover, moved);
    }

    /// <summary>An absence that was planned begins. Catch-up: one that was called off, or is over, does nothing.</summary>
    public async Task BeginsAsync(UnitOfWork unit, string key)
    {
        var owner = new MemberId(key[..key.LastIndexOf('|')]);
        if (await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is { } plan) await HandToCoverAsync(unit, plan).ConfigureAwait(false);
    }

    /// <summary>Whoever covers gets what is held, and knows that they do.</summary>
    private async Task<(OwnerPlan? Cover, int Moved)> HandToCoverAsync(UnitOfWork unit, OwnerPlan plan)
    {
        if (plan.AwayAt(unit.Now) is not { } away || await duty.InsteadOfAsync(unit, plan, unit.Now).ConfigureAwait(false) is not { } cover) return (null, 0);
        var (who, owner) = (await parts.Members.MemberAsync(unit, cover.Owner).ConfigureAwait(false), await parts.Members.MemberAsync(unit, plan.Owner).ConfigureAwait(false));
        var moved = await moves.MoveAsync(unit, (plan.Owner, cover.Owner), _ => true, duty: null, $"{owner.Name} is away, and {who.Name} covers").ConfigureAwait(false);
        var until = Say.Moment(away.Until, unit.Now, cover.Calendar.Zone);
        await parts.Outbox.TellAsync(unit, cover.Owner, parts.Texts.Say(DutyTexts.TellCover, ("member", owner.AsRun()), ("until", until), ("count", moved))).ConfigureAwait(false);
        return (cover, moved);
    }

    private static string KeyOf(MemberId owner, Absence absence) => string.Create(CultureInfo.InvariantCulture, $"{owner.Value}|{absence.From.ToUnixTimeMilliseconds()}");
}

/// <summary>What changes of duty reach.</summary>
internal sealed record AwayParts(TimerStore Timers, MemberStore Members, OutboxStore Outbox, ReplyTexts Texts)
{
    /// <summary>"; sam covers", or that nobody does.</summary>
    /// <param name="cover">As <see cref="DutyRoster.InsteadOfAsync"/> names them.</param>
    public async Task<ReplyValue> CoverAsync(UnitOfWork unit, OwnerPlan? cover) => cover is { Owner: var id }
        ? RichText.Plain("; ").Then(await Members.NameAsync(unit, id).ConfigureAwait(false)).Then(" covers")
        : RichText.Plain("; nobody covers");
}
