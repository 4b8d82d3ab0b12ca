using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Time.Recurrences;
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
    /// <summary>A due date; one that repeats makes a series.</summary>
    public Task<TaskDate> ReadDueAsync(Turn turn, string text) => ReadAsync(turn, text, read => new TaskDate.Change(SetDue(turn, read.Due, read.Calendar)));

    /// <summary>The due date at the end of a task's own text (rule D1); null when it names none. What could be several dates sets none, and that is said.</summary>
    public async Task<TaskDate?> FindDueAsync(Turn turn, string text) =>
        (await input.FindAsync(turn, text).ConfigureAwait(false))?.Reading switch
        {
            DueReading.Value value => new TaskDate.Change(SetDue(turn, value.Due, await input.CalendarAsync(turn).ConfigureAwait(false))),
            DueReading.Ask ask => new TaskDate.Change(
                new TaskChange.SetDue(null, null, null),
                texts.Say(DateTexts.Unsure, ("sentence", ReplyValue.Typed(ask.Sentence)), ("instead", ReplyValue.Typed(DateTexts.Instead(ask))))),
            _ => null,
        };

    /// <summary>A do-day is a whole day; a time typed with it is left out, and that is said.</summary>
    public Task<TaskDate> ReadDoDayAsync(Turn turn, string text) => ReadAsync(turn, text, read => read.Due switch
    {
        DueValue.Repeating series => OneDay(turn, text, series),
        DueValue.Day day => new TaskDate.Change(new TaskChange.Plan(day.Date)),
        DueValue.At at => new TaskDate.Change(
            new TaskChange.Plan(LogicalDay.Of(ZoneTime.ToInstant(at.Local, at.Zone), at.Zone, turn.Workspace.DayStart)),
            texts.Say(TaskTexts.TimeLeftOut)),
        _ => new TaskDate.Change(new TaskChange.Plan(null)),
    });

    private static TaskChange SetDue(Turn turn, DueValue due, WorkCalendar calendar)
    {
        var columns = DueColumns.Of(due);
        if (due is not DueValue.Repeating { Rule: var rule }) return new TaskChange.SetDue(columns.On, columns.Local, columns.Zone);
        var series = new TaskSeries(Guid.CreateVersion7(turn.Now.ToDateTimeOffset()).ToString("N"), rule);
        var scheduled = SeriesRules.First(rule, calendar)?.Scheduled ?? rule.Anchor;
        return new TaskChange.Repeat(new TaskInSeries(series, scheduled), columns.On, columns.Local, columns.Zone);
    }

    private async Task<TaskDate> ReadAsync(Turn turn, string text, Func<DueInputResult.Read, TaskDate> use) =>
        await input.ReadAsync(turn, text).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => new TaskDate.Answer(answer.Reply),
            DueInputResult.Read { Due: DueValue.Someday } => new TaskDate.Change(new TaskChange.Shelve()),
            DueInputResult.Read read => use(read),
            _ => throw new InvalidOperationException("Unknown outcome of reading a date."),
        };

    private TaskDate.Answer OneDay(Turn turn, string text, DueValue.Repeating series)
    {
        var first = DueText.Name(series.First, new WorkCalendar(turn.AuthorZone, WeekHours.Standard, turn.Workspace.DayStart));
        return new TaskDate.Answer(new Reply.Private(new Card(
            texts.Say(TaskTexts.Repeating, ("typed", ReplyValue.Typed(text)), ("first", ReplyValue.Typed(first))))));
    }
}
