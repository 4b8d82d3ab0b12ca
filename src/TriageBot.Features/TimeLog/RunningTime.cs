using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.TimeLog;
using TriageBot.Features.Tasks;
using TriageBot.Features.Timers;

namespace TriageBot.Features.TimeLog;

/// <summary>The one entry of a member that runs: a row, so that it survives a restart, with a timer for the night.</summary>
internal sealed class RunningTime(TimeStore entries, TimerStore timers)
{
    public const string Forgotten = "time-forgotten";

    /// <param name="entry">Without state and start.</param>
    public async Task<TimeEntry> StartAsync(UnitOfWork unit, TaskPeople people, TimeEntry entry)
    {
        var running = await entries.AddAsync(unit, entry with { State = TimeEntryState.Running, StartedAt = unit.Now }).ConfigureAwait(false);
        await RearmAsync(unit, people, running).ConfigureAwait(false);
        return running;
    }

    public Task<TimeEntry?> FindAsync(UnitOfWork unit, MemberId member) => entries.FindRunningAsync(unit.Db, unit.Workspace.Id, member);

    /// <summary>Stops it by what the clock says. One that was forgotten overnight waits for an answer afterwards, also when its timer is late.</summary>
    public async Task<TimeEntry> StopAsync(UnitOfWork unit, TaskPeople people, TimeEntry running)
    {
        var stopped = TimeRules.Stop(running, people.CalendarOf(running.MemberId), unit.Now);
        await SaveStoppedAsync(unit, stopped).ConfigureAwait(false);
        return stopped;
    }

    public async Task SaveStoppedAsync(UnitOfWork unit, TimeEntry stopped)
    {
        await entries.SaveAsync(unit, stopped).ConfigureAwait(false);
        // Whoever is still to be asked keeps the timer that asks.
        if (stopped.State == TimeEntryState.Asked) await timers.SetAsync(unit, Forgotten, KeyOf(stopped), unit.Now).ConfigureAwait(false);
        else await timers.RemoveAsync(unit, Forgotten, KeyOf(stopped)).ConfigureAwait(false);
    }

    /// <summary>What was logged for something else while it ran does not count twice: it goes on as if it had begun that much later.</summary>
    /// <param name="minutes">Negative when less was logged after all.</param>
    /// <returns>Null when nothing ran then.</returns>
    public async Task<TimeEntry?> LeaveOutAsync(UnitOfWork unit, MemberId member, Instant until, int minutes)
    {
        if (await FindAsync(unit, member).ConfigureAwait(false) is not { StartedAt: { } started } running || running.CreatedAt >= until) return null;
        var shorter = running with { StartedAt = Instant.Min(started + Duration.FromMinutes(minutes), unit.Now), Revision = running.Revision + 1 };
        await entries.SaveAsync(unit, shorter).ConfigureAwait(false);
        return shorter;
    }

    /// <summary>Caps what is still running, for the timer that asks about it.</summary>
    public async Task<TimeEntry> CapAsync(UnitOfWork unit, TaskPeople people, TimeEntry running)
    {
        var capped = TimeRules.Stop(running, people.CalendarOf(running.MemberId), unit.Now);
        await entries.SaveAsync(unit, capped).ConfigureAwait(false);
        return capped;
    }

    public Task RearmAsync(UnitOfWork unit, TaskPeople people, TimeEntry running) =>
        timers.SetAsync(unit, Forgotten, KeyOf(running), TimeRules.ForgottenAt(running.StartedAt ?? unit.Now, people.CalendarOf(running.MemberId)));

    /// <summary>Number of the entry that a timer is about.</summary>
    public static long NumberIn(string key) => long.Parse(key, System.Globalization.CultureInfo.InvariantCulture);

    private static string KeyOf(TimeEntry entry) => entry.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
