using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Workspaces;
using TriageBot.Storage;

namespace TriageBot.Features.Outbox;

/// <summary>Tells an owner, once for each place, that messages cannot be delivered there and what to do about it.</summary>
public sealed class Undelivered(ReplyTexts texts, OutboxStore outbox, WorkspaceStore workspaces, MemberStore members, OwnerStore owners)
{
    public async Task TellAsync(DbSession db, OutboxRow row, string reason, Instant now)
    {
        if (await workspaces.FindAsync(db, row.WorkspaceId).ConfigureAwait(false) is not { LeftAt: null } workspace) return;
        if (!await outbox.IsFirstRefusalAsync(db, row, reason, now).ConfigureAwait(false)) return;
        if (await owners.OnDutyAsync(db, workspace).ConfigureAwait(false) is not { } plan) return;
        var place = Destination.Parse(row.Destination);
        // Who cannot be reached cannot be told so.
        if (place == new Destination.Direct(plan.Owner)) return;
        var unit = new UnitOfWork(db, workspace, now);
        var said = texts.Say(WorkspaceTexts.Undelivered, ("place", await NameAsync(unit, place).ConfigureAwait(false)), ("reason", ReplyValue.Words(reason)));
        await outbox.TellAsync(unit, plan.Owner, said).ConfigureAwait(false);
    }

    private async Task<ReplyValue> NameAsync(UnitOfWork unit, Destination place) => place switch
    {
        Destination.Direct(var id) when await members.FindAsync(unit.Db, unit.Workspace.Id, id).ConfigureAwait(false) is { } member => member.AsRun(),
        Destination.Channel(var id) => ReplyValue.Typed(
            "#" + ((await workspaces.ChannelsAsync(unit.Db, unit.Workspace.Id).ConfigureAwait(false)).FirstOrDefault(channel => channel.Id == id)?.Name ?? id)),
        _ => ReplyValue.Words(place.ToString()),
    };
}
