using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Agenda;

/// <summary>Whom an agenda is for, and how it reads their tasks and clock.</summary>
/// <param name="IsNamed">There are others with an agenda, so it says whose it is.</param>
/// <param name="Sight">Who will read it where it stands (rule A10).</param>
internal sealed record AgendaReader(Member Member, TaskPeople People, bool IsNamed, TaskReader Sight)
{
    public WorkCalendar Calendar => People.CalendarOf(Member.Id);
}

/// <summary>Puts an agenda into words, in the order of rule A2.</summary>
internal sealed class AgendaRenderer(ReplyTexts texts, TaskFacts facts)
{
    private const int SomedayTitleLength = 60;

    /// <param name="now">The moment by which the agenda was built.</param>
    /// <param name="plannedAt">When it was to be sent, if that is long ago; null when it is not late.</param>
    public RichText Render(AgendaView agenda, AgendaReader reader, Instant now, Instant? plannedAt = null)
    {
        var lines = new List<RichText> { Title(agenda, reader, now) };
        if (plannedAt is { } planned) lines.Add(texts.Say(AgendaTexts.Late, ("time", Say.Moment(planned, now, reader.Calendar.Zone))));
        if (agenda.Breaks.Count > 0)
        {
            var breaks = string.Join(" · ", agenda.Breaks.Select(span => Text(span, reader)));
            lines.Add(texts.Say(AgendaTexts.Breaks, ("breaks", ReplyValue.Words(breaks))));
        }

        var view = new TaskListView(reader.People, reader.Member.Id, reader.Sight, now) { Own = agenda.Own };
        AddSection(lines, AgendaTexts.First, agenda.DoFirst, view);
        AddSection(lines, AgendaTexts.Then, agenda.Then, view);
        if (agenda.HasNothingToDo) lines.Add(texts.Say(AgendaTexts.Nothing));
        if (Counts(agenda, reader, now) is { Runs.Length: > 0 } counts) lines.Add(counts);
        if (agenda.Someday is { } someday) lines.Add(SomedayLine(someday, reader.Sight));
        return RichText.Lines(lines);
    }

    private RichText Title(AgendaView agenda, AgendaReader reader, Instant now)
    {
        (string, ReplyValue)[] values =
        [
            ("day", new TextRun(RunKind.Strong, TimeText.Day(agenda.Date, reader.Calendar.Today(now)))),
            ("whose", reader.IsNamed ? RichText.Plain(" · ").Then(new RichText([reader.Member.AsRun()])) : RichText.Empty),
        ];
        return agenda.WorkingTime switch
        {
            null => texts.Say(AgendaTexts.TitlePlain, values),
            { } none when none == Duration.Zero => texts.Say(AgendaTexts.TitleClosed, values),
            { } time => texts.Say(AgendaTexts.Title, [.. values, ("hours", ReplyValue.Words($"{(int)time.TotalHours}h {time.Minutes:00}m"))]),
        };
    }

    private void AddSection(List<RichText> lines, ReplyText heading, AgendaSection section, TaskListView view)
    {
        if (section.Tasks.Count == 0) return;
        lines.Add(texts.Say(heading));
        lines.AddRange(section.Tasks.Select((task, index) => facts.Line(task, section.First + index, view)));
        if (section.More > 0) lines.Add(texts.Say(AgendaTexts.More, ("count", section.More)));
    }

    private RichText Counts(AgendaView agenda, AgendaReader reader, Instant now)
    {
        var counts = new List<RichText>();
        if (agenda.NotYours > 0) counts.Add(texts.Say(AgendaTexts.NotYours, ("count", agenda.NotYours)));
        if (agenda.Untriaged > 0) counts.Add(texts.Say(AgendaTexts.Untriaged, ("count", agenda.Untriaged)));
        if (agenda.Queue is { } queue)
        {
            counts.Add(texts.Say(
                AgendaTexts.Queue,
                ("count", queue.Held),
                ("oldest", queue.OldestWaiting is { } waiting ? texts.Say(AgendaTexts.QueueOldest, ("span", Say.Span(waiting))) : RichText.Empty),
                ("next", queue.NextBreak is { } next ? texts.Say(AgendaTexts.QueueNext, ("time", Say.Moment(next, now, reader.Calendar.Zone))) : RichText.Empty)));
        }

        return Joined(counts, "   ·   ");
    }

    private RichText SomedayLine(SomedayTurn turn, TaskReader sight)
    {
        var items = turn.Shown.Select(item =>
            texts.Say(AgendaTexts.SomedayItem, ("number", item.Number), ("what", Say.Title(TaskSight.Of(item, sight).Task.What, SomedayTitleLength))));
        return texts.Say(
            AgendaTexts.Someday,
            ("shown", turn.Shown.Count),
            ("count", turn.Eligible),
            ("days", ReplyValue.Words(turn.WorkingDays == 1 ? "working day" : $"{turn.WorkingDays} working days")),
            ("items", Joined([.. items], " · ")));
    }

    private static string Text(Break span, AgendaReader reader) =>
        $"{TimeText.Clock(span.Start.InZone(reader.Calendar.Zone).TimeOfDay)} {(int)span.Length.TotalMinutes}m";

    private static RichText Joined(IReadOnlyList<RichText> parts, string between) =>
        parts.Count == 0 ? RichText.Empty : parts.Aggregate((all, next) => all.Then(between).Then(next));
}
