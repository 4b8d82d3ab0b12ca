using NodaTime;
using TriageBot.Core.Breaks;
using TriageBot.Core.Review;
using TriageBot.Core.Tasks;
using TriageBot.Features.Tasks;

namespace TriageBot.Features.Review;

/// <summary>What is still to be decided about a day, in the order of rule O3.</summary>
internal sealed class ReviewItems(TaskStore tasks, ReviewStore reviews)
{
    /// <summary>Dates typed in other zones may be a day or two off the owner's.</summary>
    private const int ZoneDays = 2;

    /// <summary>Today's, or the next day's: what is open and planned. Once a day is over, only what it has carried by default is still to be decided.</summary>
    public async Task<IReadOnlyList<TaskItem>> LeftAsync(UnitOfWork unit, OwnerPlan plan, LocalDate day) => day < plan.Calendar.Today(unit.Now)
        ? await CarriedByDefaultAsync(unit, plan, day).ConfigureAwait(false)
        : await PlannedForAsync(unit, plan, day).ConfigureAwait(false);

    public async Task<IReadOnlyList<TaskItem>> PlannedForAsync(UnitOfWork unit, OwnerPlan plan, LocalDate day)
    {
        var candidates = await tasks.OpenPlannedAsync(unit.Db, unit.Workspace.Id, plan.Owner, day, day.PlusDays(ZoneDays)).ConfigureAwait(false);
        return Sorted(candidates.Where(task => ReviewRules.IsPlannedFor(task, plan.Calendar, day)), unit, plan);
    }

    public async Task<IReadOnlyList<TaskItem>> CarriedByDefaultAsync(UnitOfWork unit, OwnerPlan plan, LocalDate day)
    {
        var carried = new List<TaskItem>();
        foreach (var number in await reviews.CarriedByDefaultAsync(unit.Db, unit.Workspace.Id, plan.Owner, day).ConfigureAwait(false))
        {
            var task = await tasks.FindAsync(unit.Db, unit.Workspace.Id, number).ConfigureAwait(false);
            if (task is { State: TaskState.Open } && task.AssigneeId == plan.Owner) carried.Add(task);
        }

        return Sorted(carried, unit, plan);
    }

    private static IReadOnlyList<TaskItem> Sorted(IEnumerable<TaskItem> items, UnitOfWork unit, OwnerPlan plan) =>
        [.. TaskOrder.Sort(items, plan.Calendar, unit.Now).Select(ranked => ranked.Task)];
}
