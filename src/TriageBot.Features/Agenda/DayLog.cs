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

    /// <summary>Rule M4, over the last working days before a date on which anything was logged: a day without an entry says nothing. Null before there are enough of them.</summary>
    public async Task<int?> RecommendedBufferAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date)
    {
        var logged = await sums.UnplannedByDayAsync(unit.Db, unit.Workspace.Id, plan.Owner, date.PlusDays(-10 * BufferAdvice.Days), date.PlusDays(-1)).ConfigureAwait(false);
        return BufferAdvice.Recommend([.. logged.Where(day => plan.Calendar.IsWorkingDay(day.OnDate)).TakeLast(BufferAdvice.Days).Select(day => day.Minutes)]);
    }

    private static Instant StartOf(WorkCalendar calendar, LocalDate date) => LogicalDay.Bounds(date, calendar.Zone, calendar.DayStart).Start;
}
