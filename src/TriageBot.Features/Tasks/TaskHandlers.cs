using NodaTime.Text;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Dates;

namespace TriageBot.Features.Tasks;

/// <summary>Answers the commands and controls that change a task.</summary>
internal sealed class TaskHandlers(ReplyTexts texts, TaskInput input, TaskDates dates, TaskOutput output)
{
    /// <summary>As many numbers as <c>/done</c> takes at once.</summary>
    private const int MostAtOnce = 20;

    public async Task<Reply> DoneAsync(Turn turn)
    {
        if (DoneWords.Read(turn.Value("more") ?? "") is not { } more || more.Numbers.Count + 1 > MostAtOnce)
        {
            return texts.Private(TaskTexts.DoneNumbers, ("typed", ReplyValue.Typed(turn.Value("more") ?? "")));
        }

        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var changed = new List<TaskChanged>();
        foreach (var number in more.Numbers.Prepend(turn.Number).Distinct())
        {
            changed.Add(await output.Changer.ApplyAsync(turn, people, number, revision: null, new TaskChange.Finish()).ConfigureAwait(false));
        }

        var times = await TimesOfAsync(turn, people, changed, more.Minutes).ConfigureAwait(false);
        return changed is [var only]
            ? await output.Answers.ReplyAsync(turn, people, only, times).ConfigureAwait(false)
            : await output.Answers.ReplyAsync(turn, people, changed, times).ConfigureAwait(false);
    }

    public Task<Reply> DropAsync(Turn turn) => ApplyAsync(turn, turn.Number, revision: null, new TaskChange.Drop());

    public async Task<Reply> MoveAsync(Turn turn)
    {
        var day = await dates.ReadDoDayAsync(turn, turn.Value("when") ?? "").ConfigureAwait(false);
        return await ApplyAsync(turn, turn.Number, revision: null, day).ConfigureAwait(false);
    }

    public async Task<Reply> DueAsync(Turn turn)
    {
        var due = await dates.ReadDueAsync(turn, turn.Value("when") ?? "").ConfigureAwait(false);
        return await ApplyAsync(turn, turn.Number, revision: null, due).ConfigureAwait(false);
    }

    public async Task<Reply> EditAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var read = await input.ReadEditAsync(turn, people).ConfigureAwait(false);
        if (read is TaskEdit.Answer answer) return answer.Reply;
        var edit = ((TaskEdit.Change)read).Wanted;
        if (edit == new TaskChange.Edit())
        {
            return texts.Private(TaskTexts.NothingToEdit, ("number", turn.Number));
        }

