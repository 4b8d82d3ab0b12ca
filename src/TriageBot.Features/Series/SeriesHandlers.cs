using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Time.DueDates;
using TriageBot.Core.Time.Recurrences;
using TriageBot.Features.Dates;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Series;

/// <summary><c>/skip</c> and <c>/pause</c> (rule R5).</summary>
internal sealed class SeriesHandlers(TaskHandlers tasks, TaskInput input, TaskOutput output, DueInput dates, ReplyTexts texts)
{
    private const string Until = "until ";

    public Task<Reply> SkipAsync(Turn turn) => SkipAsync(turn, turn.Number, revision: null);

    public Task<Reply> SkipPressedAsync(Turn turn) => SkipAsync(turn, turn.Control.Item, turn.Control.Revision);

    public async Task<Reply> PauseAsync(Turn turn)
    {
        var typed = turn.Value("until") ?? "";
        var day = typed.StartsWith(Until, StringComparison.OrdinalIgnoreCase) ? typed[Until.Length..] : typed;
        return await dates.ReadAsync(turn, day).ConfigureAwait(false) switch
        {
            DueInputResult.Answer answer => answer.Reply,
            DueInputResult.Read { Due: DueValue.None } => await PauseAsync(turn, null).ConfigureAwait(false),
            DueInputResult.Read { Due: DueValue.Day date } => await PauseAsync(turn, date.Date).ConfigureAwait(false),
            _ => texts.Private(SeriesTexts.PauseNeedsDay, ("typed", ReplyValue.Typed(typed)), ("number", turn.Number)),
        };
    }

    private async Task<Reply> SkipAsync(Turn turn, long number, long? revision)
    {
        var task = await output.Changer.FindAsync(turn, number).ConfigureAwait(false);
        return task is { State: TaskState.Open or TaskState.Someday, SeriesId: null } && (revision is null || revision == task.Revision)
            ? NotRepeating(turn, task)
            : await tasks.ApplyAsync(turn, number, revision, new TaskChange.Skip()).ConfigureAwait(false);
    }

    /// <param name="until">Null goes on at once.</param>
    private async Task<Reply> PauseAsync(Turn turn, LocalDate? until)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var task = await output.Changer.FindAsync(turn, turn.Number).ConfigureAwait(false);
        if (task is { State: TaskState.Open or TaskState.Someday, SeriesId: null }) return NotRepeating(turn, task);
        // That it is not there or not open is answered where every change is.
        if (task is null || people.SeriesOf(task) is not { } instance) return await tasks.ApplyAsync(turn, turn.Number, revision: null, new TaskChange.Edit()).ConfigureAwait(false);
        var calendar = people.CalendarOf(task.AssigneeId);
        var (rule, today) = (instance.Series.Rule, calendar.Today(turn.Now));
        if (SeriesRules.Paused(rule, instance.Instance, today, calendar, until) is not { } open)
        {
            return texts.Private(
                SeriesTexts.NothingLeft,
                ("number", task.Number),
                ("what", ReplyValue.Typed(TaskSight.Of(task, TaskReader.Only(turn.Author.Id)).Task.What)),
                ("day", ReplyValue.Words(TimeText.Day(until ?? today, today))));
        }

        var isOwed = open.Scheduled == instance.Scheduled && open.Scheduled < today;
        var due = isOwed ? new DueColumns(task.DueOn, task.DueLocal, task.DueZone) : DueColumns.Of(SeriesRules.DueOf(rule, open.Scheduled, calendar));
        var series = new TaskSeries(Guid.CreateVersion7(turn.Now.ToDateTimeOffset()).ToString("N"), rule, until);
        var change = new TaskChange.Repeat(new TaskInSeries(series, open.Scheduled, instance.Ordinal), due.On, due.Local, due.Zone, IsPause: true);
        return isOwed
            ? await tasks.ApplyAsync(turn, task.Number, revision: null, change, Owed(rule, open, until, today, calendar)).ConfigureAwait(false)
            : await tasks.ApplyAsync(turn, task.Number, revision: null, change).ConfigureAwait(false);
    }

    private RichText Owed(Recurrence rule, SeriesInstance open, LocalDate? until, LocalDate today, WorkCalendar calendar) =>
        SeriesRules.Done(rule, open, today, calendar, until) is { } next
            ? texts.Say(SeriesTexts.Owed, ("day", ReplyValue.Words(DueText.Name(SeriesRules.DueOf(rule, next.Scheduled, calendar), calendar))))
            : texts.Say(SeriesTexts.Last);

    private Reply NotRepeating(Turn turn, TaskItem task) => texts.Private(
        SeriesTexts.NotRepeating,
        ("number", task.Number),
        ("what", ReplyValue.Typed(TaskSight.Of(task, TaskReader.Only(turn.Author.Id)).Task.What)));
}
