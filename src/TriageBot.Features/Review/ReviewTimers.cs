using TriageBot.Core.Breaks;
using TriageBot.Core.Chat;
using TriageBot.Core.Review;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Review;

/// <summary>
/// Asks each owner at the end of work to close the day, and in the morning about a day that was not closed (rules A7, A8). One timer per owner for each.
/// Catch-up: the evening prompt comes up to three hours late and never twice for a day, then it is left to the morning, which asks only about the last day.
/// A day on which nothing is left open asks nothing; closed days have no prompt.
/// </summary>
internal sealed class ReviewTimers(TimerStore timers, OwnerStore owners, ReviewStore reviews, ReviewItems items, ReviewPrompts prompts) : IOwnerPlanChanged
{
    public const string Evening = "review";
    public const string Morning = "review-morning";

    public async Task OwnerPlanChangedAsync(UnitOfWork unit, MemberId owner)
    {
        if (await owners.FindAsync(unit.Db, unit.Workspace, owner).ConfigureAwait(false) is { } plan) await ArmAsync(unit, plan).ConfigureAwait(false);
    }

    public async Task AskAsync(UnitOfWork unit, string key)
    {
        if (await owners.FindAsync(unit.Db, unit.Workspace, new MemberId(key)).ConfigureAwait(false) is not { } plan) return;
        if (ReviewRules.DayToAskAbout(plan, unit.Now) is { } day)
        {
            var left = await items.PlannedForAsync(unit, plan, day).ConfigureAwait(false);
            if (await reviews.AddAsync(unit, plan.Owner, day, isAsked: left.Count > 0).ConfigureAwait(false) && left.Count > 0)
            {
                await prompts.AskEveningAsync(unit, plan, day, left).ConfigureAwait(false);
            }
        }

        await ArmAsync(unit, plan).ConfigureAwait(false);
    }

    /// <summary>At the start of work: a day that nobody has closed.</summary>
    public async Task AskAboutYesterdayAsync(UnitOfWork unit, string key)
    {
        if (await owners.FindAsync(unit.Db, unit.Workspace, new MemberId(key)).ConfigureAwait(false) is not { } plan) return;
        var today = plan.Calendar.Today(unit.Now);
        if (await reviews.LastNotClosedAsync(unit.Db, unit.Workspace.Id, plan.Owner, today, isFirstTime: true).ConfigureAwait(false) is { } day)
        {
            await reviews.AskedAgainAsync(unit, plan.Owner, day).ConfigureAwait(false);
            var left = await items.CarriedByDefaultAsync(unit, plan, day).ConfigureAwait(false);
            if (left.Count > 0) await prompts.AskMorningAsync(unit, plan, day, left).ConfigureAwait(false);
        }

        await ArmAsync(unit, plan).ConfigureAwait(false);
    }

    private async Task ArmAsync(UnitOfWork unit, OwnerPlan plan)
    {
        if (ReviewRules.NextPromptAt(plan, unit.Now) is { } next) await timers.SetAsync(unit, Evening, plan.Owner.Value, next).ConfigureAwait(false);
        else await timers.RemoveAsync(unit, Evening, plan.Owner.Value).ConfigureAwait(false);
        if (ReviewRules.NextStartOfWork(plan, unit.Now) is { } start) await timers.SetAsync(unit, Morning, plan.Owner.Value, start).ConfigureAwait(false);
    }
}
