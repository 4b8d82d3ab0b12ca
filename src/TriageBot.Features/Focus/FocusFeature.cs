using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.BreakGlass;

namespace TriageBot.Features.Focus;

/// <summary>Focus, client time and quiet hours: who asks meanwhile is answered for the owner (rule H18).</summary>
internal sealed class FocusFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => FocusTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<FocusStore>().AddSingleton<MentionStore>().AddSingleton<FocusBook>().AddSingleton<IAttentionGuard, FocusGuard>().AddSingleton<FocusCards>().AddSingleton<FocusHandlers>()
        .AddSingleton<MentionParts>().AddSingleton<MentionHandlers>().AddSingleton<FocusTimers>().AddSingleton<FocusTimeParts>().AddSingleton<FocusTime>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<FocusHandlers>();
        var mentions = services.GetRequiredService<MentionHandlers>();
        var timers = services.GetRequiredService<FocusTimers>();
        map.Change(FocusCommands.Focus, handlers.FocusAsync)
            .AnswerMention(mentions.AnswerAsync)
            .Control(FocusVerbs.End, handlers.EndPressedAsync)
            .Control(FocusVerbs.Extend, handlers.ExtendPressedAsync)
            .Control(FocusVerbs.UntilBreak, handlers.UntilBreakPressedAsync)
            .Control(FocusVerbs.MoveBreak, turn => handlers.MoveBreakPressedAsync(turn, map))
            .Control(FocusVerbs.Hold, mentions.HoldPressedAsync)
            .Form(FocusVerbs.Hold, mentions.HoldPressedAsync, mentions.HoldPressedAsync)
            .Control(FocusVerbs.Log, services.GetRequiredService<FocusTime>().LogPressedAsync)
            .Timer(FocusTimers.End, timers.EndAsync)
            .Timer(FocusTimers.QuietEnd, timers.QuietEndAsync);
    }
}
