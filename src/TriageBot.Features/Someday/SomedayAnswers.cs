using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Someday;

/// <summary>Keep, do, drop: typed, pressed below an item, or chosen from an agenda (rule S3).</summary>
internal sealed class SomedayAnswers(ReplyTexts texts, TaskHandlers handlers, TaskInput input, TaskDates dates, TaskOutput output)
{
    private const int MostAtOnce = 20;

    public async Task<Reply> KeepAsync(Turn turn)
    {
        var words = (turn.Value("more") ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.Select(word => long.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Prepend(turn.Number).Distinct().ToList();
        if (numbers.Contains(0) || numbers.Count > MostAtOnce) return texts.Private(SomedayTexts.Numbers, ("typed", ReplyValue.Typed(string.Join(' ', words))));
        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        var (changed, notes) = (new List<TaskChanged>(), new List<RichText>());
        foreach (var number in numbers)
        {
            var kept = await output.Changer.ApplyAsync(turn, people, number, revision: null, new TaskChange.Keep()).ConfigureAwait(false);
            if (kept is TaskChanged.Same or TaskChanged.Closed) notes.Add(texts.Say(SomedayTexts.NotOnList, ("number", number)));
            else changed.Add(kept);
        }

        return changed switch
        {
            [] => new Reply.Private(new Card(RichText.Lines(notes))),
            [var only] => await output.Answers.ReplyAsync(turn, people, only, notes).ConfigureAwait(false),
            _ => await output.Answers.ReplyAsync(turn, people, changed, notes).ConfigureAwait(false),
        };
    }

    /// <summary>A day makes it a task; without one it is asked for.</summary>
    public async Task<Reply> DoAsync(Turn turn)
    {
        if (turn.Value("when") is { } typed)
        {
            return await dates.ReadDoDayAsync(turn, typed).ConfigureAwait(false) switch
            {
                TaskDate.Answer answer => answer.Reply,
                TaskDate.Change { Note: { } note } change => await handlers.ApplyAsync(turn, turn.Number, revision: null, change.Wanted, note).ConfigureAwait(false),
                TaskDate.Change change => await handlers.ApplyAsync(turn, turn.Number, revision: null, change.Wanted).ConfigureAwait(false),
                _ => throw new InvalidOperationException("Unknown outcome of reading a day."),
            };
        }

        var people = await input.PeopleAsync(turn).ConfigureAwait(false);
        return await output.Changer.FindAsync(turn, turn.Number).ConfigureAwait(false) is { } task
            ? new Reply.Private(output.Cards.Show(task, SomedayTexts.WhichDay, people, turn.Unit, turn.Author))
            : await output.Answers.ReplyAsync(turn, people, new TaskChanged.NotThere(turn.Number)).ConfigureAwait(false);
    }

    public Task<Reply> KeepPressedAsync(Turn turn) => handlers.ApplyAsync(turn, turn.Control.Item, turn.Control.Revision, new TaskChange.Keep());

    public async Task<Reply> KeepChosenAsync(Turn turn) => SomedayControls.ReadItem(turn.Choice) is var (number, revision)
        ? Beside(await handlers.ApplyAsync(turn, number, revision, new TaskChange.Keep()).ConfigureAwait(false))
        : Reply.Nothing.Instance;

    /// <summary>Chosen from an agenda, which stays as it is.</summary>
    public async Task<Reply> AnswerChosenAsync(Turn turn)
    {
        if (SomedayControls.Read(turn.Choice) is not var (answer, number, revision)) return Reply.Nothing.Instance;
        return answer switch
        {
            SomedayControls.Do => new Reply.Open(TaskControls.MoveForm(new ControlId(TaskVerbs.SomedayDo, number, revision), TaskVerbs.SomedayDoForm)),
            SomedayControls.Keep => Beside(await handlers.ApplyAsync(turn, number, revision, new TaskChange.Keep()).ConfigureAwait(false)),
            _ => Beside(await handlers.ApplyAsync(turn, number, revision, new TaskChange.Drop()).ConfigureAwait(false)),
        };
    }

    public async Task<Reply> RestoreChosenAsync(Turn turn) => SomedayControls.ReadItem(turn.Choice) is var (number, revision)
        ? Beside(await handlers.ApplyAsync(turn, number, revision, new TaskChange.Restore()).ConfigureAwait(false))
        : Reply.Nothing.Instance;

    private static Reply Beside(Reply reply) => reply is Reply.Update update ? new Reply.Private(update.Card) : reply;
}
