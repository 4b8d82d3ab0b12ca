using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Promises;
using TriageBot.Features.Agenda;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>How much work a promise is, and how much room its maker has for it until it is due.</summary>
internal sealed class PromiseLoads(OwnerStore owners, TaskStore tasks, AgendaTaskStore appointments, DayLog log, TaskPeopleStore people)
{
    /// <returns>Null where nothing is known: a date too far ahead, or no estimate by whoever has no plan of their own.</returns>
    public async Task<PromiseLoad?> OfAsync(UnitOfWork unit, Promise promise) =>
        await owners.FindAsync(unit.Db, unit.Workspace, promise.MakerId).ConfigureAwait(false) is { } plan
            ? await LoadAsync(unit, promise, plan).ConfigureAwait(false)
            : await WorkAloneAsync(unit, promise).ConfigureAwait(false);

    /// <summary>How long the work really takes its maker, by the agenda's factor.</summary>
    public async Task<Duration> NeedAsync(UnitOfWork unit, Promise promise)
    {
        var minutes = promise.EstimateMinutes ?? Estimates.Unknown;
        if (await owners.FindAsync(unit.Db, unit.Workspace, promise.MakerId).ConfigureAwait(false) is not { } plan) return Duration.FromMinutes(minutes);
        var settings = await log.SettingsAsync(unit, plan, today: null).ConfigureAwait(false);
        return Duration.FromMinutes((int)Math.Ceiling(minutes * settings.Factor));
    }

    /// <summary>Without a plan there is no buffer and no factor: the estimate itself, and the working time until it is due.</summary>
    private async Task<PromiseLoad?> WorkAloneAsync(UnitOfWork unit, Promise promise)
    {
        if (promise.EstimateMinutes is not { } minutes) return null;
        var calendar = (await people.LoadAsync(unit).ConfigureAwait(false)).CalendarOf(promise.MakerId);
        return new PromiseLoad(minutes, (int)calendar.WorkingTime(unit.Now, promise.DueAt).TotalMinutes);
    }

    private async Task<PromiseLoad?> LoadAsync(UnitOfWork unit, Promise promise, OwnerPlan plan)
    {
        var (today, last) = (plan.Calendar.Today(unit.Now), plan.Calendar.Today(promise.DueAt));
        var settings = await log.SettingsAsync(unit, plan, today).ConfigureAwait(false);
        var spent = await log.SpentAsync(unit, plan.Owner).ConfigureAwait(false);
        var planned = await tasks.OpenForDayAsync(unit.Db, unit.Workspace.Id, plan.Owner, last, last).ConfigureAwait(false);
        var fixedOnes = await appointments.AppointmentsAsync(unit, plan.Owner, today, last).ConfigureAwait(false);
        // Of a promise that moves, its own task is what is promised.
        var others = planned.Concat(fixedOnes).DistinctBy(task => task.Number).Where(task => task.Number != promise.Number).ToList();
        return PromiseCapacity.Of(
            new PromiseDays(plan.Calendar, plan.Blocks, settings, unit.Now, promise.DueAt),
            others,
            task => Estimates.Remaining(task.EstimateMinutes, spent.GetValueOrDefault(task.Number)),
            promise.EstimateMinutes ?? Estimates.Unknown);
    }
}
