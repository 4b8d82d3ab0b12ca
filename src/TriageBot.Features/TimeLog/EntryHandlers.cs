using System.Globalization;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;

namespace TriageBot.Features.TimeLog;

/// <summary>The buttons below time spent: take back, put back, planned or not, and the answer about what ran overnight.</summary>
internal sealed class EntryHandlers(TimeStore entries, TimeCards cards, TimeWords words, Problems problems, Refusals refusals)
{
    public Task<Reply> UndoAsync(Turn turn) => WithEntryAsync(turn, async entry =>
    {
        var undone = await SaveAsync(turn, entry with { State = TimeEntryState.Undone }).ConfigureAwait(false);
        return cards.Undone(undone, turn.Now, turn.AuthorZone);
    });

    public Task<Reply> RestoreAsync(Turn turn) => WithEntryAsync(turn, async entry =>
        Echo(turn, await SaveAsync(turn, entry with { State = TimeEntryState.Kept }).ConfigureAwait(false)));

    public Task<Reply> UnplannedAsync(Turn turn) => WithEntryAsync(turn, async entry =>
        Echo(turn, await SaveAsync(turn, entry with { IsUnplanned = turn.Control.Extra == "yes" }).ConfigureAwait(false)));

    /// <summary>How long it really was, chosen from the question.</summary>
    public async Task<Reply> AskedAsync(Turn turn)
    {
        if (turn.Choice == TimeCards.Another) return new Reply.Open(TimeCards.LengthForm(turn.Control));
        var minutes = turn.Choice == TimeCards.Nothing ? 0 : int.Parse(turn.Choice, CultureInfo.InvariantCulture);
        return await AnswerAsync(turn, minutes).ConfigureAwait(false);
    }

    public async Task<Reply> AskedFilledAsync(Turn turn)
    {
        var typed = turn.Value("minutes") ?? "";
        return MinutesText.Read(typed) is { } minutes and >= 0 and <= TimeRules.LongestMinutes
            ? await AnswerAsync(turn, minutes).ConfigureAwait(false)
            : problems.BadValue("A length is such as 45m or 1h30, and at most a day.", typed);
    }

    private Task<Reply> AnswerAsync(Turn turn, int minutes) => WithEntryAsync(turn, async entry =>
    {
        if (minutes == 0)
        {
            var none = await SaveAsync(turn, entry with { State = TimeEntryState.Undone }).ConfigureAwait(false);
            return new Card(words.Say(TimeTexts.Undone, ("entry", words.Entry(none with { Minutes = 0 }, turn.Now, turn.AuthorZone))));
        }

        var kept = await SaveAsync(turn, entry with { State = TimeEntryState.Kept, Minutes = minutes }).ConfigureAwait(false);
        return cards.Kept(words.Say(TimeTexts.Answered, ("entry", words.Entry(kept, turn.Now, turn.AuthorZone))), kept);
    });

    private Card Echo(Turn turn, TimeEntry entry) =>
        cards.Kept(words.Say(TimeTexts.Changed, ("entry", words.Entry(entry, turn.Now, turn.AuthorZone))), entry);

    private async Task<TimeEntry> SaveAsync(Turn turn, TimeEntry entry)
    {
        var next = entry with { Revision = entry.Revision + 1 };
        await entries.SaveAsync(turn.Unit, next).ConfigureAwait(false);
        return next;
    }

    /// <summary>An older button changes nothing and shows the entry as it is (rule X4).</summary>
    private async Task<Reply> WithEntryAsync(Turn turn, Func<TimeEntry, Task<Card>> act)
    {
        var entry = await entries.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (entry is null) return problems.NoSuchItem(turn.Control.Item);
        if (Policy.Decide(turn.Actor, new Act.ChangeTime(entry.MemberId)) is Verdict.Refused refused)
        {
            return await refusals.ReplyAsync(turn, refused, "This time").ConfigureAwait(false);
        }

        if (entry.Revision == turn.Control.Revision) return new Reply.Update(await act(entry).ConfigureAwait(false));
        return new Reply.Update(entry.State == TimeEntryState.Undone ? cards.Undone(entry, turn.Now, turn.AuthorZone) : Echo(turn, entry));
    }
}
