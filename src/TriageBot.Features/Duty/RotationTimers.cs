using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Duty;

/// <summary>The change of duty each week.</summary>
internal sealed class RotationTimers(DutyStore store, OwnerStore owners, AwayParts parts)
{
    public const string TurnTimer = "duty-turn";
    public const string TellTimer = "duty-turn-told";

    /// <summary>The week is over. Catch-up: whoever is on duty by the rotation now is told, however many changes were missed.</summary>
    public async Task TurnAsync(UnitOfWork unit, string key)
    {
        _ = key;
        if ((await store.RotationAsync(unit.Db, unit.Workspace).ConfigureAwait(false)).Rotation is not { } rotation) return;
        var (before, next) = ((await owners.OnDutyAsync(unit.Db, unit.Workspace).ConfigureAwait(false))?.Owner, rotation.At(unit.Now));
        await parts.Timers.SetAsync(unit, TurnTimer, "", rotation.NextTurn(unit.Now)).ConfigureAwait(false);
        if (before == next || await owners.FindAsync(unit.Db, unit.Workspace, next).ConfigureAwait(false) is not { } plan) return;
        await owners.SetOnDutyAsync(unit.Db, unit.Workspace.Id, next).ConfigureAwait(false);
        // The day begins at night: both hear of it when they come to work.
        await parts.Timers.SetAsync(unit, TellTimer, next.Value, plan.Calendar.NextOpen(unit.Now)).ConfigureAwait(false);
        if (before is { } old && await owners.FindAsync(unit.Db, unit.Workspace, old).ConfigureAwait(false) is { } was) await parts.Timers.SetAsync(unit, TellTimer, old.Value, was.Calendar.NextOpen(unit.Now)).ConfigureAwait(false);
    }

    public async Task TellTurnAsync(UnitOfWork unit, string key)
    {
        var member = new MemberId(key);
        var onDuty = (await owners.OnDutyAsync(unit.Db, unit.Workspace).ConfigureAwait(false))?.Owner;
        if ((await store.RotationAsync(unit.Db, unit.Workspace).ConfigureAwait(false)).Rotation is not { } rotation || onDuty is not { } holder) return;
        var zone = (await parts.Members.MemberAsync(unit, member).ConfigureAwait(false)).ZoneOr(unit.Workspace);
        var text = holder == member
            ? parts.Texts.Say(DutyTexts.Turn, ("until", Say.Moment(rotation.NextTurn(unit.Now), unit.Now, zone, unit.Workspace.TimeZone)))
            : parts.Texts.Say(DutyTexts.TurnOver, ("member", await parts.Members.NameAsync(unit, holder).ConfigureAwait(false)));
        await parts.Outbox.TellAsync(unit, member, text).ConfigureAwait(false);
    }
}
