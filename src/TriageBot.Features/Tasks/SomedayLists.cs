using System.Globalization;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Features.Someday;

namespace TriageBot.Features.Tasks;

/// <summary>Shows the someday-maybe list, and does or drops what is chosen from it.</summary>
internal sealed class SomedayLists(ReplyTexts texts, TaskStore tasks, TaskAdding adding, TaskHandlers handlers, SomedayArchive archive)
{
    private const string PrivateList = "private";

    public async Task<Reply> AddOrShowAsync(Turn turn)
    {
        if (turn.Value("what") is { } what) return await adding.AddSomedayAsync(turn, what).ConfigureAwait(false);
        if (turn.Value("archive") == "yes") return await archive.ShowAsync(turn).ConfigureAwait(false);
        return new Reply.Private(await PageAsync(turn, page: 0, isPrivate: turn.Value("private") == "yes").ConfigureAwait(false));
    }

    public async Task<Reply> TurnPageAsync(Turn turn) =>
        new Reply.Update(await PageAsync(turn, (int)turn.Control.Revision, turn.Control.Extra == PrivateList).ConfigureAwait(false));

    public Task<Reply> DoChosenAsync(Turn turn) => Task.FromResult<Reply>(Chosen(turn) is var (number, revision)
        ? new Reply.Open(TaskControls.MoveForm(new ControlId(TaskVerbs.SomedayDo, number, revision), TaskVerbs.SomedayDoForm))
        : Reply.Nothing.Instance);

    public Task<Reply> OpenDoAsync(Turn turn) => Task.FromResult<Reply>(new Reply.Open(TaskControls.MoveForm(turn.Control, TaskVerbs.SomedayDoForm)));

    public async Task<Reply> DoFilledAsync(Turn turn) => Beside(await handlers.MoveFilledAsync(turn).ConfigureAwait(false));

    public async Task<Reply> DropChosenAsync(Turn turn)
    {
        if (Chosen(turn) is not var (number, revision)) return Reply.Nothing.Instance;
        return Beside(await handlers.ApplyAsync(turn, number, revision, new TaskChange.Drop()).ConfigureAwait(false));
    }

    /// <summary>The list stays where it is; what became of the item is shown beside it.</summary>
    private static Reply Beside(Reply reply) => reply is Reply.Update update ? new Reply.Private(update.Card) : reply;

    private static (long Number, long Revision)? Chosen(Turn turn) =>
        turn.Choice.Split(':') is [var number, var revision]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var item)
        && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (item, version)
            : null;

    /// <summary>Work and private life have separate lists (rule S1).</summary>
    private async Task<Card> PageAsync(Turn turn, int page, bool isPrivate)
    {
        var all = (await tasks.SomedayAsync(turn.Db, turn.Workspace.Id, turn.Author.Id).ConfigureAwait(false)).Where(item => item.IsPrivate == isPrivate).ToList();
        if (all.Count == 0) return new Card(texts.Say(isPrivate ? TaskTexts.SomedayEmptyPrivate : TaskTexts.SomedayEmpty), [SomedayArchive.Button()]);
        var shown = ListPage.Of(all, page);
        var heading = texts.Say(isPrivate ? TaskTexts.SomedayListPrivate : TaskTexts.SomedayList, ("count", all.Count), ("page", ReplyValue.Words(shown.Label)));
        var lines = shown.Items.Select(item =>
            texts.Say(TaskTexts.SomedayLine, ("number", item.Number), ("what", Say.Title(item.What))));
        var choices = shown.Items
            .Select(item => TaskLists.ChoiceOf(item, string.Create(CultureInfo.InvariantCulture, $"{item.Number}:{item.Revision}"))).ToList();
        return new Card(
            RichText.Lines(lines.Prepend(heading)),
            [
                .. shown.Buttons(target => new ControlId(TaskVerbs.SomedayPage, Revision: target, Extra: isPrivate ? PrivateList : "")),
                SomedayArchive.Button(),
                new Select(new ControlId(SomedayVerbs.KeepChosen).ToString(), "Keep…", [.. choices]),
                new Select(new ControlId(TaskVerbs.SomedayDo).ToString(), "Do on a day…", [.. choices]),
                new Select(new ControlId(TaskVerbs.SomedayDrop).ToString(), "Drop…", [.. choices]),
            ]);
    }
}
