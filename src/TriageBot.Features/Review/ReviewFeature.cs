using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Core.Commands;
using TriageBot.Features.Tasks;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Review;

/// <summary>The evening review, and what each day's start does with what was left.</summary>
internal sealed class ReviewFeature : IFeature
{
    private static readonly CommandSpec Plan = new("plan", "Close the day: decide what is left of it, then see tomorrow's list against its time", CommandAccess.Owners)
    {
        Examples = ["/plan"],
        Details = "Each planned item that is still open: tomorrow, a day, someday, somebody else, drop. You are asked at the end of work. "
            + "Without an answer everything moves to the next working day, and the next morning two presses close the day.",
    };

    public IEnumerable<ReplyText> Texts => ReviewTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<ReviewStore>().AddSingleton<ReviewItems>().AddSingleton<ReviewCards>().AddSingleton<ReviewOutlook>().AddSingleton<ReviewPrompts>()
        .AddSingleton<ReviewParts>().AddSingleton<ReviewAnswers>().AddSingleton<ReviewPeople>().AddSingleton<ReviewFlow>().AddSingleton<ReviewHandlers>()
        .AddSingleton<ReviewTimers>().AddSingleton<DayStartTimers>()
        .AddSingleton<IOwnerPlanChanged>(provider => provider.GetRequiredService<ReviewTimers>())
        .AddSingleton<IOwnerPlanChanged>(provider => provider.GetRequiredService<DayStartTimers>());

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<ReviewHandlers>();
        var timers = services.GetRequiredService<ReviewTimers>();
        map.Change(Plan, handlers.PlanAsync)
            .Control(ReviewVerbs.Begin, handlers.BeginAsync)
            .Control(ReviewVerbs.Tomorrow, handlers.TomorrowAsync)
            .Control(ReviewVerbs.Day, handlers.DayAsync)
            .Form(ReviewVerbs.DayForm, handlers.DayAsync, handlers.DayAsync, TaskControls.AnotherDay)
            .Control(ReviewVerbs.Done, handlers.DoneAsync)
            .Control(ReviewVerbs.Someday, handlers.SomedayAsync)
            .Control(ReviewVerbs.Delegate, handlers.DelegateAsync)
            .Form(ReviewVerbs.Delegate, handlers.DelegateAsync, handlers.DelegateAsync, MemberChoice.SomebodyElse)
            .Control(ReviewVerbs.Drop, handlers.DropAsync)
            .Control(ReviewVerbs.Rest, handlers.RestAsync)
            .Control(ReviewVerbs.Undo, handlers.UndoAsync)
            .Timer(ReviewTimers.Evening, timers.AskAsync)
            .Timer(ReviewTimers.Morning, timers.AskAboutYesterdayAsync)
            .Timer(DayStartTimers.Kind, services.GetRequiredService<DayStartTimers>().BeginAsync);
    }
}
