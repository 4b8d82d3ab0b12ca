using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Duty;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Duty;

/// <summary>Changes the rotation in one way, so that the last change can be undone: its order, its cover, and who was on duty before it.</summary>
internal sealed class RotationChanger(DutyStore store, WhoHandlers who, AwayParts parts, IntakeParts intake)
{
    public const string UndoVerb = "rotation-undo";

    /// <summary>Saves the rotation. One that begins later leaves duty where it is until then.</summary>
    /// <param name="setsDuty">Whether whoever's week it is has duty at once; a new cover alone takes it from nobody.</param>
    /// <returns>The button that undoes it.</returns>
    public async Task<Button> ChangeAsync(Turn turn, IReadOnlyList<MemberId> members, LocalDate from, MemberId? cover, bool setsDuty)
    {
        var (before, onDuty) = (await store.RotationAsync(turn.Db, turn.Workspace).ConfigureAwait(false), await OnDutyAsync(turn).ConfigureAwait(false));
        var rotation = members.Count == 0 ? null : new Rotation([.. members], from, turn.Workspace.TimeZone, turn.Workspace.DayStart);
        await store.SetRotationAsync(turn.Unit, members, from, cover).ConfigureAwait(false);
        await SetTimerAsync(turn, rotation).ConfigureAwait(false);
        var next = setsDuty && rotation is not null && from <= LogicalDay.Of(turn.Now, rotation.Zone, rotation.DayStart) ? rotation.At(turn.Now) : onDuty;
        if (next is { } owner && next != onDuty) await intake.Owners.SetOnDutyAsync(turn.Db, turn.Workspace.Id, owner).ConfigureAwait(false);
        var change = new RotationChange
        {
            Members = DutyStore.Stored(before.Rotation?.Members ?? []),
            FromOn = before.Rotation?.From ?? from,
            CoverId = before.Cover,
            OnDutyId = onDuty,
            SetOnDutyId = next,
            ChangedBy = turn.Author.Id,
        };
        await store.KeepChangeAsync(turn.Unit, change).ConfigureAwait(false);
        return new Button(new ControlId(UndoVerb, Revision: turn.Now.ToUnixTimeMilliseconds()).ToString(), "Undo");
    }

    /// <summary>By whoever changed it, for ten minutes. Duty goes back unless somebody else has it since.</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        if (Policy.Decide(turn.Actor, new Act.SetUpWorkspace()) is Verdict.Refused refused) return await intake.Refusals.ReplyAsync(turn, refused, "/rotation").ConfigureAwait(false);
        var change = await store.LastChangeAsync(turn.Unit).ConfigureAwait(false);
        var isLast = change is not null && change.ChangedAt.ToUnixTimeMilliseconds() == turn.Control.Revision && change.ChangedBy == turn.Author.Id;
        if (change is null || !isLast || turn.Now - change.ChangedAt > TaskRules.UndoTime) return parts.Texts.Private(DutyTexts.RotationUndoLate);
        var members = DutyStore.MembersOf(change.Members);
        await store.SetRotationAsync(turn.Unit, members, change.FromOn, change.CoverId).ConfigureAwait(false);
        await store.ForgetChangeAsync(turn.Unit).ConfigureAwait(false);
        var rotation = (await store.RotationAsync(turn.Db, turn.Workspace).ConfigureAwait(false)).Rotation;
        await SetTimerAsync(turn, rotation).ConfigureAwait(false);
        if (change.OnDutyId is { } owner && await OnDutyAsync(turn).ConfigureAwait(false) == change.SetOnDutyId) await intake.Owners.SetOnDutyAsync(turn.Db, turn.Workspace.Id, owner).ConfigureAwait(false);
        var now = rotation is null
            ? parts.Texts.Say(DutyTexts.RotationUndone)
            : parts.Texts.Say(DutyTexts.RotationUndoneTo, ("members", await who.NamesAsync(turn, members).ConfigureAwait(false)), ("day", WhoHandlers.DayOf(rotation)));
        return new Reply.Update(new Card(now));
    }

    private Task SetTimerAsync(Turn turn, Rotation? rotation) => rotation is null
        ? parts.Timers.RemoveAsync(turn.Unit, RotationTimers.TurnTimer, "")
        : parts.Timers.SetAsync(turn.Unit, RotationTimers.TurnTimer, "", rotation.NextTurn(turn.Now));

    private async Task<MemberId?> OnDutyAsync(Turn turn) => (await intake.Owners.OnDutyAsync(turn.Db, turn.Workspace).ConfigureAwait(false))?.Owner;
}
