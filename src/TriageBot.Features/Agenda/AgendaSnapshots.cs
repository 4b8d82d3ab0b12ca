using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Agenda;

/// <summary>Loads what an agenda is made from.</summary>
internal sealed class AgendaSnapshots(TaskStore tasks, OwnOrderStore orders, BreakStore breaks, IQueueGlance queue, HoldSettings hold)
{
    /// <summary>Dates typed in other zones may be a day or two off the owner's.</summary>
    private const int ZoneDays = 2;

    /// <summary>Loads what the agenda can show and counts the rest, so that a list of ten thousand tasks costs little.</summary>
    public async Task<AgendaSnapshot> OfOwnerAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date)
    {
        var (db, workspace, soon) = (unit.Db, unit.Workspace.Id, date.PlusDays(AgendaView.SoonDays + ZoneDays));
        var dated = await tasks.OpenForDayAsync(db, workspace, plan.Owner, date, soon).ConfigureAwait(false);
        var undated = await tasks.OpenUndatedAsync(db, workspace, plan.Owner, date, AgendaView.MostShown).ConfigureAwait(false);
        var counts = await tasks.OpenCountsAsync(db, workspace, plan.Owner, date).ConfigureAwait(false);
        var own = await orders.FindAsync(db, workspace, plan.Owner, date).ConfigureAwait(false);
        var pinned = await orders.TasksAsync(db, workspace, plan.Owner, own).ConfigureAwait(false);
        return new AgendaSnapshot(date, plan.Calendar, [.. dated.Concat(undated).Concat(pinned).DistinctBy(task => task.Number)])
        {
            IsOwners = true,
            Own = own,
            FurtherUndated = counts.Undated - undated.Count,
            FurtherUntriaged = counts.Untriaged,
            Breaks = await BreaksAsync(unit, plan, date).ConfigureAwait(false),
            Someday = await SomedayAsync(unit, plan.Owner, plan.Calendar, date).ConfigureAwait(false),
            Queue = date == plan.Calendar.Today(unit.Now) ? await queue.GlanceAsync(unit, plan).ConfigureAwait(false) : null,
        };
    }

    public async Task<AgendaSnapshot> OfTeammateAsync(UnitOfWork unit, MemberId member, WorkCalendar calendar, LocalDate date) =>
        new(date, calendar, await tasks.OpenAsync(unit.Db, unit.Workspace.Id, member).ConfigureAwait(false))
        {
            Someday = await SomedayAsync(unit, member, calendar, date).ConfigureAwait(false),
        };

    /// <summary>Whose turn it will be on another day is not known yet, so only today's agenda shows someday-maybe items.</summary>
    private async Task<IReadOnlyList<TaskItem>> SomedayAsync(UnitOfWork unit, MemberId member, WorkCalendar calendar, LocalDate date) =>
        date == calendar.Today(unit.Now)
            ? await tasks.SomedayEligibleAsync(unit.Db, unit.Workspace.Id, member, date).ConfigureAwait(false)
            : [];

    private async Task<IReadOnlyList<Break>> BreaksAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date)
    {
        var day = LogicalDay.Bounds(date, plan.Calendar.Zone, plan.Calendar.DayStart);
        var sessions = await breaks.SinceAsync(unit.Db, unit.Workspace.Id, plan.Owner, day.Start).ConfigureAwait(false);
        return plan.Calendar.IsWorkingDay(date)
            ? [.. BreakSchedule.From(plan, sessions, day.Start, hold.Ceiling).TakeWhile(span => span.Start < day.End)]
            : [];
    }
}
