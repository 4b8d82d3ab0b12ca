using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Dates;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Tasks;

/// <summary>A task as typed, without its number yet; or the private answer to give instead.</summary>
internal abstract record NewTask
{
    private NewTask()
    {
    }

    /// <param name="Series">Null for a task that does not repeat.</param>
    public sealed record Draft(TaskItem Task, IReadOnlyList<RichText> Notes, TaskInSeries? Series = null) : NewTask
    {
        /// <summary>Other dates that were perhaps meant.</summary>
        public ImmutableArray<DateOffer> Offers { get; init; } = [];
    }

    public sealed record Answer(Reply Reply) : NewTask;
}

/// <summary>An <c>/edit</c> as typed; or the private answer to give instead.</summary>
internal abstract record TaskEdit
{
    private TaskEdit()
    {
    }

    public sealed record Change(TaskChange.Edit Wanted) : TaskEdit;

    public sealed record Answer(Reply Reply) : TaskEdit;
}

/// <summary>Reads the options of commands that add and edit tasks.</summary>
internal sealed class TaskInput(ReplyTexts texts, TaskPeopleStore peopleStore, MemberStore members, TaskDates dates, Problems problems)
{
    /// <summary>Two working weeks; longer things are better cut into several tasks.</summary>
    private const int LongestEstimate = 80 * 60;

    /// <summary>Takes away what it is typed for.</summary>
    private const string Nothing = "none";

    /// <summary>A new task at the time of its appointment, where one was typed.</summary>
    public Task<NewTask> AppointAsync(Turn turn, TaskPeople people, NewTask read) => dates.AppointAsync(turn, people, read);

    public Task<TaskPeople> PeopleAsync(Turn turn) => peopleStore.LoadAsync(turn.Unit);

    /// <summary>The author's own, with nothing known but its text.</summary>
    public static TaskItem Blank(Turn turn, string what) => new()
    {
        What = what,
        CreatorId = turn.Author.Id,
        AssigneeId = turn.Author.Id,
        IsImportant = TaskImportance.OfNew(said: null, turn.Author.IsOwner, isOwnList: true),
        CreatedAt = turn.Now,
    };

    public async Task<NewTask> ReadNewAsync(Turn turn, TaskPeople people)
    {
        var (assignee, problem) = await MemberAsync(turn, people, "for").ConfigureAwait(false);
        var (readyOn, unreadable) = await DayAsync(turn, "defer").ConfigureAwait(false);
        if (CheckEstimate(turn, least: 1, "An estimate is at least 1 minute and at most 80 hours.") is { } length) return new NewTask.Answer(length);
        if ((problem ?? unreadable) is { } wrong) return new NewTask.Answer(Repeating(turn, wrong));
        var isOwnList = assignee is null || assignee.Id == turn.Author.Id;
        var mayJudge = TaskImportance.MayJudge(turn.Author.IsOwner, isOwnList, assignee?.IsOwner ?? turn.Author.IsOwner);
        var task = Blank(turn, turn.Value("what") ?? "") with
        {
            AssigneeId = assignee?.Id ?? turn.Author.Id,
            RequesterId = isOwnList ? null : turn.Author.Id,
            Customer = turn.Value("customer") ?? "",
            EstimateMinutes = Estimate(turn),
            ValueClass = Value(turn),
            MayStopBusiness = YesNo(turn, "stops") ?? false,
            IsPrivate = YesNo(turn, "private") ?? false,
            ReadyOn = readyOn,
            IsImportant = TaskImportance.OfNew(Important(turn), mayJudge, isOwnList),
        };
        var draft = new NewTask.Draft(task, Important(turn) is not null && !mayJudge ? [texts.Say(TaskTexts.NotJudged)] : []);
        return await WithDatesAsync(turn, people, draft).ConfigureAwait(false);
    }

    public async Task<TaskEdit> ReadEditAsync(Turn turn, TaskPeople people)
    {
        var (assignee, problem) = await MemberAsync(turn, people, "for").ConfigureAwait(false);
        var (readyOn, unreadable) = await DayAsync(turn, "defer").ConfigureAwait(false);
        if ((problem ?? CheckEstimate(turn, least: 0, "An estimate is at least 1 minute and at most 80 hours; 0m takes it away.") ?? unreadable) is { } wrong) return new TaskEdit.Answer(wrong);
        return new TaskEdit.Change(new TaskChange.Edit
        {
            What = turn.Value("what"),
            Customer = turn.Value("customer") is { } customer ? (customer.Equals(Nothing, StringComparison.OrdinalIgnoreCase) ? "" : customer) : null,
            EstimateMinutes = Estimate(turn),
            ValueClass = Value(turn),
            MayStopBusiness = YesNo(turn, "stops"),
            IsPrivate = YesNo(turn, "private"),
            Defer = turn.Value("defer") is null ? null : new Deferral(readyOn),
            IsImportant = Important(turn),
            Assignee = assignee?.Id,
            // Another owner judges for themselves.
            IsUnjudged = assignee is { IsOwner: true } && assignee.Id != turn.Author.Id,
        });
    }

