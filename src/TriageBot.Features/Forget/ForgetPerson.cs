using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Forget;
using TriageBot.Core.Tasks;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Forget;

/// <summary>What there is of a person, in numbers, and its end.</summary>
internal sealed class ForgetPerson(ForgetPersonStore store, ForgetStore erasing, ForgetEditStore edits, ForgetParts parts, ReplyTexts texts)
{
    /// <summary>Why they cannot be forgotten now, with what to do first; null when they can.</summary>
    public async Task<RichText?> FindObstacleAsync(Turn turn, Member member)
    {
        if (member.IsOwner) return texts.Say(ForgetTexts.Owner, ("member", member.AsRun()));
        if (member.Id != turn.Author.Id) return null;
        var others = (await parts.Members.AllAsync(turn.Db, turn.Workspace.Id).ConfigureAwait(false)).Where(other => other.IsAdmin && other.Id != member.Id).Select(other => other.Name).ToList();
        return others.Count == 0 ? texts.Say(ForgetTexts.OneselfAlone) : texts.Say(ForgetTexts.Oneself, ("others", ReplyValue.Typed(string.Join(", ", others))));
    }

    /// <summary>What will be erased, what stays, and what is still open.</summary>
    public async Task<RichText> DescribeAsync(Turn turn, Member member)
    {
        var (db, workspace, id) = (turn.Db, turn.Workspace.Id, member.Id);
        var taker = ("taker", (ReplyValue)(await TakerAsync(turn).ConfigureAwait(false)).AsRun());
        var counts = await store.CountAsync(db, workspace, id).ConfigureAwait(false);
        var given = await store.GivenTasksAsync(db, workspace, id).ConfigureAwait(false);
        List<OpenItem> taken = [.. given, .. await store.EscalationsAsync(db, workspace, id).ConfigureAwait(false)];
        var promises = await store.PromisesAsync(db, workspace, id).ConfigureAwait(false);
        var duties = (await store.DutiesAsync(db, workspace, id).ConfigureAwait(false)).Count + (await InRotationAsync(turn.Unit, id).ConfigureAwait(false) ? 1 : 0);
        var lines = new List<RichText>
        {
            texts.Say(ForgetTexts.Person, ("member", member.AsRun())),
            texts.Say(
                ForgetTexts.PersonGoes,
                ("where", ForgetLines.Counts(
                    (counts.Urgent, "urgent message", "urgent messages"), (counts.Tasks, "task", "tasks"), (counts.Escalations, "escalation", "escalations"), (counts.Promises, "promise", "promises"), (counts.Notes, "note on a customer", "notes on customers")))),
            texts.Say(ForgetTexts.PersonStays, ("times", ForgetLines.Counts((counts.Times, "entry", "entries")))),
        };
        AddItems(lines, ForgetTexts.Withdrawn, await store.HeldAsync(db, workspace, id).ConfigureAwait(false));
        AddItems(lines, ForgetTexts.Dropped, await store.OwnTasksAsync(db, workspace, id).ConfigureAwait(false));
        AddItems(lines, ForgetTexts.TakenOver, taken, taker);
        AddItems(lines, ForgetTexts.PromisesGo, promises, taker);
        if (duties > 0) lines.Add(texts.Say(ForgetTexts.DutiesEnd, ("count", duties)));
        AddItems(lines, ForgetTexts.WordsGo, await store.WordsOfOthersAsync(db, workspace, id).ConfigureAwait(false));
        lines.Add(texts.Say(ForgetLines.NotErased(turn.Workspace)));
        return RichText.Lines(lines);
    }

    /// <summary>All of it in this unit of work: a crash leaves everything or nothing.</summary>
    public async Task EraseAsync(Turn turn, Member member)
    {
        var (unit, id) = (turn.Unit, member.Id);
        var taker = await TakerAsync(turn).ConfigureAwait(false);
        var typed = await edits.FindAsync(unit, id).ConfigureAwait(false);
        var cards = await store.CardsAsync(unit.Db, unit.Workspace.Id, id).ConfigureAwait(false);
        var taken = await EndAsync(turn, member, taker).ConfigureAwait(false);

        var words = await erasing.IsAnythingWaitingAsync(unit).ConfigureAwait(false) ? await erasing.WordsOfAsync(unit, id).ConfigureAwait(false) : [];
        var redaction = Redaction.OfMember(id, member.Name, Member.Former, words.Concat(typed.Select(edit => edit.Text)));
        await edits.EraseAsync(unit, typed).ConfigureAwait(false);
        await erasing.ClosePlacesAsync(unit, id).ConfigureAwait(false);
        await erasing.RemoveTimersAsync(unit, id).ConfigureAwait(false);
        await erasing.ErasePersonAsync(unit, id).ConfigureAwait(false);
        await erasing.ScrubAsync(unit, redaction, [id.Value, member.Name]).ConfigureAwait(false);
        await erasing.BlankMessagesAsync(unit, redaction).ConfigureAwait(false);
        foreach (var number in cards)
        {
            if (await parts.Escalations.Store.FindAsync(unit.Db, unit.Workspace.Id, number).ConfigureAwait(false) is { } escalation) await parts.Escalations.ShowAsync(unit, escalation).ConfigureAwait(false);
        }

        if (taken.Count > 0 && taker.Id != turn.Author.Id)
        {
            await parts.Outbox.TellAsync(unit, taker.Id, texts.Say(ForgetTexts.ToYou, ("items", ForgetLines.Numbers(taken)))).ConfigureAwait(false);
        }
    }

