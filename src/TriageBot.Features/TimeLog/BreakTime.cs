using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Core.Access;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Breaks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.TimeLog;

/// <summary>One press after a break: how long customers took. Pressed again, the later answer counts.</summary>
internal sealed class BreakTime(TimeStore entries, BreakStore breaks, TaskPeopleStore peopleStore, TimeCards cards, TimeParts parts)
{
    /// <summary>"5 min", "15 min", "30 min", "1h", to stand below a break's summary.</summary>
    public static ImmutableArray<Control> Buttons(BreakSession session) =>
    [
        .. TimeCards.OneTap.Select(minutes => new Button(
            new ControlId(TimeVerbs.AfterBreak, Extra: string.Create(CultureInfo.InvariantCulture, $"{session.Id}@{minutes}")).ToString(),
            TimeWords.Minutes(minutes).Text.ToPlainText())),
    ];

    public async Task<Reply> ChosenAsync(Turn turn)
    {
        if (turn.Control.Extra.Split('@') is not [var id, var digits] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || await breaks.FindAsync(turn.Db, turn.Workspace.Id, id).ConfigureAwait(false) is not { } session)
        {
            return Reply.Nothing.Instance;
        }

        if (Policy.Decide(turn.Actor, new Act.Drain(session.OwnerId)) is Verdict.Refused refused)
        {
            return await parts.Refusals.ReplyAsync(turn, refused, "This time").ConfigureAwait(false);
        }

        // Two people may have read in one break: each has time of their own.
        var source = $"break:{session.Id}:{turn.Author.Id.Value}";
        var before = await entries.FindBySourceAsync(turn.Db, turn.Workspace.Id, source).ConfigureAwait(false);
        var entry = before is null
            ? await entries.AddAsync(turn.Unit, await NewAsync(turn, session, minutes, source).ConfigureAwait(false)).ConfigureAwait(false)
            : before with { Minutes = minutes, State = TimeEntryState.Kept, Revision = before.Revision + 1 };
        if (before is not null) await entries.SaveAsync(turn.Unit, entry).ConfigureAwait(false);
        var running = await parts.Running.LeaveOutAsync(turn.Unit, turn.Author.Id, session.EndedAt ?? turn.Now, minutes - (before is { State: TimeEntryState.Kept } ? before.Minutes : 0))
            .ConfigureAwait(false);
        var day = await entries.OfDayAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, entry.OnDate).ConfigureAwait(false);
        var logged = parts.Words.Say(
            TimeTexts.Logged,
            ("entry", parts.Words.Entry(entry, turn.Now, turn.AuthorZone)),
            ("day", ReplyValue.Words("Today")),
            ("total", TimeWords.Minutes(day.Where(one => one.State == TimeEntryState.Kept).Sum(one => one.Minutes))));
        var apart = running is null ? logged : RichText.Lines(logged, parts.Words.Say(TimeTexts.CountedApart, ("entry", parts.Words.Entry(running, turn.Now, turn.AuthorZone))));
        return new Reply.Private(cards.Kept(apart, entry));
    }

    /// <summary>What is read in a break was in no plan of the day, so it is paid from the buffer. The customer is named where all messages were of one.</summary>
    private async Task<TimeEntry> NewAsync(Turn turn, BreakSession session, int minutes, string source)
    {
        var people = await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false);
        var customers = await breaks.CustomersAsync(turn.Db, turn.Workspace.Id, session.Id).ConfigureAwait(false);
        return new TimeEntry
        {
            MemberId = turn.Author.Id,
            OnDate = people.CalendarOf(turn.Author.Id).Today(session.EndedAt ?? turn.Now),
            Function = TimeRules.Customers,
            Customer = customers is [var only] ? only : "",
            Minutes = minutes,
            IsUnplanned = true,
            Source = source,
            State = TimeEntryState.Kept,
            CreatedAt = turn.Now,
        };
    }
}

/// <summary>What answers about time are said and refused with.</summary>
internal sealed record TimeParts(TimeWords Words, RunningTime Running, Refusals Refusals);
