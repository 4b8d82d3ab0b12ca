using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.BreakGlass;

/// <summary>What cannot wait: asked for with a reason, rare, and never held where it is about safety.</summary>
internal sealed class GlassFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => GlassTexts.All;

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton<GlassStore>().AddSingleton<GlassParts>().AddSingleton<Interruptions>().AddSingleton<SafetyAlarm>().AddSingleton<GlassHandlers>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
        var glass = services.GetRequiredService<GlassHandlers>();
        map.Control(GlassHandlers.Verb, glass.AskAsync)
            .Form(GlassHandlers.Verb, glass.BreakAsync, glass.AskAsync)
            .Control(GlassHandlers.SecondVerb, glass.ConfirmAsync)
            .Control(Interruptions.NextBreakVerb, glass.NextBreakAsync);
    }
}
