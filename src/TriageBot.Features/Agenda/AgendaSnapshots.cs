using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Agenda;

/// <summary>Loads what an agenda is made from.</summary>
internal sealed class AgendaSnapshots(AgendaTaskStore store, TaskStore tasks, OwnOrderStore orders, AgendaGlances glances, DayLog log)
{
    /// <summary>Loads what the agenda can show and counts the rest.</summary>
    /// <param name="now">The moment by which the day is judged.</param>
    /// <param name="isLong">With the master list of the week.</param>
    public async Task<AgendaSnapshot> OfOwnerAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date, Instant now, bool isLong = false)
    {
        var calendar = plan.Calendar;
        var day = DayBounds.Of(calendar, date, now);
        var own = await orders.FindAsync(unit.Db, unit.Workspace.Id, plan.Owner, date).ConfigureAwait(false);
        var pinned = await orders.TasksAsync(unit.Db, unit.Workspace.Id, plan.Owner, own).ConfigureAwait(false);
        var loaded = await store.LoadAsync(unit, plan.Owner, day).ConfigureAwait(false);
        var appointments = await store.AppointmentsAsync(unit, plan.Owner, date, date).ConfigureAwait(false);
        var counts = await store.CountAsync(unit, plan.Owner, day).ConfigureAwait(false);
        var isToday = date == calendar.Today(unit.Now);
        var snapshot = new AgendaSnapshot(date, calendar, [.. loaded.Concat(appointments).Concat(pinned).DistinctBy(task => task.Number)])
        {
            IsOwners = true,
            Day = await log.SettingsAsync(unit, plan, isToday ? date : null).ConfigureAwait(false),
            Spent = await log.SpentAsync(unit, plan.Owner).ConfigureAwait(false),
            Further = FurtherOf(counts, [.. loaded.Where(task => IsHome(task, day))], pinned),
            Own = own,
            Blocks = plan.Blocks,
            Someday = await SomedayAsync(unit, plan.Owner, calendar, date).ConfigureAwait(false),
            Queue = isToday ? await glances.Queue.GlanceAsync(unit, plan).ConfigureAwait(false) : null,
            Customers = await glances.Customers.OfAsync(unit, plan.Owner, calendar, date).ConfigureAwait(false),
            Before = isToday ? await log.BeforeAsync(unit, plan, date).ConfigureAwait(false) : null,
        };
        return isLong ? await WithWeekAsync(unit, plan, snapshot).ConfigureAwait(false) : snapshot;
    }

    public async Task<AgendaSnapshot> OfTeammateAsync(UnitOfWork unit, MemberId member, WorkCalendar calendar, LocalDate date) =>
        new(date, calendar, await tasks.OpenAsync(unit.Db, unit.Workspace.Id, member).ConfigureAwait(false))
        {
            Someday = await SomedayAsync(unit, member, calendar, date).ConfigureAwait(false),
            Customers = await glances.Customers.OfAsync(unit, member, calendar, date).ConfigureAwait(false),
        };

    /// <summary>What fits into a few minutes: the same tasks in the same order, without those that are longer.</summary>
    public async Task<AgendaSnapshot> OfShortAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date, int minutes)
    {
        var loaded = await store.LoadAsync(unit, plan.Owner, DayBounds.Of(plan.Calendar, date, unit.Now), minutes).ConfigureAwait(false);
        return new AgendaSnapshot(date, plan.Calendar, loaded)
        {
            IsOwners = true,
            Day = await log.SettingsAsync(unit, plan, date).ConfigureAwait(false),
            Own = await orders.FindAsync(unit.Db, unit.Workspace.Id, plan.Owner, date).ConfigureAwait(false),
        };
    }

    /// <summary>The further working days of the week, each with what is planned for it.</summary>
    public async Task<IReadOnlyList<WeekDay>> DaysAsync(UnitOfWork unit, OwnerPlan plan, IReadOnlyList<LocalDate> dates)
    {
        if (dates.Count == 0) return [];
        var (first, last) = (dates[0].PlusDays(-1), dates[^1]);
        var planned = await store.WeekAsync(unit, plan.Owner, first, last).ConfigureAwait(false);
        var appointments = await store.AppointmentsAsync(unit, plan.Owner, first, last).ConfigureAwait(false);
        var all = planned.Concat(appointments).DistinctBy(task => task.Number).ToList();
        var settings = await log.SettingsAsync(unit, plan, today: null).ConfigureAwait(false);
        return [.. dates.Select(date => WeekDay.Of(plan.Calendar, date, all, plan.Blocks, settings))];
    }

    private async Task<AgendaSnapshot> WithWeekAsync(UnitOfWork unit, OwnerPlan plan, AgendaSnapshot snapshot) => snapshot with
    {
        Week = await DaysAsync(unit, plan, WeekDay.After(plan.Calendar, snapshot.Date)).ConfigureAwait(false),
        RecommendedBuffer = await log.RecommendedBufferAsync(unit, plan, snapshot.Date).ConfigureAwait(false),
    };

    /// <summary>What was counted beyond what was loaded. A pinned task may be among either.</summary>
    private static FurtherTasks FurtherOf(AgendaTaskStore.Counts counts, IReadOnlyList<TaskItem> loaded, IReadOnlyList<TaskItem> pinned)
    {
        var undated = loaded.Count(IsUndated);
        var plannedRows = loaded.Where(task => !IsUndated(task)).ToList();
        return new FurtherTasks(
            counts.Planned - plannedRows.Count,
            counts.PlannedMinutes - plannedRows.Sum(task => task.EstimateMinutes ?? Estimates.Unknown),
            Math.Max(0, counts.Undated - undated - pinned.Count(task => task.IsImportant == true && IsUndated(task) && loaded.All(row => row.Number != task.Number))),
            Math.Max(0, counts.Untriaged - pinned.Count(task => task.IsImportant is null)),
            Math.Max(0, counts.NotYours));
    }

    private static bool IsUndated(TaskItem task) => task is { DueOn: null, DueLocal: null, DoOn: null, MayStopBusiness: false };

    private static bool IsHome(TaskItem task, DayBounds day) =>
        (task.DueZone is null || task.DueZone == day.Zone.Id) && (task.StartsZone is null || task.StartsZone == day.Zone.Id);

    /// <summary>Whose turn it will be on another day is not known yet, so only today's agenda shows someday-maybe items.</summary>
    private async Task<IReadOnlyList<TaskItem>> SomedayAsync(UnitOfWork unit, MemberId member, WorkCalendar calendar, LocalDate date) =>
        date == calendar.Today(unit.Now)
            ? await tasks.SomedayEligibleAsync(unit.Db, unit.Workspace.Id, member, date).ConfigureAwait(false)
            : [];
}
