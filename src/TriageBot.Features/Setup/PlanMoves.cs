using TriageBot.Core.Chat;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Setup;

/// <summary>What follows from a changed plan: held messages find their breaks anew, and whoever keeps timers for the owner sets them anew (rules H8, A1).</summary>
internal sealed class PlanMoves(OwnerStore owners, MemberStore members, UrgentStore urgent, Holding holding, IEnumerable<IOwnerPlanChanged> watchers)
{
    /// <summary>For the owners of each change, once.</summary>
    /// <param name="unit">Knows the workspace as it is after the changes.</param>
    /// <returns>How many messages are held by those whose breaks may have moved, and how many of them wait longer than told.</returns>
    public async Task<(int Held, int Later)> FollowAsync(UnitOfWork unit, IReadOnlyCollection<SettingChange> changes)
    {
        var (held, later) = (0, 0);
        foreach (var owner in await OwnersOfAsync(unit, [.. changes.Where(change => change.Setting.MovesBreaks)]).ConfigureAwait(false))
        {
            if (await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is not { } plan) continue;
            held += (await urgent.HeldAsync(unit.Db, unit.Workspace.Id, owner).ConfigureAwait(false)).Count;
            later += await holding.PlaceAllAsync(unit, plan, Reason(changes), mayStillChange: true).ConfigureAwait(false);
        }

        foreach (var owner in await OwnersOfAsync(unit, [.. changes.Where(change => change.Setting.ChangesPlan)]).ConfigureAwait(false))
        {
            foreach (var watcher in watchers) await watcher.OwnerPlanChangedAsync(unit, owner).ConfigureAwait(false);
        }

        return (held, later);
    }

    private async Task<IReadOnlyCollection<MemberId>> OwnersOfAsync(UnitOfWork unit, IReadOnlyCollection<SettingChange> changes)
    {
        var named = changes.Where(change => change.Setting.Member.Value.Length > 0).Select(change => change.Setting.Member);
        if (changes.All(change => change.Setting.Kind != SettingKind.TeamZone)) return named.ToHashSet();
        var everybody = await members.AllAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false);
        return named.Concat(everybody.Where(member => member is { IsOwner: true, Zone: null }).Select(member => member.Id)).ToHashSet();
    }

    private static string Reason(IEnumerable<SettingChange> changes) => changes.First(change => change.Setting.MovesBreaks).Setting.Kind switch
    {
        SettingKind.Hours => "the working hours were changed",
        SettingKind.Breaks => "the breaks were changed",
        SettingKind.Closures => "there are other closed days",
        _ => "the time zone was changed",
    };
}
