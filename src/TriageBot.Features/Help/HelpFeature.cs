using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Help;

internal sealed class HelpFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => HelpTexts.All;

    public void AddServices(IServiceCollection services)
    {
        // Its one handler takes the map itself, which exists only while features register.
    }

    public void Register(FeatureMap map, IServiceProvider services) =>
        map.Look(HelpCommands.Help, new HelpHandlers(map, services.GetRequiredService<ReplyTexts>()).HelpAsync);
}
