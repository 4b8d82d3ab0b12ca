using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Promises;
using TriageBot.Features.Customers;
using TriageBot.Features.Outbox;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>Private messages about a promise: to whoever asked for it, to whoever gets it, and to whoever has to know that it is missed.</summary>
internal sealed class PromiseNews(OutboxStore outbox, MemberStore members, CustomerStore customers, PromiseCards cards, ReplyTexts texts)
{
    /// <summary>A change by a member: those concerned hear of it once, and never whoever made it.</summary>
    public async Task TellAsync(Turn turn, Promise before, Promise after, PromiseChangeKind kind)
    {
        if (kind == PromiseChangeKind.Kept) await customers.ContactedAsync(turn.Unit, after.Customer, turn.Now).ConfigureAwait(false);
        switch (kind)
        {
            case PromiseChangeKind.Offered when after.OfferedTo is { } offered:
                await SayAsync(turn, offered, after, PromiseTexts.TellOffered, [
                    PromiseCards.Press(after, PromiseVerbs.Accept, "Accept", ButtonStyle.Primary), PromiseCards.Press(after, PromiseVerbs.Decline, "Decline")]).ConfigureAwait(false);
                break;
            case PromiseChangeKind.Declined:
                await SayAsync(turn, after.MakerId, after, PromiseTexts.TellDeclined, []).ConfigureAwait(false);
                break;
            case PromiseChangeKind.HandedOver:
                await SayAsync(turn, before.MakerId, after, PromiseTexts.TellAccepted, []).ConfigureAwait(false);
                break;
            case PromiseChangeKind.Kept or PromiseChangeKind.Moved or PromiseChangeKind.Withdrawn or PromiseChangeKind.Undone:
                foreach (var reader in new[] { after.RequesterId, after.RecordedBy, after.MakerId }.OfType<MemberId>().Distinct())
                {
                    await SayAsync(turn, reader, after, PromiseTexts.TellOf(kind), []).ConfigureAwait(false);
                }

                break;
        }
    }

    /// <summary>Whoever has to keep what another wrote down in their name.</summary>
    public Task TellGivenAsync(Turn turn, Promise promise) =>
        SayAsync(turn, promise.MakerId, promise, PromiseTexts.TellGiven, [.. PromiseCards.Controls(promise, canUndo: false)]);

    /// <summary>A reminder of rule C8: Keep, Move, Hand over.</summary>
    public Task RemindAsync(UnitOfWork unit, Promise promise, ReplyText text, Duration need) =>
        PostAsync(unit, promise.MakerId, promise, text, [.. PromiseCards.Controls(promise, canUndo: false).Take(3)], ("need", PromiseCards.Minutes((int)need.TotalMinutes)));

    /// <summary>It is broken; the maker is asked why.</summary>
    public async Task TellBrokenAsync(UnitOfWork unit, MemberId reader, Promise promise)
    {
        var maker = await members.FindAsync(unit.Db, unit.Workspace.Id, promise.MakerId).ConfigureAwait(false);
        await PostAsync(
            unit,
            reader,
            promise,
            reader == promise.MakerId ? PromiseTexts.BrokenYours : PromiseTexts.BrokenTheirs,
            [.. PromiseCards.Controls(promise, canUndo: false)],
            ("maker", maker?.AsRun() ?? new TextRun(RunKind.Plain, "somebody"))).ConfigureAwait(false);
    }

    /// <summary>What gives way to other work is the work of a promise (rule A6).</summary>
    public Task TellDisplacedAsync(UnitOfWork unit, MemberId reader, Promise promise, ReplyValue day, ReplyValue by) =>
        PostAsync(unit, reader, promise, PromiseTexts.Displaced, [.. PromiseCards.Controls(promise, canUndo: false)], ("day", day), ("by", by));

    private Task SayAsync(Turn turn, MemberId reader, Promise promise, ReplyText text, IReadOnlyList<Control> controls) =>
        reader == turn.Author.Id ? Task.CompletedTask : PostAsync(turn.Unit, reader, promise, text, controls, ("member", turn.Author.AsRun()));

    private async Task PostAsync(
        UnitOfWork unit, MemberId reader, Promise promise, ReplyText text, IReadOnlyList<Control> controls, params IReadOnlyList<(string Name, ReplyValue Value)> more)
    {
        var zone = (await members.FindAsync(unit.Db, unit.Workspace.Id, reader).ConfigureAwait(false))?.ZoneOr(unit.Workspace) ?? unit.Workspace.TimeZone;
        (string, ReplyValue)[] values = [("promise", cards.Head(promise)), ("due", ReplyValue.Words(PromiseCards.DueIn(promise.Due, unit.Now, zone))), .. more];
        await outbox.TellAsync(unit, reader, new Card(texts.Say(text, values), [.. controls], promise.Number)).ConfigureAwait(false);
    }
}
