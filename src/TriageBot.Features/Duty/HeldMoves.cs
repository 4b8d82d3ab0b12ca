using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Duty;

/// <summary>Moves held messages from one owner's queue into another's. What somebody is reading at this moment stays with them.</summary>
internal sealed class HeldMoves(UrgentStore urgent, Holding holding, OwnerStore owners)
{
    /// <param name="duty">The hand-off it is moved by; null when it stays there.</param>
    /// <param name="reason">Why it is later, for those who then wait longer than told.</param>
    public async Task<int> MoveAsync(UnitOfWork unit, (MemberId From, MemberId To) way, Func<HeldMessage, bool> which, long? duty, string reason)
    {
        var moved = await GiveAsync(unit, way, which, duty, reason).ConfigureAwait(false);
        if (moved > 0) await PlaceAsync(unit, way.From, reason).ConfigureAwait(false);
        return moved;
    }

    /// <summary>The same, but what stays behind is placed by whoever calls, for a reason of its own.</summary>
    public async Task<int> GiveAsync(UnitOfWork unit, (MemberId From, MemberId To) way, Func<HeldMessage, bool> which, long? duty, string reason)
    {
        var held = await urgent.HeldAsync(unit.Db, unit.Workspace.Id, way.From).ConfigureAwait(false);
        var moved = held.Where(message => message.SessionId is null && which(message)).ToList();
        if (moved.Count == 0) return 0;
        foreach (var message in moved) await urgent.GiveAsync(unit, message.Number, way.To, duty).ConfigureAwait(false);
        await PlaceAsync(unit, way.To, reason).ConfigureAwait(false);
        return moved.Count;
    }

    public async Task PlaceAsync(UnitOfWork unit, MemberId owner, string reason)
    {
        if (await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is { } plan) await holding.PlaceAllAsync(unit, plan, reason, mayStillChange: false).ConfigureAwait(false);
    }
}
