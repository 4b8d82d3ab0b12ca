using Microsoft.Extensions.DependencyInjection;
using TriageBot.Core.Chat;

namespace TriageBot.Features.Processing;

/// <summary>Kinds of matters with set days (rule C12). It has no command of its own: the days are blocks, the kind is an option of what is asked.</summary>
internal sealed class ProcessingFeature : IFeature
{
    public IEnumerable<ReplyText> Texts => ProcessingTexts.All;

    public void AddServices(IServiceCollection services) => services.AddSingleton<ProcessingDays>();

    public void Register(FeatureMap map, IServiceProvider services)
    {
    }
}
