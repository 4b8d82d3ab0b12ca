using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.ServiceLevels;

/// <summary>Service levels: published, measured, changed with notice.</summary>
internal sealed class LevelFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => LevelTexts.All;

    public void AddServices(IServiceCollection services) => services
        .AddSingleton<LevelStore>().AddSingleton<LevelBook>().AddSingleton<LevelCards>().AddSingleton<LevelChanger>().AddSingleton<LevelInput>()
        .AddSingleton<LevelImport>().AddSingleton<LevelParts>().AddSingleton<LevelReading>().AddSingleton<LevelClosures>().AddSingleton<LevelHandlers>().AddSingleton<LevelTimers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var handlers = services.GetRequiredService<LevelHandlers>();
        map.Change(LevelCommands.Levels, handlers.HandleAsync)
            .Control(LevelVerbs.Publish, handlers.PublishPressedAsync)
            .Control(LevelVerbs.UndoDay, services.GetRequiredService<LevelClosures>().UndoAsync)
            .Timer(LevelTimers.Refresh, services.GetRequiredService<LevelTimers>().RefreshAsync);
    }
}
