using NodaTime;
using TriageBot.Chat.Web;
using TriageBot.Core.Breaks;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Demo;

/// <summary>Finds when somebody's break begins next, moved and forced ones included.</summary>
internal sealed class NextBreak(IDatabase database, WorkspaceStore workspaces, OwnerStore owners, BreakStore breaks, HoldSettings hold)
{
    /// <summary>Null when no owner has a break within 400 days.</summary>
    public Task<Instant?> AfterAsync(Instant now, CancellationToken ct) => database.ReadAsync<Instant?>(
        async db =>
        {
            if (await workspaces.FindAsync(db, new LocalChatOptions().WorkspaceId) is not { } workspace) return null;

            Instant? soonest = null;
            foreach (var plan in await owners.AllAsync(db, workspace))
            {
                var sessions = await breaks.SinceAsync(db, workspace.Id, plan.Owner, now);
                var next = BreakSchedule.From(plan, sessions, now, hold.Ceiling).FirstOrDefault(candidate => candidate.Start > now);
                if (next is not null && (soonest is null || next.Start < soonest)) soonest = next.Start;
            }

            return soonest;
        },
        ct);
}
