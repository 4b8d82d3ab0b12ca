using NodaTime;
using TriageBot.Core.Chat;
using TriageBot.Core.Review;
using TriageBot.Core.Tasks;
using TriageBot.Core.Time;
using TriageBot.Features.Tasks;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Review;

/// <summary>
/// Rollover at the start of each logical day (rule A7): one timer per owner, and one for everybody else by the workspace's own clock.
/// Catch-up: however late it comes, it makes up for all missed days at once; a second time changes nothing.
/// </summary>
internal sealed class DayStartTimers(TimerStore timers, OwnerStore owners, TaskPeopleStore peopleStore, ReviewStore reviews) : IOwnerPlanChanged
{
    public const string Kind = "day-start";

    /// <summary>Key of the timer for members who are no owners.</summary>
    private const string Team = "";

    public async Task OwnerPlanChangedAsync(UnitOfWork unit, MemberId owner)
    {
        if (await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is null) return;
        // At once, and from then on by the new clock: what the new zone has made yesterday is carried now.
        await timers.SetAsync(unit, Kind, owner.Value, unit.Now).ConfigureAwait(false);
        await ArmTeamAsync(unit).ConfigureAwait(false);
    }

    public async Task BeginAsync(UnitOfWork unit, string key)
    {
        var people = await peopleStore.LoadAsync(unit).ConfigureAwait(false);
        if (key == Team)
        {
            var passed = await reviews.PassedAsync(unit.Db, unit.Workspace.Id, assignee: null, LatestToday(unit)).ConfigureAwait(false);
            await CarryAsync(unit, people, passed.Where(task => !people.IsOwner(task.AssigneeId))).ConfigureAwait(false);
            await ArmTeamAsync(unit).ConfigureAwait(false);
            return;
        }

        var owner = new MemberId(key);
        // Whoever is no owner any more goes with everybody else.
        if (!people.IsOwner(owner)) return;
        var calendar = people.CalendarOf(owner);
        await CarryAsync(unit, people, await reviews.PassedAsync(unit.Db, unit.Workspace.Id, owner, calendar.Today(unit.Now)).ConfigureAwait(false)).ConfigureAwait(false);
        await timers.SetAsync(unit, Kind, key, StartOfNext(calendar, unit.Now)).ConfigureAwait(false);
    }

    private async Task CarryAsync(UnitOfWork unit, TaskPeople people, IEnumerable<TaskItem> passed)
    {
        foreach (var task in passed)
        {
            var calendar = people.CalendarOf(task.AssigneeId);
            if (Carrying.AtDayStart(task, calendar, calendar.Today(unit.Now)) is not { } carried) continue;
            await reviews.CarryAsync(unit, task, carried).ConfigureAwait(false);
            if (!people.IsOwner(task.AssigneeId) || carried.CarriedOn is not { } day || carried.CarryCount == task.CarryCount) continue;
            await reviews.ChoseAsync(unit, task.AssigneeId, day, task.Number, ReviewChoice.Default, by: null).ConfigureAwait(false);
        }
    }

    private Task ArmTeamAsync(UnitOfWork unit)
    {
        var today = LogicalDay.Of(unit.Now, unit.Workspace.TimeZone, unit.Workspace.DayStart);
        return timers.SetAsync(unit, Kind, Team, LogicalDay.Bounds(today, unit.Workspace.TimeZone, unit.Workspace.DayStart).End);
    }

    /// <summary>The latest date that is today for anybody. Each task is then judged by the calendar of whoever does it.</summary>
    private static LocalDate LatestToday(UnitOfWork unit) => LogicalDay.Of(unit.Now, unit.Workspace.TimeZone, unit.Workspace.DayStart).PlusDays(1);

    private static Instant StartOfNext(WorkCalendar calendar, Instant now) => LogicalDay.Bounds(calendar.Today(now), calendar.Zone, calendar.DayStart).End;
}
