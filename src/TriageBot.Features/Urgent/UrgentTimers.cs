using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Urgent;
using TriageBot.Features.Outbox;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Urgent;

/// <summary>Tells a requester, once, that their promised time got later (rules H8, H13). Catch-up: told late, with the time that is true then.</summary>
internal sealed class UrgentTimers(UrgentStore urgent, MemberStore members, OutboxStore outbox, ReplyTexts texts)
{
    public const string PromiseMoved = "promise-moved";

    public static string Key(long number) => number.ToString(CultureInfo.InvariantCulture);

    public async Task TellMoveAsync(UnitOfWork unit, string key)
    {
        var message = await urgent.FindAsync(unit.Db, unit.Workspace.Id, long.Parse(key, CultureInfo.InvariantCulture)).ConfigureAwait(false);
        if (message is not { State: UrgentState.Held, IsLaterThanTold: true }) return;
        var requester = await members.FindAsync(unit.Db, unit.Workspace.Id, message.RequesterId).ConfigureAwait(false);
        var owner = await members.FindAsync(unit.Db, unit.Workspace.Id, message.OwnerId).ConfigureAwait(false);
        if (requester is null || owner is null) return;
        var (reader, home) = (requester.ZoneOr(unit.Workspace), owner.ZoneOr(unit.Workspace));
        await outbox.TellAsync(
            unit,
            requester.Id,
            texts.Say(
                UrgentTexts.Moved,
                ("number", message.Number),
                ("what", Say.Title(message.What)),
                ("owner", owner.AsRun()),
                ("old", Say.Moment(message.ToldPromiseAt, unit.Now, reader, home)),
                ("new", Say.Moment(message.PromisedAt, unit.Now, reader, home)),
                ("reason", ReplyValue.Words(message.MoveReason))),
            message.Number).ConfigureAwait(false);
        await urgent.ToldAsync(unit.Db, unit.Workspace.Id, message.Number, message.PromisedAt).ConfigureAwait(false);
    }
}
