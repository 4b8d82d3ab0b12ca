using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Setup;

internal sealed class SetupFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => SetupTexts.All;

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton<Settings>().AddSingleton<SettingChangeStore>().AddSingleton<SetupPeople>().AddSingleton<SetupWords>().AddSingleton<SetupEcho>()
            .AddSingleton<PlanMoves>().AddSingleton<OwnerChanges>().AddSingleton<SetupChanger>().AddSingleton<SetupOverview>()
            .AddSingleton<SetupHandlers>().AddSingleton<PlanHandlers>().AddSingleton<BlockHandlers>().AddSingleton<ClosureHandlers>().AddSingleton<ZoneHandlers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var plans = services.GetRequiredService<PlanHandlers>();
        map.Change(SetupCommands.Setup, services.GetRequiredService<SetupHandlers>().SetupAsync)
            .Change(SetupCommands.Hours, plans.HoursAsync)
            .Change(SetupCommands.Breaks, plans.BreaksAsync)
            .Change(SetupCommands.Blocks, services.GetRequiredService<BlockHandlers>().BlocksAsync)
            .Change(SetupCommands.Closures, services.GetRequiredService<ClosureHandlers>().ClosuresAsync)
            .Change(SetupCommands.Zone, services.GetRequiredService<ZoneHandlers>().ZoneAsync)
            .Control(SetupChanger.Undo, services.GetRequiredService<SetupChanger>().UndoAsync);
    }
}
