using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Someday;

/// <summary>What was dropped from the someday-maybe list within the last 90 days, and the way back (rule S3).</summary>
internal sealed class SomedayArchive(ReplyTexts texts, TaskStore tasks, TaskInput input)
{
    public async Task<Reply> ShowAsync(Turn turn) => new Reply.Private(await PageAsync(turn, page: 0).ConfigureAwait(false));

    public async Task<Reply> TurnPageAsync(Turn turn) => new Reply.Update(await PageAsync(turn, (int)turn.Control.Revision).ConfigureAwait(false));

    public static Button Button(int page = 0) => new(new ControlId(SomedayVerbs.Archive, Revision: page).ToString(), "Archive");

    private async Task<Card> PageAsync(Turn turn, int page)
    {
        var since = turn.Now - Duration.FromDays(SomedayRules.ArchiveDays);
        var all = await tasks.ArchivedSomedayAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, since).ConfigureAwait(false);
        if (all.Count == 0) return new Card(texts.Say(SomedayTexts.ArchiveEmpty));
        var calendar = (await input.PeopleAsync(turn).ConfigureAwait(false)).CalendarOf(turn.Author.Id);
        var shown = ListPage.Of(all, page);
        var lines = shown.Items.Select(item => texts.Say(
            SomedayTexts.ArchiveLine,
            ("number", item.Number),
            ("what", Say.Title(item.What)),
            ("day", ReplyValue.Words(TimeText.Day(calendar.Today(item.ClosedAt ?? turn.Now), calendar.Today(turn.Now))))));
        return new Card(
            RichText.Lines(lines.Prepend(texts.Say(SomedayTexts.Archive, ("count", all.Count), ("page", ReplyValue.Words(shown.Label))))),
            [
                .. shown.Buttons(target => new ControlId(SomedayVerbs.Archive, Revision: target)),
                new Select(new ControlId(SomedayVerbs.Restore).ToString(), "Put back…", [.. shown.Items.Select(SomedayControls.ChoiceOf)]),
            ]);
    }
}
