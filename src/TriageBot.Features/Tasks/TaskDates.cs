using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Features.Dates;

namespace TriageBot.Features.Tasks;

/// <summary>What a typed date does to a task, or the private answer to give instead.</summary>
internal abstract record TaskDate
{
    private TaskDate()
    {
    }

    public sealed record Change(TaskChange Wanted, RichText? Note = null) : TaskDate;

    public sealed record Answer(Reply Reply) : TaskDate;
}

/// <summary>Reads typed dates as due dates and do-days.</summary>
internal sealed class TaskDates(DueInput input, ReplyTexts texts)
{
    public Task<TaskDate> ReadDueAsync(Turn turn, string text) => ReadAsync(turn, text, due => new TaskDate.Change(SetDue(due)));

    /// <summary>The due date at the end of a task's own text (rule D1); null when it names none. What could be several dates sets none, and that is said.</summary>
    public async Task<TaskDate?> FindDueAsync(Turn turn, string text) =>
        (await input.FindAsync(turn, text).ConfigureAwait(false))?.Reading switch
        {
            DueReading.Value { Due: not DueValue.Repeating and var due } => new TaskDate.Change(SetDue(due)),
            DueReading.Ask ask => new TaskDate.Change(
                SetDue(new DueValue.None()),
                texts.Say(DateTexts.Unsure, ("sentence", ReplyValue.Typed(ask.Sentence)), ("instead", ReplyValue.Typed(DateTexts.Instead(ask))))),
            _ => null,
        };

    /// <summary>A do-day is a whole day; a time typed with it is left out, and that is said.</summary>
    public Task<TaskDate> ReadDoDayAsync(Turn turn, string text) => ReadAsync(turn, text, due => due switch
    {
        DueValue.Day day => new TaskDate.Change(new TaskChange.Plan(day.Date)),
        DueValue.At at => new TaskDate.Change(
            new TaskChange.Plan(LogicalDay.Of(ZoneTime.ToInstant(at.Local, at.Zone), at.Zone, turn.Workspace.DayStart)),
            texts.Say(TaskTexts.TimeLeftOut)),
        _ => new TaskDate.Change(new TaskChange.Plan(null)),
    });

    private static TaskChange.SetDue SetDue(DueValue due)
    {
        var columns = DueColumns.Of(due);
        return new TaskChange.SetDue(columns.On, columns.Local, columns.Zone);
    }

    private async Task<TaskDate> ReadAsync(Turn turn, string text, Func<DueValue, TaskDate> use) =>
        await input.ReadAsync(turn, text).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => new TaskDate.Answer(answer.Reply),
            DueInputResult.Read { Due: DueValue.Someday } => new TaskDate.Change(new TaskChange.Shelve()),
            DueInputResult.Read { Due: DueValue.Repeating series } => Repeating(turn, text, series),
            DueInputResult.Read read => use(read.Due),
            _ => throw new InvalidOperationException("Unknown outcome of reading a date."),
        };

    private TaskDate.Answer Repeating(Turn turn, string text, DueValue.Repeating series)
    {
        var first = DueText.Name(series.First, new WorkCalendar(turn.AuthorZone, WeekHours.Standard, turn.Workspace.DayStart));
        return new TaskDate.Answer(new Reply.Private(new Card(
            texts.Say(TaskTexts.Repeating, ("typed", ReplyValue.Typed(text)), ("first", ReplyValue.Typed(first))))));
    }
}