    /// <summary>The day that an option names; null for <c>none</c> and when it was left out.</summary>
    public async Task<(LocalDate? Day, Reply? Problem)> DayAsync(Turn turn, string option)
    {
        if (turn.Value(option) is not { } typed) return (null, null);
        return await dates.ReadDoDayAsync(turn, typed).ConfigureAwait(false) switch
        {
            TaskDate.Answer answer => (null, answer.Reply),
            TaskDate.Change { Wanted: TaskChange.Plan plan } => (plan.DoOn, null),
            _ => (null, problems.BadValue("That is no day. A day is such as tomorrow, fri or 2026-04-01.", $"{option}:{typed}")),
        };
    }

    /// <summary>The member that an option names; neither a member nor an answer when the option was left out.</summary>
    public async Task<(Member? Member, Reply? Problem)> MemberAsync(Turn turn, TaskPeople people, string option)
    {
        if (turn.Value(option) is not { } typed) return (null, null);
        var member = await members.FindTypedAsync(turn.Db, turn.Workspace.Id, typed).ConfigureAwait(false);
        return (member, member is null ? problems.NoSuchMember(typed, people.Names) : null);
    }

    private async Task<NewTask> WithDatesAsync(Turn turn, TaskPeople people, NewTask.Draft draft)
    {
        var today = people.CalendarOf(draft.Task.AssigneeId).Today(turn.Now);
        var due = turn.Value("due") is { } said ? await dates.ReadDueAsync(turn, said).ConfigureAwait(false) : null;
        if (due is TaskDate.Answer unsure) return new NewTask.Answer(unsure.Reply);
        var doDay = turn.Value("do") is { } day ? await dates.ReadDoDayAsync(turn, day).ConfigureAwait(false) : null;
        if (doDay is TaskDate.Answer answer) return new NewTask.Answer(answer.Reply);
        TaskDate?[] typed = [due ?? await DueInAsync(turn, doDay).ConfigureAwait(false), doDay];
        foreach (var date in typed.OfType<TaskDate.Change>())
        {
            var task = TaskRules.Apply(draft.Task, date.Wanted, today, turn.Now) is TaskOutcome.Changed changed ? changed.Task : draft.Task;
            var series = date.Wanted is TaskChange.Repeat repeat ? repeat.New : draft.Series;
            draft = new NewTask.Draft(task, date.Note is { } note ? [.. draft.Notes, note] : draft.Notes, series) { Offers = draft.Offers.AddRange(date.Offers) };
        }

        var shelved = typed.OfType<TaskDate.Change>().Count(date => date.Wanted is TaskChange.Shelve);
        return shelved == 1 && typed.OfType<TaskDate.Change>().Count() == 2
            ? new NewTask.Answer(Repeating(turn, problems.BadValue(
                "What is for someday has no date of its own. Leave out due or do.",
                $"due:{turn.Value("due")} do:{turn.Value("do")}")))
            : draft with { Task = TaskRules.Settled(draft.Task, draft.Task.IsImportant, today) };
    }

    /// <summary>What the task's text ends with; what is for someday is left as it is worded.</summary>
    private async Task<TaskDate?> DueInAsync(Turn turn, TaskDate? doDay) =>
        doDay is TaskDate.Change { Wanted: TaskChange.Shelve } ? null : await dates.FindDueAsync(turn, turn.Value("what") ?? "").ConfigureAwait(false);

    /// <summary>An answer about one option repeats the task's text: nothing typed is ever lost.</summary>
    private Reply Repeating(Turn turn, Reply reply) => reply is Reply.Private { Card: var card }
        ? new Reply.Private(card with { Text = RichText.Lines(card.Text, texts.Say(TaskTexts.NotSaved, ("what", ReplyValue.Typed(turn.Value("what") ?? "")))) })
        : reply;

    /// <summary>Repeats all that was typed: of the length itself only its minutes are known here.</summary>
    /// <param name="least">0 where it takes an estimate away.</param>
    private Reply? CheckEstimate(Turn turn, int least, string sentence) => Estimate(turn) is not { } minutes || (minutes >= least && minutes <= LongestEstimate)
        ? null
        : problems.BadValue(sentence, TypedText.Of(turn.Incoming.Body));

    // Checked and put in this form when the command was read.
    private static int? Estimate(Turn turn) => turn.Value("estimate") is { } minutes ? int.Parse(minutes, CultureInfo.InvariantCulture) : null;

    private static bool? Important(Turn turn) => YesNo(turn, "important");

    private static bool? YesNo(Turn turn, string option) => turn.Value(option) is { } said ? said == "yes" : null;

    private static ValueClass? Value(Turn turn) => turn.Value("value") is { } value ? ValueClasses.Find(value) : null;
}
