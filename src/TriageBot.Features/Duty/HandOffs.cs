using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Duty;

/// <summary>The life of a hand-off (rule W2): offered, accepted, begun, over. Until it is accepted nothing is moved.</summary>
internal sealed class HandOffs(DutyStore store, HeldMoves moves, UrgentStore urgent, AwayParts parts, IEnumerable<IHandedOver> others)
{
    public const string Timer = "handoff";

    /// <summary>So long a receiver may think about it before the giver is told that they have not accepted.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(10);

    public async Task OfferAsync(UnitOfWork unit, DutyRow row, MemberId by)
    {
        await store.AddAsync(unit, row, by).ConfigureAwait(false);
        await WakeAsync(unit, row, Instant.Max(row.FromAt, unit.Now + Patience)).ConfigureAwait(false);
    }

    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> AcceptAsync(UnitOfWork unit, DutyRow row)
    {
        if (!await store.BecomesAsync(unit, row, DutySpanState.Accepted).ConfigureAwait(false)) return false;
        if (row.FromAt <= unit.Now) await BeginAsync(unit, row.Number).ConfigureAwait(false);
        else await WakeAsync(unit, row, row.FromAt).ConfigureAwait(false);
        return true;
    }

    /// <summary>Catch-up: what should have begun begins late, what is over ends.</summary>
    public async Task DueAsync(UnitOfWork unit, string key)
    {
        if (await store.FindAsync(unit, long.Parse(key, CultureInfo.InvariantCulture)).ConfigureAwait(false) is not { IsOpen: true, UntilAt: { } until } row) return;
        switch (row.State)
        {
            case DutySpanState.Offered when until <= unit.Now:
                await store.BecomesAsync(unit, row, DutySpanState.Lapsed).ConfigureAwait(false);
                break;
            case DutySpanState.Offered:
                await TellAsync(unit, row.GiverId, DutyTexts.NotAccepted, row.TakerId, ("until", until)).ConfigureAwait(false);
                await WakeAsync(unit, row, until).ConfigureAwait(false);
                break;
            case DutySpanState.Accepted when until > unit.Now:
                await BeginAsync(unit, row.Number).ConfigureAwait(false);
                break;
            default:
                await EndAsync(unit, row, DutySpanState.Ended).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Moves what the giver holds to the taker, under the number of the hand-off.</summary>
    public async Task<int> MoveAsync(UnitOfWork unit, DutyRow row)
    {
        if (row.GiverId is not { } giver) return 0;
        var names = (Giver: await parts.Members.MemberAsync(unit, giver).ConfigureAwait(false), Taker: await parts.Members.MemberAsync(unit, row.TakerId).ConfigureAwait(false));
        return await moves.MoveAsync(unit, (giver, row.TakerId), _ => true, row.Number, $"{names.Taker.Name} reads it in place of {names.Giver.Name}").ConfigureAwait(false);
    }

    /// <summary>What is still held under it goes back to the giver.</summary>
    public async Task<int> ReturnAsync(UnitOfWork unit, DutyRow row)
    {
        if (row.GiverId is not { } giver) return 0;
        var taker = await parts.Members.MemberAsync(unit, row.TakerId).ConfigureAwait(false);
        return await moves.MoveAsync(unit, (row.TakerId, giver), message => message.DutyNumber == row.Number, duty: null, $"{taker.Name} had it until now").ConfigureAwait(false);
    }

    /// <summary>Duty is the giver's again, with the delta of what happened meanwhile.</summary>
    public async Task EndAsync(UnitOfWork unit, DutyRow row, DutySpanState state)
    {
        if (!await store.BecomesAsync(unit, row, state).ConfigureAwait(false)) return;
        await parts.Timers.RemoveAsync(unit, Timer, KeyOf(row.Number)).ConfigureAwait(false);
        if (row.GiverId is not { } giver || row.State != DutySpanState.Running) return;
        var delta = await urgent.DeltaAsync(unit, row.Number, row.FromAt).ConfigureAwait(false);
        var held = await ReturnAsync(unit, row).ConfigureAwait(false);
        var returned = 0;
        foreach (var other in others) returned += await other.EndAsync(unit, giver, row.TakerId, row.FromAt).ConfigureAwait(false);
        var (taker, home) = (await parts.Members.MemberAsync(unit, row.TakerId).ConfigureAwait(false), await parts.Members.MemberAsync(unit, giver).ConfigureAwait(false));
        await parts.Outbox.TellAsync(unit, giver, parts.Texts.Say(
            DutyTexts.Delta,
            ("member", taker.AsRun()),
            ("new", delta.New),
            ("answered", delta.Answered),
            ("promised", delta.Promised),
            ("other", delta.Other),
            ("held", held),
            ("returned", returned))).ConfigureAwait(false);
        await parts.Outbox.TellAsync(unit, row.TakerId, parts.Texts.Say(DutyTexts.OverForTaker, ("member", home.AsRun()), ("held", held))).ConfigureAwait(false);
    }

    /// <summary>To one of the two, about the other.</summary>
    public async Task TellAsync(UnitOfWork unit, MemberId? to, ReplyText text, MemberId about, params (string Name, Instant At)[] moments)
    {
        if (to is not { } reader) return;
        var zone = (await parts.Members.MemberAsync(unit, reader).ConfigureAwait(false)).ZoneOr(unit.Workspace);
        var name = await parts.Members.NameAsync(unit, about).ConfigureAwait(false);
        await parts.Outbox.TellAsync(unit, reader, parts.Texts.Say(
            text,
            [("member", name), .. moments.Select(moment => (moment.Name, Say.Moment(moment.At, unit.Now, zone, unit.Workspace.TimeZone)))])).ConfigureAwait(false);
    }

    private async Task BeginAsync(UnitOfWork unit, long number)
    {
        if (await store.FindAsync(unit, number).ConfigureAwait(false) is not { State: DutySpanState.Accepted, GiverId: { } giver, UntilAt: { } until } row) return;
        if (!await store.BecomesAsync(unit, row, DutySpanState.Running).ConfigureAwait(false)) return;
        var moved = await MoveAsync(unit, row).ConfigureAwait(false);
        foreach (var other in others) await other.BeginAsync(unit, giver, row.TakerId).ConfigureAwait(false);
        await WakeAsync(unit, row, until).ConfigureAwait(false);
        var (home, taker) = (await parts.Members.MemberAsync(unit, giver).ConfigureAwait(false), await parts.Members.MemberAsync(unit, row.TakerId).ConfigureAwait(false));
        var at = Say.Moment(until, unit.Now, taker.ZoneOr(unit.Workspace), unit.Workspace.TimeZone);
        await parts.Outbox.TellAsync(unit, row.TakerId, parts.Texts.Say(DutyTexts.Begun, ("giver", home.AsRun()), ("until", at), ("count", moved))).ConfigureAwait(false);
    }

    private Task WakeAsync(UnitOfWork unit, DutyRow row, Instant at) => parts.Timers.SetAsync(unit, Timer, KeyOf(row.Number), at);

    private static string KeyOf(long number) => number.ToString(CultureInfo.InvariantCulture);
}
