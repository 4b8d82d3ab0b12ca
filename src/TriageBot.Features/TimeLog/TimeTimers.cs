using TriageBot.Core.TimeLog;
using TriageBot.Features.Outbox;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.TimeLog;

/// <summary>Asks about what ran overnight. Catch-up: it asks whenever it comes, once; what was stopped or taken back before is not asked about.</summary>
internal sealed class TimeTimers(TimeStore entries, RunningTime running, TimeCards cards, TaskPeopleStore peopleStore, OutboxStore outbox)
{
    public async Task AskAsync(UnitOfWork unit, string key)
    {
        var entry = await entries.FindAsync(unit.Db, unit.Workspace.Id, RunningTime.NumberIn(key)).ConfigureAwait(false);
        if (entry is not { State: TimeEntryState.Running or TimeEntryState.Asked }) return;
        var people = await peopleStore.LoadAsync(unit).ConfigureAwait(false);
        if (entry.State == TimeEntryState.Running && unit.Now < TimeRules.ForgottenAt(entry.StartedAt ?? unit.Now, people.CalendarOf(entry.MemberId)))
        {
            // The zone or the day's start has changed since: its night has not come yet.
            await running.RearmAsync(unit, people, entry).ConfigureAwait(false);
            return;
        }

        if (entry.State == TimeEntryState.Running) entry = await running.CapAsync(unit, people, entry).ConfigureAwait(false);
        await outbox.TellAsync(unit, entry.MemberId, cards.Question(entry, unit.Now, people.CalendarOf(entry.MemberId).Zone)).ConfigureAwait(false);
    }
}
