using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;
using TriageBot.Features.Timers;
using TriageBot.Features.Workspaces;

namespace TriageBot.Features.Housekeeping;

/// <summary>Forgets what is needed no more. It has no commands and says nothing.</summary>
internal sealed class HousekeepingFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => [];

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton<HousekeepingTimers>().AddSingleton<IOwnerPlanChanged>(provider => provider.GetRequiredService<HousekeepingTimers>());

    public void Register(FeatureMap map, IServiceProvider services) =>
        map.Timer(HousekeepingTimers.Kind, services.GetRequiredService<HousekeepingTimers>().ForgetAsync)
            .Timer(TimerStore.Erase, services.GetRequiredService<Departures>().EraseAsync);
}
