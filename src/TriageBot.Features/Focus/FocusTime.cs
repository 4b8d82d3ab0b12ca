using System.Globalization;
using TriageBot.Core.Access;
using TriageBot.Core.Chat;
using TriageBot.Core.Focus;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Customers;
using TriageBot.Features.Tasks;
using TriageBot.Features.TimeLog;

namespace TriageBot.Features.Focus;

/// <summary>One press after time with a customer: what <c>/log 90m customers Acme</c> would write. Pressed twice it stands there once.</summary>
internal sealed class FocusTime(FocusStore focuses, TimeStore entries, TaskPeopleStore peopleStore, TimeCards cards, FocusTimeParts parts)
{
    public async Task<Reply> LogPressedAsync(Turn turn)
    {
        var focus = await focuses.FindAsync(turn.Db, turn.Workspace.Id, turn.Control.Item).ConfigureAwait(false);
        if (focus is not { EndedAt: not null, Customer.Length: > 0 }) return Reply.Nothing.Instance;
        if (Policy.Decide(turn.Actor, new Act.ChangeFocus(focus.OwnerId)) is Verdict.Refused refused)
        {
            return await parts.Time.Refusals.ReplyAsync(turn, refused, "This time").ConfigureAwait(false);
        }

        var source = string.Create(CultureInfo.InvariantCulture, $"focus:{focus.Id}");
        var entry = await entries.FindBySourceAsync(turn.Db, turn.Workspace.Id, source).ConfigureAwait(false)
            ?? await entries.AddAsync(turn.Unit, await NewAsync(turn, focus, source).ConfigureAwait(false)).ConfigureAwait(false);
        var day = await entries.OfDayAsync(turn.Db, turn.Workspace.Id, turn.Author.Id, entry.OnDate).ConfigureAwait(false);
        return new Reply.Update(cards.Kept(
            parts.Time.Words.Say(
                TimeTexts.Logged,
                ("entry", parts.Time.Words.Entry(entry, turn.Now, turn.AuthorZone)),
                ("day", ReplyValue.Words("Today")),
                ("total", TimeWords.Minutes(day.Where(one => one.State == TimeEntryState.Kept).Sum(one => one.Minutes)))),
            entry));
    }

    private async Task<TimeEntry> NewAsync(Turn turn, FocusSession focus, string source)
    {
        var people = await peopleStore.LoadAsync(turn.Unit).ConfigureAwait(false);
        var customer = await parts.Customers.FindAsync(turn.Db, turn.Workspace.Id, focus.Customer).ConfigureAwait(false);
        return new TimeEntry
        {
            MemberId = focus.OwnerId,
            OnDate = people.CalendarOf(focus.OwnerId).Today(focus.EndedAt ?? turn.Now),
            Function = TimeRules.Customers,
            // It may have got another name since.
            Customer = customer?.Name ?? focus.Customer,
            Minutes = FocusRules.MinutesOf(focus, turn.Now),
            Source = source,
            State = TimeEntryState.Kept,
            CreatedAt = turn.Now,
        };
    }
}

/// <summary>What time in focus is written down with.</summary>
internal sealed record FocusTimeParts(TimeParts Time, CustomerStore Customers);