        var shared = edit.IsPrivate == true ? await output.Changer.WhySharedAsync(turn, turn.Number).ConfigureAwait(false) : null;
        // What may be changed is; only that it becomes private is left out, and said so.
        if (shared is not null) edit = edit with { IsPrivate = null };
        var changed = await output.Changer.ApplyAsync(turn, people, turn.Number, revision: null, edit).ConfigureAwait(false);
        return changed is TaskChanged.Same { Task: var task } && shared is not null
            ? new Reply.Private(output.Cards.Show(task, shared, people, turn.Unit, turn.Author))
            : await output.Answers.ReplyAsync(turn, people, changed, shared is null ? [] : [shared]).ConfigureAwait(false);
    }

    public async Task<Reply> DonePressedAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var finished = await output.Changer.ApplyAsync(turn, people, turn.Control.Item, turn.Control.Revision, new TaskChange.Finish()).ConfigureAwait(false);
        var time = await TimeOfAsync(turn, people, finished).ConfigureAwait(false);
        return await output.Answers.ReplyAsync(turn, people, finished, time is null ? [] : [time]).ConfigureAwait(false);
    }

    public Task<Reply> DropPressedAsync(Turn turn) => PressedAsync(turn, new TaskChange.Drop());

    public Task<Reply> SomedayPressedAsync(Turn turn) => PressedAsync(turn, new TaskChange.Shelve());

    public Task<Reply> RestorePressedAsync(Turn turn) => PressedAsync(turn, new TaskChange.Restore());

    public Task<Reply> JudgePressedAsync(Turn turn) => PressedAsync(turn, new TaskChange.Judge(turn.Control.Extra == "yes"));

    public async Task<Reply> UndoPressedAsync(Turn turn)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var changed = await output.Changer.UndoAsync(turn, people, turn.Control.Item, turn.Control.Revision).ConfigureAwait(false);
        if (changed is TaskChanged.Saved) await output.Time.UndoneAsync(turn.Unit, turn.Control.Item, turn.Control.Revision).ConfigureAwait(false);
        var reply = await output.Answers.ReplyAsync(turn, people, changed).ConfigureAwait(false);
        // What stands below a message about several tasks leaves it to the others.
        return turn.Control.Extra == TaskControls.OneOfSeveral && reply is Reply.Update update ? new Reply.Private(update.Card) : reply;
    }

    public async Task<Reply> MoveChosenAsync(Turn turn)
    {
        if (turn.Choice == TaskControls.AnotherDay) return new Reply.Open(TaskControls.MoveForm(turn.Control, TaskVerbs.MoveForm));
        if (!LocalDatePattern.Iso.Parse(turn.Choice).TryGetValue(default, out var date))
        {
            return await PressedAsync(turn, new TaskChange.Plan(null)).ConfigureAwait(false);
        }

        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var task = await output.Changer.FindAsync(turn, turn.Control.Item).ConfigureAwait(false);
        // A choice offered long ago may name a day that is over by now.
        return task?.Revision == turn.Control.Revision && date < people.CalendarOf(task.AssigneeId).Today(turn.Now)
            ? new Reply.Update(output.Cards.Show(task, TaskTexts.Shown, people, turn.Unit, turn.Author, texts.Say(TaskTexts.DayOver)))
            : await PressedAsync(turn, new TaskChange.Plan(date)).ConfigureAwait(false);
    }

    public async Task<Reply> MoveFilledAsync(Turn turn)
    {
        var day = await dates.ReadDoDayAsync(turn, turn.Value("when") ?? "").ConfigureAwait(false);
        return await ApplyAsync(turn, turn.Control.Item, turn.Control.Revision, day).ConfigureAwait(false);
    }

    /// <param name="revision">Null for a command.</param>
    public async Task<Reply> ApplyAsync(Turn turn, long number, long? revision, TaskChange change, params IReadOnlyList<RichText> notes)
    {
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var changed = await output.Changer.ApplyAsync(turn, people, number, revision, change).ConfigureAwait(false);
        return await output.Answers.ReplyAsync(turn, people, changed, notes).ConfigureAwait(false);
    }

    /// <summary>Minutes typed for several tasks are shared out among those that were finished by it.</summary>
    private async Task<IReadOnlyList<RichText>> TimesOfAsync(Turn turn, TaskPeople people, List<TaskChanged> changed, int? minutes)
    {
        var finished = changed.OfType<TaskChanged.Saved>().ToList();
        var times = new List<RichText>();
        foreach (var (index, saved) in finished.Index())
        {
            int? share = minutes is { } all ? (all / finished.Count) + (index < all % finished.Count ? 1 : 0) : null;
            if (await output.Time.FinishedAsync(turn, people, saved.Task, share == 0 ? null : share).ConfigureAwait(false) is { } time) times.Add(time);
        }

        return times;
    }

    /// <summary>What finishing a task logged of its time; null when nothing.</summary>
    private async Task<RichText?> TimeOfAsync(Turn turn, TaskPeople people, TaskChanged changed) => changed is TaskChanged.Saved { Kind: TaskChangeKind.Finished } saved
        ? await output.Time.FinishedAsync(turn, people, saved.Task).ConfigureAwait(false)
        : null;

    private Task<Reply> PressedAsync(Turn turn, TaskChange change) => ApplyAsync(turn, turn.Control.Item, turn.Control.Revision, change);

    /// <summary>Sets a date that was read, or gives the answer it got; the other reading stands on a button of the card (rule D2).</summary>
    /// <param name="revision">Null for a command.</param>
    public async Task<Reply> ApplyAsync(Turn turn, long number, long? revision, TaskDate date)
    {
        if (date is TaskDate.Answer answer) return answer.Reply;
        var change = (TaskDate.Change)date;
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var changed = await output.Changer.ApplyAsync(turn, people, number, revision, change.Wanted).ConfigureAwait(false);
        var reply = await output.Answers.ReplyAsync(turn, people, changed, change.Note is { } note ? [note] : []).ConfigureAwait(false);
        return (changed, reply) switch
        {
            (TaskChanged.Saved saved, Reply.Private shown) => new Reply.Private(DateOffer.Above(shown.Card, change.Offers, number, saved.Task.Revision)),
            (TaskChanged.Saved saved, Reply.Update shown) => new Reply.Update(DateOffer.Above(shown.Card, change.Offers, number, saved.Task.Revision)),
            _ => reply,
        };
    }
}
