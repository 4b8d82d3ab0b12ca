using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Features.Urgent;

namespace TriageBot.Features.Duty;

/// <summary><c>/take</c> and its undo (rule W3).</summary>
internal sealed class TakeHandlers(DutyStore store, DutyRoster roster, HandOffs handOffs, AwayParts parts, IntakeParts intake)
{
    public const string UndoVerb = "take-undo";

    private static readonly Duration UndoFor = Duration.FromMinutes(2);

    public async Task<Reply> TakeAsync(Turn turn)
    {
        var before = await roster.AtAsync(turn.Unit, turn.Now).ConfigureAwait(false);
        if (before.OnDuty?.Owner == turn.Author.Id) return parts.Texts.Private(DutyTexts.HasAlready);
        if ((await intake.Owners.FindAsync(turn.Db, turn.Workspace, turn.Author.Id).ConfigureAwait(false))?.AwayAt(turn.Now) is { } away)
        {
            return parts.Texts.Private(DutyTexts.TakeAway, ("until", turn.At(away.Until)));
        }

        foreach (var span in (await store.OpenAsync(turn.Unit).ConfigureAwait(false)).Where(span => span.State == DutySpanState.Running || (span.State == DutySpanState.Accepted && span.FromAt <= turn.Now)))
        {
            await handOffs.EndAsync(turn.Unit, span, DutySpanState.Ended).ConfigureAwait(false);
        }

        var named = (await intake.Owners.OnDutyAsync(turn.Db, turn.Workspace).ConfigureAwait(false))?.Owner;
        await intake.Owners.SetOnDutyAsync(turn.Db, turn.Workspace.Id, turn.Author.Id).ConfigureAwait(false);
        if (named is not { } giver || giver == turn.Author.Id) return parts.Texts.Private(DutyTexts.TakenAlone);
        var row = new DutyRow
        {
            Number = await intake.Workspaces.NextNumberAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false),
            Kind = DutySpanKind.Take,
            GiverId = giver,
            TakerId = turn.Author.Id,
            FromAt = turn.Now,
            State = DutySpanState.Running,
        };
        await store.AddAsync(turn.Unit, row, turn.Author.Id).ConfigureAwait(false);
        var moved = await handOffs.MoveAsync(turn.Unit, row).ConfigureAwait(false);
        foreach (var former in new[] { giver, before.OnDuty?.Owner ?? giver }.Distinct())
        {
            await parts.Outbox.TellAsync(turn.Unit, former, parts.Texts.Say(DutyTexts.TellTaken, ("member", turn.Author.AsRun()), ("count", moved))).ConfigureAwait(false);
        }

        var taken = parts.Texts.Say(DutyTexts.Taken, ("member", await parts.Members.NameAsync(turn.Unit, giver).ConfigureAwait(false)), ("count", moved));
        return new Reply.Private(new Card(taken, [new Button(new ControlId(UndoVerb, row.Number, 1).ToString(), "Undo")]));
    }

    /// <summary>For two minutes, by whoever took it, while nobody else has.</summary>
    public async Task<Reply> UndoAsync(Turn turn)
    {
        var row = await store.FindAsync(turn.Unit, turn.Control.Item).ConfigureAwait(false);
        var onDuty = (await intake.Owners.OnDutyAsync(turn.Db, turn.Workspace).ConfigureAwait(false))?.Owner;
        if (row is not { Kind: DutySpanKind.Take, State: DutySpanState.Running, GiverId: { } giver } || row.TakerId != turn.Author.Id || onDuty != turn.Author.Id
            || turn.Now > row.MadeAt + UndoFor || !await store.BecomesAsync(turn.Unit, row, DutySpanState.TakenBack).ConfigureAwait(false))
        {
            return parts.Texts.Private(DutyTexts.UndoLate);
        }

        await intake.Owners.SetOnDutyAsync(turn.Db, turn.Workspace.Id, giver).ConfigureAwait(false);
        await handOffs.ReturnAsync(turn.Unit, row).ConfigureAwait(false);
        await parts.Outbox.TellAsync(turn.Unit, giver, parts.Texts.Say(DutyTexts.TellUndone, ("member", turn.Author.AsRun()))).ConfigureAwait(false);
        return new Reply.Update(new Card(parts.Texts.Say(DutyTexts.Undone, ("member", await parts.Members.NameAsync(turn.Unit, giver).ConfigureAwait(false)))));
    }
}
