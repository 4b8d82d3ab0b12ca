using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.TimeLog;
using TriageBot.Features.TimeLog;

namespace TriageBot.Features.Agenda;

/// <summary>What the time log tells the day's arithmetic.</summary>
internal sealed class DayLog(TimeSums sums, AgendaTaskStore store)
{
    /// <param name="today">The day whose unplanned minutes count; null for a day to come, on which there are none yet.</param>
    public async Task<DaySettings> SettingsAsync(UnitOfWork unit, OwnerPlan plan, LocalDate? today)
    {
        var finished = await sums.FinishedAsync(unit.Db, unit.Workspace.Id, plan.Owner).ConfigureAwait(false);
        return new DaySettings(
            Estimates.Factor([.. finished.Select(work => new FinishedWork(work.EstimateMinutes, work.ActualMinutes))]),
            plan.BufferMinutes,
            today is { } day ? await sums.UnplannedAsync(unit.Db, unit.Workspace.Id, plan.Owner, day).ConfigureAwait(false) : 0);
    }

    /// <summary>Minutes spent on open tasks, by number.</summary>
    public async Task<IReadOnlyDictionary<long, int>> SpentAsync(UnitOfWork unit, MemberId owner) =>
        (await sums.SpentOnOpenAsync(unit.Db, unit.Workspace.Id, owner).ConfigureAwait(false)).ToDictionary(item => item.Number, item => item.Minutes);

    /// <summary>How the last working day before a date went; null when there was none in the fortnight before.</summary>
    public async Task<DayResult?> BeforeAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date)
    {
        var calendar = plan.Calendar;
        var before = Enumerable.Range(1, 14).Select(days => date.PlusDays(-days)).Where(calendar.IsWorkingDay).Select(day => (LocalDate?)day).FirstOrDefault();
        if (before is not { } on) return null;
        return new DayResult(
            on,
            // Whatever was done since then, a weekend among it.
            await store.CountDoneAsync(unit, plan.Owner, new Interval(StartOf(calendar, on), StartOf(calendar, date))).ConfigureAwait(false),
            await store.CountCarriedAsync(unit, plan.Owner, on).ConfigureAwait(false),
            await sums.UnplannedAsync(unit.Db, unit.Workspace.Id, plan.Owner, on).ConfigureAwait(false),
            plan.BufferMinutes);
    }

    /// <summary>Rule M4, over the last working days before a date.</summary>
    public async Task<int?> RecommendedBufferAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date)
    {
        var days = Enumerable.Range(1, 10 * BufferAdvice.Days).Select(back => date.PlusDays(-back)).Where(plan.Calendar.IsWorkingDay).Take(BufferAdvice.Days).ToList();
        if (days.Count < BufferAdvice.Days) return null;
        var byDay = (await sums.UnplannedByDayAsync(unit.Db, unit.Workspace.Id, plan.Owner, days[^1], days[0]).ConfigureAwait(false))
            .ToDictionary(day => day.OnDate, day => day.Minutes);
        // Days before anything was logged say nothing: the bot may not have been there yet.
        return byDay.Count == 0 ? null : BufferAdvice.Recommend([.. days.Select(day => byDay.GetValueOrDefault(day))]);
    }

    private static Instant StartOf(WorkCalendar calendar, LocalDate date) => LogicalDay.Bounds(date, calendar.Zone, calendar.DayStart).Start;
}
