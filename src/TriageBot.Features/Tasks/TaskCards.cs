using System.Globalization;
using NodaTime;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.TimeLog;
using TriageBot.Features.Triage;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Tasks;

/// <summary>The card of a task: what just happened, what is known of it, and what can be done next.</summary>
internal sealed class TaskCards(ReplyTexts texts, TaskFacts facts, DeclineCards declines)
{
    /// <summary>After a change, which can be undone from here.</summary>
    public Card Echo(TaskItem task, TaskChangeKind kind, TaskPeople people, UnitOfWork unit, Member reader, params IEnumerable<RichText> notes) =>
        Card(task, Heading(TaskTexts.EchoOf(kind), task, people, unit, reader), people, unit, reader, canUndo: true, notes);

    /// <summary>As it stands, below a sentence about it.</summary>
    /// <param name="heading">Has the placeholders number and what.</param>
    public Card Show(TaskItem task, ReplyText heading, TaskPeople people, UnitOfWork unit, Member reader, params IEnumerable<RichText> notes) =>
        Card(task, Heading(heading, task, people, unit, reader), people, unit, reader, canUndo: false, notes);

    /// <summary>Just added, which can be undone from here.</summary>
    public Card Added(TaskItem task, ReplyText heading, TaskPeople people, UnitOfWork unit, Member reader, params IEnumerable<RichText> notes) =>
        Card(task, Heading(heading, task, people, unit, reader), people, unit, reader, canUndo: true, notes);

    public Card Show(TaskItem task, RichText heading, TaskPeople people, UnitOfWork unit, Member reader, params IEnumerable<RichText> notes) =>
        Card(task, heading, people, unit, reader, canUndo: false, notes);

    public RichText Say(ReplyText text) => texts.Say(text);

    /// <summary>A sentence with the placeholders number and what, and perhaps more.</summary>
    public RichText Say(ReplyText text, TaskItem task, MemberId reader, params ReadOnlySpan<(string Name, ReplyValue Value)> more) => texts.Say(
        text,
        [
            ("number", new TextRun(RunKind.Strong, task.Number.ToString(CultureInfo.InvariantCulture))),
            ("what", ReplyValue.Typed(TaskSight.Of(task, TaskReader.Only(reader)).Task.What)),
            .. more,
        ]);

    /// <summary>Who changed it since, and what (rule X4).</summary>
    public RichText Stale(TaskItem task, TaskChangeRow? change, UnitOfWork unit, Member reader) => change is null
        ? Say(TaskTexts.Shown, task, reader.Id)
        : Say(
            TaskTexts.Stale,
            task,
            reader.Id,
            ("member", new TextRun(RunKind.Person, change.ChangedByName ?? change.ChangedBy.Value, Member: change.ChangedBy.Value)),
            ("change", texts.Say(TaskTexts.DidOf(change.Kind))),
            ("time", Moment(change.ChangedAt, unit, reader)));

    private RichText Heading(ReplyText text, TaskItem task, TaskPeople people, UnitOfWork unit, Member reader) => Say(
        text,
        task,
        reader.Id,
        ("day", ReplyValue.Words(task.NextReviewOn is { } day ? TimeText.Day(day, people.CalendarOf(task.AssigneeId).Today(unit.Now)) : "")));

    private Card Card(
        TaskItem task, RichText heading, TaskPeople people, UnitOfWork unit, Member reader, bool canUndo, IEnumerable<RichText> notes)
    {
        if (!TaskSight.IsWholeTo(task, TaskReader.Only(reader.Id))) return new Card(heading, Item: task.Number);
        var calendar = people.CalendarOf(task.AssigneeId);
        var known = task.State is TaskState.Open ? facts.OfCard(task, people, reader.Id, unit.Now) : RichText.Empty;
        // A teammate's list is not triaged, so its cards do not ask for a judgement; /edit takes one.
        var canJudge = reader.IsOwner && task.AssigneeId == reader.Id;
        var actor = new Actor(reader.Id, reader.IsOwner, reader.IsAdmin);
        var mayChange = Policy.Decide(actor, new Act.ChangeTask(task.CreatorId, task.AssigneeId, task.IsPrivate)) is Verdict.Allowed;
        var proposal = canJudge ? declines.Propose(task, calendar, unit.Now) : DeclineCards.NoProposal;
        return new Card(
            RichText.Lines(new[] { heading, known }.Concat(notes).Append(proposal.Text).Where(line => line.Runs.Length > 0)),
            mayChange ? [.. proposal.Controls, .. TaskControls.Of(task, calendar, calendar.Today(unit.Now), canUndo, canJudge), .. TimeControls.Of(task, people, reader.Id)] : [],
            task.Number);
    }

    private static TextRun Moment(Instant at, UnitOfWork unit, Member reader) =>
        new(RunKind.Moment, TimeText.Moment(at, unit.Now, reader.ZoneOr(unit.Workspace)), at.ToUnixTimeMilliseconds());
}
