using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Urgent;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Breaks;

internal sealed class BreakFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => BreakTexts.All;

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton<BreakStore>().AddSingleton<DrainCards>().AddSingleton<DrainParts>().AddSingleton<Drain>().AddSingleton<OutcomeParts>()
            .AddSingleton<DrainOutcomes>().AddSingleton<DrainAnswers>().AddSingleton<DrainHandlers>().AddSingleton<DrainPromises>().AddSingleton<EmptyBreak>().AddSingleton<BreakHandlers>()
            .AddSingleton<BreakNotices>().AddSingleton<BreakTimers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<BreakHandlers>();
        var timers = services.GetRequiredService<BreakTimers>();
        map.Change(BreakCommands.Break, handlers.BreakAsync)
            .Control("break-start", handlers.StartPressedAsync)
            .Control("break-undo", handlers.UndoAsync)
            .Timer(BreakTimers.Forced, timers.AskForForcedAsync)
            .Timer(BreakTimers.Nudge, timers.NudgeAsync)
            .Timer(BreakTimers.End, timers.EndAsync);
        RegisterDrain(map, services.GetRequiredService<DrainHandlers>());
        var promises = services.GetRequiredService<DrainPromises>();
        map.Control(DrainVerbs.Promise, promises.OpenAsync)
            .Form(DrainVerbs.Promise, promises.FilledAsync, promises.OpenAsync)
            .Control(DrainVerbs.PromiseAnyway, promises.AnywayAsync);
    }

    private static void RegisterDrain(FeatureMap map, DrainHandlers drain) =>
        map.Control("drain-answer", drain.OpenAnswerAsync)
            .Form("drain-answer", drain.AnswerAsync, drain.OpenAnswerAsync)
            .Control("drain-today", drain.TodayAsync)
            .Control("drain-yes", drain.YesAsync)
            .Control("drain-schedule", drain.OpenScheduleAsync)
            .Control("drain-day", drain.ScheduleAsync)
            .Form("drain-day", drain.ScheduleAsync, drain.ScheduleAsync, UrgentHandlers.AnotherDate)
            .Control("drain-delegate", drain.OpenDelegateAsync)
            .Control("drain-member", drain.DelegateAsync)
            .Form("drain-member", drain.DelegateAsync, drain.DelegateAsync, MemberChoice.SomebodyElse)
            .Control("drain-decline", drain.OpenDeclineAsync)
            .Form("drain-decline", drain.DeclineAsync, drain.OpenDeclineAsync)
            .Control("drain-someday", drain.SomedayAsync)
            .Control("drain-skip", drain.SkipAsync)
            .Control("drain-back", drain.BackAsync);
}