    /// <summary>What is open ends or goes on with another, by the ways in which it always does.</summary>
    /// <returns>What another has now.</returns>
    private async Task<IReadOnlyList<long>> EndAsync(Turn turn, Member member, Member taker)
    {
        var (unit, workspace, id) = (turn.Unit, turn.Workspace.Id, member.Id);
        await parts.Matters.WithdrawAsync(turn, await store.HeldAsync(unit.Db, workspace, id).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var item in await store.OwnTasksAsync(unit.Db, workspace, id).ConfigureAwait(false)) await parts.Matters.DropAsync(turn, item.Number).ConfigureAwait(false);
        var taken = new List<long>();
        foreach (var item in await store.GivenTasksAsync(unit.Db, workspace, id).ConfigureAwait(false))
        {
            if (await parts.Tasks.FindAsync(unit.Db, workspace, item.Number).ConfigureAwait(false) is not { } task) continue;
            // What is private goes to nobody but whom it belongs to (rule A10).
            var to = !task.IsPrivate ? taker.Id : task.CreatorId != id ? task.CreatorId : task.RequesterId ?? taker.Id;
            await parts.Tasks.SaveAsync(unit, task with { AssigneeId = to, Revision = task.Revision + 1 }, TaskChangeKind.Edited, turn.Author.Id).ConfigureAwait(false);
            if (to == taker.Id) taken.Add(item.Number);
        }

        var running = await store.RunningAsync(unit.Db, workspace, id).ConfigureAwait(false);
        var duties = await store.DutiesAsync(unit.Db, workspace, id).ConfigureAwait(false);
        taken.AddRange((await store.EscalationsAsync(unit.Db, workspace, id).ConfigureAwait(false)).Select(item => item.Number));
        await store.HandOverAsync(unit, id, taker.Id).ConfigureAwait(false);
        taken.AddRange(await parts.Promises.MoveOpenAsync(unit, member, taker, isLent: false).ConfigureAwait(false));
        await erasing.RemoveTimersAsync(unit, duties.Select(duty => duty.Number)).ConfigureAwait(false);
        foreach (var entry in running) await parts.Timers.RemoveAsync(unit, RunningTime.Forgotten, entry.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        await LeaveRotationAsync(unit, id).ConfigureAwait(false);
        return taken;
    }

    private async Task LeaveRotationAsync(UnitOfWork unit, MemberId id)
    {
        if (!await InRotationAsync(unit, id).ConfigureAwait(false)) return;
        var (rotation, cover) = await parts.Duty.RotationAsync(unit.Db, unit.Workspace).ConfigureAwait(false);
        await parts.Duty.SetRotationAsync(
            unit, rotation?.Members.Where(member => member != id) ?? [], rotation?.From ?? unit.Now.InZone(unit.Workspace.TimeZone).Date, cover == id ? null : cover).ConfigureAwait(false);
    }

    private async Task<bool> InRotationAsync(UnitOfWork unit, MemberId id)
    {
        var (rotation, cover) = await parts.Duty.RotationAsync(unit.Db, unit.Workspace).ConfigureAwait(false);
        return cover == id || rotation?.Members.Contains(id) == true;
    }

    /// <summary>The owner on duty; whoever asks for it where there is none.</summary>
    private async Task<Member> TakerAsync(Turn turn) =>
        (await parts.Roster.AtAsync(turn.Unit, turn.Now).ConfigureAwait(false)).OnDuty is { } plan
            ? await parts.Members.MemberAsync(turn.Unit, plan.Owner).ConfigureAwait(false)
            : turn.Author;

    private void AddItems(List<RichText> lines, ReplyText text, IReadOnlyList<OpenItem> items, params ReadOnlySpan<(string, ReplyValue)> more)
    {
        if (items.Count > 0) lines.Add(texts.Say(text, [("items", ForgetLines.Items(items)), .. more]));
    }
}
