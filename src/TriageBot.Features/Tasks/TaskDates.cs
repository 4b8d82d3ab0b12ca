using System.Collections.Immutable;
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

    /// <param name="Offers">Other dates, for buttons on the card.</param>
    public sealed record Change(TaskChange Wanted, RichText? Note = null, ImmutableArray<DateOffer> Offers = default) : TaskDate
    {
        public ImmutableArray<DateOffer> Offers { get; init; } = Offers.IsDefault ? [] : Offers;
    }

    public sealed record Answer(Reply Reply) : TaskDate;
}

/// <summary>Reads typed dates as due dates and do-days.</summary>
internal sealed class TaskDates(DueInput input, ReplyTexts texts)
{
    /// <summary>A due date; one that repeats makes a series.</summary>
    public async Task<TaskDate> ReadDueAsync(Turn turn, string text) => Use(
        await input.ReadSeriesAsync(turn, text).ConfigureAwait(false),
        read => new TaskDate.Change(SetDue(turn, read.Due, read.Calendar), read.Note, DateOffer.Other(TaskVerbs.DueTo, read)));

    /// <summary>
    /// The due date at the end of a task's own text (rule D1); null when it names none. What could be several dates sets none, and each of them stands on a button.
    /// </summary>
    public async Task<TaskDate?> FindDueAsync(Turn turn, string text) =>
        (await input.FindAsync(turn, text).ConfigureAwait(false))?.Reading switch
        {
            DueReading.Value value => new TaskDate.Change(
                SetDue(turn, value.Due, await input.CalendarAsync(turn).ConfigureAwait(false)),
                DueInput.NoteOf(value),
                value.Other is { } other ? DateOffer.Other(TaskVerbs.DueTo, other) : []),
            DueReading.Ask ask => new TaskDate.Change(
                new TaskChange.SetDue(null, null, null),
                texts.Say(DateTexts.Unsure, ("sentence", ReplyValue.Typed(ask.Sentence)), ("instead", ReplyValue.Typed(DateTexts.Instead(ask.Readings)))),
                DateOffer.Readings(TaskVerbs.DueTo, ask)),
            _ => null,
        };

    /// <summary>A do-day is a whole day; a time typed with it is left out, and that is said.</summary>
    public async Task<TaskDate> ReadDoDayAsync(Turn turn, string text) => Use(
        await input.ReadAsync(turn, text, texts.Say(TaskTexts.Repeating)).ConfigureAwait(false),
        read => read.Due switch
        {
            DueValue.Day day => new TaskDate.Change(new TaskChange.Plan(day.Date), Offers: DateOffer.Other(TaskVerbs.DoOn, read)),
            DueValue.At at => new TaskDate.Change(
                new TaskChange.Plan(LogicalDay.Of(ZoneTime.ToInstant(at.Local, at.Zone), at.Zone, turn.Workspace.DayStart)),
                texts.Say(TaskTexts.TimeLeftOut),
                DateOffer.Other(TaskVerbs.DoOn, read)),
            _ => new TaskDate.Change(new TaskChange.Plan(null)),
        });

    /// <summary>A new task at the time of its appointment (<c>at:13:00</c>); as it was where none was typed.</summary>
    public async Task<NewTask> AppointAsync(Turn turn, TaskPeople people, NewTask read)
    {
        if (read is not NewTask.Draft draft || turn.Value("at") is not { } typed) return read;
        return await input.ReadAsync(turn, typed).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => new NewTask.Answer(answer.Reply),
            DueInputResult.Read { Due: DueValue.At at } said when draft.Task.State == TaskState.Open => draft with
            {
                Notes = said.Note is { } note ? [.. draft.Notes, note] : draft.Notes,
                Task = Appointment.At(draft.Task, at.Local, at.Zone, people.CalendarOf(draft.Task.AssigneeId)),
            },
            _ => new NewTask.Answer(texts.Private(TaskTexts.NoTime, ("typed", ReplyValue.Typed(typed)), ("what", ReplyValue.Typed(draft.Task.What)))),
        };
    }

    private static TaskChange SetDue(Turn turn, DueValue due, WorkCalendar calendar)
    {
        var columns = DueColumns.Of(due);
        if (due is not DueValue.Repeating { Rule: var rule }) return new TaskChange.SetDue(columns.On, columns.Local, columns.Zone);
        var series = new TaskSeries(Guid.CreateVersion7(turn.Now.ToDateTimeOffset()).ToString("N"), rule);
        var scheduled = SeriesRules.First(rule, calendar)?.Scheduled ?? rule.Anchor;
        return new TaskChange.Repeat(new TaskInSeries(series, scheduled), columns.On, columns.Local, columns.Zone);
    }

    private static TaskDate Use(DueInputResult result, Func<DueInputResult.Read, TaskDate> use) => result switch
    {
        DueInputResult.Answer answer => new TaskDate.Answer(answer.Reply),
        DueInputResult.Read { Due: DueValue.Someday } => new TaskDate.Change(new TaskChange.Shelve()),
        DueInputResult.Read read => use(read),
        _ => throw new InvalidOperationException("Unknown outcome of reading a date."),
    };
}
