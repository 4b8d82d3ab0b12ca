using TriageBot.Core.Chat;
using TriageBot.Features.Breaks;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Setup;

/// <summary>Keeps a workspace that has owners from losing the last one, duty with an owner, and every held message with somebody who reads it.</summary>
internal sealed class OwnerChanges(MemberStore members, UrgentStore urgent, BreakStore breaks, ReplyTexts texts)
{
    /// <summary>Why these changes, taken together, cannot be made; null when they can.</summary>
    public async Task<RichText?> FindObstacleAsync(UnitOfWork unit, IReadOnlyCollection<SettingChange> changes)
    {
        var everybody = await members.ByIdAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        var owners = everybody.Values.Where(member => member.IsOwner).Select(member => member.Id).ToHashSet();
        owners.UnionWith(changes.Where(change => change.Setting.Kind == SettingKind.Owner && change.New == Settings.Yes).Select(change => change.Setting.Member));
        foreach (var leaving in changes.Where(change => change.Setting.Kind == SettingKind.Owner && change.New == Settings.No))
        {
            owners.Remove(leaving.Setting.Member);
            var member = everybody[leaving.Setting.Member];
            if (owners.Count == 0) return texts.Say(SetupTexts.LastOwner, ("member", member.AsRun()));
            if (await FindUnfinishedAsync(unit, member).ConfigureAwait(false) is { } unfinished) return unfinished;
        }

        var duty = changes.LastOrDefault(change => change.Setting.Kind == SettingKind.OnDuty && change.New.Length > 0);
        return duty is not null && !owners.Contains(new MemberId(duty.New))
            ? texts.Say(SetupTexts.DutyNeedsOwner, ("member", everybody[new MemberId(duty.New)].AsRun()))
            : null;
    }

    private async Task<RichText?> FindUnfinishedAsync(UnitOfWork unit, Member owner)
    {
        if (await breaks.FindOpenAsync(unit.Db, unit.Workspace.Id, owner.Id).ConfigureAwait(false) is not null)
        {
            return texts.Say(SetupTexts.OwnerReads, ("member", owner.AsRun()));
        }

        var held = await urgent.HeldAsync(unit.Db, unit.Workspace.Id, owner.Id).ConfigureAwait(false);
        return held.Count > 0 ? texts.Say(SetupTexts.OwnerHolds, ("member", owner.AsRun()), ("held", held.Count)) : null;
    }
}
