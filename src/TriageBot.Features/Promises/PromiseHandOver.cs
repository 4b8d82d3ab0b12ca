using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Duty;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>What the giver has promised goes along with a hand-off, and what is not done then goes back (rule W2).</summary>
internal sealed class PromiseHandOver(PromiseChanger changer, MemberStore members) : IHandedOver
{
    public async Task BeginAsync(UnitOfWork unit, MemberId giver, MemberId taker)
    {
        var from = await members.FindAsync(unit.Db, unit.Workspace.Id, giver).ConfigureAwait(false);
        var to = await members.FindAsync(unit.Db, unit.Workspace.Id, taker).ConfigureAwait(false);
        if (from is not null && to is not null) await changer.MoveOpenAsync(unit, from, to, isLent: true).ConfigureAwait(false);
    }

    public async Task<int> EndAsync(UnitOfWork unit, MemberId giver, MemberId taker, Instant since)
    {
        await changer.GiveBackAsync(unit, giver, taker).ConfigureAwait(false);
        return 0;
    }
}
