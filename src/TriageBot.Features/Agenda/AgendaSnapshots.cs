using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Time;
using TriageBot.Core.Urgent;
using TriageBot.Features.Breaks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Agenda;

/// <summary>Loads what an agenda is made from.</summary>
internal sealed class AgendaSnapshots(TaskStore tasks, BreakStore breaks, IQueueGlance queue, HoldSettings hold)
{
    public async Task<AgendaSnapshot> OfOwnerAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date)
    {
        var snapshot = await LoadAsync(unit, plan.Owner, plan.Calendar, date).ConfigureAwait(false);
        return snapshot with
        {
            IsOwners = true,
            Breaks = await BreaksAsync(unit, plan, date).ConfigureAwait(false),
            Queue = date == plan.Calendar.Today(unit.Now) ? await queue.GlanceAsync(unit, plan).ConfigureAwait(false) : null,
        };
    }

    public Task<AgendaSnapshot> OfTeammateAsync(UnitOfWork unit, MemberId member, WorkCalendar calendar, LocalDate date) => LoadAsync(unit, member, calendar, date);

    /// <summary>Whose turn it will be on another day is not known yet, so only today's agenda shows someday-maybe items.</summary>
    private async Task<AgendaSnapshot> LoadAsync(UnitOfWork unit, MemberId member, WorkCalendar calendar, LocalDate date)
    {
        var open = await tasks.OpenAsync(unit.Db, unit.Workspace.Id, member).ConfigureAwait(false);
        return new AgendaSnapshot(date, calendar, open)
        {
            Someday = date == calendar.Today(unit.Now)
                ? await tasks.SomedayEligibleAsync(unit.Db, unit.Workspace.Id, member, date).ConfigureAwait(false)
                : [],
        };
    }

    private async Task<IReadOnlyList<Break>> BreaksAsync(UnitOfWork unit, OwnerPlan plan, LocalDate date)
    {
        var day = LogicalDay.Bounds(date, plan.Calendar.Zone, plan.Calendar.DayStart);
        var sessions = await breaks.SinceAsync(unit.Db, unit.Workspace.Id, plan.Owner, day.Start).ConfigureAwait(false);
        return plan.Calendar.IsWorkingDay(date)
            ? [.. BreakSchedule.From(plan, sessions, day.Start, hold.Ceiling).TakeWhile(span => span.Start < day.End)]
            : [];
    }
}
