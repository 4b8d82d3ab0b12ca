using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Outbox;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Someday;

/// <summary>What follows from showing an owner their turn of three: it passes on, and what was shown five times without an answer is asked about, once (rules S2, S3).</summary>
internal sealed class SomedayTurns(TaskStore tasks, TaskPeopleStore peopleStore, TaskCards cards, OutboxStore outbox, ReplyTexts texts)
{
    public async Task ShownAsync(UnitOfWork unit, MemberId owner, IReadOnlyList<TaskItem> shown, LocalDate today)
    {
        await tasks.ShownAsync(unit, shown, today).ConfigureAwait(false);
        foreach (var item in shown.Where(item => item.LastShownOn != today && item.UnansweredCount + 1 == SomedayRules.AskedAfter))
        {
            await AskAsync(unit, owner, item.Number).ConfigureAwait(false);
        }
    }

    /// <summary>The private list has a turn of its own, in the private conversation, on the days on which something of it takes its turn (rules S1, A10).</summary>
    public async Task ShowPrivateAsync(UnitOfWork unit, MemberId owner, LocalDate today)
    {
        var eligible = await tasks.SomedayEligibleAsync(unit.Db, unit.Workspace.Id, owner, today, isPrivate: true).ConfigureAwait(false);
        if (eligible.Count == 0) return;
        var turn = SomedayRotation.Turn(eligible, today);
        var lines = turn.Shown.Select(item => texts.Say(TaskTexts.SomedayLine, ("number", item.Number), ("what", Say.Title(item.What))));
        var heading = texts.Say(
            SomedayTexts.PrivateTurn,
            ("shown", turn.Shown.Count),
            ("count", turn.Eligible),
            ("days", ReplyValue.Words(turn.WorkingDays == 1 ? "working day" : $"{turn.WorkingDays} working days")));
        await outbox.TellAsync(unit, owner, new Card(
            RichText.Lines(lines.Prepend(heading)),
            SomedayControls.OfTurn(turn.Shown) is { } select ? [select] : [])).ConfigureAwait(false);
        await ShownAsync(unit, owner, turn.Shown, today).ConfigureAwait(false);
    }

    private async Task AskAsync(UnitOfWork unit, MemberId owner, long number)
    {
        if (await tasks.FindAsync(unit.Db, unit.Workspace.Id, number).ConfigureAwait(false) is not { State: TaskState.Someday } task) return;
        var people = await peopleStore.LoadAsync(unit).ConfigureAwait(false);
        var question = texts.Say(
            SomedayTexts.AskDrop, ("number", task.Number), ("what", ReplyValue.Typed(task.What)), ("count", SomedayRules.AskedAfter));
        await outbox.TellAsync(unit, owner, cards.Show(task, question, people, unit, people.Find(owner))).ConfigureAwait(false);
    }
}
