using NodaTime;
using TriageBot.Core.Agenda;
using TriageBot.Core.Breaks;
using TriageBot.Core.Promises;
using TriageBot.Core.ServiceLevels;
using TriageBot.Features.Agenda;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Promises;

/// <summary>Loads what the guard of a promise judges by (rule C7).</summary>
internal sealed class PromiseGuards(LikeStore likes, OwnerStore owners, TaskStore tasks, AgendaTaskStore appointments, DayLog log)
{
    public async Task<PromiseBasis> JudgeAsync(UnitOfWork unit, Promise promise, LevelTerms terms)
    {
        var like = await likes.OfAsync(unit, terms).ConfigureAwait(false);
        var plan = await owners.FindAsync(unit.Db, unit.Workspace, promise.MakerId).ConfigureAwait(false);
        var load = plan is null ? null : await LoadAsync(unit, promise, plan).ConfigureAwait(false);
        return PromiseGuard.Judge(like, terms.Calendar.WorkingTime(unit.Now, promise.DueAt), load);
    }

    /// <summary>How long the work really takes its maker, by the agenda's factor.</summary>
    public async Task<Duration> NeedAsync(UnitOfWork unit, Promise promise)
    {
        var minutes = promise.EstimateMinutes ?? Estimates.Unknown;
        if (await owners.FindAsync(unit.Db, unit.Workspace, promise.MakerId).ConfigureAwait(false) is not { } plan) return Duration.FromMinutes(minutes);
        var settings = await log.SettingsAsync(unit, plan, today: null).ConfigureAwait(false);
        return Duration.FromMinutes((int)Math.Ceiling(minutes * settings.Factor));
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
