using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.ServiceLevels;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Duty;

/// <summary>Who is there for the customers: duty, cover, hand-offs, being away.</summary>
internal sealed class DutyFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => DutyTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<DutyStore>().AddSingleton<DutyRoster>().AddSingleton<HeldMoves>().AddSingleton<MissedBreaks>().AddSingleton<AwayParts>().AddSingleton<AwayChanger>()
        .AddSingleton<AwayHandlers>().AddSingleton<WhoHandlers>().AddSingleton<RotationHandlers>().AddSingleton<RotationTimers>().AddSingleton<RotationChanger>().AddSingleton<HandOffs>().AddSingleton<HandOffParts>()
        .AddSingleton<HandOffHandlers>().AddSingleton<TakeHandlers>()
        .AddSingleton<Coverage>()
        .AddSingleton<ILevelHoursChanged>(provider => provider.GetRequiredService<Coverage>())
        .AddSingleton<IOwnerPlanChanged>(provider => provider.GetRequiredService<Coverage>());

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var away = services.GetRequiredService<AwayHandlers>();
        var handOff = services.GetRequiredService<HandOffHandlers>();
        var take = services.GetRequiredService<TakeHandlers>();
        var rotation = services.GetRequiredService<RotationHandlers>();
        var turns = services.GetRequiredService<RotationTimers>();
        map.Look(DutyCommands.Who, services.GetRequiredService<WhoHandlers>().WhoAsync)
            .Change(DutyCommands.Away, away.AwayAsync)
            .Change(DutyCommands.HandOff, handOff.HandOffAsync)
            .Change(DutyCommands.Take, take.TakeAsync)
            .Change(DutyCommands.Rotation, rotation.RotationAsync);
        map.Control(AwayHandlers.BackVerb, away.BackPressedAsync)
            .Control(HandOffHandlers.AcceptVerb, handOff.AcceptAsync)
            .Control(HandOffHandlers.DeclineVerb, handOff.DeclineAsync)
            .Control(HandOffHandlers.RecallVerb, handOff.RecallAsync)
            .Control(TakeHandlers.UndoVerb, take.UndoAsync)
            .Control(RotationChanger.UndoVerb, services.GetRequiredService<RotationChanger>().UndoAsync)
            .Control(RotationHandlers.TakeBackVerb, rotation.TakeBackAsync);
        map.Timer(AwayChanger.Timer, services.GetRequiredService<AwayChanger>().BeginsAsync)
            .Timer(HandOffs.Timer, services.GetRequiredService<HandOffs>().DueAsync)
            .Timer(RotationTimers.TurnTimer, turns.TurnAsync)
            .Timer(RotationTimers.TellTimer, turns.TellTurnAsync)
            .Timer(Coverage.Timer, services.GetRequiredService<Coverage>().LookAsync);
    }
}
